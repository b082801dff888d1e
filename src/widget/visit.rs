//! What a visit does besides showing the page: events, and what else the widget does where it is the site.

use leptos::prelude::untrack;

use super::{Failure, Load, Page, Route, State};
use crate::{
    platform,
    view::{Memo, effect},
};

/// Follows `page` for as long as the current owner lives.
pub fn follow(state: State, page: Memo<Load<Page, Failure>>) {
    let mut place = Whereabouts::default();
    effect(move || match page.get() {
        Load::Ready(page) => arrive(state, &page, place.arrive(state, &page)),
        Load::Failed(failure) => {
            place.leave(state);
            state.painted.set(false); // the fallback comes back
            platform::error(&failure.message());
            state.emit("news-widget:error", &[("code", failure.code()), ("message", &failure.message())]);
        }
        Load::Waiting | Load::Slow => place.leave(state),
    });
    // An article that the feed's first page does not have may be on a later one.
    effect(move || {
        let by_code = state.is_site() && state.site().is_none(); // the page waits, but for no article
        if !by_code && page.with(Load::is_waiting) && state.edition.with(|edition| edition.ready().is_some()) {
            state.look_further();
        }
    });
    effect(move || {
        if state.is_site() {
            state.load_site();
        }
    });
    effect(move || {
        if let Some(site) = state.site() {
            (site.watch)(state);
        }
    });
}

/// How a page came to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visit {
    /// It is the first.
    Begins,
    /// It was shown already, and is now in a newer edition or drawn in another way.
    Stays,
    /// The reader came from another.
    Moves,
}

/// Where the reader is.
#[derive(Default)]
pub struct Whereabouts {
    page: Option<Page>,
    route: Option<Route>,
    left: bool,
}

impl Whereabouts {
    /// The reader is at `page` now.
    pub fn arrive(&mut self, state: State, page: &Page) -> Visit {
        self.leave(state);
        let left = std::mem::take(&mut self.left);
        match self.page.replace(page.clone()) {
            None => Visit::Begins,
            Some(last) if !left && last.is_place_of(page) => Visit::Stays,
            Some(_) => Visit::Moves,
        }
    }

    /// Nothing can be shown now: who went elsewhere meanwhile and comes back has moved.
    pub fn leave(&mut self, state: State) {
        let route = Some(state.route.get_untracked());
        if self.route != route {
            self.left |= self.route.is_some();
            self.route = route;
        }
    }
}

fn arrive(state: State, page: &Page, visit: Visit) {
    let site = untrack(|| state.site());
    if let Some(site) = site {
        (site.set_title)(state, page);
    }
    platform::next_frame(move || {
        // The state may be gone by the next frame, with its element.
        let Some(painted) = state.painted.try_with_untracked(|painted| *painted) else { return };
        // It may have failed since.
        if !painted && untrack(|| state.page()).ready().is_some() {
            state.painted.set(true);
            state.emit("news-widget:ready", &[]);
        }
        if let Some(site) = site.filter(|_| visit != Visit::Stays) {
            (site.restore_place)(state, visit == Visit::Moves);
        }
    });
}
