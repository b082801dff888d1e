//! The only door to the outside: network, storage, clock, timers, events and `Intl`.
//!
//! Nothing else in the crate touches these, so what the widget can do to a page is what this folder lets it do.
//! Everything opened here is closed by dropping its guard.

mod abort;
mod busy;
mod clock;
mod events;
mod fetch;
mod focus;
mod intl;
mod listener;
mod lock;
mod log;
mod scroll;
mod send;
mod share;
mod storage;
mod timer;
mod url;

pub use abort::AbortGuard;
pub use busy::{Busy, is_busy, next_frame, spawn};
pub use clock::{now, random, random_id};
pub use events::dispatch;
pub use fetch::{Answer, COMMENTS_BYTES, FEED_BYTES, FetchError, Freshness, Network, answers};
pub use focus::{focus, focus_in_place, focus_soon, has_focus, is_focus_free, keep_typing, property};
pub use intl::{
    DateStyle, canonical_language, first_letter, format_date, format_number, format_relative, iso, of_reader,
};
pub use listener::WindowListener;
pub use lock::{Turn, turn};
pub use log::{error, warn};
pub use scroll::{
    Scrolled, go_to_id, history_scroll, is_short_of, keep_scroll, manual_scroll_restoration, remember_scroll,
    scroll_to, scroll_to_element, scrolled,
};
pub use send::send;
pub use share::{ShareOutcome, copy, share};
pub use storage::{Storage, StorageError};
pub use timer::{Timeout, give_turn, wait};
pub use url::BrowserUrls;

use leptos::prelude::window;

use crate::feed::UrlParser;

/// The `#…` of the address bar, with the sign; empty when there is none.
pub fn location_hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// `href` as an absolute address of the page around `node`; as it is when it is no address.
pub fn resolve(href: &str, node: &web_sys::Node) -> String {
    BrowserUrls.parse(href, &base_uri(node)).unwrap_or_else(|| href.to_owned())
}

/// The page's origin; `null` where it has none.
pub fn own_origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// The page's host; empty where it has none, as in a file.
pub fn own_host() -> String {
    window().location().hostname().unwrap_or_default()
}

/// The page's own address, against which attributes are resolved.
pub fn base_uri(node: &web_sys::Node) -> String {
    node.base_uri().ok().flatten().unwrap_or_default()
}

/// Whether the reader may be looking: the page's tab is in front.
pub fn is_visible() -> bool {
    leptos::prelude::document().visibility_state() != web_sys::VisibilityState::Hidden
}

/// The page's address without its `#…`.
pub fn page_address() -> String {
    let mut address = window().location().href().unwrap_or_default();
    address.truncate(address.find('#').unwrap_or(address.len()));
    address
}

/// Whether `host` is the only element of its name on the page.
pub fn is_alone(host: &web_sys::Element) -> bool {
    leptos::prelude::document().get_elements_by_tag_name(&host.local_name()).length() < 2
}
