//! Feeds from outside: what is expected of every single one.

use std::{
    collections::BTreeSet,
    env, fs,
    path::{Path, PathBuf},
};

use news_widget::feed::{Feed, FeedError, Parsed, parse};

use super::{BASE, lines};
use crate::support::Urls;

/// File, ids, title of the feed, what is skipped.
type Deviation = (&'static str, &'static [&'static str], Option<&'static str>, &'static [&'static str]);

#[rustfmt::skip]
const DEVIATIONS: &[Deviation] = &[
    ("00_ok", &["1"], Some("T"), &[]),
    ("01_numeric_id", &["12"], Some("T"), &[]),
    ("02_float_id", &["1.5"], Some("T"), &[]),
    ("03_missing_id", &["2"], Some("T"), &["feed, items[0].id: missing"]),
    ("04_blank_id", &["2"], Some("T"), &["feed, items[0].id: missing"]),
    ("05_no_version", &["1"], Some("T"), &["feed, version: missing"]),
    ("06_http_version", &["1"], Some("T"), &[]),
    ("07_www_version", &["1"], Some("T"), &[]),
    ("08_version_2", &["1"], Some("T"), &[]),
    ("09_no_title", &["1"], None, &[]),
    ("10_null_fields", &["1"], Some("T"), &[]),
    ("11_empty_strings", &["1"], Some("T"), &[]),
    ("12_bad_date", &["1"], Some("T"), &["item \"1\", date_published: not a date, found \"yesterday\""]),
    ("13_rfc822_date", &["1"], Some("T"), &[]),
    ("14_date_no_tz", &["1"], Some("T"), &[]),
    ("15_date_number", &["1"], Some("T"), &["item \"1\", date_published: expected text, found 1547000000"]),
    ("16_author_v1", &["1"], Some("T"), &[]),
    ("17_authors_object", &["1"], Some("T"), &[]),
    ("18_author_string", &["1"], Some("T"), &[]),
    ("19_tags_string", &["1"], Some("T"), &["item \"1\", tags: expected a list, found \"a,b\""]),
    ("20_tags_numbers", &["1"], Some("T"), &[]),
    ("21_attach_no_mime", &["1"], Some("T"), &[]),
    ("22_attach_size_string", &["1"], Some("T"), &[]),
    ("23_attach_size_float", &["1"], Some("T"), &[]),
    ("24_no_content", &["1"], Some("T"), &[]),
    ("25_items_missing", &[], Some("T"), &["feed, items: missing"]),
    ("26_items_null", &[], Some("T"), &["feed, items: missing"]),
    ("27_item_not_object", &["2"], Some("T"), &["feed, items[0]: expected an object, found \"x\""]),
    ("28_expired_string", &["1"], Some("T"), &["feed, expired: expected true or false, found \"true\""]),
    ("29_hubs_object", &["1"], Some("T"), &[]),
    ("30_ext", &["1"], Some("T"), &[]),
    ("31_bom", &["1"], Some("T"), &[]),
    ("32_utf8_nul", &["1"], Some("ab"), &[]),
    ("33_dup_keys", &[], Some("B"), &[]),
    ("35_lone_surrogate", &["1"], Some("\u{fffd}"),
        &["feed, title: half a character (a lone surrogate) was replaced, found \"\\ud83d\""]),
    ("37_content_null_both", &["1"], Some("T"), &[]),
    ("38_title_number", &["1"], Some("T"), &["item \"1\", title: expected text, found 42"]),
    ("39_bigint_id", &["12345678901234567890123"], Some("A"), &[]),
    ("40_html_leading_ws", &["1"], Some("T"), &[]),
    ("41_utf16", &["1"], Some("T"), &[]),
    ("42_latin1", &["1"], Some("caf\u{fffd}"),
        &["feed, encoding: not UTF-8, so that 1 of its characters became U+FFFD"]),
];

const REFUSED: &[(&str, FeedError)] =
    &[("34_trailing_comma", FeedError::NotJson { line: 1, column: 70 }), ("36_root_array", FeedError::List)];

/// File, number of items, title of the feed, title of the first item, number of skipped things.
type Real = (&'static str, usize, Option<&'static str>, Option<&'static str>, usize);

#[rustfmt::skip]
const FEEDS: &[Real] = &[
    ("401matthall__401matthall.github.io__docs_feed", 5, Some("401matthall"), Some("Why am I struggling?"), 0),
    ("Ranchero-Software__NetNewsWire__Modules_RSParser_Tests_RSParserTests_Resources_authors", 4,
        Some("Author test feed"), None, 0),
    // Its tags are texts with commas, in every item that has any.
    ("Ranchero-Software__NetNewsWire__Modules_RSParser_Tests_RSParserTests_Resources_rose", 84,
        Some("Rosemary Orchard"), Some("Workflow: Add Task & Sub Tasks To OmniFocus"), 53),
    ("bcomnes__jsonfeed-to-rss__snapshots_extended-feed", 8, Some("jsonfeed-to-rss extended feed"),
        Some("A title, giving some simple context to the episode"), 0),
    ("jdecool__jsonfeed__test_Fixtures_authors", 2, Some("My Example Feed"), None, 0),
    ("jdecool__jsonfeed__test_Fixtures_extension", 2, Some("My Example Feed"), None, 0),
    ("jdecool__jsonfeed__test_Fixtures_microblog", 1, Some("Brent Simmons’s Microblog"), None, 0),
    ("jdecool__jsonfeed__test_Fixtures_podcast", 1, Some("The Record"), Some("Special #1 - Chris Parrish"), 0),
    ("jdecool__jsonfeed__test_Fixtures_simple", 2, Some("My Example Feed"), None, 0),
    ("lemon24__reader__tests_data_10", 0, None, None, 0),
    ("lemon24__reader__tests_data_empty", 1, None, None, 0),
    // Two authors with a mailto address and an attachment without any.
    ("lemon24__reader__tests_data_full", 2, Some("My Example Feed"), Some("Title"), 3),
    ("lemon24__reader__tests_data_unknown", 0, None, None, 0),
    ("nmdias__FeedKit__Tests_FeedKitTests_Resources_json_feed", 2, Some("Title"), Some("Special #1 - Chris Parrish"), 0),
    ("sonicdoe__jsonfeed-schema__test_examples_v1.1_microblog", 1, Some("Brent Simmons’s Microblog"), None, 0),
    ("sonicdoe__jsonfeed-schema__test_examples_v1.1_podcast", 1, Some("The Record"), Some("Special #1 - Chris Parrish"), 0),
    ("sonicdoe__jsonfeed-schema__test_examples_v1.1_simple", 2, Some("My Example Feed"), None, 0),
    ("sonicdoe__jsonfeed-schema__test_examples_v1_microblog", 1, Some("Brent Simmons’s Microblog"), None, 0),
    ("sonicdoe__jsonfeed-schema__test_examples_v1_podcast", 1, Some("The Record"), Some("Special #1 - Chris Parrish"), 0),
    ("sonicdoe__jsonfeed-schema__test_examples_v1_simple", 2, Some("My Example Feed"), None, 0),
    ("tfausak__json-feed__feeds_allenpike.com", 3, Some("Allen Pike"), Some("Steve Stories"), 0),
    ("tfausak__json-feed__feeds_daringfireball.net", 48, Some("Daring Fireball"),
        Some("Mossberg: The Disappearing Computer"), 0),
    ("tfausak__json-feed__feeds_inessential.com", 20, Some("inessential.com"), Some("JSON Feed"), 0),
    ("tfausak__json-feed__feeds_jsonfeed.org", 1, Some("JSON Feed"), Some("Announcing JSON Feed"), 0),
    ("tfausak__json-feed__feeds_manton.org", 10, Some("Manton Reece"), None, 0),
    ("tfausak__json-feed__feeds_shapeof.com", 8, Some("The Shape of Everything"), Some("Today you are an astronaut"), 0),
    ("tfausak__json-feed__feeds_therecord.co", 11, Some("The Record"), Some("Special #2 - Brent Simmons"), 0),
];

/// The folder of the corpus, or nothing and a line that says so.
fn folder(name: &str) -> Option<PathBuf> {
    let given = env::var_os("NEWS_WIDGET_CORPUS").map(PathBuf::from);
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    // A worktree is one level further down.
    let above = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus");
    let found = given.into_iter().chain([beside, above]).map(|corpus| corpus.join(name)).find(|folder| folder.is_dir());
    if found.is_none() {
        eprintln!("SKIPPED: no corpus at ../shared/corpus/{name}; NEWS_WIDGET_CORPUS may name its folder");
    }
    found
}

fn files(folder: &Path) -> BTreeSet<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.map(|name| name.strip_suffix(".json").expect("a feed").to_owned()).collect()
}

fn open(folder: &Path, name: &str) -> Result<Parsed, FeedError> {
    parse(&fs::read(folder.join(format!("{name}.json"))).unwrap(), BASE, &Urls)
}

#[test]
fn every_deviation_is_read_as_the_table_says() {
    let Some(folder) = folder("deviations") else { return };
    let mut files = files(&folder);
    for (name, ids, title, skipped) in DEVIATIONS {
        assert!(files.remove(*name), "{name} is gone");
        let parsed = open(&folder, name).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(super::ids(&parsed.feed), *ids, "{name}");
        assert_eq!(parsed.feed.title.as_deref(), *title, "{name}");
        assert_eq!(lines(&parsed), *skipped, "{name}");
    }
    for (name, error) in REFUSED {
        assert!(files.remove(*name), "{name} is gone");
        assert_eq!(open(&folder, name), Err(*error), "{name}");
    }
    assert!(files.is_empty(), "nobody has said what to expect of {files:?}");
}

#[test]
fn the_fields_of_deviations_are_what_was_meant() {
    let Some(folder) = folder("deviations") else { return };
    let first = |name: &str| open(&folder, name).unwrap().feed.items.remove(0);
    assert_eq!(first("13_rfc822_date").date_published.unwrap().millis(), 1_559_330_278_000);
    assert_eq!(first("14_date_no_tz").date_published.unwrap().millis(), 1_515_225_600_000);
    for (name, author) in [("16_author_v1", "A"), ("17_authors_object", "A"), ("18_author_string", "Ann")] {
        assert_eq!(first(name).authors[0].name.as_deref(), Some(author), "{name}");
    }
    assert_eq!(first("20_tags_numbers").tags, ["1", "b"]);
    assert_eq!(first("21_attach_no_mime").attachments[0].mime_type, "");
    assert_eq!(first("22_attach_size_string").attachments[0].size, Some(123));
    assert_eq!(first("23_attach_size_float").attachments[0].size, Some(5_000_000));
    assert_eq!(first("24_no_content").title.as_deref(), Some("only title"));
    assert!(!open(&folder, "28_expired_string").unwrap().feed.expired);
}

#[test]
fn every_real_feed_is_read_as_the_table_says() {
    let Some(folder) = folder("feeds") else { return };
    let mut files = files(&folder);
    for (name, items, title, first, skipped) in FEEDS {
        assert!(files.remove(*name), "{name} is gone");
        let parsed = open(&folder, name).unwrap_or_else(|error| panic!("{name}: {error}"));
        let Feed { items: found, title: found_title, .. } = &parsed.feed;
        assert_eq!((found.len(), found_title.as_deref()), (*items, *title), "{name}");
        assert_eq!(found.first().and_then(|item| item.title.as_deref()), *first, "{name}");
        assert_eq!(parsed.skipped.len(), *skipped, "{name}: {:?}", lines(&parsed));
    }
    assert!(files.is_empty(), "nobody has said what to expect of {files:?}");
}
