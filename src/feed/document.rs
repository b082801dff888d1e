//! The feed itself: the standard's fields at the top. Pure.

use super::{
    Feed, FeedError,
    author::authors,
    item::{self, House},
    news,
    object::Object,
    report::Reason,
    text::find,
    value::Value,
};
use crate::json::{Json, LongStrings, Pair};

/// Whose words the items are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The publication's: an item without authors is by the publication's authors.
    Articles,
    /// Readers': a comment without an author is anonymous, or it would be put into the publication's mouth.
    Comments,
}

/// The object that the document is, or what it is instead.
pub(super) fn top<'a>(text: &'a str, strings: &'a LongStrings<'a>) -> Result<Vec<Pair<'a>>, FeedError> {
    let json = json(text)?.knowing(strings);
    json.object().ok_or(if json.is_list() { FeedError::List } else { FeedError::Scalar })
}

/// The JSON that the document is, or what it is instead.
pub(super) fn json(text: &str) -> Result<Json<'_>, FeedError> {
    let start = text.trim_start();
    match start.as_bytes() {
        [] => return Err(FeedError::Empty),
        [b'<', ..] => return Err(markup(start)),
        _ => {}
    }
    Json::check(text).map_err(|error| FeedError::syntax(&error, text))
}

/// Tells XML from everything else that begins with `<`, which is a web page or a part of one.
fn markup(start: &str) -> FeedError {
    const XML: [&str; 4] = ["<?xml", "<rss", "<feed", "<rdf"];
    let found = |prefix: &&str| start.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
    // XHTML begins like XML, too.
    if XML.iter().any(found) && find(start, "<html").is_none() { FeedError::Xml } else { FeedError::Html }
}

/// Reads the object that a feed is.
pub(super) fn read(object: &Object, kind: Kind) -> Result<Feed, FeedError> {
    let list = items(object)?;
    let mut feed = Feed {
        title: object.plain("title"),
        home_page_url: object.url("home_page_url"),
        description: object.plain("description"),
        language: object.language("language"),
        icon: object.url("icon"),
        authors: authors(object).unwrap_or_default().into(),
        next_url: object.source("next_url"),
        expired: object.flag("expired").unwrap_or_default(),
        news: news::of_feed(&object.news()),
        items: Vec::new(),
    };
    let language = feed.language.as_deref();
    feed.items = item::read_all(
        &list,
        match kind {
            Kind::Articles => House { authors: Some(&feed.authors), language, threads: true },
            Kind::Comments => House { authors: None, language, threads: false },
        },
    );
    Ok(feed)
}

/// The list of items. One of version and items must be there, or anything that is JSON would pass for an empty feed.
fn items<'o, 'a>(feed: &'o Object<'a>) -> Result<Vec<Value<'o, 'a>>, FeedError> {
    let version = feed.text("version");
    let known = version.as_deref().is_some_and(|version| find(version, "jsonfeed.org/version/").is_some());
    match feed.get("items") {
        Some(items) if items.json.is_list() || known => {
            match feed.get("version") {
                None => feed.skip("version", Reason::Missing, ""),
                Some(value) if version.is_some() && !known => value.report(Reason::Version),
                Some(_) => {}
            }
            Ok(items.list().unwrap_or_default())
        }
        None if known => Ok(feed.needs("items").unwrap_or_default()),
        _ => Err(FeedError::NoItems),
    }
}
