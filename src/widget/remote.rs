//! A list that is kept elsewhere. Its failure costs its own part of the page, nothing else.

use std::sync::Arc;

use super::{
    Failure, Load,
    pending::{Pending, aborted},
    source::{Kind, arrived, read_feed},
};
use crate::{
    feed::{Item, WebUrl},
    platform::{self, FEED_BYTES, Freshness, Network},
    sanitize::policy::Hosts,
    view::{Signal, Stored},
};

/// Pages that are followed at most: a service that always names a next page must not keep the reader's radio on.
const MOST_PAGES: usize = 20;

/// The items of another feed, all its pages.
#[derive(Clone, Copy, Debug)]
pub struct Remote {
    kind: Kind,
    /// Where it is, and which hosts may be asked for what it names.
    place: Stored<(Option<WebUrl>, Option<Hosts>)>,
    items: Signal<Load<Arc<Vec<Arc<Item>>>, Failure>>,
    pending: Pending,
    network: Stored<Network>,
}

impl Remote {
    /// Nothing yet.
    pub fn new(kind: Kind, network: Stored<Network>) -> Self {
        Self {
            kind,
            place: Stored::new((None, None)),
            items: Signal::new(Load::Ready(Arc::default())),
            pending: Pending::default(),
            network,
        }
    }

    /// Fetches `url`; without one the list is empty.
    pub fn load(self, url: Option<WebUrl>, hosts: Option<Hosts>) {
        self.ask(url, hosts, Freshness::Shared);
    }

    fn ask(self, url: Option<WebUrl>, hosts: Option<Hosts>, freshness: Freshness) {
        self.place.set((url.clone(), hosts.clone()));
        let Some(url) = url else { return self.items.set(Load::Ready(Arc::default())) };
        self.items.set(Load::Waiting);
        let signal = self.pending.begin(None);
        // Now: the element, and what it stores, may be gone by the time that the task runs.
        let network = self.network.get();
        platform::spawn(async move {
            let (mut items, mut seen, mut next) = (Vec::new(), Vec::new(), Some(url));
            let mut failed = None;
            while let Some(url) = next.take().filter(|url| seen.len() < MOST_PAGES && !seen.contains(url)) {
                let answer = network.get(url.as_str(), freshness, FEED_BYTES, signal.as_ref()).await;
                if aborted(signal.as_ref()) {
                    return;
                }
                let read = arrived(answer, &url, hosts.as_ref())
                    .and_then(|(answer, place)| read_feed(&answer.bytes, &place, self.kind, hosts.clone()));
                seen.push(url);
                match read {
                    Ok(page) => {
                        items.extend(page.items.into_iter().map(Arc::new));
                        next = page.next_url;
                    }
                    Err(failure) => failed = Some(failure),
                }
            }
            self.pending.end();
            if let Some(failure) = &failed {
                platform::warn(&failure.message());
            }
            // Some pages are better than none; only when there is nothing to show does the part fail.
            self.items.set(match failed {
                Some(failure) if items.is_empty() => Load::Failed(failure),
                _ => Load::Ready(Arc::new(items)),
            });
        });
    }

    /// Asks again.
    pub fn retry(self) {
        let (url, hosts) = self.place.get();
        self.ask(url, hosts, Freshness::Anew);
    }

    /// What is here. Tracks.
    pub fn get(self) -> Load<Arc<Vec<Arc<Item>>>, Failure> {
        self.items.get()
    }
}
