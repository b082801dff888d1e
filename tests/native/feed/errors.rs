//! What is no feed says so, in a sentence.

use news_widget::feed::{FeedError, parse, parse_comment};

use super::BASE;
use crate::support::Urls;

fn error(text: &str) -> FeedError {
    parse(text.as_bytes(), BASE, &Urls).expect_err(text)
}

#[test]
fn what_is_not_json_gets_a_clear_message() {
    for (text, code, words) in [
        ("", "empty", "empty document"),
        (" \r\n\t", "empty", "empty document"),
        ("\u{feff}", "empty", "empty document"),
        ("<!DOCTYPE html><html>", "html", "answered with an HTML page instead of a JSON feed"),
        ("\n<p>Not found", "html", "HTML page"),
        ("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>", "html", "HTML page"),
        ("<?xml version='1.0'?><rss version='2.0'>", "xml", "RSS"),
        ("<RSS version='2.0'>", "xml", "RSS"),
        (r#"{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1"#, "truncated", "ends in the middle"),
        ("{", "truncated", "ends in the middle"),
        ("[1,", "truncated", "ends in the middle"),
        ("{\"a\":1,\n \"é\": x}", "not-json", "line 2, column 7"),
        ("Not found", "not-json", "line 1, column"),
        ("{\"items\":[]} {}", "not-json", "line 1, column 14"),
    ] {
        let error = error(text);
        assert_eq!(error.code(), code, "{text}");
        assert!(error.message().contains(words), "{text}: {error}");
    }
}

#[test]
fn what_is_json_but_no_feed_gets_a_clear_message() {
    for text in [
        "[]",
        "[{}]",
        "42",
        "null",
        "\"feed\"",
        "{}",
        r#"{"code":"rest_no_route"}"#,
        r#"{"items":{}}"#,
        r#"{"version":"1.0"}"#,
        r#"{"items":null}"#,
    ] {
        let error = error(text);
        assert_eq!(error.code(), "not-a-feed", "{text}");
        assert!(error.message().contains("\"items\""), "{error}");
    }
}

#[test]
fn every_message_says_what_to_do() {
    use FeedError::*;
    for error in [Empty, Html, Xml, Truncated, NotJson { line: 1, column: 1 }, List, Scalar, NoItems, NoId] {
        let message = error.message();
        assert!(message.ends_with('.') && message.contains(". "), "{message}");
        assert!(!message.contains("  ") && !message.contains('\n'), "{message:?}");
        assert!(error.code().bytes().all(|b| b.is_ascii_lowercase() || b == b'-'));
        assert_eq!(error.to_string(), message);
    }
}

#[test]
fn a_comment_without_an_id_is_no_comment() {
    let error = parse_comment(br#"{"content_text":"Hello"}"#, BASE, &Urls).expect_err("no id");
    assert_eq!(error.code(), "not-a-comment");
}

#[test]
fn the_documentation_quotes_every_sentence() {
    use FeedError::*;
    let docs = include_str!("../../../docs/feed.md");
    for error in [Empty, Html, Xml, Truncated, NotJson { line: 3, column: 14 }, List, Scalar, NoItems, NoId] {
        assert!(docs.contains(&error.message()), "{error}");
        assert!(docs.contains(&format!("`{}`", error.code())), "{error:?}");
    }
}
