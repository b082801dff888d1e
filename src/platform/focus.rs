//! Focus.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ShadowRoot};

/// Moves focus to the first element in `root` that matches `selector`. Tells whether there was one.
pub fn focus(root: &ShadowRoot, selector: &str) -> bool {
    let Some(element) = root.query_selector(selector).ok().flatten() else { return false };
    element.dyn_ref::<HtmlElement>().is_some_and(|element| element.focus().is_ok())
}

/// [`focus`] once the views have followed the signals that were just set.
pub fn focus_soon(root: &ShadowRoot, selector: impl Into<String>) {
    let (root, selector) = (root.clone(), selector.into());
    leptos::prelude::request_animation_frame(move || {
        focus(&root, &selector);
    });
}
