//! Whatever a list says, a thread is a thread.

use std::collections::{BTreeMap, BTreeSet};

use news_widget::comments::{
    model::Comment,
    thread::{MAX_DEPTH, Order, Row, Thread},
};
use proptest::prelude::*;

use super::{comment, id};

/// Few ids, so that duplicates, orphans and circles are the rule.
fn lists() -> impl Strategy<Value = Vec<(u8, Option<u8>, Option<i64>)>> {
    prop::collection::vec((0..24u8, prop::option::of(0..30u8), prop::option::of(0..6i64)), 0..60)
}

fn comments(list: &[(u8, Option<u8>, Option<i64>)]) -> Vec<Comment> {
    let text = |n: &Option<u8>| n.map_or(String::new(), |n| n.to_string());
    list.iter().map(|(id, parent, at)| comment(&id.to_string(), &text(parent), *at)).collect()
}

fn ids(rows: &[Row]) -> Vec<&str> {
    rows.iter().map(|row| row.comment.id.as_str()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn every_comment_is_one_row(list in lists(), newest in any::<bool>()) {
        let order = if newest { Order::Newest } else { Order::Oldest };
        let thread = Thread::new(comments(&list));
        let rows = thread.rows(order);
        let expected: BTreeSet<String> = list.iter().map(|(id, ..)| id.to_string()).collect();
        let mut shown: Vec<&str> = ids(&rows);
        shown.sort_unstable();
        prop_assert_eq!(shown.len(), expected.len());
        prop_assert!(shown.iter().all(|id| expected.contains(*id)));
        prop_assert_eq!(thread.comments().len(), rows.len());
    }

    #[test]
    fn parents_come_first_and_depths_follow(list in lists(), newest in any::<bool>()) {
        let order = if newest { Order::Newest } else { Order::Oldest };
        let rows = Thread::new(comments(&list)).rows(order);
        let mut depths: BTreeMap<&str, u8> = BTreeMap::new();
        let known: BTreeSet<&str> = ids(&rows).into_iter().collect();
        for row in &rows {
            prop_assert!(row.depth <= MAX_DEPTH);
            let parent = row.comment.parent.as_ref().map(|parent| parent.as_str());
            if row.depth > 0 {
                let above = depths.get(parent.unwrap());
                prop_assert_eq!(Some(row.depth), above.map(|depth| (depth + 1).min(MAX_DEPTH)));
            }
            let target = parent.filter(|parent| known.contains(parent) && *parent != row.comment.id.as_str());
            prop_assert_eq!(row.in_reply_to.as_ref().map(|to| to.id.as_str()), target);
            depths.insert(row.comment.id.as_str(), row.depth);
        }
    }

    #[test]
    fn the_numbers_of_replies_are_those_of_the_rows(list in lists()) {
        let rows = Thread::new(comments(&list)).rows(Order::Oldest);
        for (at, row) in rows.iter().enumerate() {
            let below = &rows[at + 1..];
            // What belongs to a row is what follows it before the next row that is not deeper; true above the cap.
            if row.depth < MAX_DEPTH {
                let belonging = below.iter().take_while(|other| other.depth > row.depth).count();
                prop_assert_eq!(row.descendants, belonging);
            }
            let direct = |other: &&Row| other.depth > 0 && other.comment.parent.as_ref() == Some(&row.comment.id);
            prop_assert_eq!(row.replies, below.iter().filter(direct).count());
        }
    }

    #[test]
    fn only_what_has_no_way_up_is_top_level(list in lists()) {
        let thread = Thread::new(comments(&list));
        for row in thread.rows(Order::Oldest).iter().filter(|row| row.depth == 0) {
            // Climbing from a top-level comment ends outside the thread or comes back to it.
            let mut at = row.comment.parent.clone();
            let mut steps = 0;
            while let Some(above) = at.as_ref().and_then(|id| thread.get(id)) {
                if above.id == row.comment.id {
                    break;
                }
                steps += 1;
                prop_assert!(steps <= thread.comments().len(), "{:?} leads into a circle it is no part of", row.comment.id);
                at = above.parent.clone();
            }
            if steps > 0 {
                prop_assert!(at.is_some_and(|id| id == row.comment.id), "{:?} had a parent", row.comment.id);
            }
        }
    }

    #[test]
    fn siblings_are_oldest_first(list in prop::collection::vec((0..24u8, prop::option::of(0..30u8), 0..6i64), 0..60)) {
        let list: Vec<_> = list.into_iter().map(|(id, parent, at)| (id, parent, Some(at))).collect();
        let rows = Thread::new(comments(&list)).rows(Order::Oldest);
        let mut latest: BTreeMap<Option<&str>, i64> = BTreeMap::new();
        for row in &rows {
            let parent = row.comment.parent.as_ref().filter(|_| row.depth > 0).map(|parent| parent.as_str());
            let at = row.comment.date.unwrap().millis();
            prop_assert!(latest.insert(parent, at).is_none_or(|before| before <= at));
        }
    }

    #[test]
    fn normalising_again_changes_nothing(list in lists()) {
        let thread = Thread::new(comments(&list));
        let again = Thread::new(thread.comments().iter().map(|comment| Comment::clone(comment)).collect());
        prop_assert_eq!(thread, again);
    }

    #[test]
    fn dated_lists_may_come_in_any_order(list in lists(), seed in any::<u64>()) {
        let mut unique: Vec<_> = comments(&list);
        unique.sort_by(|a, b| a.id.cmp(&b.id));
        unique.dedup_by(|a, b| a.id == b.id);
        for (at, comment) in unique.iter_mut().enumerate() {
            comment.date = Some(news_widget::feed::Date::from_millis(i64::try_from(at * 7 % 25).unwrap() * 100 + at as i64));
        }
        let mut shuffled = unique.clone();
        shuffled.sort_by_key(|comment| comment.id.as_str().bytes().fold(seed, |sum, b| sum.wrapping_mul(31).wrapping_add(b.into())));
        prop_assert_eq!(Thread::new(unique), Thread::new(shuffled));
    }

    #[test]
    fn inserting_one_by_one_shows_the_same_comments(list in lists()) {
        let mut thread = Thread::default();
        for comment in comments(&list) {
            thread.insert(comment);
        }
        let whole = Thread::new(comments(&list));
        prop_assert_eq!(thread.rows(Order::Newest).len(), whole.rows(Order::Newest).len());
        for (n, ..) in &list {
            thread.remove(&id(&n.to_string()));
        }
        prop_assert!(thread.is_empty() && thread.rows(Order::Oldest).is_empty());
    }

    #[test]
    fn dated_pages_make_the_whole_thread(list in lists(), cut in 0..60usize) {
        let mut unique = comments(&list);
        unique.sort_by(|a, b| a.id.cmp(&b.id));
        unique.dedup_by(|a, b| a.id == b.id);
        for (at, comment) in unique.iter_mut().enumerate() {
            comment.date = Some(news_widget::feed::Date::from_millis(i64::try_from(at * 7 % 25).unwrap()));
        }
        let (first, second) = unique.split_at(cut.min(unique.len()));
        let mut thread = Thread::new(first.to_vec());
        thread.extend(second.to_vec());
        prop_assert_eq!(thread, Thread::new(unique));
    }
}
