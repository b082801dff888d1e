//! What a visit does where the widget is the site: title, focus, address, scroll position.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use leptos::prelude::{on_cleanup, request_animation_frame, untrack};

use super::{Page, Route, State};
use crate::{
    platform::{self, Timeout, WindowListener},
    view::Stored,
    words::both,
};

/// Scrolling is over when it rested for this many milliseconds.
const SCROLL_RESTS: i32 = 150;

/// A page may grow for this many frames, some seconds, before its reader is left where they are.
const GROWS_FOR: u16 = 300;

/// The page's title.
pub fn set_title(state: State, page: &Page) {
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
pub fn restore_place(state: State, moved: bool) {
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

/// What the address bar names, if it is the widget's: `#top` on a host's page is not.
pub fn follow_address(state: State) {
    let hash = platform::location_hash();
    if Route::is_ours(&hash) {
        state.route.set(Route::from_hash(&hash));
    }
}

/// Follows the address bar and keeps scroll positions, until the current owner ends.
pub fn watch(state: State) {
    platform::manual_scroll_restoration(true);
    let resting: Rc<RefCell<Option<Timeout>>> = Rc::default();
    let moving = resting.clone();
    let hash = WindowListener::new("hashchange", move || {
        // A position that was about to be kept is the former page's.
        resting.replace(None);
        follow_address(state);
    });
    let scroll = WindowListener::new("scroll", move || {
        // In a frame: what was drawn for a new address has led there by then, and the former page's position is not kept for it.
        let keep = move || {
            // The element may have gone.
            let here = state.painted.try_with_untracked(|_| ()).is_some();
            if here && untrack(|| state.page()).ready().is_some() {
                platform::remember_scroll();
            }
        };
        moving.replace(Timeout::new(SCROLL_RESTS, move || request_animation_frame(keep)));
    });
    let leave = WindowListener::new("pagehide", platform::remember_scroll);
    Stored::new([hash, scroll, leave]);
    on_cleanup(|| platform::manual_scroll_restoration(false));
}
