use news_widget::comments::{
    model::{Comment, Status},
    thread::{MAX_DEPTH, Order, Row, Thread, total},
};

use super::{comment, id};

/// `"id@depth<parent"`, in the order of the page.
fn shape(rows: &[Row]) -> Vec<String> {
    let answers = |row: &Row| row.in_reply_to.as_ref().map_or(String::new(), |to| format!("<{}", to.id.as_str()));
    rows.iter().map(|row| format!("{}@{}{}", row.comment.id.as_str(), row.depth, answers(row))).collect()
}

fn thread(list: &[(&str, &str, Option<i64>)]) -> Thread {
    Thread::new(list.iter().map(|(id, parent, at)| comment(id, parent, *at)).collect())
}

#[test]
fn nothing_is_an_empty_thread() {
    let thread = Thread::new(Vec::new());
    assert!(thread.is_empty() && thread.rows(Order::Oldest).is_empty() && thread.rows(Order::Newest).is_empty());
    assert_eq!((thread.count(), thread.recent(3).len()), (0, 0));
}

#[test]
fn replies_follow_what_they_answer_oldest_first_in_either_order() {
    let thread = thread(&[
        ("a2", "a", Some(40)),
        ("b", "", Some(20)),
        ("a", "", Some(10)),
        ("a1", "a", Some(30)),
        ("a1x", "a1", Some(50)),
    ]);
    assert_eq!(shape(&thread.rows(Order::Oldest)), ["a@0", "a1@1<a", "a1x@2<a1", "a2@1<a", "b@0"]);
    assert_eq!(shape(&thread.rows(Order::Newest)), ["b@0", "a@0", "a1@1<a", "a1x@2<a1", "a2@1<a"]);
    let rows = thread.rows(Order::Oldest);
    let counts: Vec<_> = rows.iter().map(|row| (row.replies, row.descendants)).collect();
    assert_eq!(counts, [(2, 3), (1, 1), (0, 0), (0, 0), (0, 0)]);
}

#[test]
fn a_reply_older_than_its_parent_still_follows_it() {
    let thread = thread(&[("parent", "", Some(90)), ("reply", "parent", Some(10))]);
    assert_eq!(shape(&thread.rows(Order::Oldest)), ["parent@0", "reply@1<parent"]);
}

#[test]
fn without_dates_the_list_is_the_order() {
    let thread = thread(&[("c", "", None), ("a", "", None), ("b", "", None)]);
    assert_eq!(shape(&thread.rows(Order::Oldest)), ["c@0", "a@0", "b@0"]);
    assert_eq!(shape(&thread.rows(Order::Newest)), ["b@0", "a@0", "c@0"]);
}

#[test]
fn an_undated_comment_stays_behind_the_one_before_it() {
    let thread = thread(&[("first", "", None), ("late", "", Some(90)), ("undated", "", None), ("early", "", Some(10))]);
    assert_eq!(shape(&thread.rows(Order::Oldest)), ["first@0", "early@0", "late@0", "undated@0"]);
}

#[test]
fn equal_dates_keep_the_lists_order() {
    let thread = thread(&[("c", "", Some(5)), ("a", "", Some(5)), ("b", "", Some(5))]);
    assert_eq!(shape(&thread.rows(Order::Oldest)), ["c@0", "a@0", "b@0"]);
}

#[test]
fn the_first_of_the_same_id_stays() {
    let mut second = comment("1", "", Some(1));
    second.author.name = Some("Second".into());
    let thread = Thread::new(vec![comment("1", "", Some(9)), second, comment("2", "", Some(5))]);
    assert_eq!(shape(&thread.rows(Order::Oldest)), ["2@0", "1@0"]);
    assert_eq!(thread.get(&id("1")).unwrap().author.name.as_deref(), Some("Author of 1"));
}

#[test]
fn a_comment_that_the_service_lists_stays_the_readers_own() {
    let own = Comment { own: true, status: Status::Pending, ..comment("1", "", Some(1)) };
    let thread = Thread::new(vec![comment("1", "", Some(1)), own]);
    let kept = thread.get(&id("1")).unwrap();
    assert!(kept.own);
    assert_eq!(kept.status, Status::Published);
}

#[test]
fn an_orphan_is_top_level_until_its_parent_comes() {
    let mut thread = thread(&[("reply", "gone", Some(10)), ("other", "", Some(20))]);
    assert_eq!(shape(&thread.rows(Order::Oldest)), ["reply@0", "other@0"]);
    thread.insert(comment("gone", "", Some(5)));
    assert_eq!(shape(&thread.rows(Order::Oldest)), ["gone@0", "reply@1<gone", "other@0"]);
    thread.remove(&id("gone"));
    assert_eq!(shape(&thread.rows(Order::Oldest)), ["reply@0", "other@0"]);
}

#[test]
fn a_comment_that_answers_itself_answers_nobody() {
    assert_eq!(shape(&thread(&[("1", "1", None)]).rows(Order::Oldest)), ["1@0"]);
}

#[test]
fn a_circle_is_opened_at_its_oldest_comment() {
    let list = [("a", "c", Some(30)), ("b", "a", Some(10)), ("c", "b", Some(20)), ("tail", "a", Some(40))];
    let expected = ["b@0<a", "c@1<b", "a@2<c", "tail@3<a"];
    assert_eq!(shape(&thread(&list).rows(Order::Oldest)), expected);
    let mut turned = list;
    turned.reverse();
    assert_eq!(shape(&thread(&turned).rows(Order::Oldest)), expected);
}

#[test]
fn two_circles_are_opened_each() {
    let thread = thread(&[("a", "b", None), ("b", "a", None), ("c", "d", None), ("d", "c", None)]);
    assert_eq!(shape(&thread.rows(Order::Oldest)), ["a@0<b", "b@1<a", "c@0<d", "d@1<c"]);
}

#[test]
fn deep_replies_are_flat_and_say_whom_they_answer() {
    let list: Vec<Comment> = (1..=10).map(|n| comment(&n.to_string(), &(n - 1).to_string(), Some(n))).collect();
    let rows = Thread::new(list).rows(Order::Oldest);
    let depths: Vec<u8> = rows.iter().map(|row| row.depth).collect();
    assert_eq!(depths, [0, 1, 2, 3, 4, 5, MAX_DEPTH, 6, 6, 6]);
    assert_eq!(rows[9].in_reply_to.as_ref().unwrap().id, id("9"));
}

#[test]
fn a_chain_of_100_000_is_no_problem() {
    let n = 100_000;
    let list: Vec<Comment> = (1..=n).rev().map(|n| comment(&n.to_string(), &(n - 1).to_string(), None)).collect();
    let thread = Thread::new(list);
    let rows = thread.rows(Order::Newest);
    assert_eq!((rows.len(), rows[0].descendants), (n, n - 1));
    assert_eq!(rows[n - 1].comment.id, id(&n.to_string()));
    drop(rows);
    drop(thread);
}

#[test]
fn a_circle_of_100_000_is_no_problem() {
    let n = 100_000;
    let list: Vec<Comment> = (0..n).map(|i| comment(&i.to_string(), &((i + 1) % n).to_string(), None)).collect();
    let rows = Thread::new(list).rows(Order::Oldest);
    assert_eq!((rows.len(), rows[0].comment.id.as_str()), (n, "0"));
}

#[test]
fn inserting_twice_is_inserting_once() {
    let mut once = thread(&[("1", "", Some(1))]);
    once.insert(comment("2", "1", Some(2)));
    let mut twice = once.clone();
    twice.insert(comment("2", "1", Some(2)));
    assert_eq!(once, twice);
}

#[test]
fn inserting_again_changes_the_status_in_place() {
    let mut thread = thread(&[("1", "", Some(1)), ("2", "", Some(2))]);
    thread.insert(Comment { status: Status::NotKept, ..comment("1", "", Some(1)) });
    assert_eq!(shape(&thread.rows(Order::Oldest)), ["1@0", "2@0"]);
    assert_eq!(thread.get(&id("1")).unwrap().status, Status::NotKept);
}

#[test]
fn a_page_brings_more_and_newer_news_of_what_is_here() {
    let mut thread = thread(&[("1", "", Some(1)), ("3", "2", Some(3))]);
    thread.insert(Comment { status: Status::Pending, own: true, ..comment("u-u", "", Some(9)) });
    thread.extend(vec![comment("2", "1", Some(2)), comment("u-u", "1", Some(9)), comment("4", "", None)]);
    assert_eq!(shape(&thread.rows(Order::Oldest)), ["1@0", "2@1<1", "3@2<2", "u-u@1<1", "4@0"]);
    let own = thread.get(&id("u-u")).unwrap();
    assert_eq!((own.status, own.own), (Status::Published, true));
}

#[test]
fn removing_what_is_not_there_changes_nothing() {
    let before = thread(&[("1", "", Some(1))]);
    let mut after = before.clone();
    after.remove(&id("2"));
    assert_eq!(before, after);
}

#[test]
fn the_number_is_the_public_one() {
    let mut thread = thread(&[("1", "", Some(1)), ("2", "1", Some(2))]);
    thread.insert(Comment { status: Status::Pending, ..comment("3", "", Some(3)) });
    thread.insert(Comment { status: Status::NotKept, ..comment("4", "", Some(4)) });
    assert_eq!(thread.count(), 3);
    assert_eq!(thread.comments().len(), 4);
    let recent: Vec<_> = thread.recent(2).iter().map(|c| c.id.as_str().to_owned()).collect();
    assert_eq!(recent, ["4", "2"]);
}

#[test]
fn only_pending_is_no_comments_but_not_empty() {
    let thread = Thread::new(vec![Comment { status: Status::Pending, ..comment("1", "", None) }]);
    assert_eq!((thread.count(), thread.is_empty()), (0, false));
}

#[test]
fn the_declared_number_holds_until_all_are_here() {
    let thread = thread(&[("1", "", None), ("2", "", None)]);
    assert_eq!(total(&thread, true, Some(40)), 2);
    assert_eq!(total(&thread, false, Some(40)), 40);
    assert_eq!(total(&thread, false, Some(1)), 2);
    assert_eq!(total(&thread, false, None), 2);
}

#[test]
fn orders_have_names() {
    for order in Order::ALL {
        assert_eq!(Order::from_name(order.name()), Some(*order));
    }
    assert_eq!(Order::from_name("loudest"), None);
    assert_eq!(Order::default(), Order::Oldest);
}
