//! What is kept of a comment until its service has it.

use news_widget::{
    comments::{
        model::{Comment, Status},
        outbox::{self, Entry},
        services::local,
    },
    feed::{ArticleRef, Author, Content, Date, parse_thread},
};
use proptest::prelude::*;

use super::{StrictUrls, id, url};

const FEED: &str = "https://news.example/feed.json";

fn entry(text: &str, email: Option<&str>) -> Entry {
    let comment = Comment {
        id: id("u-1"),
        parent: Some(id("1")),
        author: Author { name: Some("Ann".into()), url: Some(url("https://ann.example/")), avatar: None },
        content: Content::Text(text.into()),
        date: Some(Date::from_millis(1_700_000_000_000)),
        url: None,
        article: Some(ArticleRef { id: id("a"), title: Some("A & B".into()), url: None }),
        status: Status::Published,
        own: true,
    };
    let email = email.map(str::to_owned);
    Entry { comment, email, service: "https://c.example/".into(), tries: 3, due: Date::from_millis(9) }
}

fn again(text: &str) -> Option<Entry> {
    let parts = Entry::parts(text)?;
    let feed = local::to_feed([parts.comment]);
    let read = parse_thread(feed.as_bytes(), "about:blank", &StrictUrls).ok()?;
    let comment = local::comments(&read.feed.items).into_iter().next()?;
    Some(Entry::assemble(parts, comment))
}

#[test]
fn a_key_of_its_own_for_each() {
    let key = entry("x", None).key(FEED).unwrap();
    assert_eq!(key, "news-widget/outbox/https%3A%2F%2Fnews.example%2Ffeed.json/a/u-1");
    assert!(key.starts_with(&outbox::prefix(FEED, &id("a"))));
    let nowhere = Entry { comment: Comment { article: None, ..entry("x", None).comment }, ..entry("x", None) };
    assert_eq!(nowhere.key(FEED), None);
}

#[test]
fn what_is_no_entry_is_none() {
    let text = entry("x", None).to_json();
    assert!(again(&text).is_some());
    for bad in [
        "",
        "{}",
        "null",
        "[1]",
        &text[..text.len() - 1],
        &text.replace("\"tries\":3", "\"tries\":-1"),
        &text.replace("u-1", ""),
    ] {
        assert_eq!(again(bad), None, "{bad}");
    }
}

#[test]
fn waits_double_up_to_five_minutes_and_heed_the_server() {
    let wait = |tries, after, random| {
        let mut entry = Entry { tries, ..entry("x", None) };
        entry.put_off(Date::from_millis(0), after, random);
        assert_eq!(entry.tries, if tries == u32::MAX { tries } else { tries + 1 });
        entry.due.millis()
    };
    assert_eq!([wait(0, None, 1.0), wait(1, None, 1.0), wait(2, None, 1.0)], [2_000, 4_000, 8_000]);
    assert_eq!([wait(0, None, 0.0), wait(20, None, 1.0), wait(u32::MAX, None, 1.0)], [1_000, 300_000, 300_000]);
    assert_eq!([wait(0, Some(60), 1.0), wait(9, Some(1), 1.0)], [60_000, 300_000]);
    assert_eq!(wait(0, Some(u32::MAX), 1.0), 86_400_000, "a day at most");
}

#[test]
fn a_clock_that_was_put_back_holds_nothing_for_long() {
    let entry = Entry { due: Date::from_millis(10 * 86_400_000), ..entry("x", None) };
    assert!(!entry.is_due(Date::from_millis(10 * 86_400_000 - 1)));
    assert!(entry.is_due(Date::from_millis(10 * 86_400_000)));
    assert!(entry.is_due(Date::from_millis(8 * 86_400_000)), "two days away: no wait is that long");
}

proptest! {
    #[test]
    fn what_is_kept_comes_back(text in "\\PC{1,40}", email in proptest::option::of("[a-z]{1,5}@[a-z]{1,5}")) {
        let kept = entry(&text, email.as_deref());
        prop_assert_eq!(again(&kept.to_json()), Some(kept));
    }

    #[test]
    fn waits_are_never_shorter_than_asked_nor_longer_than_a_day(tries: u32, after in proptest::option::of(0u32..100_000), random in -1.0f64..2.0, now in 0i64..4_000_000_000_000) {
        let mut kept = Entry { tries, ..entry("x", None) };
        kept.put_off(Date::from_millis(now), after, random);
        let wait = kept.due.millis() - now;
        prop_assert!(wait >= 1_000.max(i64::from(after.unwrap_or(0)).min(86_400) * 1000), "{}", wait);
        prop_assert!(wait <= 86_400_000, "{}", wait);
    }
}
