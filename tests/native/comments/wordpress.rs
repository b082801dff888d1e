//! The `wordpress` service: what it reads. The answers are recorded from a real WordPress
//! (`tests/fixtures/wordpress/record.mjs`).

mod errand;
mod same;

use std::fs;

use news_widget::{
    comments::{
        model::Status,
        services::{Service, exchange::Page, wordpress},
    },
    feed::{Content, Date, FeedError, Item},
};

use super::{StrictUrls, id, item, url};

pub fn recorded(name: &str) -> Vec<u8> {
    fs::read(format!("{}/tests/fixtures/wordpress/{name}.json", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn article(number: &str, address: Option<&str>) -> Item {
    Item { url: address.map(url), title: Some("The lamp".into()), ..item(number) }
}

fn page(name: &str, address: &str) -> Result<Page, FeedError> {
    wordpress::page(&recorded(name), &url(address), &article("5", None), &StrictUrls)
}

#[test]
fn a_thread_is_asked_for_by_number_or_its_number_by_slug() {
    let service = url("https://wp.example/wp-json/");
    let thread = |article: &Item| wordpress::thread(&service, article).map(|url| url.to_string());
    assert_eq!(
        thread(&article("5", None)).unwrap(),
        "https://wp.example/wp-json/wp/v2/comments?post=5&order=asc&per_page=100&_envelope=1\
         &_fields=id%2Cparent%2Cauthor_name%2Cauthor_url%2Cauthor_avatar_urls%2Cdate_gmt%2Ccontent%2Clink"
    );
    assert_eq!(
        thread(&article("guid", Some("https://wp.example/2026/01/lamp-on-the-quay/"))).unwrap(),
        "https://wp.example/wp-json/wp/v2/posts?slug=lamp-on-the-quay&_envelope=1&_fields=id"
    );
    assert_eq!(thread(&article("guid", None)), None);
}

#[test]
fn a_thread_is_read() {
    let Page { comments, more, total, skipped } =
        page("thread", "https://wp.example/wp-json/wp/v2/comments?post=5&per_page=100").unwrap();
    assert_eq!((more.len(), total, skipped.len()), (0, Some(4), 0));
    let ids: Vec<_> =
        comments.iter().map(|comment| (comment.id.as_str(), comment.parent.as_ref().map(|id| id.as_str()))).collect();
    // The last one answers what is not there any more.
    assert_eq!(ids, [("2", None), ("3", Some("2")), ("4", Some("3")), ("6", Some("5"))]);
    let reply = &comments[1];
    assert_eq!(comments[0].author.name.as_deref(), Some("Ann & Sons"));
    assert_eq!(reply.author.name.as_deref(), Some("Inés O’Dowd"));
    assert_eq!(reply.author.url.as_ref().unwrap().as_str(), "https://ines.example/");
    assert_eq!((&reply.author.avatar, reply.status, reply.own), (&None, Status::Published, false));
    assert_eq!(reply.date, Date::parse("2026-01-19T09:30:00Z"));
    assert_eq!(reply.content, Content::Html("<p>Nor could I.</p>\n".into()));
    assert_eq!(reply.url.as_ref().unwrap().as_str(), "https://wp.example/2026/01/lamp-on-the-quay/#comment-3");
    assert_eq!(reply.article.as_ref().unwrap().title.as_deref(), Some("The lamp"));
}

#[test]
fn a_long_thread_has_more() {
    let address = "https://wp.example/wp-json/wp/v2/comments?post=11&per_page=2&page=2";
    let page = page("thread-page-2", address).unwrap();
    assert_eq!((page.comments.len(), page.total), (2, Some(230)));
    assert_eq!(page.more[0].url.as_str(), "https://wp.example/wp-json/wp/v2/comments?post=11&per_page=2&page=3");
    assert_eq!(page.more[0].under, None);
}

#[test]
fn a_slug_leads_to_the_thread() {
    let lookup =
        "https://wp.example/?lang=en&rest_route=%2Fwp%2Fv2%2Fposts&slug=lamp-on-the-quay&_envelope=1&_fields=id";
    let found = page("lookup", lookup).unwrap();
    assert_eq!((found.comments.len(), found.total), (0, None));
    let more = found.more[0].url.as_str();
    assert!(
        more.starts_with("https://wp.example/?lang=en&rest_route=%2Fwp%2Fv2%2Fcomments&post=5&order=asc"),
        "{more}"
    );
    assert_eq!(page("lookup-nothing", lookup).unwrap(), Page::default());
}

#[test]
fn what_wordpress_does_not_show_is_an_error_and_no_empty_thread() {
    let address = "https://wp.example/wp-json/wp/v2/comments?post=7";
    assert_eq!(page("thread-locked", address).unwrap_err(), FeedError::NoItems);
    let read =
        |body: &str| wordpress::page(body.as_bytes(), &url(address), &article("7", None), &StrictUrls).unwrap_err();
    assert_eq!(read("<p>Maintenance</p>"), FeedError::Html);
    assert_eq!(read(r#"{"body": {}, "status": 500, "headers": []}"#), FeedError::NoItems);
}

#[test]
fn a_commenters_code_keeps_its_indentation() {
    // WordPress leaves the spaces behind the `<br />` that it writes, and HTML shows none of them.
    let html =
        r"<p>def half(n):<br />\n    return n / 2  # exactly<br />\n\tpass<br />done</p>\n<p>  for <b>a</b></p>\n";
    let body = format!(r#"[{{"id": 7, "content": {{"rendered": "{html}"}}}}]"#);
    let page = wordpress::page(body.as_bytes(), &url("https://wp.example/wp-json/"), &article("5", None), &StrictUrls);
    let shown = "<p>def half(n):<br />\n\u{A0}\u{A0}\u{A0}\u{A0}return n / 2  # exactly<br />\n\u{A0}\u{A0}\u{A0}\u{A0}pass<br />done</p>\n\
                 <p>\u{A0}\u{A0}for <b>a</b></p>\n";
    assert_eq!(page.unwrap().comments[0].content, Content::Html(shown.into()));
}

#[test]
fn recent_comments_name_their_articles() {
    let address = wordpress::recent(&url("https://wp.example/wp-json"), 3);
    assert_eq!(
        (address.parameter("per_page").as_deref(), address.parameter("_embed").as_deref()),
        (Some("3"), Some("up"))
    );
    let comments = wordpress::site(&recorded("recent"), &address, &StrictUrls).unwrap();
    assert_eq!(comments.len(), 3);
    let article = comments[0].article.as_ref().unwrap();
    assert_eq!((&article.id, article.title.as_deref()), (&id("5"), Some("It’s back: the lamp & its “keeper” – 50%")));
    assert_eq!(article.url.as_ref().unwrap().as_str(), "https://wp.example/2026/01/lamp-on-the-quay/");
}

#[test]
fn the_form_asks_for_an_email_address() {
    assert!(Service::WordPress.rules().email_required);
}
