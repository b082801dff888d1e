//! The envelope that a list comes in. Pure.

use crate::{
    feed::{
        FeedError, Skipped, UrlParser, WebUrl, decode, document,
        object::{Context, Object},
        value::Value,
    },
    json::{Json, LongStrings},
};

/// What is around a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Extent {
    /// How many there are in all.
    pub(super) total: Option<u64>,
    /// How many pages.
    pub(super) pages: Option<u64>,
}

impl Extent {
    /// Where the page after the one at `url` is, if there is one.
    pub(super) fn next(self, url: &WebUrl) -> Option<WebUrl> {
        let page = url.parameter("page").and_then(|page| page.parse().ok()).unwrap_or(1);
        (page < self.pages?).then(|| url.set_parameter("page", &(page + 1).to_string()))
    }
}

/// A list that was read.
pub(super) struct Opened<T> {
    pub(super) items: Vec<T>,
    pub(super) extent: Extent,
    pub(super) skipped: Vec<Skipped>,
}

/// Opens an envelope and reads the list in it. A site that knows of none, or a cache that dropped it, answers with the list.
///
/// # Errors
/// What is no JSON, and JSON without a list in it: WordPress's own errors are such.
pub(super) fn open<T>(
    bytes: &[u8],
    base: &str,
    urls: &dyn UrlParser,
    read: fn(Value) -> Option<T>,
) -> Result<Opened<T>, FeedError> {
    let decoded = decode::decode(bytes);
    let strings = LongStrings::of(&decoded.text);
    let bare = Json::check(&decoded.text).ok().filter(|json| json.is_list());
    let pairs = match bare {
        Some(list) => vec![("body".into(), list.knowing(&strings))],
        None => document::top(&decoded.text, &strings)?,
    };
    let context = Context::new(base, urls, decoded.replaced);
    let object = Object::root(&context, pairs);
    let body = object.get("body").filter(|body| body.json.is_list()).ok_or(FeedError::NoItems)?;
    let headers = object.object("headers");
    let header = |name| headers.as_ref().and_then(|headers| headers.whole(name));
    let extent = Extent { total: header("X-WP-Total"), pages: header("X-WP-TotalPages") };
    let items = body.each(read);
    Ok(Opened { items, extent, skipped: context.skipped.take() })
}
