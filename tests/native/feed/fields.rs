//! The reading rules of `docs/feed.md` that are about one field: an example, or a few, for each.

use news_widget::feed::{Content, Date};

use super::{feed, item, item_skipping, names, read};

#[test]
fn every_url_is_resolved_against_the_feeds_own_url() {
    let item = item(r#""url":"../story?a=b","external_url":"//other.example","image":" HTTPS://IMG.example/a b.png""#);
    assert_eq!(item.url.unwrap().as_str(), "https://news.example/story?a=b");
    assert_eq!(item.external_url.unwrap().as_str(), "https://other.example/");
    assert_eq!(item.image.unwrap().url.as_str(), "https://img.example/a%20b.png");
}

#[test]
fn only_web_addresses_survive() {
    for url in [
        "javascript:alert(1)",
        "JaVa\\tScript:1",
        "data:text/html,x",
        "mailto:a@b.example",
        "file:///etc",
        "http://",
        "blob:x",
    ] {
        let (item, skipped) = item_skipping(&format!(r#""url":"{url}""#));
        assert_eq!((item.url, skipped.len()), (None, 1), "{url}");
        assert!(skipped[0].starts_with(r#"item "1", url: not an http(s) address, found "#), "{skipped:?}");
    }
}

#[test]
fn titles_summaries_and_names_are_plain_text() {
    let item = item(
        r#""title":"<b>Fish</b> &amp; Chips","summary":"<p>One</p><p>Two","authors":[{"name":"Ann &lt;3"}],"tags":["R&amp;D"],
        "attachments":[{"url":"a.mp3","title":"<i>A</i>"}],
        "_news":{"section":"<b>World</b>","article":{"id":1,"title":"&quot;X&quot;"}}"#,
    );
    assert_eq!(item.title.as_deref(), Some("Fish & Chips"));
    assert_eq!(item.summary.as_deref(), Some("One Two"));
    assert_eq!(names(&item.authors), [Some("Ann <3")]);
    assert_eq!((item.tags[0].as_str(), item.news.section[0].as_str()), ("R&D", "World"));
    assert_eq!(item.attachments[0].title.as_deref(), Some("A"));
    assert_eq!(item.news.article.unwrap().title.as_deref(), Some("\"X\""));
    let feed = feed(r#""title":"A &amp; B","description":"<p>C</p>","_news":{"sections":[{"name":"<i>D</i>"}]}"#);
    assert_eq!((feed.title.as_deref(), feed.description.as_deref()), (Some("A & B"), Some("C")));
    assert_eq!(feed.news.sections[0].name, "D");
}

#[test]
fn dates_are_read_or_reported() {
    let fields = r#""date_published":"2026-01-19T08:30:00+02:00","date_modified":"Mon, 19 Jan 2026 06:30:00 GMT""#;
    let dated = item(fields);
    assert_eq!(dated.date_published, Some(Date::from_millis(1_768_804_200_000)));
    assert_eq!(dated.date_modified, dated.date_published);
    let (item, skipped) = item_skipping(r#""date_published":"yesterday""#);
    assert_eq!(item.date_published, None);
    assert_eq!(skipped, [r#"item "1", date_published: not a date, found "yesterday""#]);
}

#[test]
fn content_is_html_else_text_else_none() {
    assert_eq!(item(r#""content_html":"<p>A","content_text":"B""#).content, Content::Html("<p>A".into()));
    assert_eq!(item(r#""content_html":" \n","content_text":" B &amp; ""#).content, Content::Text(" B &amp; ".into()));
    assert_eq!(item(r#""content_html":null,"content_text":null"#).content, Content::None);
}

#[test]
fn tags_are_plain_each_once() {
    assert_eq!(item(r#""tags":["a",1,"b","a"," ",null,2.5," b "]"#).tags, ["a", "1", "b", "2.5"]);
    let (item, skipped) = item_skipping(r#""tags":["a",{},true]"#);
    assert_eq!((item.tags.len(), skipped.len()), (1, 2));
    assert_eq!(skipped[0], r#"item "1", tags[1]: expected text, found {}"#);
}

#[test]
fn attachments_need_an_address_only() {
    let (item, skipped) = item_skipping(
        r#""attachments":[{"url":"a.mp3","mime_type":" Audio/MPEG ","size_in_bytes":"123","duration_in_seconds":61.9},
        {"url":"b.mp3","size_in_bytes":5000000.0},{"url":"","mime_type":"a/b"},{"url":"mailto:x"},"c.mp3"]"#,
    );
    let [first, second] = item.attachments.as_slice() else { panic!("{skipped:?}") };
    assert_eq!((first.mime_type.as_str(), first.size, first.duration), ("audio/mpeg", Some(123), Some(61)));
    assert_eq!((second.mime_type.as_str(), second.size, second.duration), ("", Some(5_000_000), None));
    assert_eq!(skipped[0], r#"item "1", attachments[2].url: missing"#);
    assert_eq!(skipped[1], r#"item "1", attachments[3].url: not an http(s) address, found "mailto:x""#);
    assert_eq!(skipped[2], r#"item "1", attachments[4]: expected an object, found "c.mp3""#);
}

#[test]
fn numbers_may_be_texts_and_lose_their_fractions() {
    for (json, number) in [
        ("0", 0),
        ("12", 12),
        ("12.0", 12),
        ("12.9", 12),
        ("1.25e1", 12),
        ("120E-1", 12),
        ("\" 12 \"", 12),
        ("18446744073709551615", u64::MAX),
        ("0e999999999", 0),
        ("1e-999999999", 0),
    ] {
        assert_eq!(item(&format!(r#""_news":{{"views":{json}}}"#)).news.views, Some(number), "{json}");
    }
    for json in [
        "-1",
        "18446744073709551616",
        "1e20",
        "1e999999999",
        "1e99999999999",
        "\"many\"",
        "\"1,000\"",
        "true",
        "[1]",
        "{}",
    ] {
        let (item, skipped) = item_skipping(&format!(r#""_news":{{"views":{json}}}"#));
        assert_eq!(item.news.views, None, "{json}");
        assert_eq!(skipped, [format!(r#"item "1", _news.views: expected a number, not negative, found {json}"#)]);
    }
}

#[test]
fn a_language_is_a_tag_that_browsers_accept() {
    assert_eq!(feed(r#""language":"pt_BR""#).language.as_deref(), Some("pt-BR"));
    let parsed = read(
        r#"{"version":"https://jsonfeed.org/version/1.1","language":"en","items":[
        {"id":"1","language":"EN"},{"id":"2","language":"de"},{"id":"3","language":"e"},{"id":"4","language":"en-"}]}"#,
    );
    let languages: Vec<_> = parsed.feed.items.iter().map(|item| item.language.as_deref()).collect();
    assert_eq!(languages, [None, Some("de"), None, None]);
    assert_eq!(parsed.skipped.len(), 2);
}

#[test]
fn half_a_character_costs_that_character() {
    let (item, skipped) = item_skipping(r#""title":"a\ud83db \ud83d\ude00 \ude00","content_text":"\ud83d""#);
    assert_eq!(item.title.as_deref(), Some("a\u{fffd}b 😀 \u{fffd}"));
    assert_eq!(item.content, Content::Text("\u{fffd}".into()));
    assert_eq!(skipped.len(), 2);
    assert!(skipped.iter().all(|line| line.contains("half a character")), "{skipped:?}");
}
