//! Scroll positions of a page whose content changes under one address.

use std::cell::Cell;

use js_sys::Array;
use leptos::prelude::window;
use wasm_bindgen::prelude::*;
use web_sys::{Element, ScrollRestoration};

#[wasm_bindgen]
extern "C" {
    /// An element; web-sys reads whole pixels only.
    type Scroller;
    #[wasm_bindgen(method, getter, js_name = scrollTop)]
    fn top(this: &Scroller) -> f64;
    #[wasm_bindgen(method, setter, js_name = scrollTop)]
    fn set_top(this: &Scroller, top: f64);
}

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

/// How far a page is scrolled down, in CSS pixels: the page itself, then each box around the widget, from the outside in. A host
/// may put the widget into a box that scrolls, and that into another.
pub type Scrolled = Array;

/// What may be scrolled around `element`, itself the last, each with its place in a [`Scrolled`].
fn around(element: &Element, act: &mut dyn FnMut(&Scroller, u32)) -> u32 {
    let slot = element.assigned_slot().map(Element::from);
    let root = || Some(element.get_root_node().dyn_into::<web_sys::ShadowRoot>().ok()?.host());
    let place = slot.or_else(|| element.parent_element()).or_else(root).map_or(0, |outer| around(&outer, act));
    act(element.unchecked_ref(), place);
    place + 1
}

/// How far the page around `host` is scrolled.
pub fn scrolled(host: &Element) -> Scrolled {
    let tops = Array::new();
    around(host, &mut |element, _| {
        tops.push(&element.top().into());
    });
    tops
}

/// Whether the page around `host` ends above the place of `tops`. Where the browser puts a pixel's fraction is its own affair.
pub fn is_short_of(host: &Element, tops: &Scrolled) -> bool {
    let mut short = false;
    around(host, &mut |element, place| short |= element.top() + 1.0 < wanted(tops, place));
    short
}

/// Scrolls the page around `host`.
pub fn scroll_to(host: &Element, tops: &Scrolled) {
    MOVES.set(MOVES.get().wrapping_add(1));
    around(host, &mut |element, place| {
        let top = wanted(tops, place);
        if element.top() != top {
            element.set_top(top);
        }
    });
}

fn wanted(tops: &Scrolled, place: u32) -> f64 {
    tops.get(place).as_f64().unwrap_or_default()
}

/// Keeps the present position in the present history entry, where it survives a reload and the way back: a number, or a list
/// where a box around the widget is scrolled.
pub fn remember_scroll(host: &Element) {
    let Ok(history) = window().history() else { return };
    let tops = scrolled(host);
    let inside = tops.iter().skip(1).any(|top| top.as_f64() > Some(0.0));
    let state = if inside { tops.into() } else { tops.get(0) };
    // A browser that limits how often the state may change loses one position, nothing else.
    let _ = history.replace_state(&state, "");
}

/// The position kept in the present history entry.
pub fn history_scroll() -> Option<Scrolled> {
    let state = window().history().ok()?.state().ok()?;
    match state.as_f64() {
        Some(_) => Some(Array::of1(&state)),
        None => state.dyn_into().ok(),
    }
}

/// What is about to be drawn again in `root` leaves the page where it is scrolled to: WebKit moves it, to its top if what goes
/// had focus. Where nothing of `root` is in sight the page is left alone.
pub fn keep_scroll(root: &web_sys::ShadowRoot) {
    let host = root.host();
    let place = host.get_bounding_client_rect();
    if place.bottom() < 0.0 || place.top() > 0.0 {
        return;
    }
    let (tops, moves) = (scrolled(&host), MOVES.get());
    super::next_frame(move || {
        // Not where somebody was led elsewhere in the meantime, such as to the top of another article.
        if MOVES.get() == moves {
            scroll_to(&host, &tops);
        }
    });
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
