//! The body: untrusted HTML, rebuilt by the sanitiser.

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::{embed, pictures};
use crate::{
    feed::{Content, Item},
    sanitize::{self, Frame, Policy},
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
    let (hosts, embeds) = (state.media_hosts(), state.config.with(|config| config.embeds.clone()));
    let policy = Policy::article(state.heading_level() + 1).with_media_hosts(hosts.as_ref()).with_players(&embeds);
    let (body, frames) = untrusted(&item.content, &policy, &state.content_base(item.url.as_ref()), "body")?;
    pictures::set_in_line(body.node().unchecked_ref());
    frames.into_iter().for_each(|frame| embed::offer(state, frame));
    Some(body)
}

/// A box with `content` as `policy` allows it, and the players that are left out of it; `name` is its class and its
/// `::part`.
pub fn untrusted(content: &Content, policy: &Policy<'_>, base: &str, name: &'static str) -> Option<(El, Vec<Frame>)> {
    let (fragment, frames) = match content {
        Content::Html(html) => sanitize::render_with_frames(html, policy, base)?,
        Content::Text(text) => sanitize::render_text_with_frames(text, policy)?,
        Content::None => return None,
    };
    let body = el("div").part(name).child(fragment);
    reach_wide(body.node().unchecked_ref());
    Some((body, frames))
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
