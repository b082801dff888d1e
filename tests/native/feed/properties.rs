//! What holds for every document.

use news_widget::feed::{parse, parse_comment, parse_thread};
use proptest::prelude::*;

use super::{BASE, ids, item, items};
use crate::support::Urls;

const KEYS: &[&str] = &[
    "version",
    "items",
    "id",
    "url",
    "external_url",
    "title",
    "content_html",
    "content_text",
    "summary",
    "image",
    "banner_image",
    "date_published",
    "date_modified",
    "authors",
    "author",
    "name",
    "avatar",
    "tags",
    "language",
    "attachments",
    "mime_type",
    "size_in_bytes",
    "expired",
    "next_url",
    "_news",
    "section",
    "sections",
    "related",
    "popular",
    "views",
    "image_width",
    "image_height",
    "comments",
    "comments_open",
    "comment_count",
    "parent",
    "article",
    "spot",
    "service",
    "label",
];

/// JSON of any shape, whose keys are mostly those that the reader knows.
fn json() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        any::<bool>().prop_map(|b| b.to_string()),
        any::<i64>().prop_map(|n| n.to_string()),
        any::<f64>().prop_filter("finite", |n| n.is_finite()).prop_map(|n| format!("{n:e}")),
        string(),
    ];
    leaf.prop_recursive(5, 64, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(|list| format!("[{}]", list.join(","))),
            prop::collection::vec((key(), inner), 0..8).prop_map(object),
        ]
    })
}

fn key() -> impl Strategy<Value = String> {
    prop_oneof![8 => prop::sample::select(KEYS).prop_map(|key| format!("{key:?}")), 1 => string()]
}

fn string() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>().prop_map(|text| serde_json::to_string(&text).unwrap()),
        "\"(\\\\ud[89a-f][0-9a-f]{2}|\\\\[nt\"/]|[a-z<>&;:/ é]){0,8}\"".prop_map(String::from),
        Just("\"https://jsonfeed.org/version/1.1\"".to_owned()),
    ]
}

fn object(fields: Vec<(String, String)>) -> String {
    let fields: Vec<_> = fields.into_iter().map(|(key, value)| format!("{key}:{value}")).collect();
    format!("{{{}}}", fields.join(","))
}

proptest! {
    #[test]
    fn any_bytes_are_a_feed_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = parse(&bytes, BASE, &Urls);
    }

    #[test]
    fn any_json_is_a_feed_or_an_error(json in json()) {
        serde_json::from_str::<serde::de::IgnoredAny>(&json).unwrap();
        for answer in [parse(json.as_bytes(), BASE, &Urls), parse_thread(json.as_bytes(), BASE, &Urls)] {
            match answer {
                Ok(parsed) => for skipped in parsed.skipped {
                    let line = skipped.to_string();
                    prop_assert!(!line.contains(char::is_control), "{line:?}");
                },
                Err(error) => prop_assert_eq!(error.code(), "not-a-feed"),
            }
        }
        let _ = parse_comment(json.as_bytes(), BASE, &Urls);
    }

    #[test]
    fn a_document_cut_anywhere_is_a_feed_or_an_error(json in json(), at in any::<prop::sample::Index>()) {
        let bytes = json.as_bytes();
        let _ = parse(&bytes[..at.index(bytes.len() + 1)], BASE, &Urls);
    }

    #[test]
    fn good_items_beside_broken_ones_are_kept_in_order(list in prop::collection::vec((any::<bool>(), json()), 0..12)) {
        let mut good = Vec::new();
        let texts: Vec<_> = list.iter().enumerate().map(|(number, (is_good, json))| {
            if *is_good {
                let id = format!("good-{number}");
                let text = format!(r#"{{"id":"{id}","title":"Title {number}","content_text":"Body","tags":["t"]}}"#);
                good.push(id);
                text
            } else {
                json.clone()
            }
        }).collect();
        let parsed = items(&texts.join(","));
        let kept: Vec<_> = ids(&parsed.feed).into_iter().filter(|id| id.starts_with("good-")).collect();
        prop_assert_eq!(kept, good);
    }

    #[test]
    fn broken_fields_cost_only_themselves(before in key(), after in key(), value in json()) {
        // Keys are compared as JSON decodes them.
        let known = |key: &str| ["id", "title", "content_text", "content_html"].iter().any(|known| key == format!("{known:?}"));
        prop_assume!(!known(&before) && !known(&after));
        let parsed = items(&format!(
            r#"{{{before}:{value},"id":"1","title":"Title","content_text":"Body",{after}:{value}}}"#
        ));
        prop_assert_eq!(parsed.feed.items.len(), 1);
        prop_assert_eq!(parsed.feed.items[0].title.as_deref(), Some("Title"));
    }

    #[test]
    fn every_skipped_thing_is_reported_once(json in json()) {
        let parsed = items(&format!(r#"{{"id":"1","_news":{json},"authors":{json},"attachments":{json},"tags":{json}}}"#));
        let mut places: Vec<_> = parsed.skipped.iter().map(|skipped| (&skipped.item, &skipped.field, skipped.reason.to_string())).collect();
        let all = places.len();
        places.sort();
        places.dedup();
        prop_assert_eq!(places.len(), all, "{:#?}", parsed.skipped);
    }

    #[test]
    fn any_number_is_an_id(number in any::<i64>(), digits in "[1-9][0-9]{0,60}") {
        let parsed = items(&format!(r#"{{"id":{number}}},{{"id":-{digits}}},{{"id":"x{digits}","_news":{{"parent":{digits}}}}}"#));
        prop_assert_eq!(ids(&parsed.feed)[0], number.to_string());
        prop_assert_eq!(parsed.feed.items.last().unwrap().news.parent.as_ref().unwrap().as_str(), digits);
    }

    #[test]
    fn any_text_is_kept_as_content(text in "\\PC{1,40}") {
        prop_assume!(!text.trim().is_empty());
        let json = serde_json::to_string(&text).unwrap();
        prop_assert_eq!(
            item(&format!(r#""content_text":{json}"#)).content,
            news_widget::feed::Content::Text(text)
        );
    }

    #[test]
    fn utf_16_reads_as_utf_8_does(title in any::<String>(), big in any::<bool>()) {
        let json = format!(
            r#"{{"version":"https://jsonfeed.org/version/1.1","title":{},"items":[]}}"#, serde_json::to_string(&title).unwrap()
        );
        let mut bytes = if big { vec![0xFE, 0xFF] } else { vec![0xFF, 0xFE] };
        bytes.extend(json.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }));
        prop_assert_eq!(parse(&bytes, BASE, &Urls).unwrap(), parse(json.as_bytes(), BASE, &Urls).unwrap());
    }
}
