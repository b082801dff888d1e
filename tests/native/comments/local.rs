use news_widget::{
    comments::{
        keys,
        model::Comment,
        services::local::{article_prefix, comments, key, prefix, rfc3339, to_feed, to_json},
    },
    feed::{ArticleRef, Author, Content, Date, ItemId},
};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{comment, comment_item, id, parts, url};

#[test]
fn a_key_is_of_one_comment() {
    let start = "news-widget/comment/https%3A%2F%2Fn.example%2Ff/a%2F1/";
    assert_eq!(key("https://n.example/f", &id("a/1"), &id("u-u")), format!("{start}u-u"));
    assert_eq!(article_prefix("https://n.example/f", &id("a/1")), start);
    assert_eq!(prefix("https://n.example/f"), "news-widget/comment/https%3A%2F%2Fn.example%2Ff/");
}

#[test]
fn a_stored_comment_is_a_feed_item() {
    let stored = Comment {
        author: Author { name: Some("Ann".into()), url: Some(url("https://ann.example/")), avatar: None },
        content: Content::Text("Hi \"all\"\n\u{1F600}".into()),
        article: Some(ArticleRef {
            id: id("a"),
            title: Some("Headline".into()),
            url: Some(url("https://news.example/a")),
        }),
        own: true,
        ..comment("u-u", "p", Some(1_768_812_345_678))
    };
    let expected = json!({
        "id": "u-u",
        "content_text": "Hi \"all\"\n\u{1F600}",
        "authors": [{"name": "Ann", "url": "https://ann.example/"}],
        "date_published": "2026-01-19T08:45:45.678Z",
        "_news": {
            "parent": "p",
            "article": {"id": "a", "title": "Headline", "url": "https://news.example/a"},
        },
    });
    assert_eq!(serde_json::from_str::<Value>(&to_json(&stored)).unwrap(), expected);
}

#[test]
fn names_and_headlines_are_stored_as_the_markup_that_the_feed_reader_expects() {
    let author = Author { name: Some("<Ann> &lt; Bob & <3".into()), ..Author::default() };
    let article = ArticleRef { id: id("a"), title: Some("a<b>c".into()), url: None };
    let stored = Comment { author, article: Some(article), ..comment("1", "", None) };
    let item: Value = serde_json::from_str(&to_json(&stored)).unwrap();
    assert_eq!(item["authors"][0]["name"], "&lt;Ann> &amp;lt; Bob &amp; &lt;3");
    assert_eq!(item["_news"]["article"]["title"], "a&lt;b>c");
}

#[test]
fn what_is_not_known_is_not_stored() {
    let bare = Comment { author: Author::default(), ..comment("1", "", None) };
    let expected = json!({"id": "1", "content_text": "This is 1.", "authors": [{}], "_news": {}});
    assert_eq!(serde_json::from_str::<Value>(&to_json(&bare)).unwrap(), expected);
}

#[test]
fn stored_values_make_a_feed_and_broken_ones_are_left_out() {
    let one = to_json(&comment("1", "", Some(1)));
    let two = to_json(&comment("2", "", Some(2)));
    let deep = "[".repeat(100_000);
    let text = to_feed(["", one.as_str(), "{\"id\":", "oops", "{},{}", deep.as_str(), two.as_str(), "]}"]);
    let feed: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
    let ids: Vec<_> = feed["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["1", "2"]);
    assert!(serde_json::from_str::<Value>(&to_feed([])).unwrap()["items"].as_array().unwrap().is_empty());
}

#[test]
fn what_this_browser_stored_is_the_readers_own() {
    let read = comments(&[comment_item("1", "", Some(1))]);
    assert!(read.iter().all(|comment| comment.own));
}

/// A stored comment that said so was marked as the article's author's.
#[test]
fn nobody_says_of_themselves_that_they_wrote_the_article() {
    let stored = to_feed([r#"{"id":"u","content_text":"Hm.","_news":{"by_author":true}}"#]);
    let read = news_widget::feed::parse_thread(stored.as_bytes(), "about:blank", &crate::support::Urls).unwrap();
    assert!(read.feed.items[0].news.by_author);
    assert!(!comments(&read.feed.items)[0].by_author);
}

#[test]
fn moments_as_rfc_3339() {
    for (millis, text) in [
        (0, "1970-01-01T00:00:00.000Z"),
        (-1, "1969-12-31T23:59:59.999Z"),
        (951_782_400_000, "2000-02-29T00:00:00.000Z"),
        (1_709_164_800_000, "2024-02-29T00:00:00.000Z"),
        (1_767_225_599_999, "2025-12-31T23:59:59.999Z"),
        (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
        (i64::MIN, "0000-01-01T00:00:00.000Z"),
        (i64::MAX, "9999-12-31T23:59:59.999Z"),
    ] {
        assert_eq!(rfc3339(Date::from_millis(millis)), text);
    }
}

/// The other way round, by counting days.
fn millis(text: &str) -> i64 {
    let number = |range: std::ops::Range<usize>| text[range].parse::<i64>().unwrap();
    let leap = |year: i64| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let (year, month, day) = (number(0..4), number(5..7), number(8..10));
    let years: i64 = if year >= 1970 {
        (1970..year).map(|y| 365 + i64::from(leap(y))).sum()
    } else {
        -(year..1970).map(|y| 365 + i64::from(leap(y))).sum::<i64>()
    };
    let lengths = [31, 28 + i64::from(leap(year)), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let months: i64 = lengths.iter().take(usize::try_from(month).unwrap() - 1).sum();
    let seconds = number(11..13) * 3600 + number(14..16) * 60 + number(17..19);
    (years + months + day - 1) * 86_400_000 + seconds * 1000 + number(20..23)
}

proptest! {
    #[test]
    fn rfc_3339_names_the_moment(at in -62_167_219_200_000..=253_402_300_799_999i64) {
        prop_assert_eq!(millis(&rfc3339(Date::from_millis(at))), at);
    }

    #[test]
    fn any_text_is_stored_as_json(text in any::<String>(), name in "[^&<]*") {
        let author = Author { name: Some(name.clone()), ..Author::default() };
        let stored = Comment { content: Content::Text(text.clone()), author, ..comment("1", "", None) };
        let feed: Value = serde_json::from_str(&to_feed([to_json(&stored).as_str()])).unwrap();
        prop_assert_eq!(feed["items"][0]["content_text"].as_str(), Some(text.as_str()));
        prop_assert_eq!(feed["items"][0]["authors"][0]["name"].as_str(), Some(name.as_str()));
    }

    #[test]
    fn keys_never_collide_and_prefixes_hold(
        a in ("[/%2Fab]{1,4}", "[/%2Fab]{1,4}", "[/%2Fab]{1,4}"), b in ("[/%2Fab]{1,4}", "[/%2Fab]{1,4}", "[/%2Fab]{1,4}"),
    ) {
        let of = |p: &(String, String, String)| key(&p.0, &id(&p.1), &id(&p.2));
        prop_assert_eq!(a == b, of(&a) == of(&b));
        prop_assert_eq!(parts(&of(&a), keys::COMMENTS), [a.0.as_str(), &a.1, &a.2]);
        let article: ItemId = id(&b.1);
        prop_assert_eq!(of(&a).starts_with(&prefix(&b.0)), a.0 == b.0);
        prop_assert_eq!(of(&a).starts_with(&article_prefix(&b.0, &article)), a.0 == b.0 && a.1 == b.1);
    }
}
