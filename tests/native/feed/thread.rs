//! The rest of `_news`: sections, lists of ids, comments and threads.

use news_widget::feed::{ItemId, parse_comment, parse_thread};

use super::{BASE, feed, feed_skipping, item, item_skipping, read};
use crate::support::Urls;

fn texts(ids: &[ItemId]) -> Vec<&str> {
    ids.iter().map(ItemId::as_str).collect()
}

#[test]
fn the_feed_names_sections_popular_and_services() {
    let news = feed(
        r#""_news":{"about":"https://news.example/about","sections":[{"name":"World","url":"/world"},{"name":"Sport"}],
        "popular":["a",7,"a"," "],"popular_url":"popular.json","recent_comments_url":"/recent.json",
        "comments":{"service":" HTTP ","url":"/comments"}}"#,
    )
    .news;
    assert_eq!(news.sections[0].url.as_ref().unwrap().as_str(), "https://news.example/world");
    assert_eq!((news.sections[1].name.as_str(), &news.sections[1].url), ("Sport", &None));
    assert_eq!(texts(&news.popular), ["a", "7"]);
    assert_eq!(news.popular_url.unwrap().as_str(), "https://news.example/feed/popular.json");
    assert_eq!(news.recent_comments_url.unwrap().as_str(), "https://news.example/recent.json");
    let service = news.comments.unwrap();
    assert_eq!((service.service.as_str(), service.url.unwrap().as_str()), ("http", "https://news.example/comments"));
}

#[test]
fn what_lacks_its_name_is_reported() {
    let (feed, skipped) = feed_skipping(
        r#""_news":{"sections":[{"url":"/x"},"World",{"name":"Ok"}],"comments":{"url":"/c"},"popular":{}}"#,
    );
    assert_eq!((feed.news.sections.len(), feed.news.comments), (1, None));
    let expected = [
        "feed, _news.sections[0].name: missing",
        r#"feed, _news.sections[1]: expected an object, found "World""#,
        "feed, _news.popular: expected a list, found {}",
        "feed, _news.comments.service: missing",
    ];
    assert_eq!(skipped, expected);
}

#[test]
fn the_item_names_its_section_related_and_numbers() {
    let news = item(
        r#""_news":{"section":["World","","Asia"],"related":[1,"b",1],"views":10,"comments_open":false,"comment_count":3,
        "comments_url":"thread.json","parent":5,"article":{"id":9,"url":"/nine"}}"#,
    )
    .news;
    assert_eq!(news.section, ["World", "Asia"]);
    assert_eq!(texts(&news.related), ["1", "b"]);
    assert_eq!((news.views, news.comments_open, news.comment_count), (Some(10), Some(false), Some(3)));
    assert_eq!(news.comments_url.unwrap().as_str(), "https://news.example/feed/thread.json");
    assert_eq!(news.parent.unwrap().as_str(), "5");
    let article = news.article.unwrap();
    assert_eq!((article.id.as_str(), article.url.unwrap().as_str()), ("9", "https://news.example/nine"));
    assert_eq!(item(r#""_news":{"section":"World"}"#).news.section, ["World"]);
    let (_, skipped) = item_skipping(r#""_news":{"section":5,"related":"1","comments_open":"no","article":{}}"#);
    assert_eq!(skipped.len(), 4);
}

#[test]
fn a_comment_is_an_item_and_never_the_feeds_authors() {
    let parsed = read(
        r#"{"version":"https://jsonfeed.org/version/1.1","authors":[{"name":"Desk"}],"items":[{"id":"1","_news":{"comments":[
        {"id":1,"content_text":"Anonymous"},
        {"id":"c2","content_html":"<p>Hi","author":{"name":"Ann"},"date_published":"2026-01-19","_news":{"parent":1}},
        {"content_text":"no id"},{"id":"c2"},{"id":"c3","title":7}]}}]}"#,
    );
    let item = &parsed.feed.items[0];
    assert_eq!(item.authors[0].name.as_deref(), Some("Desk"));
    let [first, second, third] = item.news.comments.as_slice() else { panic!("{item:?}") };
    assert!(first.authors.is_empty() && third.authors.is_empty());
    assert_eq!(second.authors[0].name.as_deref(), Some("Ann"));
    assert_eq!(second.news.parent.as_ref(), Some(&first.id));
    let expected = [
        r#"item "1", _news.comments[2].id: missing"#,
        r#"item "1", _news.comments[3].id: an earlier one has this id, found "c2""#,
        r#"item "1", _news.comments[4].title: expected text, found 7"#,
    ];
    assert_eq!(super::lines(&parsed), expected);
}

#[test]
fn a_thread_kept_elsewhere_does_not_inherit_either() {
    let json = r#"{"version":"https://jsonfeed.org/version/1.1","author":{"name":"Desk"},"items":[
        {"id":"1","content_text":"x"},{"id":"2","author":{"name":"Ann"},"_news":{"article":{"id":"a"}}}]}"#;
    let thread = parse_thread(json.as_bytes(), BASE, &Urls).unwrap();
    assert!(thread.skipped.is_empty());
    assert!(thread.feed.items[0].authors.is_empty());
    assert_eq!(thread.feed.items[1].authors[0].name.as_deref(), Some("Ann"));
    assert_eq!(thread.feed.items[1].news.article.as_ref().unwrap().id.as_str(), "a");
}

#[test]
fn one_comment_is_read_as_a_service_answers_it() {
    let json = r#"{"id":7,"content_text":"Hi","authors":[{"name":"Ann","avatar":"/a.png"}],"date_published":"now"}"#;
    let (comment, skipped) = parse_comment(json.as_bytes(), BASE, &Urls).unwrap();
    assert_eq!((comment.id.as_str(), comment.authors[0].name.as_deref()), ("7", Some("Ann")));
    assert_eq!(skipped[0].to_string(), r#"item "7", date_published: not a date, found "now""#);
}
