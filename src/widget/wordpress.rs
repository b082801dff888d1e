//! A site on WordPress in the place of a feed: its posts, page by page, and the one that is wanted. Most pages need none of
//! this, so it is a module of its own ([`later`]).

use std::pin::Pin;

use web_sys::AbortSignal;

use super::{
    Failure,
    source::{Listed, arrived},
};
use crate::{
    feed::{Feed, FeedError, Parsed, WebUrl, wordpress},
    later,
    platform::{self, FEED_BYTES, FetchError, Freshness, Network},
    sanitize::policy::Hosts,
};

/// What is wanted of a site.
pub struct Wanted {
    /// The root of its REST interface, as the publisher gave it.
    pub root: WebUrl,
    /// What of it.
    pub what: What,
    /// The hosts that may be asked for what posts name; the root's own is among them.
    pub hosts: Option<Hosts>,
    /// By which the element reads.
    pub network: Network,
    /// How it is to be asked.
    pub freshness: Freshness,
    /// Ends it early.
    pub signal: Option<AbortSignal>,
}

/// A part of a site.
pub enum What {
    /// The newest posts.
    Front,
    /// A further page, at the address that the one before named.
    Page(WebUrl),
    /// One post, by what the publisher calls it; none, if there is none.
    Article(String),
}

/// The posts as a feed, and what their texts are relative to.
type Finding = Result<(Feed, WebUrl), Failure>;
/// This code, once it is here.
type Read = fn(Wanted) -> Pin<Box<dyn Future<Output = Finding>>>;

later::module!(posts: code -> Read = READ);

const READ: Read = |wanted| Box::pin(read(wanted));

/// Asks the site.
///
/// # Errors
/// [`Failure`], also where the code for it did not come.
pub async fn ask(wanted: Wanted) -> Finding {
    match code().await {
        Ok(read) => read(wanted).await,
        Err(_) => Err(Failure::fetch(&wanted.root, FetchError::Unreachable)),
    }
}

async fn read(wanted: Wanted) -> Finding {
    let Wanted { root, what, hosts, network, freshness, signal } = wanted;
    let urls = Listed(hosts);
    let url = match &what {
        What::Front => wordpress::first_page(&root),
        What::Page(url) => url.clone(),
        What::Article(key) => match wordpress::single(&root, key, &urls) {
            Some(url) => url,
            None => return Ok((Feed::default(), root)),
        },
    };
    let answer = network.get(url.as_str(), freshness, FEED_BYTES, signal.as_ref()).await;
    let (answer, place) = arrived(answer, &url, urls.0.as_ref())?;
    let Parsed { feed, skipped } = wordpress::posts(&answer.bytes, &place, &urls)
        .map_err(|error: FeedError| Failure::Feed { url: place.to_string(), error })?;
    for skipped in skipped {
        platform::warn(&format!("{root}: {skipped}"));
    }
    platform::give_turn(answer.bytes.len()).await;
    Ok((feed, root))
}
