use news_widget::{
    comments::{
        draft::{Details, Draft, DraftKey},
        keys,
        validate::Fields,
    },
    feed::ItemId,
};
use proptest::prelude::*;

use super::{id, parts};

fn key(feed: &str, article: &str, parent: &str) -> DraftKey {
    DraftKey { feed: feed.into(), article: id(article), parent: ItemId::new(parent) }
}

fn fields(comment: &str, name: &str) -> Fields {
    Fields { comment: comment.into(), name: name.into(), ..Fields::default() }
}

#[test]
fn keys_say_where_a_draft_belongs() {
    let feed = "https://news.example/feed.json";
    let encoded = "news-widget/draft/https%3A%2F%2Fnews.example%2Ffeed.json/a%201/";
    assert_eq!(key(feed, "a 1", "").storage_key(), encoded);
    assert_eq!(key(feed, "a 1", "7").storage_key(), format!("{encoded}7"));
    assert_eq!(Details::STORAGE_KEY, "news-widget/details");
}

#[test]
fn every_key_has_its_own_root() {
    for start in [keys::DETAILS, keys::DRAFTS, keys::COMMENTS] {
        assert!(start.starts_with(keys::ROOT));
    }
    assert!(!keys::DRAFTS.starts_with(keys::COMMENTS) && !keys::COMMENTS.starts_with(keys::DRAFTS));
}

#[test]
fn a_draft_keeps_what_was_typed_as_it_was_typed() {
    let draft = Draft { fields: fields("  half a sen", " Ann "), saved: 1_700_000_000_000, taken_back: None };
    assert_eq!(Draft::from_json(&draft.to_json()), Some(draft));
}

#[test]
fn a_draft_knows_the_entry_that_it_was_taken_back_from() {
    let entry = r#"{"comment":{"id":"1","content_text":"\"Hi\""},"tries":2,"perhaps_there":true}"#;
    let draft = Draft { fields: fields("Hi", "Ann"), saved: 1, taken_back: Some(entry.into()) };
    assert_eq!(Draft::from_json(&draft.to_json()), Some(draft));
}

#[test]
fn anything_unreadable_is_no_draft() {
    for text in
        ["", "null", "[]", "{}", "{\"comment\":7,\"saved\":1}", "{\"comment\":\"x\"}", "{\"saved\":1,\"comment\":\"x"]
    {
        assert_eq!(Draft::from_json(text), None, "{text}");
    }
}

#[test]
fn a_draft_of_another_version_still_gives_its_text() {
    let other = r#"{"saved":5,"comment":"Hi","colour":"red","version":9}"#;
    assert_eq!(Draft::from_json(other), Some(Draft { fields: fields("Hi", ""), saved: 5, taken_back: None }));
}

#[test]
fn a_draft_is_worth_keeping_for_what_would_be_lost() {
    let details = Details { name: "Ann".into(), ..Details::default() };
    let worth = |fields: Fields| Draft { fields, saved: 0, taken_back: None }.is_worth_keeping(&details);
    assert!(!worth(Fields::default()));
    assert!(!worth(fields(" \u{200B}\n", "")));
    assert!(!worth(fields("", " Ann ")), "it is among the kept details");
    assert!(worth(fields("", "Bob")));
    assert!(worth(fields("x", "Ann")));
    assert!(worth(Fields { website: "example.org".into(), ..Fields::default() }));
}

#[test]
fn details_leave_the_comment_out_and_fill_in_what_is_blank() {
    let form = Fields { comment: "Hi".into(), name: " Ann ".into(), email: "a@b".into(), website: "c.example".into() };
    let details = Details::of(&form);
    assert!(!details.to_json().contains("Hi"));
    assert_eq!(Details::from_json(&details.to_json()), Some(details.clone()));
    let mut next = Fields { comment: "typed".into(), email: "other@b".into(), ..Fields::default() };
    details.fill(&mut next);
    assert_eq!((next.comment.as_str(), next.name.as_str()), ("typed", "Ann"));
    assert_eq!((next.email.as_str(), next.website.as_str()), ("other@b", "c.example"));
}

#[test]
fn unreadable_details_are_none() {
    for text in ["", "no", "[1]", "7", "{\"name\":null}", "{\"name\":\"A"] {
        assert_eq!(Details::from_json(text), None, "{text}");
    }
    assert!(Details::default().is_empty());
    assert!(!Details { name: "Ann".into(), ..Details::default() }.is_empty());
}

/// Parts made of what could be mistaken for the key's own structure.
fn part() -> impl Strategy<Value = String> {
    prop_oneof!["[/%2Fa. ]{1,5}", "\\PC{1,8}"].prop_filter("ids are not blank", |text| ItemId::new(text).is_some())
}

proptest! {
    #[test]
    fn keys_never_collide(
        a in (part(), part(), prop::option::of(part())), b in (part(), part(), prop::option::of(part())),
    ) {
        let key = |(feed, article, parent): &(String, String, Option<String>)| {
            key(feed, article, parent.as_deref().unwrap_or_default())
        };
        let (a, b) = (key(&a), key(&b));
        prop_assert_eq!(a == b, a.storage_key() == b.storage_key());
        prop_assert_eq!(a.storage_key().matches('/').count(), 4);
        prop_assert!(a.storage_key().starts_with(keys::DRAFTS));
    }

    #[test]
    fn a_key_gives_its_parts_back(feed in any::<String>(), article in part(), parent in prop::option::of(part())) {
        let key = key(&feed, &article, parent.as_deref().unwrap_or_default());
        let parent = key.parent.as_ref().map_or("", ItemId::as_str);
        prop_assert_eq!(parts(&key.storage_key(), keys::DRAFTS), [feed.as_str(), key.article.as_str(), parent]);
    }

    #[test]
    fn a_draft_round_trips(
        comment in any::<String>(), name in any::<String>(), email in any::<String>(), website in any::<String>(),
        saved in any::<i64>(),
    ) {
        let draft = Draft { fields: Fields { comment, name, email, website }, saved, taken_back: None };
        prop_assert_eq!(Draft::from_json(&draft.to_json()), Some(draft.clone()));
        let details = Details::of(&draft.fields);
        prop_assert_eq!(Details::from_json(&details.to_json()), Some(details));
    }

    #[test]
    fn reading_a_draft_never_panics(text in any::<String>(), cut in 0..80usize) {
        let _ = Draft::from_json(&text);
        let whole = Draft { fields: fields(&text, "Ann"), saved: 1, taken_back: None }.to_json();
        let part: String = whole.chars().take(cut).collect();
        let _ = (Draft::from_json(&part), Details::from_json(&part));
    }
}

#[test]
fn a_drafts_key_tells_what_it_answers() {
    let article = id("a 1");
    let start = keys::drafts_on("https://news.example/feed.json", &article);
    for parent in ["b", "ü/%2F", "https://news.example/?p=1#c"] {
        let key = DraftKey {
            feed: "https://news.example/feed.json".into(),
            article: article.clone(),
            parent: Some(id(parent)),
        };
        assert_eq!(keys::answered(&key.storage_key(), &start), Some(id(parent)));
        assert_eq!(keys::answered(&format!("{}/6f96", key.storage_key()), &start), Some(id(parent)), "of a second tab");
    }
    for nothing in ["", "%", "%F", "%GG", "%FF"] {
        assert_eq!(keys::answered(&format!("{start}{nothing}"), &start), None, "{nothing}");
    }
    assert_eq!(keys::answered("another/key", &start), None);
}
