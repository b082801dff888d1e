//! The reading rules of `docs/feed.md` that are about items and what is in them: an example, or a few, for each.

use news_widget::feed::Content;

use super::{feed, feed_skipping, ids, item, item_skipping, items, lines, names, read};

#[test]
fn ids_given_as_numbers_become_strings() {
    let parsed = items(r#"{"id":12},{"id":1.50},{"id":-0},{"id":12345678901234567890123},{"id":1E400},{"id":" a "}"#);
    assert_eq!(ids(&parsed.feed), ["12", "1.50", "-0", "12345678901234567890123", "1E400", "a"]);
    assert!(parsed.skipped.is_empty());
}

#[test]
fn items_with_no_id_are_dropped() {
    let parsed = items(r#"{},{"id":null},{"id":" \n"},{"id":""},{"id":true},{"id":["1"]},{"id":"ok"}"#);
    assert_eq!(ids(&parsed.feed), ["ok"]);
    let expected = [
        "feed, items[0].id: missing",
        "feed, items[1].id: missing",
        "feed, items[2].id: missing",
        "feed, items[3].id: missing",
        "feed, items[4].id: expected text or a number, found true",
        r#"feed, items[5].id: expected text or a number, found ["1"]"#,
    ];
    assert_eq!(lines(&parsed), expected);
}

/// A public feed of three items had addresses and no ids, and showed nothing.
#[test]
fn the_address_is_the_id_of_an_item_without_one() {
    let parsed = items(
        r#"{"url":"/a"},{"id":null,"url":"b"},{"id":true,"url":"/c"},{"url":"/a"},{"id":"d","url":"/a"},{"url":"mailto:x"}"#,
    );
    let addresses = ["https://news.example/a", "https://news.example/feed/b", "https://news.example/c", "d"];
    assert_eq!(ids(&parsed.feed), addresses);
    let expected = [
        "feed, items[2].id: expected text or a number, found true",
        r#"feed, items[5].url: not an http(s) address, found "mailto:x""#,
        "feed, items[5].id: missing",
        r#"feed, items[3].url: an earlier one has this id, found "/a""#,
    ];
    assert_eq!(lines(&parsed), expected);
}

#[test]
fn authors_wins_over_author() {
    let both = item(r#""authors":[{"name":"A"},{"name":"B"}],"author":{"name":"C"}"#);
    assert_eq!(names(&both.authors), [Some("A"), Some("B")]);
    assert_eq!(names(&item(r#""authors":[],"author":{"name":"C"}"#).authors), [Some("C")]);
    assert_eq!(names(&item(r#""authors":null,"author":{"name":"C"}"#).authors), [Some("C")]);
}

#[test]
fn an_author_may_be_a_name_and_authors_may_be_one() {
    assert_eq!(names(&item(r#""author":"Ann""#).authors), [Some("Ann")]);
    assert_eq!(names(&item(r#""authors":"Ann""#).authors), [Some("Ann")]);
    assert_eq!(names(&item(r#""authors":{"name":"Ann"}"#).authors), [Some("Ann")]);
    assert_eq!(names(&item(r#""authors":["Ann",null,{"name":"Ben"}]"#).authors), [Some("Ann"), Some("Ben")]);
}

#[test]
fn an_item_without_authors_inherits_the_feeds() {
    let of = |fields: &str| {
        let parsed = read(&format!(
            r#"{{"version":"https://jsonfeed.org/version/1.1","author":{{"name":"Desk"}},"items":[{{"id":"1"{fields}}}]}}"#
        ));
        let names: Vec<_> = parsed.feed.items[0].authors.iter().map(|author| author.name.clone().unwrap()).collect();
        (names.concat(), parsed.skipped.len())
    };
    assert_eq!(of(""), ("Desk".into(), 0));
    assert_eq!(of(r#","authors":[]"#), ("Desk".into(), 0));
    assert_eq!(of(r#","authors":[null]"#), ("Desk".into(), 0));
    assert_eq!(of(r#","authors":42"#), ("Desk".into(), 1));
    assert_eq!(of(r#","authors":[{}]"#), ("Desk".into(), 1));
    assert_eq!(of(r#","author":{"name":"Ann"}"#), ("Ann".into(), 0));
    // Somebody is named, and cannot be shown: the feed's authors did not write it.
    assert_eq!(of(r#","authors":[{"url":"mailto:ann@news.example"}]"#), (String::new(), 1));
}

/// A thousand authors, copied for each of 20,000 items, took seconds.
#[test]
fn what_items_inherit_is_there_once() {
    let feed = read(
        r#"{"version":"https://jsonfeed.org/version/1.1","author":{"name":"Desk"},"items":[{"id":"1"},{"id":"2"}]}"#,
    )
    .feed;
    assert!(feed.items.iter().all(|item| std::sync::Arc::ptr_eq(&item.authors, &feed.authors)));
}

#[test]
fn any_version_of_jsonfeed_org_is_accepted() {
    for version in
        ["https://jsonfeed.org/version/1", "http://jsonfeed.org/version/1.1", "https://www.jsonfeed.org/version/2/"]
    {
        let parsed = read(&format!(r#"{{"version":"{version}","items":[{{"id":"1"}}]}}"#));
        assert_eq!((parsed.feed.items.len(), parsed.skipped.len()), (1, 0), "{version}");
    }
}

#[test]
fn a_list_of_items_is_a_feed_whatever_the_version() {
    for (version, line) in [
        ("", "feed, version: missing"),
        (r#""version":1.1,"#, "feed, version: expected text, found 1.1"),
        (r#""version":"1.1","#, r#"feed, version: not a version of JSON Feed, read as one all the same, found "1.1""#),
    ] {
        let parsed = read(&format!(r#"{{{version}"items":[{{"id":"1"}}]}}"#));
        assert_eq!((parsed.feed.items.len(), lines(&parsed)), (1, vec![line.to_owned()]));
    }
}

#[test]
fn a_feed_without_items_is_empty() {
    let version = r#""version":"https://jsonfeed.org/version/1.1""#;
    for (items, line) in [
        ("", "feed, items: missing"),
        (r#","items":null"#, "feed, items: missing"),
        (r#","items":{"id":"1"}"#, r#"feed, items: expected a list, found {"id":"1"}"#),
    ] {
        let parsed = read(&format!("{{{version}{items}}}"));
        assert_eq!((parsed.feed.items.len(), lines(&parsed)), (0, vec![line.to_owned()]));
    }
    assert!(read(&format!(r#"{{{version},"items":[]}}"#)).skipped.is_empty());
}

#[test]
fn only_expired_true_means_expired() {
    assert!(feed(r#""expired":true"#).expired);
    assert!(!feed(r#""expired":false"#).expired);
    assert!(!feed(r#""expired":null"#).expired);
    for json in [r#""true""#, "1", "[true]"] {
        let (feed, skipped) = feed_skipping(&format!(r#""expired":{json}"#));
        assert_eq!(
            (feed.expired, skipped),
            (false, vec![format!("feed, expired: expected true or false, found {json}")])
        );
    }
}

#[test]
fn unknown_keys_and_other_extensions_are_ignored() {
    let item = item(r#""_x":{"a":1},"unknown":{"b":[1]},"\ud800":1,"_news":{"about":"x","_own":1}"#);
    assert_eq!(item.news, Default::default());
    feed(r#""hubs":{"type":"WebSub"},"user_comment":42,"favicon":[],"_blue":"x""#);
}

#[test]
fn a_wrong_type_in_a_field_costs_that_field() {
    let (item, skipped) = item_skipping(
        r#""title":42,"url":{},"summary":[],"content_html":true,"content_text":"Body","image":1,"date_published":1547000000,
        "tags":"a,b","language":"not a language","attachments":{},"_news":[1]"#,
    );
    assert_eq!(item.content, Content::Text("Body".into()));
    assert_eq!((item.title, item.url, item.summary, item.image, item.date_published), (None, None, None, None, None));
    let fields: Vec<_> = skipped.iter().map(|line| line.split(['"', ':']).nth(2).unwrap()).collect();
    for field in [
        "title",
        "url",
        "summary",
        "content_html",
        "image",
        "date_published",
        "tags",
        "language",
        "attachments",
        "_news",
    ] {
        assert_eq!(fields.iter().filter(|found| **found == format!(", {field}")).count(), 1, "{field} in {skipped:#?}");
    }
    assert_eq!(skipped.len(), 10);
}

#[test]
fn a_broken_item_costs_that_item() {
    let parsed = items(r#""x",{"id":"1"},null,[],7,{"id":"2"}"#);
    assert_eq!(ids(&parsed.feed), ["1", "2"]);
    assert_eq!(parsed.skipped.len(), 4);
    assert_eq!(lines(&parsed)[0], r#"feed, items[0]: expected an object, found "x""#);
}

#[test]
fn duplicate_ids_keep_the_first() {
    let parsed = items(r#"{"id":"1","title":"A"},{"id":1,"title":"B"},{"id":"2"},{"id":" 1 "}"#);
    assert_eq!(ids(&parsed.feed), ["1", "2"]);
    assert_eq!(parsed.feed.items[0].title.as_deref(), Some("A"));
    assert_eq!(lines(&parsed)[0], "feed, items[1].id: an earlier one has this id, found 1");
    assert_eq!(parsed.skipped.len(), 2);
}

#[test]
fn of_duplicate_keys_the_last_wins() {
    assert_eq!(item(r#""title":"A","title":"B""#).title.as_deref(), Some("B"));
    assert_eq!(item(r#""title":42,"title":"B""#).title.as_deref(), Some("B"));
    assert_eq!(item(r#""title":"A","t\u0069tle":"B""#).title.as_deref(), Some("B"));
}

#[test]
fn null_and_blank_are_the_same_as_missing() {
    let empty = item(r#""_":0"#);
    let keys = [
        "title",
        "url",
        "summary",
        "image",
        "banner_image",
        "date_published",
        "date_modified",
        "language",
        "content_html",
        "content_text",
        "external_url",
        "authors",
        "author",
        "tags",
        "attachments",
        "_news",
    ];
    for value in ["null", r#""""#, r#"" \t""#, r#""\u00a0""#] {
        for key in keys {
            assert_eq!(item(&format!(r#""{key}":{value}"#)), empty, "{key}: {value}");
        }
    }
    // What PHP makes of an empty object.
    assert_eq!(item(r#""_news":[],"author":[]"#), empty);
}
