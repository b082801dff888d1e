//! What is no feed says so, in a sentence.

use news_widget::feed::{FeedError, NoText, parse, parse_comment};

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

/// A host stored `feed.json.gz` under the feed's name; "breaks at line 1" helped nobody.
#[test]
fn compressed_bytes_and_what_is_no_text_are_called_what_they_are() {
    for (bytes, words) in [
        (&b"\x1f\x8b\x08\0\0\0\0\0\0\x03\xabV*K-*"[..], "that gzip has compressed"),
        (b"\x28\xb5\x2f\xfd\x24\x10\x81\0\0", "that Zstandard has compressed"),
        (b"PK\x03\x04\x14\0\0\0\x08\0", "that ZIP has compressed"),
        (b"BZh91AY&SY", "that bzip2 has compressed"),
        (b"\xfd7zXZ\0\0\x04", "that xz has compressed"),
        (b"\x8b\x0a\x80\x7b\x22\xc1\x9f\x03", "by Brotli for instance"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "no text"),
    ] {
        let found = NoText::of(bytes).expect(words).message();
        assert!(found.contains(words), "{words}: {found}");
        assert!(parse(bytes, BASE, &Urls).is_err());
    }
    for found in [NoText::Packed("gzip"), NoText::Unknown] {
        assert!(include_str!("../../../docs/feed.md").contains(&found.message()), "{found:?}");
    }
    for text in [
        &b""[..],
        b"{\"title\": \"\xcf\xf0\xe8\xe2\xe5\xf2\", x}",
        b"Zur\xfcck zur Startseite",
        "Не найдено".as_bytes(),
    ] {
        assert_eq!(NoText::of(text), None);
    }
}

/// Some programs write UTF-16 and leave out the mark that says so.
#[test]
fn utf_16_without_a_mark_is_read() {
    let text = r#"{"version":"https://jsonfeed.org/version/1.1","title":"Ż","items":[]}"#;
    for bytes in [
        text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>(),
        text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
    ] {
        assert_eq!(parse(&bytes, BASE, &Urls).unwrap().feed.title.as_deref(), Some("Ż"));
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
