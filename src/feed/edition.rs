//! An edition: a feed's pages read so far, as the views use them. Pure.

use std::sync::Arc;

use super::{Date, Feed, Item, WebUrl};
use crate::{bounds::SECTIONS, order};

/// The most pages of a feed that are looked through for an article: a feed may name further ones without end.
pub const MOST_SOUGHT: usize = 40;

/// What a publication offers: its first page, and the further ones as the reader asks for them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Edition {
    /// The first page's own fields; its items are here. Shared, so that to copy an edition copies no items.
    pub feed: Arc<Feed>,
    /// Where it came from: what the feed's texts are relative to.
    pub url: Option<WebUrl>,
    /// The next page; `None` at the end, and when the pages lead in a circle.
    pub next: Option<WebUrl>,
    /// In the feed's order, each id once.
    items: Vec<Arc<Item>>,
    /// Newest first.
    by_date: Vec<Arc<Item>>,
    /// Sorted by id: a page of links asks for many of ten thousand.
    by_id: Vec<Arc<Item>>,
    seen: Vec<WebUrl>,
    /// By names that are neither their id nor their address.
    named: Vec<(String, Option<Arc<Item>>)>,
}

impl Edition {
    /// The first page, which came from `url`.
    pub fn new(mut feed: Feed, url: Option<WebUrl>) -> Self {
        let (items, next) = (std::mem::take(&mut feed.items), feed.next_url.take());
        let mut edition = Self { feed: Arc::new(feed), seen: url.iter().cloned().collect(), url, ..Self::default() };
        edition.add(items, next);
        edition
    }

    /// Adds the page that [`Self::next`] named. Items that are there already are kept as they are.
    pub fn append(&mut self, page: Feed) {
        self.seen.extend(self.next.take());
        self.add(page.items, page.next_url);
    }

    /// Adds what a site has under this name, on none of the pages read so far: an item, or nothing.
    pub fn insert(&mut self, name: String, items: Vec<Item>) {
        let id = items.first().map(|item| item.id.clone());
        self.add(items, self.next.clone());
        let item = id.and_then(|id| self.get(id.as_str()).cloned());
        self.named.push((name, item));
    }

    fn named(&self, name: &str) -> Option<&Option<Arc<Item>>> {
        self.named.iter().find(|(known, _)| known == name).map(|(_, item)| item)
    }

    /// Whether an item that is not here may be on a further page that is worth asking for: the site has not said that it has
    /// nothing under this name, and few pages have been read.
    pub fn may_have(&self, name: &str) -> bool {
        self.next.is_some() && self.pages() < MOST_SOUGHT && self.named(name).is_none()
    }

    /// How many pages have been read.
    pub fn pages(&self) -> usize {
        self.seen.len()
    }

    fn add(&mut self, items: Vec<Item>, next: Option<WebUrl>) {
        let fresh: Vec<_> =
            items.into_iter().filter(|item| self.get(item.id.as_str()).is_none()).map(Arc::new).collect();
        self.items.extend(fresh);
        self.by_id = order::sorted(&self.items, &|a, b| a.id.cmp(&b.id));
        let date = |item: &Item| item.date_published.map(Date::millis);
        self.by_date = order::sorted(&self.items, &|a, b| date(b).cmp(&date(a)));
        self.next = next.filter(|next| !self.seen.contains(next));
    }

    fn get(&self, id: &str) -> Option<&Arc<Item>> {
        let at = self.by_id.binary_search_by(|item| item.id.as_str().cmp(id)).ok()?;
        self.by_id.get(at)
    }

    /// The item with this id, else with this address, else the one that the site has under this name.
    pub fn find(&self, key: &str) -> Option<Arc<Item>> {
        let at = |item: &&Arc<Item>| item.url.as_ref().is_some_and(|url| url.as_str() == key);
        self.get(key).or_else(|| self.items.iter().find(at)).or_else(|| self.named(key)?.as_ref()).cloned()
    }

    /// All items in the feed's order, each id once.
    pub fn items(&self) -> &[Arc<Item>] {
        &self.items
    }

    /// All items, newest first; those without a date keep their order, at the end.
    pub fn by_date(&self) -> &[Arc<Item>] {
        &self.by_date
    }

    /// The newest item; of a feed without dates, the first.
    pub fn newest(&self) -> Option<Arc<Item>> {
        self.by_date.first().cloned()
    }

    /// The names of the sections: those the publisher lists, then the outermost ones that items name, in their
    /// order, as far as anybody looks through.
    pub fn sections(&self) -> Vec<String> {
        let mut names: Vec<String> = self.feed.news.sections.iter().map(|section| section.name.clone()).collect();
        for name in self.items.iter().filter_map(|item| item.news.section.first()) {
            if names.len() < SECTIONS && !names.contains(name) {
                names.push(name.clone());
            }
        }
        names
    }

    /// Whether there is a section of this name.
    pub fn has_section(&self, name: &str) -> bool {
        self.feed.news.sections.iter().any(|section| section.name == name)
            || self.items.iter().any(|item| item.news.section.first().is_some_and(|first| first == name))
    }

    /// The items of a section, at whatever depth of their path it stands, newest first.
    pub fn in_section<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Arc<Item>> {
        self.by_date.iter().filter(move |item| item.news.section.iter().any(|section| section == name))
    }

    /// The page of a section, as the publisher gives it.
    pub fn section_url(&self, name: &str) -> Option<&WebUrl> {
        self.feed.news.sections.iter().find(|section| section.name == name)?.url.as_ref()
    }
}
