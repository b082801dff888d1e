//! Large and deep documents.

use std::{fmt::Write, time::Instant};

use super::{feed, items, lines, read};

#[test]
fn a_hundred_thousand_levels_do_not_overflow() {
    let (open, close) = ("[".repeat(100_000), "]".repeat(100_000));
    let deep = format!("{open}{close}");
    assert_eq!(feed(&format!(r#""_x":{deep}"#)).items.len(), 1);

    let objects = format!("{}1{}", r#"{"a":"#.repeat(100_000), "}".repeat(100_000));
    let parsed = items(&format!(r#"{{"id":"1","title":{objects},"_news":{deep}}},{deep},{{"id":"2"}}"#));
    assert_eq!(parsed.feed.items.len(), 2);
    assert_eq!(parsed.skipped.len(), 3);
    assert!(lines(&parsed).iter().all(|line| line.len() < 200));
}

#[test]
fn comments_inside_comments_are_reported_and_not_followed() {
    let nested = r#"{"id":"c","_news":{"comments":["#.repeat(20_000) + &"]}}".repeat(20_000);
    let parsed = items(&nested);
    assert_eq!(parsed.feed.items[0].news.comments.len(), 1);
    assert_eq!(lines(&parsed).len(), 1);
    assert!(
        lines(&parsed)[0].contains("_news.comments[0]._news.comments: comments cannot hold comments"),
        "{parsed:?}"
    );
}

/// Twenty megabytes, ten thousand items. `cargo test --release` with `--nocapture` tells how long it took.
#[test]
fn a_whole_archive_is_read() {
    let mut json = String::from(r#"{"version":"https://jsonfeed.org/version/1.1","title":"Archive","items":["#);
    let paragraph = "<p>The quick brown fox &amp; the \\\"lazy\\\" dog.\\n</p>".repeat(38);
    for number in 0..10_000 {
        let comma = if number == 0 { "" } else { "," };
        write!(
            json,
            r#"{comma}{{"id":"{number}","url":"/{number}","title":"Story <b>{number}</b> &amp; more","summary":"A summary.",
            "content_html":"{paragraph}","date_published":"2026-01-19T08:30:00Z","authors":[{{"name":"Ann"}}],
            "tags":["a","b"],"_news":{{"section":["World"],"related":[1,2],"views":{number}}}}}"#
        )
        .unwrap();
    }
    json.push_str("]}");
    assert!(json.len() > 20_000_000, "{}", json.len());
    let start = Instant::now();
    let parsed = read(&json);
    println!("{} bytes in {:?}", json.len(), start.elapsed());
    assert_eq!(parsed.feed.items.len(), 10_000);
    assert!(parsed.skipped.is_empty());
    assert_eq!(parsed.feed.items[9_999].title.as_deref(), Some("Story 9999 & more"));
}

/// Story: a page of 80,000 items of nothing held the reader's browser for a second.
#[test]
fn a_page_of_a_feed_ends_after_twenty_thousand_items() {
    let items: Vec<String> = (0..20_005).map(|at| format!(r#"{{"id":"{at}","content_text":"w"}}"#)).collect();
    let json = format!(r#"{{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{}]}}"#, items.join(","));
    let parsed = read(&json);
    assert_eq!(parsed.feed.items.len(), 20_000);
    assert_eq!(parsed.skipped.len(), 1, "and says so");
}
