//! The body: untrusted HTML, rebuilt by the sanitiser.

use wasm_bindgen::JsCast;
use web_sys::{DocumentFragment, Element};

use super::{embed, language::language, pictures};
use crate::{
    bounds::{COMMENT, LOOKED_THROUGH, WHOLE_ARTICLE, WHOLE_COMMENT},
    feed::{Content, Item, WebUrl},
    sanitize::{Policy, Slices},
    view::{Child, El, Parent, el},
    widget::{Piece, State, pieces, spend},
};

/// The body of `item`; without one, a link to where it can be read.
pub fn body(state: State, item: &Item) -> Option<El> {
    if item.content == Content::None {
        let url = item.external_url.as_ref().or(item.url.as_ref())?;
        let link = el("a").class("button").attr("part", "button").attr("rel", "noopener").attr("href", url.to_string());
        return Some(el("p").class("read-on").child(link.child(state.say(state.messages().read_on))));
    }
    untrusted(state, &item.content, item.url.as_ref(), false, language(state, Some(item)).is_none())
}

/// A box with `content`, whose own page is `url`, as the policy of articles or that of comments allows it, drawn slice by
/// slice. Where nobody says in which language it is, `finds_directions`.
pub fn untrusted(
    state: State,
    content: &Content,
    url: Option<&WebUrl>,
    is_comment: bool,
    finds_directions: bool,
) -> Option<El> {
    let (mut slices, bytes) = match content {
        Content::Html(html) => (Slices::of_html(html), html.len()),
        Content::Text(text) => (Slices::of_text(text), text.len()),
        Content::None => return None,
    };
    spend(bytes / LOOKED_THROUGH);
    let body = el("div").part(if is_comment { "comment-body" } else { "body" });
    // Spaces count where no markup does.
    let body = body.maybe("data-plain", matches!(content, Content::Text(_)).then_some(""));
    let bounds = if is_comment { (COMMENT, WHOLE_COMMENT) } else { (WHOLE_ARTICLE, WHOLE_ARTICLE) };
    let (base, level) = (state.content_base(url), state.heading_level() + 1);
    let (hosts, embeds) = (state.media_hosts(), state.config.with(|config| config.embeds.clone()));
    let mut begins = finds_directions.then(|| body.node().clone());
    let draw = move |to: &Parent| {
        let article = Policy::article(level).with_media_hosts(hosts.as_ref()).with_players(&embeds);
        let policy = if is_comment { Policy::comment() } else { article }.with_directions(finds_directions);
        let Some(slice) = slices.next(&policy, &base) else { return Piece { weight: 0, count: 0, more: false } };
        slice.frames.into_iter().for_each(|frame| embed::offer(state, frame));
        pictures::set_in_line(&slice.nodes);
        finish(&slice.nodes);
        match begins.take() {
            Some(body) => begin(body, slice.nodes),
            None => slice.nodes.add_to(to),
        }
        Piece { weight: slice.weight, count: slice.weight, more: !slices.is_done() }
    };
    pieces(state, &body, "p", bounds, Box::new(draw));
    Some(body)
}

/// Puts the first slice into `body`. What stands there without a paragraph finds its own direction, too: the first letter of
/// this slice decides, once and for all. Left to `auto`, a browser looks for a letter through everything at each slice.
fn begin(body: Parent, slice: DocumentFragment) {
    slice.add_to(&body);
    let body: &Element = body.unchecked_ref();
    // Cannot fail: the name is ours.
    let _ = body.set_attribute("dir", "auto");
    // What does not know the selector stays as it is: older browsers.
    if let Ok(goes_left) = body.matches(":dir(rtl)") {
        let _ = body.set_attribute("dir", if goes_left { "rtl" } else { "ltr" });
    }
}

/// What may be wider than the column scrolls by itself, and the keyboard must be able to get there (WCAG 2.1.1). A table
/// that scrolled itself would be no table to screen readers: it gets a box. And a link that says where it leads is marked: on
/// paper its address need not stand beside it.
fn finish(body: &DocumentFragment) {
    let Ok(found) = body.query_selector_all("table, pre, a[href]") else { return };
    for node in (0..found.length()).filter_map(|index| found.get(index)) {
        let element: &Element = node.unchecked_ref();
        if element.local_name() == "a" {
            let text = element.text_content().unwrap_or_default();
            if element.get_attribute("href").is_some_and(|href| says(&text, &href)) {
                let _ = element.set_attribute("title", "");
            }
            continue;
        }
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

/// Whether the text of a link is its address, with or without its scheme or its last slash.
fn says(text: &str, href: &str) -> bool {
    let text = text.trim().trim_end_matches('/');
    text.len() * 2 >= href.len() && href.trim_end_matches('/').ends_with(text)
}
