//! Focus, and the caret with it.

use js_sys::{Function, Reflect};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{FocusOptions, HtmlElement, ShadowRoot};

/// Moves focus to the first element in `root` that matches `selector`. Tells whether there was one.
pub fn focus(root: &ShadowRoot, selector: &str) -> bool {
    let Some(element) = root.query_selector(selector).ok().flatten() else { return false };
    element.dyn_ref::<HtmlElement>().is_some_and(|element| element.focus().is_ok())
}

/// [`focus`] for a caller who scrolls: WebKit brings what has focus into sight later than it says, in a box that scrolls.
pub fn focus_in_place(root: &ShadowRoot, selector: &str) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Ok(Some(element)) = root.query_selector(selector) {
        // What cannot take focus does not.
        let _ = element.dyn_ref::<HtmlElement>().map(|element| element.focus_with_options(&options));
    }
}

/// [`focus`] once the views have followed the signals that were just set.
pub fn focus_soon(root: &ShadowRoot, selector: String) {
    let root = root.clone();
    super::next_frame(move || {
        focus(&root, &selector);
    });
}

/// A property of the first element in `root` that matches `selector`; `undefined` where there is none.
pub fn property(root: &ShadowRoot, selector: &str, name: &str) -> JsValue {
    let element = root.query_selector(selector).ok().flatten();
    element.and_then(|element| Reflect::get(&element, &name.into()).ok()).unwrap_or_default()
}

/// Whether focus is in what `selector` finds in `root`.
pub fn has_focus(root: &ShadowRoot, selector: &str) -> bool {
    root.active_element().is_some_and(|element| element.closest(selector).is_ok_and(|found| found.is_some()))
}

/// Whether nothing on the page has focus, as after a click on a button in browsers that give it none.
pub fn is_focus_free() -> bool {
    let document = document();
    document.active_element().is_none_or(|element| document.body().is_some_and(|body| *body == element))
}

/// Whoever types in one of `root`'s fields goes on at the same place when the field has been drawn again. To be called while
/// the former one is still there. Tells whether somebody does.
pub fn keep_typing(root: &ShadowRoot) -> bool {
    let Some(field) = root.active_element() else { return false };
    let Some(name) = field.get_attribute("name") else { return false };
    let place = ["selectionStart", "selectionEnd"].map(|edge| Reflect::get(&field, &edge.into()).unwrap_or_default());
    let root = root.clone();
    super::next_frame(move || {
        let selector = format!("[name={name}]");
        let gone = root.active_element().is_none();
        if gone
            && focus(&root, &selector)
            && let Some(field) = root.active_element()
            && let Ok(select) = Reflect::get(&field, &"setSelectionRange".into())
            && let Ok(select) = select.dyn_into::<Function>()
        {
            let [start, end] = place;
            // A checkbox has no text to select, and says so.
            let _ = select.call2(&field, &start, &end);
        }
    });
    true
}
