//! Fetching and reading a feed: the one place that awaits.

use js_sys::Promise;
use wasm_bindgen::JsCast;
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

/// Gets and reads the feed at `url`; what had to be skipped goes to the console, once. `early` is an answer that the loader
/// has asked for already; `hosts` may be asked for what the feed names, any where there is no list.
///
/// # Errors
/// [`Failure`]; also when `signal` aborted it, which whoever aborted knows.
pub async fn fetch_feed(
    url: &WebUrl,
    kind: Kind,
    early: Option<Promise>,
    signal: Option<&AbortSignal>,
    hosts: Option<Hosts>,
) -> Result<Feed, Failure> {
    let answer = match early {
        Some(early) => read_early(early).await,
        None => platform::get(url.as_str(), signal).await,
    };
    let bytes = answer.map_err(|error| Failure::Fetch { url: url.to_string(), error })?;
    let read = match kind {
        Kind::Articles => feed::parse,
        Kind::Comments => feed::parse_thread,
    };
    let Parsed { feed, skipped } = read(&bytes, url.as_str(), &Listed(hosts))
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

async fn read_early(early: Promise) -> Result<Vec<u8>, FetchError> {
    let response = JsFuture::from(early).await.map_err(|_| FetchError::Unreachable)?;
    let response: web_sys::Response = response.dyn_into().map_err(|_| FetchError::Unreachable)?;
    platform::read(response.into()).await
}
