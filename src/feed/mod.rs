//! JSON Feed 1.0 and 1.1 with the `_news` extension, read tolerantly. Pure.
//!
//! Bytes become text (`decode`), text becomes objects one level at a time (`crate::json`, `object`, `value`), and objects
//! become a [`Feed`] (`document`, `item`, `news`). A broken item costs that item and a wrong type costs that field;
//! all of it is in [`Parsed::skipped`]. `docs/feed.md` tells publishers the rules.

mod author;
mod bytes;
mod date;
mod decode;
mod discovery;
mod document;
mod edition;
mod error;
mod item;
mod model;
mod news;
mod number;
mod object;
mod report;
mod text;
mod url;
mod value;
pub mod wordpress;

pub use bytes::NoText;
pub use date::{Date, Precision};
pub use discovery::find_feed;
pub use edition::{Edition, MOST_SOUGHT};
pub use error::FeedError;
pub use model::{
    ArticleRef, Attachment, Author, CommentService, Content, Feed, FeedNews, Image, Item, ItemId, ItemNews,
    SectionLink, Spot,
};
pub use report::{Reason, Skipped};
pub use text::plain_text;
pub use url::{UrlParser, WebUrl};

use crate::json::{Json, LongStrings};
use document::Kind;
use item::House;
use object::{Context, Object};

/// What was read, and what was not.
#[derive(Clone, Debug, PartialEq)]
pub struct Parsed {
    /// The feed.
    pub feed: Feed,
    /// What had to be left out, each thing once, for the console.
    pub skipped: Vec<Skipped>,
}

/// Reads a feed of articles, whose addresses are resolved against `base`, the feed's own.
///
/// # Errors
///
/// When the document is no JSON feed at all. Everything less costs itself alone.
pub fn parse(bytes: &[u8], base: &str, urls: &dyn UrlParser) -> Result<Parsed, FeedError> {
    feed(bytes, base, urls, Kind::Articles)
}

/// Reads a feed of comments. Unlike an article, a comment that names no author is anonymous: the feed's authors do not
/// speak in it.
///
/// # Errors
///
/// As [`parse`].
pub fn parse_thread(bytes: &[u8], base: &str, urls: &dyn UrlParser) -> Result<Parsed, FeedError> {
    feed(bytes, base, urls, Kind::Comments)
}

/// Reads one comment, as a comment service answers it, and tells what had to be left out of it.
///
/// # Errors
///
/// When the document is no JSON object, or one without an id.
pub fn parse_comment(bytes: &[u8], base: &str, urls: &dyn UrlParser) -> Result<(Item, Vec<Skipped>), FeedError> {
    let decoded = decode::decode(bytes);
    let strings = LongStrings::of(&decoded.text);
    let pairs = document::top(&decoded.text, &strings)?;
    let context = Context::new(base, urls, decoded.replaced);
    let (id, object) = item::identified(Object::root(&context, pairs)).ok_or(FeedError::NoId)?;
    let comment = item::read(id, object, House::default());
    Ok((comment, context.skipped.into_inner()))
}

/// What `read` makes of JSON that is no feed, as comment services answer it.
///
/// # Errors
///
/// When it is no JSON, and what `read` says.
pub fn parse_json<T>(bytes: &[u8], read: impl FnOnce(Json<'_>) -> Result<T, FeedError>) -> Result<T, FeedError> {
    let decoded = decode::decode(bytes);
    let strings = LongStrings::of(&decoded.text);
    read(document::json(&decoded.text)?.knowing(&strings))
}

fn feed(bytes: &[u8], base: &str, urls: &dyn UrlParser, kind: Kind) -> Result<Parsed, FeedError> {
    let decoded = decode::decode(bytes);
    let strings = LongStrings::of(&decoded.text);
    let pairs = document::top(&decoded.text, &strings)?;
    let context = Context::new(base, urls, decoded.replaced);
    let feed = document::read(&Object::root(&context, pairs), kind)?;
    Ok(Parsed { feed, skipped: context.skipped.into_inner() })
}
