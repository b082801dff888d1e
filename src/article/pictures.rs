//! The pictures of a body: those that stand in a sentence, and the one that is the lead image, too.

use wasm_bindgen::JsCast;
use web_sys::{DocumentFragment, Element, Node};

use crate::{
    feed::Image,
    sanitize::policy::{IN_LINE, is_block, is_same_picture},
    words,
};

/// The highest picture, in pixels, that one side of words makes a part of them; both sides do for higher ones.
const BESIDE: u32 = 40;
const BETWEEN: u32 = 64;

/// How many neighbours of a picture are looked at, on either side.
const NEIGHBOURS: usize = 8;

/// Marks the pictures that are a part of a sentence, such as emoji and formulas. The others are on lines of their own.
pub(super) fn set_in_line(body: &DocumentFragment) {
    let Ok(pictures) = body.query_selector_all("img:not([data-inline])") else { return };
    for node in (0..pictures.length()).filter_map(|index| pictures.get(index)) {
        let picture: &Element = node.unchecked_ref();
        let (before, after) = (has_words(&node, Node::previous_sibling), has_words(&node, Node::next_sibling));
        if !before && !after {
            continue;
        }
        let side = |name| picture.get_attribute(name).and_then(|size| size.parse::<u32>().ok());
        let size = side("height").or_else(|| side("width"));
        let is_at_most = |limit| size.is_some_and(|size| size <= limit);
        // An emoji's description is the emoji.
        let alt = picture.get_attribute("alt").unwrap_or_default();
        let is_sign =
            !alt.is_empty() && !alt.chars().any(words::is_word) && size.is_none_or(|size| size <= 2 * BETWEEN);
        let is_small = is_at_most(BESIDE) || before && after && (size.is_none() || is_at_most(BETWEEN));
        if is_sign || is_small {
            // Cannot fail: the name is ours.
            let _ = picture.set_attribute(IN_LINE, if is_sign && !is_at_most(BESIDE) { "emoji" } else { "text" });
        }
    }
}

/// Whether words stand on the same line, on the side of `next`.
fn has_words(picture: &Node, next: fn(&Node) -> Option<Node>) -> bool {
    let mut at = picture.clone();
    for _ in 0..NEIGHBOURS {
        let sibling = next(&at);
        let Some(near) = sibling.clone().or_else(|| at.parent_node()) else { return false };
        let name = near.node_name().to_ascii_lowercase();
        if name == "br" || is_block(&name) {
            return false;
        }
        if sibling.is_some() && !is_blank(&near) {
            return true;
        }
        at = near;
    }
    false
}

/// Takes the first picture out of `body` if it is `lead` and no words come before it. What is said there of the picture, and not
/// of `lead`, is said of `lead`. `bases` are what `lead` and the body are relative to: written alike they are the same.
pub(super) fn take_lead(body: &Element, lead: &mut Image, [own, theirs]: [&str; 2]) {
    let Ok(Some(picture)) = body.query_selector("img:not([data-inline])") else { return };
    let written = below(lead.url.as_str(), own);
    let is_lead = |name| {
        let addresses = picture.get_attribute(name).unwrap_or_default();
        addresses
            .split_ascii_whitespace()
            .any(|url| is_same_picture(url, lead.url.as_str()) || written.is_some() && below(url, theirs) == written)
    };
    if !(is_lead("src") || is_lead("srcset")) || !begins(body, &picture) {
        return;
    }
    let around = |css| picture.closest(css).ok().flatten().filter(|found| body.contains(Some(found)) && found != body);
    let mut gone = around("picture").unwrap_or_else(|| picture.clone());
    let has_one = |figure: &Element| figure.query_selector_all("img").is_ok_and(|pictures| pictures.length() == 1);
    if let Some(figure) = around("figure").filter(has_one) {
        let caption = figure.query_selector("figcaption").ok().flatten();
        lead.caption = lead
            .caption
            .take()
            .or_else(|| caption.and_then(|caption| caption.text_content()).filter(|text| !text.trim().is_empty()));
        gone = figure;
    }
    lead.alt = lead.alt.take().or_else(|| picture.get_attribute("alt"));
    // With what was there for it alone: its paragraph, its link.
    loop {
        let parent = gone.parent_element();
        gone.remove();
        match parent.filter(|parent| parent != body && parent.child_element_count() == 0 && is_blank(parent)) {
            Some(parent) => gone = parent,
            None => return,
        }
    }
}

/// What an address adds to the folder of `base`; `None` where it is elsewhere.
fn below<'u>(url: &'u str, base: &str) -> Option<&'u str> {
    url.strip_prefix(base.get(..=base.rfind('/')?)?)
}

/// Whether nothing but blanks stands before `picture`.
fn begins(body: &Element, picture: &Element) -> bool {
    let mut at: Node = picture.clone().into();
    loop {
        while let Some(before) = at.previous_sibling() {
            if !is_blank(&before) {
                return false;
            }
            at = before;
        }
        match at.parent_node() {
            Some(parent) if !parent.is_same_node(Some(body)) => at = parent,
            _ => return true,
        }
    }
}

fn is_blank(node: &Node) -> bool {
    node.text_content().unwrap_or_default().trim_ascii().is_empty()
}
