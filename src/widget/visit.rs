//! What a visit does besides showing the page: title, focus, scroll position, events.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use leptos::prelude::{on_cleanup, request_animation_frame, untrack};

use super::{Failure, Load, Page, Route, Routing, State};
use crate::{
    platform::{self, Timeout, WindowListener},
    view::{Memo, Stored, effect},
    words::both,
};

/// Scrolling is over when it rested for this many milliseconds.
const SCROLL_RESTS: i32 = 150;

/// A page may grow for this many frames, some seconds, before its reader is left where they are.
const GROWS_FOR: u16 = 300;

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
        if page.with(Load::is_waiting) && state.edition.with(|edition| edition.ready().is_some()) {
            state.load_further();
        }
    });
    watch_address(state);
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
    let site = state.config.with_untracked(|config| config.routing == Routing::Hash);
    if site {
        set_title(state, page);
    }
    request_animation_frame(move || {
        // The state may be gone by the next frame, with its element.
        let Some(painted) = state.painted.try_with_untracked(|painted| *painted) else { return };
        // It may have failed since.
        if !painted && untrack(|| state.page()).ready().is_some() {
            state.painted.set(true);
            state.emit("news-widget:ready", &[]);
        }
        if site && visit != Visit::Stays {
            restore_place(state, visit == Visit::Moves);
        }
    });
}

fn set_title(state: State, page: &Page) {
    let messages = state.messages();
    let publication = state.edition().and_then(|edition| edition.feed.title.clone());
    let own = match page {
        Page::Front | Page::Empty => None,
        Page::Section(name) => Some(name.clone()),
        Page::Article(item) => Some(item.title.clone().unwrap_or_else(|| messages.untitled.into())),
        Page::NotFound => Some(messages.not_found.into()),
    };
    leptos::prelude::document().set_title(&both(own, " – ", publication));
}

/// Where the reader was on this page, else its top; focus goes to the heading so that a screen reader reads on from there.
fn restore_place(state: State, moved: bool) {
    if moved {
        platform::focus(&state.root(), ":is(h1, h2, h3, h4)[tabindex]");
    }
    match platform::history_scroll() {
        Some(top) => {
            platform::scroll_to(top);
            let again = move || {
                platform::scroll_to(top);
                restore_as_it_grows(state, top);
            };
            // WebKit puts a reloaded page back to its top when it first paints it.
            if moved { again() } else { request_animation_frame(again) }
        }
        None if moved => platform::scroll_to_element(&state.host()),
        None => {}
    }
}

/// The page grows while comments arrive: whoever was far down comes back there, unless they do something meanwhile.
fn restore_as_it_grows(state: State, top: f64) {
    let busy = Rc::new(Cell::new(false));
    let listeners = ["wheel", "touchmove", "pointerdown", "keydown"].map(|event| {
        let busy = busy.clone();
        WindowListener::new(event, move || busy.set(true))
    });
    let route = state.route.get_untracked();
    let here = move || {
        let _until_it_ends = &listeners;
        !busy.get() && state.route.try_with_untracked(|now| *now == route) == Some(true)
    };
    follow_down(top, GROWS_FOR, Rc::new(here));
}

fn follow_down(top: f64, frames: u16, here: Rc<dyn Fn() -> bool>) {
    // Where the browser puts a pixel's fraction is its own affair.
    if frames > 0 && here() && platform::scroll_top() + 1.0 < top {
        request_animation_frame(move || {
            platform::scroll_to(top);
            follow_down(top, frames - 1, here);
        });
    }
}

fn watch_address(state: State) {
    let site = move || state.config.with(|config| config.routing == Routing::Hash);
    effect(move || {
        if !site() {
            return;
        }
        platform::manual_scroll_restoration(true);
        let resting: Rc<RefCell<Option<Timeout>>> = Rc::default();
        let moving = resting.clone();
        let hash = WindowListener::new("hashchange", move || {
            // A position that was about to be kept is the former page's.
            resting.replace(None);
            state.follow_address(Routing::Hash);
        });
        let scroll = WindowListener::new("scroll", move || {
            moving.replace(Timeout::new(SCROLL_RESTS, platform::remember_scroll));
        });
        let leave = WindowListener::new("pagehide", platform::remember_scroll);
        Stored::new([hash, scroll, leave]);
        on_cleanup(|| platform::manual_scroll_restoration(false));
    });
}
