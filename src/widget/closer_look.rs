//! A closer look at an answer that is no feed: it may be a web page that names one, and if not, more can be said about what
//! is wrong. Seldom needed, so this is code that comes after the first paint, with the comments' (`comments/lazy.rs`).

use std::pin::Pin;

use gloo_net::http::Request;
use leptos::prelude::window;
use web_sys::{AbortSignal, RequestMode};

use super::{
    Failure,
    source::{Kind, read_feed},
};
use crate::{
    comments,
    feed::{Feed, FeedError, WebUrl, find_feed},
    platform::{Answer, BrowserUrls, FetchError, Freshness, Network},
    sanitize::policy::Hosts,
};

/// What was asked, and what came of it.
pub struct Case {
    /// The address that the publisher gave.
    pub url: WebUrl,
    /// The hosts that may be asked for what the feed names.
    pub hosts: Option<Hosts>,
    /// What is known to be wrong.
    pub failure: Failure,
    /// The answer, if there was one.
    pub answer: Option<Answer>,
    /// By which the element reads.
    pub network: Network,
    /// Ends it early.
    pub signal: Option<AbortSignal>,
}

/// The feed after all, and where it was; or why not.
type Finding = Result<(Feed, WebUrl), Failure>;
/// [`look_closer`], once it is here.
pub type Look = fn(Case) -> Pin<Box<dyn Future<Output = Finding>>>;

/// Looks for the feed that the answer names.
///
/// # Errors
/// [`Failure::Explained`] where more is known now, else the failure as it was.
pub async fn look_closer(case: Case) -> Finding {
    match comments::look().await {
        Ok(look) => look(case).await,
        Err(_) => Err(case.failure),
    }
}

/// What [`look_closer`] calls.
pub const LOOK: Look = |case| Box::pin(search(case));

async fn search(case: Case) -> Finding {
    let Some(url) = case.named() else { return Err(explain(&case.url, case.failure, case.answer).await) };
    let answer = match case.network.get(url.as_str(), Freshness::Shared, case.signal.as_ref()).await {
        Ok(answer) => answer,
        Err(error) => return Err(explain(&url, Failure::fetch(&url, error), None).await),
    };
    let hosts = case.hosts.map(|hosts| hosts.with(url.as_str()));
    match read_feed(&answer.bytes, &url, Kind::Articles, hosts) {
        Ok(feed) => Ok((feed, url)),
        Err(failure) => Err(explain(&url, failure, Some(answer)).await),
    }
}

impl Case {
    /// The feed that the answer names, if that is a web page.
    fn named(&self) -> Option<WebUrl> {
        let (Failure::Feed { error: FeedError::Html, .. }, Some(answer)) = (&self.failure, &self.answer) else {
            return None;
        };
        find_feed(&answer.bytes, &answer.url(), &BrowserUrls)
    }
}

/// `failure` of what is at `url`, with what else can be found out about it.
async fn explain(url: &WebUrl, failure: Failure, answer: Option<Answer>) -> Failure {
    let location = window().location();
    let told = |code, message| Failure::Explained { code, message };
    match (&failure, &answer) {
        (Failure::Fetch { error: FetchError::Unreachable, .. }, _) => {
            let is_secure = location.protocol().is_ok_and(|protocol| protocol == "https:");
            let origin = location.origin().unwrap_or_default();
            if is_secure && url.as_str().starts_with("http:") {
                told(
                    "mixed-content",
                    format!(
                        "{url} begins with http:, and browsers let a page that came over https: read nothing from there. Give the feed attribute an address that begins with https:."
                    ),
                )
            } else if !url.as_str().starts_with(&format!("{origin}/")) && answers(url).await {
                told(
                    "cors",
                    format!(
                        "{url} answers, but does not let pages of {origin} read it. Its server must send the header Access-Control-Allow-Origin: *, and so must every address that it redirects to."
                    ),
                )
            } else {
                failure
            }
        }
        (Failure::Feed { error: FeedError::Html, .. }, Some(answer)) => {
            let place = if answer.redirected() { format!("{url} leads to {}", answer.url()) } else { url.to_string() };
            told(
                "html",
                format!(
                    "{place}: this is an HTML page instead of a JSON feed, and it names none with <link rel=\"alternate\" type=\"application/feed+json\">. Open it in a browser: it may have moved, or ask for a login."
                ),
            )
        }
        (Failure::Feed { error: FeedError::NotJson { .. } | FeedError::Truncated, .. }, Some(answer)) => {
            match answer.media_type().filter(|kind| !may_be_json(kind)) {
                Some(kind) => told(
                    "wrong-type",
                    format!(
                        "{url} is {kind}, not a JSON feed. Give the feed attribute the address of the feed, or of a page that names it."
                    ),
                ),
                None => failure,
            }
        }
        _ => failure,
    }
}

/// Types under which servers send JSON, for want of a better one.
fn may_be_json(media_type: &str) -> bool {
    ["json", "text/", "javascript", "application/octet-stream"].iter().any(|known| media_type.contains(known))
}

/// Whether there is an answer at all, although this page may not read it.
async fn answers(url: &WebUrl) -> bool {
    Request::get(url.as_str()).mode(RequestMode::NoCors).send().await.is_ok()
}
