//! The pages of a thread that is kept elsewhere, as they come.

use std::sync::Arc;

use web_sys::AbortSignal;

use super::{
    model::Comment,
    services::{
        Protocol, Read, Service,
        exchange::{More, Page},
        feed,
    },
    tree,
};
use crate::{
    feed::{Item, ItemId, WebUrl},
    platform::{self, COMMENTS_BYTES, FetchError, Freshness, Network},
    sanitize::policy::Hosts,
    view::{Signal, Stored},
    widget::{Cause, Failure, Listed, Load, Pending, aborted, arrived},
};

/// Pages that are followed by themselves at most: a service that always names a next page must not keep the reader's radio on.
const MOST_PAGES: usize = 100;
/// Pages without a comment that are followed by themselves at most.
const MOST_EMPTY: usize = 20;
/// The pause between pages in milliseconds, once [`MOST_EMPTY`] are here: the service has other readers.
const PAUSE: i32 = 100;

/// How many pages are looked through for new comments.
const MOST_NEWS: usize = 3;

/// Whether what is here will do.
type Enough = Box<dyn Fn(&Here) -> bool>;

/// What is here of a thread.
#[derive(Clone, Debug)]
pub struct Here {
    /// The comments, each once, as they came.
    pub comments: Vec<Arc<Comment>>,
    /// What the thread has beyond them.
    pub more: Vec<More>,
    /// How many the whole thread has, where the service says so.
    pub total: Option<u64>,
    /// Whether something is on its way.
    pub load: Load<(), Failure>,
    /// What is on its way, or has failed; `None` also for the first page while nobody knows where it is.
    pub asked: Option<More>,
}

impl Default for Here {
    fn default() -> Self {
        Self { comments: Vec::new(), more: Vec::new(), total: None, load: Load::Ready(()), asked: None }
    }
}

impl Here {
    /// Adds a page. Of a comment that is here, the page knows better.
    fn add(&mut self, page: Page) {
        let index = tree::by_id(&self.comments);
        for comment in page.comments {
            let known = tree::find(&index, &self.comments, &comment.id);
            let comment = Arc::new(comment);
            match known.and_then(|at| self.comments.get_mut(at)) {
                Some(known) => *known = comment,
                None => self.comments.push(comment),
            }
        }
        self.total = page.total.or(self.total);
        for more in page.more {
            self.more.retain(|known| known.url != more.url);
            self.more.push(more);
        }
    }
}

/// The thread of one article, at its service.
#[derive(Clone, Copy, Debug)]
pub struct Pages {
    /// What is here.
    pub here: Signal<Here>,
    source: Stored<Source>,
    /// Whether there is anybody to ask.
    elsewhere: Stored<bool>,
    /// The address of the thread's first page, as far as it is known, and of the last that came.
    ends: Stored<Option<(WebUrl, WebUrl)>>,
    pending: Pending,
    looking: Pending,
}

/// Where pages come from, and how they are read.
#[derive(Clone, Debug)]
struct Source {
    service: Service,
    /// The service's address, where it is on a server.
    address: Option<WebUrl>,
    article: Arc<Item>,
    hosts: Option<Hosts>,
    network: Network,
}

impl Source {
    async fn get(&self, url: &WebUrl, freshness: Freshness, signal: Option<&AbortSignal>) -> Result<Page, Failure> {
        let read: Read = if self.service.is_remote() { self.protocol(url).await?.page } else { feed::page };
        let answer = self.network.get(url.as_str(), freshness, COMMENTS_BYTES, signal).await;
        let (answer, place) = arrived(answer, url, self.hosts.as_ref())?;
        let read = read(&answer.bytes, &place, &self.article, &Listed(self.hosts.clone()));
        let page = read.map_err(|error| Failure::Feed { url: url.to_string(), error })?;
        for skipped in &page.skipped {
            platform::warn(&format!("{url}: {skipped}"));
        }
        platform::give_turn(answer.bytes.len()).await;
        Ok(page)
    }

    /// Where the thread begins, on a server; `None` where that cannot know the article.
    async fn first(&self) -> Result<Option<WebUrl>, Failure> {
        let Some(address) = &self.address else { return Ok(None) };
        Ok((self.protocol(address).await?.thread)(address, &self.article))
    }

    /// Code that does not come is told of as an answer that does not: the same helps.
    async fn protocol(&self, url: &WebUrl) -> Result<Protocol, Failure> {
        self.service.protocol().await.map_err(|_| Failure::fetch(url, FetchError::Unreachable))
    }
}

impl Pages {
    /// Whether this thread is kept elsewhere.
    pub fn are_elsewhere(self) -> bool {
        self.elsewhere.get()
    }

    /// Nothing yet. `address` is the service's, if it is on a server. `hosts` may be asked for what comments name, any where
    /// there is no list.
    pub fn new(
        service: Service,
        address: Option<WebUrl>,
        article: Arc<Item>,
        hosts: Option<Hosts>,
        network: Network,
    ) -> Self {
        Self {
            here: Signal::default(),
            source: Stored::new(Source { service, address, article, hosts, network }),
            elsewhere: Stored::new(false),
            ends: Stored::new(None),
            pending: Pending::default(),
            looking: Pending::default(),
        }
    }

    /// Fetches the first page: at `url`, else where the service says that it is.
    pub fn load(self, url: Option<WebUrl>) {
        self.elsewhere.set(true);
        self.ask(url.map(|url| self.begin(url)), Freshness::Shared, None);
    }

    /// The first page is at `url`.
    fn begin(self, url: WebUrl) -> More {
        self.ends.set(Some((url.clone(), url.clone())));
        More { under: None, count: None, url }
    }

    /// Fetches what is missing: this, or what failed, or the next page.
    pub fn more(self, more: Option<More>) {
        let here = self.here;
        if here.with_untracked(|here| here.load.is_waiting()) {
            return;
        }
        let next = || here.with_untracked(|here| here.asked.clone().or_else(|| next_page(here)));
        let more = more.or_else(next);
        if more.is_some() || (self.elsewhere.get() && self.ends.get().is_none()) {
            self.ask(more, Freshness::Anew, None);
        }
    }

    /// Fetches page after page, until `enough` is here or there are no more.
    pub fn until(self, enough: impl Fn(&Here) -> bool + 'static) {
        let next = self.here.with_untracked(|here| (!here.load.is_waiting() && !enough(here)).then(|| next(here)));
        if let Some(more) = next.flatten() {
            self.ask(Some(more), Freshness::Shared, Some(Box::new(enough)));
        }
    }

    /// Asks for what is new: gives the comments of the first page and of the last as they are now, with what has come
    /// behind that.
    pub fn news(self) -> impl Future<Output = Option<Vec<Comment>>> + use<> {
        // Now: the element, and what it stores, may be gone by the time that somebody waits.
        let (source, ends) = (self.source.get(), self.ends.get());
        let signal = self.looking.begin(None);
        async move {
            let (first, last) = ends?;
            let mut comments = Vec::new();
            if first != last {
                comments = source.get(&first, Freshness::Anew, signal.as_ref()).await.ok()?.comments;
            }
            let (mut next, mut pages) = (Some(last), 0);
            while let Some(url) = next.take().filter(|_| pages < MOST_NEWS) {
                let page = source.get(&url, Freshness::Anew, signal.as_ref()).await.ok()?;
                comments.extend(page.comments);
                next = page.more.into_iter().find(|more| more.under.is_none()).map(|more| more.url);
                pages += 1;
            }
            Some(comments)
        }
    }

    /// Puts comments beside those that are here.
    pub fn add(self, comments: Vec<Comment>) {
        self.here.update(|here| here.add(Page { comments, ..Page::default() }));
    }

    /// Puts what is left of a comment into its place, or takes it out.
    pub fn put(self, id: &ItemId, left: Option<Comment>) {
        self.here.update(|here| {
            let counted = here.comments.iter().any(|comment| comment.id == *id && comment.status.counts());
            if counted && left.as_ref().is_none_or(|left| !left.status.counts()) {
                here.total = here.total.map(|total| total.saturating_sub(1));
            }
            if left.is_none() {
                here.comments.retain(|comment| comment.id != *id);
            }
            here.add(Page { comments: left.into_iter().collect(), ..Page::default() });
        });
    }

    fn ask(self, more: Option<More>, freshness: Freshness, enough: Option<Enough>) {
        let signal = self.pending.begin(None);
        // Now: the element, and what it stores, may be gone by the time that the task runs.
        let (source, ends) = (self.source.get(), self.ends);
        self.here.update(|here| {
            here.load = Load::Waiting;
            here.asked.clone_from(&more);
        });
        platform::spawn(async move {
            let mut asked = match more {
                Some(more) => more,
                None => {
                    let first = source.first().await;
                    if aborted(signal.as_ref()) {
                        return;
                    }
                    match first {
                        Ok(Some(url)) => self.begin(url),
                        Ok(None) => return self.nowhere(),
                        Err(failure) => return self.failed(failure),
                    }
                }
            };
            let (mut seen, mut without) = (Vec::new(), 0);
            loop {
                if seen.len() > MOST_EMPTY {
                    platform::wait(PAUSE).await;
                    if aborted(signal.as_ref()) {
                        return;
                    }
                }
                let read = source.get(&asked.url, freshness, signal.as_ref()).await;
                if aborted(signal.as_ref()) {
                    return;
                }
                seen.push(asked.url.clone());
                let page = match read {
                    Ok(page) => page,
                    Err(failure) => return self.failed(failure),
                };
                if asked.under.is_none()
                    && let Some((first, _)) = ends.get()
                {
                    ends.set(Some((first, asked.url.clone())));
                }
                // A page without comments only tells where they are.
                let empty = page.comments.is_empty();
                without = if empty { without + 1 } else { 0 };
                let endless = without >= MOST_EMPTY;
                let mut following = None;
                self.here.update(|here| {
                    here.add(page);
                    here.more.retain(|more| !seen.contains(&more.url));
                    let wanted = enough.as_ref().is_some_and(|enough| !enough(here));
                    let further = if wanted { next(here) } else { next_page(here).filter(|_| empty) };
                    following = further.filter(|_| seen.len() < MOST_PAGES);
                    here.asked.clone_from(&following);
                    if following.is_none() {
                        here.load = Load::Ready(());
                    }
                });
                match following {
                    Some(_) if endless => return self.failed(without_end(&asked.url)),
                    Some(more) => asked = more,
                    None => return self.pending.end(),
                }
            }
        });
    }

    /// The service cannot know the article: nobody has written of it there.
    fn nowhere(self) {
        self.pending.end();
        self.elsewhere.set(false);
        self.here.update(|here| here.load = Load::Ready(()));
    }

    /// What came stays; what did not is asked for again by the reader's wish.
    fn failed(self, failure: Failure) {
        self.pending.end();
        platform::warn(&failure.message());
        self.here.update(|here| here.load = Load::Failed(failure));
    }
}

/// Page after page has no comment. The reader may go on.
fn without_end(url: &WebUrl) -> Failure {
    let message = format!("{url} and the pages before it have no comments. Try again to ask for the next ones.");
    Failure::Explained { cause: Cause::Endless, message }
}

/// The next page of the thread itself.
fn next_page(here: &Here) -> Option<More> {
    here.more.iter().find(|more| more.under.is_none()).cloned()
}

/// The next page of the thread, or else of any replies.
fn next(here: &Here) -> Option<More> {
    next_page(here).or_else(|| here.more.first().cloned())
}

/// Whether a comment is here.
pub fn has(here: &Here, id: &ItemId) -> bool {
    here.comments.iter().any(|comment| comment.id == *id)
}
