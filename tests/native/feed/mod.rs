//! Tests of `feed`: the corpus, one example for each reading rule, and properties.

mod corpus;
mod dates;
mod discovery;
mod errors;
mod fields;
mod images;
mod properties;
mod rules;
mod scale;
mod text;
mod thread;
mod wordpress;

use news_widget::feed::{Author, Feed, Item, Parsed, parse};

use crate::support::Urls;

const BASE: &str = "https://news.example/feed/feed.json";

fn read(json: &str) -> Parsed {
    parse(json.as_bytes(), BASE, &Urls).unwrap_or_else(|error| panic!("{error}: {json}"))
}

/// What was skipped, as the console shows it.
fn lines(parsed: &Parsed) -> Vec<String> {
    parsed.skipped.iter().map(ToString::to_string).collect()
}

/// A feed with these fields, of which nothing may be skipped.
fn feed(fields: &str) -> Feed {
    let (feed, skipped) = feed_skipping(fields);
    assert!(skipped.is_empty(), "{fields}: {skipped:?}");
    feed
}

fn feed_skipping(fields: &str) -> (Feed, Vec<String>) {
    let separator = if fields.is_empty() { "" } else { "," };
    let parsed = read(&format!(
        r#"{{"version":"https://jsonfeed.org/version/1.1","items":[{{"id":"1","content_text":"x"}}]{separator}{fields}}}"#
    ));
    let skipped = lines(&parsed);
    (parsed.feed, skipped)
}

/// The item with id 1 and these fields, of which nothing may be skipped.
fn item(fields: &str) -> Item {
    let (item, skipped) = item_skipping(fields);
    assert!(skipped.is_empty(), "{fields}: {skipped:?}");
    item
}

fn item_skipping(fields: &str) -> (Item, Vec<String>) {
    let parsed = items(&format!(r#"{{"id":"1",{fields}}}"#));
    let skipped = lines(&parsed);
    let [item] = <[Item; 1]>::try_from(parsed.feed.items).unwrap();
    (item, skipped)
}

/// A feed with these items.
pub(crate) fn items(items: &str) -> Parsed {
    read(&format!(r#"{{"version":"https://jsonfeed.org/version/1.1","items":[{items}]}}"#))
}

fn ids(feed: &Feed) -> Vec<&str> {
    feed.items.iter().map(|item| item.id.as_str()).collect()
}

fn names(authors: &[Author]) -> Vec<Option<&str>> {
    authors.iter().map(|author| author.name.as_deref()).collect()
}
