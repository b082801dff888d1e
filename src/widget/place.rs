//! What a visit does where the widget is the site: title, focus, address, scroll position.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use leptos::prelude::{on_cleanup, untrack};
use web_sys::HtmlElement;

use super::{Page, Route, State, furniture::publication, layout::reorder};
use crate::{
    article::title,
    platform::{self, Scrolled, Timeout, WindowListener},
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
    let publication = state.edition().map(|edition| publication(state, &edition));
    let own = match page {
        Page::Front | Page::Empty => None,
        Page::Section(name) => Some(name.clone()),
        Page::Article(item) => Some(title(state, item)),
        Page::NotFound => Some(messages.not_found.into()),
    };
    leptos::prelude::document().set_title(&both(own, " – ", publication));
}

/// Where the reader was on this page, else its top; focus goes to the heading so that a screen reader reads on from there.
pub fn restore_place(state: State, moved: bool) {
    if moved {
        platform::focus_in_place(&state.root(), ":is(h1, h2, h3, h4)[tabindex]");
    }
    let host = state.host();
    match platform::history_scroll() {
        Some(tops) => {
            platform::scroll_to(&host, &tops);
            let again = move || {
                // The element may have gone before the frame came.
                if state.route.try_with_untracked(|_| ()).is_some() {
                    platform::scroll_to(&host, &tops);
                    restore_as_it_grows(state, tops);
                }
            };
            // WebKit puts a reloaded page back to its top when it first paints it.
            if moved { again() } else { platform::next_frame(again) }
        }
        None if moved => platform::scroll_to_element(&host),
        None => {}
    }
}

/// Keeps where the reader is, for the way back.
pub fn remember_place(state: State) {
    platform::remember_scroll(&state.host());
}

/// The page grows while comments arrive: whoever was far down comes back there, unless they do something meanwhile.
fn restore_as_it_grows(state: State, tops: Scrolled) {
    let busy = Rc::new(Cell::new(false));
    let listeners = ["wheel", "touchmove", "pointerdown", "keydown"].map(|event| {
        let busy = busy.clone();
        WindowListener::new(event, move || busy.set(true))
    });
    let (host, route) = (state.host(), state.route.get_untracked());
    let here = move || {
        let _until_it_ends = &listeners;
        !busy.get() && state.route.try_with_untracked(|now| *now == route) == Some(true)
    };
    follow_down(host, tops, GROWS_FOR, Rc::new(here));
}

fn follow_down(host: HtmlElement, tops: Scrolled, frames: u16, here: Rc<dyn Fn() -> bool>) {
    if frames > 0 && here() && platform::is_short_of(&host, &tops) {
        platform::next_frame(move || {
            platform::scroll_to(&host, &tops);
            follow_down(host, tops, frames - 1, here);
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
        let address = platform::location_hash();
        let keep = move || {
            // The element may have gone; and on a busy machine a link may have been followed before the frame came.
            let here = state.painted.try_with_untracked(|_| ()).is_some() && platform::location_hash() == address;
            if here && untrack(|| state.page()).ready().is_some() {
                remember_place(state);
            }
        };
        moving.replace(Timeout::busy(SCROLL_RESTS, move || platform::next_frame(keep)));
    });
    let leave = WindowListener::new("pagehide", move || remember_place(state));
    let turn = WindowListener::new("resize", move || reorder(state));
    Stored::new([hash, scroll, leave, turn]);
    on_cleanup(|| platform::manual_scroll_restoration(false));
}
