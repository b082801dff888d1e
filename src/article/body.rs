//! The body: untrusted HTML, rebuilt by the sanitiser.

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
    Some(el("div").part(name).child(fragment))
}

/// Addresses in a body are relative to the feed.
fn base(state: State) -> String {
    state.feed_url().map_or_else(|| platform::base_uri(&state.host()), |url| url.to_string())
}
