//! The state's requests: the feed, its further pages, and the lists that it keeps elsewhere.

use std::sync::Arc;

use leptos::prelude::untrack;
use web_sys::AbortSignal;

use super::{
    Config, Failure, Load, Part, Route, Source, State,
    closer_look::{Case, look_closer},
    pending::aborted,
    shared,
    source::{Kind, arrived, read_feed},
    wordpress::{self, Wanted, What},
};
use crate::{
    comments,
    feed::{Edition, Feed, FeedNews, WebUrl},
    platform::{self, FEED_BYTES, Freshness, Timeout},
    sanitize::policy::Hosts,
};

/// After this many milliseconds the reader is told that it takes long.
pub(super) const SLOW_AFTER: i32 = 4_000;
/// Of the pages of a feed that are looked through for an article, this many are asked for without a pause.
const AT_ONCE: usize = 3;
/// The pause after each further one, in milliseconds: the server has other readers.
const PAUSE: i32 = 100;
/// After this many milliseconds the rest of the page is shown without the comments' code.
const CODE_SLOW_AFTER: i32 = 8_000;

impl State {
    /// Fetches the feed, unless another element of the page shows it.
    pub fn load(self) {
        self.forget_requests();
        if untrack(|| self.is_site()) {
            self.load_site(); // it may be what failed
        }
        let Some(url) = self.feed_url() else {
            let written = self.config.with_untracked(|config| config.feed.clone());
            let failure = if written.is_empty() { Failure::MissingFeed } else { Failure::BadFeedAddress(written) };
            return self.edition.set(Load::Failed(failure));
        };
        let hosts = self.media_hosts();
        if let Some(edition) = shared::find(&url, hosts.as_ref()) {
            return self.show(edition);
        }
        let is_retry = self.edition.with_untracked(|edition| matches!(edition, Load::Failed(_)));
        self.edition.set(Load::Waiting);
        let slow = Timeout::new(SLOW_AFTER, move || {
            if self.edition.with_untracked(Load::is_waiting) {
                self.edition.set(Load::Slow);
            }
        });
        self.fetch(url, hosts, slow, if is_retry { Freshness::Anew } else { Freshness::Shared });
    }

    /// Fetches the feed again. What is shown stays until the answer is here, and stays when there is none.
    pub fn refresh(self) {
        match self.feed_url().filter(|_| self.edition.with_untracked(|edition| edition.ready().is_some())) {
            Some(url) => {
                self.forget_requests();
                self.fetch(url, self.media_hosts(), None, Freshness::Anew);
            }
            None => self.load(),
        }
    }

    /// Asks for the feed at `url`; `slow` runs meanwhile.
    fn fetch(self, url: WebUrl, hosts: Option<Hosts>, slow: Option<Timeout>, freshness: Freshness) {
        let signal = self.pending.begin(slow);
        if self.is_wordpress() {
            return self.fetch_site(url, hosts, freshness, signal);
        }
        let network = self.network().get();
        // Now, while the loader still holds what it asked for.
        let answer = network.get(url.as_str(), freshness, FEED_BYTES, signal.as_ref());
        platform::spawn(async move {
            let answer = answer.await;
            let bytes = answer.as_ref().map_or(0, |answer| answer.bytes.len());
            if aborted(signal.as_ref()) {
                return;
            }
            // Another element that waited for the same answer may have read it by now.
            if freshness == Freshness::Shared
                && let Some(edition) = shared::find(&url, hosts.as_ref())
            {
                return self.arrive(Ok(edition));
            }
            let (read, answer) = match arrived(answer, &url, hosts.as_ref()) {
                Ok((answer, place)) => {
                    let feed = read_feed(&answer.bytes, &place, Kind::Articles, hosts.clone());
                    (feed.map(|feed| (feed, place)), Some(answer))
                }
                Err(failure) => (Err(failure), None),
            };
            let finding = match read {
                Ok(found) => Ok(found),
                Err(failure) if failure.needs_a_closer_look() => {
                    let case = Case {
                        url: url.clone(),
                        hosts: hosts.clone(),
                        failure,
                        answer,
                        network,
                        freshness,
                        signal: signal.clone(),
                    };
                    look_closer(case).await
                }
                Err(failure) => Err(failure),
            };
            // Shared before the turn, or another element would read it, too.
            let finding = finding.map(|(feed, place)| share(url, hosts, freshness, feed, place));
            platform::give_turn(bytes).await;
            if !aborted(signal.as_ref()) {
                self.arrive(finding);
            }
        });
    }

    /// Asks for the newest posts of the site whose root is at `url`.
    fn fetch_site(self, url: WebUrl, hosts: Option<Hosts>, freshness: Freshness, signal: Option<AbortSignal>) {
        let wanted = self.wanted(What::Front, url.clone(), freshness, signal.clone());
        platform::spawn(async move {
            let finding = wordpress::ask(wanted).await;
            if !aborted(signal.as_ref()) {
                self.arrive(finding.map(|(feed, place)| share(url, hosts, freshness, feed, place)));
            }
        });
    }

    fn wanted(self, what: What, root: WebUrl, freshness: Freshness, signal: Option<AbortSignal>) -> Wanted {
        Wanted { root, what, hosts: self.media_hosts(), network: self.network().get(), freshness, signal }
    }

    fn is_wordpress(self) -> bool {
        self.config.with_untracked(|config| config.source == Source::WordPress)
    }

    /// The answer is here, or none will come.
    fn arrive(self, edition: Result<Arc<Edition>, Failure>) {
        self.pending.end();
        match edition {
            Ok(edition) => self.show(edition),
            Err(failure) if self.edition.with_untracked(|edition| edition.ready().is_some()) => {
                platform::warn(&failure.message());
            }
            Err(failure) => self.edition.set(Load::Failed(failure)),
        }
    }

    fn show(self, edition: Arc<Edition>) {
        self.load_lists(&edition.feed.news);
        self.edition.set(Load::Ready(edition));
    }

    /// Fetches the lists that the publisher keeps elsewhere, where their part is shown.
    pub(super) fn load_lists(self, news: &FeedNews) {
        let shown = |part, url: &Option<WebUrl>| url.clone().filter(|_| self.config.with_untracked(|c| c.shows(part)));
        self.ranking.load(shown(Part::Popular, &news.popular_url), self.media_hosts());
        self.recent.load(shown(Part::Recent, &news.recent_comments_url), self.media_hosts());
    }

    /// Whether the publisher wants no comments at all: then their code is not fetched to find that out.
    pub(super) fn comments_are_off(self) -> bool {
        let off = |name: &str| name.trim().eq_ignore_ascii_case("none");
        let wanted = |config: &Arc<Config>| config.comments.as_deref().filter(|name| !name.trim().is_empty()).map(off);
        let feed = || Some(off(&self.edition()?.feed.news.comments.as_ref()?.service));
        self.config.with(wanted).or_else(feed).unwrap_or(false)
    }

    /// Fetches the comments' code, unless it is here or on its way: each part that waits for it asks.
    pub(super) fn load_comments(self) {
        let owner = self.owner.get();
        self.comments.load(CODE_SLOW_AFTER, async move { Ok(owner.with(comments::load().await?)) });
    }

    /// Fetches the comments' code again. What stands below its place has been shown, and stays.
    pub(super) fn retry_comments(self) {
        self.comments.again();
        self.load_comments();
    }

    /// Another answer is wanted: what is still to come belongs to the one before.
    fn forget_requests(self) {
        self.pending.end();
        self.pending_page.end();
        self.further.set(Load::Ready(()));
    }

    /// Looks for an article on the feed's next page, after a pause where many have been looked through.
    pub fn look_further(self) {
        if self.edition.with_untracked(|edition| edition.ready().is_some_and(|edition| edition.pages() > AT_ONCE)) {
            self.pending_page.begin(Timeout::busy(PAUSE, move || self.load_further()));
        } else {
            self.load_further();
        }
    }

    /// Fetches the feed's next page and adds it, unless that is under way.
    pub fn load_further(self) {
        let next = self.edition.with_untracked(|edition| edition.ready().and_then(|edition| edition.next.clone()));
        let Some(url) = next.filter(|_| !self.further.with_untracked(Load::is_waiting)) else { return };
        let is_retry = self.further.with_untracked(|further| matches!(further, Load::Failed(_)));
        let freshness = if is_retry { Freshness::Anew } else { Freshness::Shared };
        self.further.set(Load::Waiting);
        let signal = self.pending_page.begin(None);
        if self.is_wordpress() {
            return self.load_further_posts(url, freshness, signal);
        }
        let answer = self.network().get().get(url.as_str(), freshness, FEED_BYTES, signal.as_ref());
        platform::spawn(async move {
            let answer = answer.await;
            if aborted(signal.as_ref()) {
                return;
            }
            self.pending_page.end();
            let hosts = self.media_hosts();
            let page = arrived(answer, &url, hosts.as_ref())
                .and_then(|(answer, place)| read_feed(&answer.bytes, &place, Kind::Articles, hosts));
            self.add_further(page, None);
        });
    }

    /// A further page is here, or will not come; or what a site has under the name that is `sought`.
    fn add_further(self, page: Result<Feed, Failure>, sought: Option<String>) {
        match page {
            Ok(page) => {
                self.edition.update(|edition| {
                    if let Load::Ready(edition) = edition {
                        match sought {
                            Some(name) => Arc::make_mut(edition).insert(name, page.items),
                            None => Arc::make_mut(edition).append(page),
                        }
                    }
                });
                self.further.set(Load::Ready(()));
            }
            Err(failure) => self.further.set(Load::Failed(failure)),
        }
    }

    /// Asks a site for the post that the page waits for, wherever it is; else for its next page, at `url`.
    fn load_further_posts(self, url: WebUrl, freshness: Freshness, signal: Option<AbortSignal>) {
        let Some(root) = self.feed_url() else { return };
        let sought = self.sought();
        let what = sought.clone().map_or(What::Page(url), What::Article);
        let wanted = self.wanted(what, root, freshness, signal.clone());
        platform::spawn(async move {
            let finding = wordpress::ask(wanted).await;
            if !aborted(signal.as_ref()) {
                self.pending_page.end();
                self.add_further(finding.map(|(page, _)| page), sought);
            }
        });
    }

    /// The article that is to be shown and is on no page so far.
    fn sought(self) -> Option<String> {
        let key = match self.route.get_untracked() {
            Route::Article(key) => key,
            _ => self.config.with_untracked(|config| config.article.clone())?,
        };
        let is_here =
            self.edition.with_untracked(|edition| edition.ready().is_some_and(|all| all.find(&key).is_some()));
        (!is_here).then_some(key)
    }
}

/// The feed as an edition, for all elements that show it. Another one may have read it meanwhile.
fn share(url: WebUrl, hosts: Option<Hosts>, freshness: Freshness, feed: Feed, place: WebUrl) -> Arc<Edition> {
    let other = shared::find(&url, hosts.as_ref()).filter(|_| freshness == Freshness::Shared);
    other.unwrap_or_else(|| shared::keep(url, hosts, Arc::new(Edition::new(feed, Some(place)))))
}
