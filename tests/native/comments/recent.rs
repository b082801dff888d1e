use std::sync::Arc;

use news_widget::comments::{
    model::{Comment, Status},
    services::feed,
    thread::recent,
};

use super::{comment_item, comment_on, id, item};

fn ids(comments: &[Comment]) -> Vec<&str> {
    comments.iter().map(|comment| comment.id.as_str()).collect()
}

#[test]
fn newest_first_undated_last() {
    let list = [
        comment_on("a", "undated", None),
        comment_on("a", "old", Some(1)),
        comment_on("b", "new", Some(9)),
        comment_on("b", "also undated", None),
    ];
    assert_eq!(ids(&recent(&list, 10)), ["new", "old", "undated", "also undated"]);
    assert_eq!(ids(&recent(&list, 1)), ["new"]);
    assert!(recent(&list, 0).is_empty());
}

#[test]
fn one_id_on_two_articles_is_two_comments() {
    let list = [comment_on("a", "1", Some(1)), comment_on("b", "1", Some(2)), comment_on("a", "1", Some(1))];
    assert_eq!(recent(&list, 10).len(), 2);
}

#[test]
fn what_awaits_moderation_is_not_shown() {
    let list = [
        Comment { status: Status::Pending, ..comment_on("a", "pending", Some(9)) },
        Comment { status: Status::NotKept, ..comment_on("a", "not kept", Some(8)) },
    ];
    assert_eq!(ids(&recent(&list, 10)), ["not kept"]);
}

#[test]
fn the_threads_of_a_feed_give_the_newest_with_their_articles() {
    let mut one = item("one");
    one.title = Some("One".into());
    one.news.comments = vec![comment_item("1", "", Some(10)), comment_item("2", "1", Some(30))];
    let mut two = item("two");
    two.news.comments = vec![comment_item("1", "", Some(20))];
    let found = feed::recent(&[one, item("without"), two].map(Arc::new), 2);
    assert_eq!(ids(&found), ["2", "1"]);
    assert_eq!(found[0].article.as_ref().unwrap().title.as_deref(), Some("One"));
    assert_eq!(found[1].article.as_ref().unwrap().id, id("two"));
}
