//! Where links lead: fragments where the widget is the site, the publisher's own pages elsewhere.

use super::{Route, Routing, State};
use crate::feed::Item;

impl State {
    /// Whether the address bar is the widget's.
    pub fn is_site(self) -> bool {
        self.config.with(|config| config.routing == Routing::Hash)
    }

    /// The page of `item`; `None` when it has none, and its headline is then no link.
    pub fn item_href(self, item: &Item) -> Option<String> {
        // An item of a ranking kept elsewhere may not be in this feed, and so cannot be opened here.
        let here = || self.edition().is_some_and(|edition| edition.find(item.id.as_str()).is_some());
        if self.is_site() && here() {
            return Some(Route::Article(item.id.as_str().to_owned()).to_hash());
        }
        item.url.as_ref().or(item.external_url.as_ref()).map(ToString::to_string)
    }

    /// The page of a section.
    pub fn section_href(self, name: &str) -> Option<String> {
        if self.is_site() {
            return Some(Route::Section(name.to_owned()).to_hash());
        }
        self.edition()?.section_url(name).map(ToString::to_string)
    }

    /// The front page.
    pub fn home_href(self) -> Option<String> {
        if self.is_site() {
            return Some(Route::Front.to_hash());
        }
        self.edition()?.feed.home_page_url.as_ref().map(ToString::to_string)
    }
}
