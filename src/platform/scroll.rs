//! Scroll positions of a page whose content changes under one address.

use std::cell::Cell;

use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, ScrollRestoration};

thread_local! {
    /// How often the page was scrolled on purpose.
    static MOVES: Cell<u32> = const { Cell::new(0) };
}

/// Keeps the browser from restoring a position before the content that it belongs to is there.
pub fn manual_scroll_restoration(on: bool) {
    if let Ok(history) = window().history() {
        let mode = if on { ScrollRestoration::Manual } else { ScrollRestoration::Auto };
        // A browser that refuses keeps its own way, which is only less exact.
        let _ = history.set_scroll_restoration(mode);
    }
}

/// Keeps the present position in the present history entry, where it survives a reload and the way back.
pub fn remember_scroll() {
    let window = window();
    let (Ok(history), Ok(top)) = (window.history(), window.scroll_y()) else { return };
    // A browser that limits how often the state may change loses one position, nothing else.
    let _ = history.replace_state(&JsValue::from_f64(top), "");
}

/// The position kept in the present history entry.
pub fn history_scroll() -> Option<f64> {
    window().history().ok()?.state().ok()?.as_f64()
}

/// What is about to be drawn again in `root` leaves the page where it is scrolled to: WebKit moves it, to its top if what goes
/// had focus. Where nothing of `root` is in sight the page is left alone.
pub fn keep_scroll(root: &web_sys::ShadowRoot) {
    let host = root.host().get_bounding_client_rect();
    if host.bottom() < 0.0 || host.top() > 0.0 {
        return;
    }
    let (top, moves) = (scroll_top(), MOVES.get());
    leptos::prelude::request_animation_frame(move || {
        // Not where somebody was led elsewhere in the meantime, such as to the top of another article.
        if MOVES.get() == moves && scroll_top() != top {
            scroll_to(top);
        }
    });
}

/// How far the page is scrolled down, in CSS pixels.
pub fn scroll_top() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// Scrolls the page to `top`, in CSS pixels.
pub fn scroll_to(top: f64) {
    MOVES.set(MOVES.get().wrapping_add(1));
    let window = window();
    window.scroll_to_with_x_and_y(window.scroll_x().unwrap_or_default(), top);
}

/// Leads to the element that a fragment names (percent-encoded, without its `#`), inside a shadow root: what hides it is opened,
/// focus goes there, so that a keyboard and a screen reader go on from there, and the page is scrolled. Tells whether there is one.
pub fn go_to_id(root: &web_sys::ShadowRoot, fragment: &str) -> bool {
    let id = js_sys::decode_uri_component(fragment).map_or_else(|_| fragment.to_owned(), String::from);
    let Some(element) = root.get_element_by_id(&id) else { return false };
    // None of these can fail: the names are ours.
    while let Ok(Some(closed)) = element.closest("details:not([open])") {
        let _ = closed.set_attribute("open", "");
    }
    if element.matches("a[href], summary, [tabindex]") == Ok(false) {
        let _ = element.set_attribute("tabindex", "-1");
    }
    let _ = element.dyn_ref::<web_sys::HtmlElement>().map(web_sys::HtmlElement::focus);
    scroll_to_element(&element);
    true
}

/// Scrolls so that `element` is at the top.
pub fn scroll_to_element(element: &Element) {
    MOVES.set(MOVES.get().wrapping_add(1));
    element.scroll_into_view();
}
