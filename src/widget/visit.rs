//! What a visit does besides showing the page: title, focus, scroll position, events.

use std::{cell::RefCell, rc::Rc};

use leptos::prelude::{on_cleanup, request_animation_frame};

use super::{Failure, Load, Page, Routing, State};
use crate::{
    platform::{self, Timeout, WindowListener},
    view::{Memo, Stored, effect},
};

/// Scrolling is over when it rested for this many milliseconds.
const SCROLL_RESTS: i32 = 150;

/// Follows `page` for as long as the current owner lives.
pub fn follow(state: State, page: Memo<Load<Page, Failure>>) {
    let mut last: Option<Page> = None;
    effect(move || match page.get() {
        Load::Ready(page) => {
            let visit = match &last {
                None => Visit::Begins,
                Some(last) if last.is_place_of(&page) => Visit::Stays,
                Some(_) => Visit::Moves,
            };
            arrive(state, &page, visit);
            last = Some(page);
        }
        Load::Failed(failure) => {
            state.painted.set(false); // the fallback comes back
            platform::error(&failure.message());
            state.emit("news-widget:error", &[("code", failure.code()), ("message", &failure.message())]);
        }
        Load::Waiting | Load::Slow => {}
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
#[derive(Clone, Copy, PartialEq, Eq)]
enum Visit {
    /// It is the first.
    Begins,
    /// It was shown already, and is now in a newer edition.
    Stays,
    /// The reader came from another.
    Moves,
}

fn arrive(state: State, page: &Page, visit: Visit) {
    let site = state.config.with_untracked(|config| config.routing == Routing::Hash);
    if site {
        set_title(state, page);
    }
    request_animation_frame(move || {
        // The state may be gone by the next frame, with its element.
        if state.painted.try_with_untracked(|painted| *painted) == Some(false) {
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
    let title: Vec<String> = [own, publication].into_iter().flatten().collect();
    leptos::prelude::document().set_title(&title.join(" – "));
}

/// Where the reader was on this page, else its top; focus goes to the heading so that a screen reader reads on from there.
fn restore_place(state: State, moved: bool) {
    if moved {
        platform::focus(&state.root(), ":is(h1, h2, h3, h4)[tabindex]");
    }
    match platform::history_scroll() {
        Some(top) => {
            platform::scroll_to(top);
            if !moved {
                // WebKit puts a reloaded page back to its top when it first paints it.
                request_animation_frame(move || platform::scroll_to(top));
            }
        }
        None if moved => platform::scroll_to_element(&state.host()),
        None => {}
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
