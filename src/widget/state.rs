//! The widget's state: the only place that writes its signals.

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::{HtmlElement, ShadowRoot};

use super::{
    Code, Config, Failure, Load, Page, Route, Routing, Site, language, pending::Pending, remote::Remote, source::Kind,
};
use crate::{
    article::Unrolled,
    comments::Comments,
    feed::{Edition, Item, ItemId, WebUrl},
    i18n::{self, Messages},
    platform::{self, BrowserUrls, Network},
    sanitize::policy::Hosts,
    view::{Memo, Signal, Stored},
};

/// What one element knows and does. Cheap to copy: views take it by value.
#[derive(Clone, Copy, Debug)]
pub struct State {
    host: Stored<HtmlElement>,
    root: Stored<ShadowRoot>,
    network: Stored<Network>,
    /// The attributes.
    pub config: Signal<Arc<Config>>,
    /// The feed's pages read so far.
    pub edition: Signal<Load<Arc<Edition>, Failure>>,
    /// The next page of the feed, while it is asked for.
    pub further: Signal<Load<(), Failure>>,
    /// The ranking that the publisher keeps elsewhere.
    pub ranking: Remote,
    /// The recent comments that the publisher keeps elsewhere.
    pub recent: Remote,
    /// The comments' code, which comes after the first paint.
    pub comments: Code<Comments>,
    /// The site's code, where the widget is the site.
    pub(super) site_code: Code<Site>,
    /// What lives as long as the element's widget does.
    pub(super) owner: Stored<Owner>,
    /// What the address bar names.
    pub route: Signal<Route>,
    /// What is said to screen readers, politely.
    pub announcement: Signal<String>,
    /// Whether the first successful paint has happened: from then on the fallback children are hidden.
    pub painted: Signal<bool>,
    /// How far the reader has unrolled each long list.
    pub unrolled: Unrolled,
    language: Memo<String>,
    locale: Memo<String>,
    pub(super) pending: Pending,
    pub(super) pending_page: Pending,
}

impl State {
    /// The state of the element `host`, whose shadow root is `root`; it reads by `network`. Nothing is fetched
    /// yet.
    pub fn new(host: HtmlElement, root: ShadowRoot, network: Network, config: Config) -> Self {
        let config = Signal::new(Arc::new(config));
        let edition = Signal::new(Load::Waiting);
        let network = Stored::new(network);
        let language = language::follow(&host, config, edition);
        Self {
            host: Stored::new(host),
            root: Stored::new(root),
            network,
            config,
            edition,
            further: Signal::new(Load::Ready(())),
            ranking: Remote::new(Kind::Articles, network),
            recent: Remote::new(Kind::Comments, network),
            comments: Code::default(),
            site_code: Code::default(),
            owner: Stored::new(Owner::current().unwrap_or_default()),
            route: Signal::new(Route::Front),
            announcement: Signal::new(String::new()),
            painted: Signal::new(false),
            unrolled: Unrolled::default(),
            language,
            locale: language::regional(config, language),
            pending: Pending::default(),
            pending_page: Pending::default(),
        }
    }

    /// The page's language: canonical BCP 47. The sentences are English where there are none.
    pub fn language(self) -> String {
        self.language.get()
    }

    /// The same with the reader's region: for dates and numbers.
    pub fn locale(self) -> String {
        self.locale.get()
    }

    /// The sentences in that language.
    pub fn messages(self) -> &'static Messages {
        self.language.with(|language| i18n::messages(language))
    }

    /// The sentences' language, where that is another.
    pub(super) fn foreign(self) -> Option<&'static str> {
        self.language.with(|language| i18n::foreign(language))
    }

    /// The level of the headline.
    pub fn heading_level(self) -> u8 {
        self.config.with(|config| config.heading_level)
    }

    /// Whether the feed has pages that are not read yet.
    pub fn goes_on(self) -> bool {
        self.edition.with(|edition| edition.ready().is_some_and(|edition| edition.next.is_some()))
    }

    /// By which it reads.
    pub fn network(self) -> Stored<Network> {
        self.network
    }

    /// The element.
    pub fn host(self) -> HtmlElement {
        self.host.get()
    }

    /// The element's shadow root.
    pub fn root(self) -> ShadowRoot {
        self.root.get()
    }

    /// The feed's address, resolved against the page. Another one draws the page anew: nothing needs to track it.
    pub fn feed_url(self) -> Option<WebUrl> {
        let base = platform::base_uri(&self.host());
        self.config.with_untracked(|config| WebUrl::resolve(&BrowserUrls, &config.feed, &base))
    }

    /// What the texts of the feed are relative to: its own address, which may not be the attribute's. Nothing needs to
    /// track it either.
    pub fn base_url(self) -> String {
        let own = self.edition.with_untracked(|edition| edition.ready().and_then(|edition| edition.url.clone()));
        own.or_else(|| self.feed_url()).map_or_else(|| platform::base_uri(&self.host()), |url| url.to_string())
    }

    /// What relative addresses in a text are relative to: the text's own page, else the site's, else the feed.
    pub fn content_base(self, url: Option<&WebUrl>) -> String {
        let home = || self.edition.with_untracked(|edition| edition.ready()?.feed.home_page_url.clone());
        url.cloned().or_else(home).map_or_else(|| self.base_url(), |url| url.to_string())
    }

    /// The hosts that may be asked for what the feed names: those of the list, and the feed's own. Another list fetches
    /// the feed again: nothing needs to track it.
    pub fn media_hosts(self) -> Option<Hosts> {
        let hosts = self.config.with_untracked(|config| config.media_hosts.clone())?;
        Some(hosts.with(self.feed_url()?.as_str()))
    }

    /// The edition, if it is here.
    pub fn edition(self) -> Option<Arc<Edition>> {
        self.edition.with(|edition| edition.ready().cloned())
    }

    /// What is to be shown, by attributes, address bar and feed.
    pub fn page(self) -> Load<Page, Failure> {
        let edition = match self.edition.get() {
            Load::Ready(edition) => edition,
            Load::Failed(failure) => return Load::Failed(failure),
            Load::Slow => return Load::Slow,
            Load::Waiting => return Load::Waiting,
        };
        if self.is_site() {
            match self.site_code.get() {
                Load::Ready(_) => {}
                Load::Failed(_) => return Load::Failed(Failure::Code),
                Load::Slow => return Load::Slow,
                Load::Waiting => return Load::Waiting,
            }
        }
        let (routing, article) = self.config.with(|config| (config.routing, config.article.clone()));
        let key = match (self.route.get(), article) {
            (Route::Article(key), _) | (Route::Front, Some(key)) => key,
            (Route::Front, None) if routing == Routing::Hash => return Load::Ready(Page::Front),
            (Route::Front, None) => return Load::Ready(edition.newest().map_or(Page::Empty, Page::Article)),
            (Route::Section(name), _) if edition.has_section(&name) => return Load::Ready(Page::Section(name)),
            (Route::Section(_) | Route::Unknown(_), _) => return Load::Ready(Page::NotFound),
        };
        if let Some(item) = edition.find(&key) {
            return Load::Ready(Page::Article(item));
        }
        // It may be on a page of the feed that is not read yet.
        match self.further.get() {
            Load::Waiting | Load::Slow => Load::Waiting,
            Load::Ready(()) if edition.may_have(&key) => Load::Waiting,
            // Nobody knows whether it is there.
            Load::Failed(failure) => Load::Failed(failure),
            _ if routing == Routing::Hash => Load::Ready(Page::NotFound),
            _ => Load::Failed(Failure::ArticleNotFound(key)),
        }
    }

    /// The publisher's ranking: the list in the feed, else the one kept elsewhere; empty when there is none.
    pub fn ranked(self, edition: &Edition) -> Load<Vec<Arc<Item>>, Failure> {
        let find = |id: &ItemId| edition.find(id.as_str());
        let listed: Vec<_> = edition.feed.news.popular.iter().filter_map(find).collect();
        if !listed.is_empty() {
            return Load::Ready(listed);
        }
        match self.ranking.get() {
            // The edition's own copy knows more, such as whether it can be opened here.
            Load::Ready(items) => {
                Load::Ready(items.iter().map(|item| find(&item.id).unwrap_or_else(|| item.clone())).collect())
            }
            Load::Waiting => Load::Waiting,
            Load::Slow => Load::Slow,
            Load::Failed(failure) => Load::Failed(failure),
        }
    }

    /// Follows the attributes. Only another feed is fetched again, or one that other hosts may be asked for.
    pub fn configure(self, config: Config) {
        let before = self.config.get_untracked();
        if *before == config {
            return;
        }
        let reload =
            before.feed != config.feed || before.source != config.source || before.media_hosts != config.media_hosts;
        let other_parts = before.parts != config.parts;
        let other_routing = before.routing != config.routing;
        self.config.set(Arc::new(config));
        if other_routing {
            match untrack(|| self.site()) {
                Some(site) => (site.follow_address)(self),
                None => self.route.set(Route::Front),
            }
        }
        match untrack(|| self.edition()).filter(|_| other_parts) {
            _ if reload => self.load(),
            Some(edition) => self.load_lists(&edition.feed.news),
            None => {}
        }
    }

    /// Says `text` to screen readers, also when it is what was said last.
    pub fn announce(self, text: &str) {
        // A live region speaks when its text changes; a trailing space is a change that nobody hears.
        let Some(again) = self.announcement.try_with_untracked(|last| last == text) else { return };
        self.announcement.set(if again { format!("{text}\u{a0}") } else { text.to_owned() });
    }

    /// Tells the page that embeds the widget.
    pub fn emit(self, name: &str, detail: &[(&str, &str)]) {
        platform::dispatch(&self.host(), name, false, detail);
    }
}
