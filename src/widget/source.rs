//! Reading the feed that an answer is.

use super::Failure;
use crate::{
    feed::{self, Feed, FeedError, Parsed, UrlParser, WebUrl},
    platform::{self, Answer, BrowserUrls, FetchError},
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

/// The address that answered when `url` was asked: another one after a redirect. What the answer says is relative to it, and
/// `hosts` must allow it, or a listed host could hand in what comes from anywhere.
///
/// # Errors
/// [`Failure`], also for what came of the request.
pub fn arrived(
    answer: Result<Answer, FetchError>,
    url: &WebUrl,
    hosts: Option<&Hosts>,
) -> Result<(Answer, WebUrl), Failure> {
    let answer = answer.map_err(|error| Failure::fetch(url, error))?;
    let place = WebUrl::resolve(&BrowserUrls, &answer.url(), url.as_str()).unwrap_or_else(|| url.clone());
    if hosts.is_none_or(|hosts| hosts.allows(place.as_str())) {
        return Ok((answer, place));
    }
    Err(Failure::fetch(url, FetchError::NotListed))
}

/// The browser's URLs, and the hosts that may be asked for what the feed names.
#[derive(Debug)]
pub struct Listed(pub Option<Hosts>);

impl UrlParser for Listed {
    fn parse(&self, input: &str, base: &str) -> Option<String> {
        BrowserUrls.parse(input, base)
    }

    fn may_load(&self, url: &str) -> bool {
        self.0.as_ref().is_none_or(|hosts| hosts.allows(url))
    }
}
