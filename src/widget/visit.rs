//! What a visit does besides showing the page: title, focus, scroll position, events.

use leptos::{ev, prelude::*};

use super::{Failure, Load, Page, Routing, State};
use crate::platform::{self, Timeout};

/// Scrolling is over when it rested for this many milliseconds.
const SCROLL_RESTS: i32 = 150;

/// Follows `page` for as long as the current owner lives.
pub fn follow(state: State, page: Memo<Load<Page, Failure>>) {
    Effect::new(move |before: Option<Option<Page>>| {
        let (now, before) = (page.get(), before.flatten());
        match now {
            Load::Ready(now) => {
                arrive(state, &now, before.is_some());
                Some(now)
            }
            Load::Failed(failure) => {
                state.painted.set(false); // the fallback comes back
                platform::error(&failure.message());
                state.emit("news-widget:error", &[("code", failure.code()), ("message", &failure.message())]);
                before
            }
            Load::Waiting | Load::Slow => before,
        }
    });
    // An article that the feed's first page does not have may be on a later one.
    Effect::new(move |_| {
        if page.with(Load::is_waiting) && state.edition.with(|edition| edition.ready().is_some()) {
            state.load_further();
        }
    });
    watch_address(state);
}

fn arrive(state: State, page: &Page, moved: bool) {
    let site = state.config.with_untracked(|config| config.routing == Routing::Hash);
    if site {
        set_title(state, page);
    }
    request_animation_frame(move || {
        // The state may be gone by the next frame, with its element.
        if state.painted.try_get_untracked() == Some(false) {
            state.painted.set(true);
            state.emit("news-widget:ready", &[]);
        }
        if site {
            restore_place(state, moved);
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
    document().set_title(&title.join(" – "));
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
    Effect::new(move |_| {
        if !site() {
            return;
        }
        platform::manual_scroll_restoration(true);
        let resting: StoredValue<Option<Timeout>, LocalStorage> = StoredValue::new_local(None);
        let hash = window_event_listener(ev::hashchange, move |_| {
            // A position that was about to be kept is the former page's.
            resting.set_value(None);
            state.follow_address(Routing::Hash);
        });
        let scroll = window_event_listener(ev::scroll, move |_| {
            resting.set_value(Timeout::new(SCROLL_RESTS, platform::remember_scroll));
        });
        let leave = window_event_listener(ev::pagehide, |_| platform::remember_scroll());
        on_cleanup(move || {
            hash.remove();
            scroll.remove();
            leave.remove();
            platform::manual_scroll_restoration(false);
        });
    });
}
