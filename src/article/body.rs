//! The body: untrusted HTML, rebuilt by the sanitiser.

use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::{
    feed::{Content, Item},
    platform,
    sanitize::{self, Policy},
    view::{El, el},
    widget::State,
};

/// The body of `item`; without one, a link to where it can be read.
pub fn body(state: State, item: &Item) -> Option<El> {
    if item.content == Content::None {
        let url = item.external_url.as_ref().or(item.url.as_ref())?;
        let link = el("a").class("button").attr("part", "button").attr("rel", "noopener").attr("href", url.to_string());
        return Some(el("p").class("read-on").child(link.child(state.messages().read_on)));
    }
    let policy = Policy::article(state.heading_level() + 1);
    untrusted(&item.content, &policy, &base(state), "body")
}

/// A box with `content` as `policy` allows it; `name` is its class and its `::part`.
pub fn untrusted(content: &Content, policy: &Policy<'_>, base: &str, name: &'static str) -> Option<El> {
    let fragment = match content {
        Content::Html(html) => sanitize::render(html, policy, base)?,
        Content::Text(text) => sanitize::render_text(text, policy)?,
        Content::None => return None,
    };
    let body = el("div").part(name).child(fragment);
    reach_wide(body.node().unchecked_ref());
    Some(body)
}

/// What may be wider than the column scrolls by itself, and the keyboard must be able to get there (WCAG 2.1.1). A table
/// that scrolled itself would be no table to screen readers: it gets a box.
fn reach_wide(body: &Element) {
    let Ok(wide) = body.query_selector_all("table, pre") else { return };
    for node in (0..wide.length()).filter_map(|index| wide.get(index)) {
        let element: &Element = node.unchecked_ref();
        let scroller = if element.local_name() == "table" {
            el("div").class("wide").node().clone().unchecked_into()
        } else {
            element.clone()
        };
        // None of these can fail: the names are ours, and each has its place.
        let _ = scroller.set_attribute("tabindex", "0");
        if !scroller.is_same_node(Some(element)) {
            let _ = element.replace_with_with_node_1(&scroller);
            let _ = scroller.append_child(element);
        }
    }
}

/// Addresses in a body are relative to the feed.
fn base(state: State) -> String {
    state.feed_url().map_or_else(|| platform::base_uri(&state.host()), |url| url.to_string())
}
