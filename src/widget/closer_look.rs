//! A closer look at an answer that is no feed: it may be a web page that names one, and if not, more can be said about what
//! is wrong. Seldom needed, so this is a module of its own ([`later`]).

use std::{cell::Cell, pin::Pin, rc::Rc};

use web_sys::AbortSignal;

use super::{
    Failure,
    failure::Cause,
    pending::aborted,
    source::{Kind, arrived, read_feed},
};
use crate::{
    feed::{Feed, FeedError, NoText, WebUrl, find_feed},
    later,
    platform::{self, Answer, BrowserUrls, FEED_BYTES, FetchError, Freshness, Network, WindowListener},
    sanitize::policy::Hosts,
};

/// Within so many milliseconds browsers tell a page what its policy has refused.
const TELLS_WITHIN: i32 = 100;

/// What was asked, and what came of it.
pub struct Case {
    /// The address that the publisher gave.
    pub url: WebUrl,
    /// The hosts that may be asked for what the feed names; the address's own is among them.
    pub hosts: Option<Hosts>,
    /// What is known to be wrong.
    pub failure: Failure,
    /// The answer, if there was one.
    pub answer: Option<Answer>,
    /// By which the element reads.
    pub network: Network,
    /// How it was asked.
    pub freshness: Freshness,
    /// Ends it early.
    pub signal: Option<AbortSignal>,
}

/// The feed after all, and where it was; or why not.
type Finding = Result<(Feed, WebUrl), Failure>;
/// The closer look's code, once it is here.
type Look = fn(Case) -> Pin<Box<dyn Future<Output = Finding>>>;

/// Looks for the feed that the answer names.
///
/// # Errors
/// [`Failure::Explained`] where more is known now, else the failure as it was.
pub async fn look_closer(case: Case) -> Finding {
    match code().await {
        // Nobody waits any more: nobody is to be asked.
        Ok(look) if !aborted(case.signal.as_ref()) => look(case).await,
        _ => Err(case.failure),
    }
}

later::module!(look: code -> Look = LOOK);

const LOOK: Look = |case| Box::pin(search(case));

async fn search(case: Case) -> Finding {
    let signal = case.signal.as_ref();
    let Some(url) = case.named() else { return Err(explain(&case.url, case.failure, case.answer, signal).await) };
    // The page may be anybody's by now: it is not to send readers to a host that the publisher left out.
    if case.hosts.as_ref().is_some_and(|hosts| !hosts.allows(url.as_str())) {
        let message = format!(
            "{} names the feed {url}, whose host is not in media-hosts. Add it there, or give the feed attribute that address.",
            case.url
        );
        return Err(Failure::Explained { cause: Cause::HostNotListed, message });
    }
    let answer = case.network.get(url.as_str(), case.freshness, FEED_BYTES, signal).await;
    let (answer, place) = match arrived(answer, &url, case.hosts.as_ref()) {
        Ok(arrived) => arrived,
        Err(failure) => return Err(explain(&url, failure, None, signal).await),
    };
    match read_feed(&answer.bytes, &place, Kind::Articles, case.hosts) {
        Ok(feed) => Ok((feed, place)),
        Err(Failure::Feed { error: FeedError::Html, .. }) => {
            let message = format!(
                "{} names {url} as its feed, which is an HTML page too. Correct the link there, or give the feed attribute the address of the feed itself.",
                case.url
            );
            Err(Failure::Explained { cause: Cause::Html, message })
        }
        Err(failure) => Err(explain(&url, failure, Some(answer), signal).await),
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
async fn explain(url: &WebUrl, failure: Failure, answer: Option<Answer>, signal: Option<&AbortSignal>) -> Failure {
    let found = match (&failure, &answer) {
        (Failure::Fetch { error: FetchError::Unreachable, .. }, _) => unreachable(url, signal).await,
        (Failure::Feed { error: FeedError::Html, .. }, Some(answer)) => Some((Cause::Html, page(url, answer))),
        (Failure::Feed { error: FeedError::NotJson { .. }, .. }, Some(answer)) => {
            wrong_type(url, answer).or_else(|| no_text(url, answer))
        }
        _ => None,
    };
    found.map_or(failure, |(cause, message)| Failure::Explained { cause, message })
}

/// Browsers do not tell a page why it may not read an answer, but some reasons can be seen from outside.
async fn unreachable(url: &WebUrl, signal: Option<&AbortSignal>) -> Option<(Cause, String)> {
    let origin = platform::own_origin();
    if origin.starts_with("https:") && url.as_str().starts_with("http:") && !is_loopback(url) {
        let message = format!(
            "{url} begins with http:, and browsers let a page that came over https: read nothing from there. Give the feed attribute an address that begins with https:."
        );
        return Some((Cause::MixedContent, message));
    }
    // The page's own policy says what it refuses, if one asks again.
    let refused = Rc::new(Cell::new(false));
    let told = refused.clone();
    let listener = WindowListener::new("securitypolicyviolation", move || told.set(true));
    let answers = platform::answers(url.as_str(), signal).await;
    if !answers {
        platform::wait(TELLS_WITHIN).await; // the refusal is told a little after the request has failed
    }
    drop(listener);
    if refused.get() {
        let message = format!(
            "This page's Content-Security-Policy does not let it ask {url}. Add the address's origin to connect-src there."
        );
        return Some((Cause::Policy, message));
    }
    let is_own = url.as_str().strip_prefix(&origin).is_some_and(|rest| rest.starts_with('/'));
    (!is_own && answers).then(|| {
        let message = format!(
            "{url} answers, but does not let pages of {origin} read it. Its server must send the header Access-Control-Allow-Origin: *, and so must every address that it redirects to. If it does, check the address: other answers may lack it."
        );
        (Cause::Cors, message)
    })
}

/// This machine: browsers let secure pages read that.
fn is_loopback(url: &WebUrl) -> bool {
    ["http://localhost", "http://127.", "http://[::1]"].iter().any(|start| url.as_str().starts_with(start))
}

fn page(url: &WebUrl, answer: &Answer) -> String {
    let place = if answer.redirected() { format!("{url} leads to {}", answer.url()) } else { url.to_string() };
    format!(
        "{place}: this is an HTML page instead of a JSON feed, and it names none with <link rel=\"alternate\" type=\"application/feed+json\">. Open it in a browser: it may have moved, or ask for a login."
    )
}

fn no_text(url: &WebUrl, answer: &Answer) -> Option<(Cause, String)> {
    let found = NoText::of(&answer.bytes)?;
    let cause = if found == NoText::Unknown { Cause::NotText } else { Cause::Compressed };
    Some((cause, format!("{url}: {}", found.message())))
}

fn wrong_type(url: &WebUrl, answer: &Answer) -> Option<(Cause, String)> {
    // Types under which servers send JSON, for want of a better one.
    const JSON: [&str; 4] = ["json", "text/", "javascript", "application/octet-stream"];
    let kind = answer.media_type().filter(|kind| !JSON.iter().any(|known| kind.contains(known)))?;
    let message = format!(
        "{url} is {kind}, not a JSON feed. Give the feed attribute the address of the feed, or of a page that names it."
    );
    Some((Cause::WrongType, message))
}
