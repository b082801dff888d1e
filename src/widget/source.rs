//! Fetching and reading a feed: the one place that awaits.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortSignal;

use super::Failure;
use crate::{
    feed::{self, Feed, FeedError, Parsed, UrlParser, WebUrl},
    platform::{self, BrowserUrls, FetchError},
    sanitize::policy::Hosts,
};

/// Which rules a feed is read by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Articles inherit the feed's authors.
    Articles,
    /// Comments do not: that would put words into the editor's mouth.
    Comments,
}

/// Gets and reads the feed at `url`, as [`read_feed`] does.
///
/// # Errors
/// [`Failure`]; also when `signal` aborted it, which whoever aborted knows.
pub async fn fetch_feed(
    url: &WebUrl,
    kind: Kind,
    signal: Option<&AbortSignal>,
    hosts: Option<Hosts>,
) -> Result<Feed, Failure> {
    let answer = platform::get(url.as_str(), signal).await;
    let bytes = answer.map_err(|error| Failure::Fetch { url: url.to_string(), error })?;
    read_feed(&bytes, url, kind, hosts)
}

/// Reads the feed that came from `url`; what had to be skipped goes to the console, once. `hosts` may be asked for what the
/// feed names, any where there is no list.
///
/// # Errors
/// [`Failure::Feed`]
pub fn read_feed(bytes: &[u8], url: &WebUrl, kind: Kind, hosts: Option<Hosts>) -> Result<Feed, Failure> {
    let read = match kind {
        Kind::Articles => feed::parse,
        Kind::Comments => feed::parse_thread,
    };
    let Parsed { feed, skipped } = read(bytes, url.as_str(), &Listed(hosts))
        .map_err(|error: FeedError| Failure::Feed { url: url.to_string(), error })?;
    for skipped in skipped {
        platform::warn(&format!("{url}: {skipped}"));
    }
    Ok(feed)
}

/// The browser's URLs, and the hosts that may be asked for what the feed names.
struct Listed(Option<Hosts>);

impl UrlParser for Listed {
    fn parse(&self, input: &str, base: &str) -> Option<String> {
        BrowserUrls.parse(input, base)
    }

    fn may_load(&self, url: &str) -> bool {
        self.0.as_ref().is_none_or(|hosts| hosts.allows(url))
    }
}

/// The bytes of an answer that somebody else asked for: a promise of a `Response`.
///
/// # Errors
/// [`FetchError`]
pub async fn read_answer(answer: Result<JsValue, JsValue>) -> Result<Vec<u8>, FetchError> {
    let answer = async { JsFuture::from(answer?.dyn_into::<Promise>()?).await?.dyn_into::<web_sys::Response>() };
    platform::read(answer.await.map_err(|_| FetchError::Unreachable)?.into()).await
}
