//! What the thread shows from top to bottom.

use news_widget::comments::{
    lines::{FIRST_REPLIES, Line, MOST_REPLIES, lines},
    model::Comment,
    services::exchange::More,
    thread::{Order, Row, Thread},
};
use proptest::prelude::*;

use super::{comment, id, url};

/// A comment "top" with so many answers "1", "2"… below it, each to the one before.
fn chain(answers: usize) -> Vec<Comment> {
    let name = |n: usize| if n == 0 { "top".to_owned() } else { n.to_string() };
    (0..=answers).map(|n| comment(&name(n), &n.checked_sub(1).map(name).unwrap_or_default(), Some(n as i64))).collect()
}

fn rows(comments: Vec<Comment>) -> Vec<Row> {
    Thread::new(comments).rows(Order::Oldest)
}

fn names(lines: &[Line]) -> Vec<String> {
    let name = |line: &Line| match line {
        Line::Comment(row) => row.comment.id.as_str().to_owned(),
        Line::Folded { top, count } => format!("{count} below {}", top.as_str()),
        Line::Remote { depth, more } => format!("more at {depth} under {}", more.under.as_ref().unwrap().as_str()),
    };
    lines.iter().map(name).collect()
}

fn nobody(_: &Row) -> bool {
    false
}

fn under(parent: &str) -> More {
    More { under: Some(id(parent)), count: Some(3), url: url("https://c.example/") }
}

#[test]
fn a_long_conversation_is_folded_until_it_is_opened() {
    let short = rows(chain(MOST_REPLIES));
    assert_eq!(lines(&short, &[], &[], &nobody).len(), MOST_REPLIES + 1);
    let long = rows(chain(MOST_REPLIES + 1));
    let folded = lines(&long, &[], &[], &nobody);
    assert_eq!(names(&folded), ["top", "1", "2", "3", "4", "3 below top"]);
    assert_eq!(folded.len(), FIRST_REPLIES + 2);
    assert_eq!(lines(&long, &[id("top")], &[], &nobody).len(), MOST_REPLIES + 2);
}

#[test]
fn what_the_reader_looks_for_is_never_folded_away() {
    let long = rows(chain(20));
    let keep = |wanted: &'static str| move |row: &Row| row.comment.id.as_str() == wanted;
    assert_eq!(lines(&long, &[], &[], &keep("17")).len(), 21);
    assert_eq!(lines(&long, &[], &[], &keep("2")).len(), FIRST_REPLIES + 2, "it is to be seen anyway");
}

#[test]
fn replies_that_the_service_has_come_below_those_that_are_here() {
    let mut all = chain(2);
    all.push(comment("other", "", Some(50)));
    let more = [under("1"), under("top"), under("other"), under("gone")];
    let all = rows(all);
    assert_eq!(
        names(&lines(&all, &[], &more, &nobody)),
        ["top", "1", "2", "more at 2 under 1", "more at 1 under top", "other", "more at 1 under other"]
    );
    let long = rows(chain(20));
    let more = [under("3"), under("top"), under("15")];
    assert_eq!(names(&lines(&long, &[], &more, &nobody)).len(), FIRST_REPLIES + 2, "below what is folded");
    assert_eq!(names(&lines(&long, &[id("top")], &more, &nobody)).len(), 21 + 3);
}

proptest! {
    #[test]
    fn every_comment_has_its_line_or_is_counted(parents in proptest::collection::vec(0usize..40, 0..60), opened in 0usize..40) {
        let all: Vec<Comment> = parents
            .iter()
            .enumerate()
            .map(|(n, parent)| comment(&n.to_string(), &if *parent < n { parent.to_string() } else { String::new() }, Some(n as i64)))
            .collect();
        let count = all.len();
        let rows = rows(all);
        let lines = lines(&rows, &[id(&opened.to_string())], &[], &nobody);
        let folded: u64 = lines.iter().map(|line| if let Line::Folded { count, .. } = line { *count } else { 0 }).sum();
        let shown = lines.iter().filter(|line| line.comment().is_some()).count();
        prop_assert_eq!(shown + usize::try_from(folded).unwrap(), count);
        let lonely = lines.iter().any(|line| matches!(line, Line::Folded { count: 0 | 1, .. }));
        prop_assert!(!lonely);
    }
}
