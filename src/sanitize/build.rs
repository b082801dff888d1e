//! The nodes that are built, with bounds on how deep, and on what cells span. How many there are, the slices bound.

use std::cell::Cell;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, DocumentFragment, Element, Node, Text};

use super::copy::Source;
use super::policy::{Base, Context, Policy, Span, attributes, forced, is_block, is_math, link, linkify};
use crate::{
    bounds::SPANNED,
    platform::BrowserUrls,
    words::{integer, unpiled},
};

/// So long are words at most that are put together again; addresses are shorter.
const PARTED: usize = 1_000;

/// The signs of a thing that is to be done, and of one that is.
const TASK: [char; 2] = ['☐', '☑'];

pub(super) const MATHML: &str = "http://www.w3.org/1998/Math/MathML";

/// Builds a fragment from the top down.
pub(super) struct Builder<'a> {
    policy: &'a Policy<'a>,
    document: &'a Document,
    base: &'a str,
    fragment: DocumentFragment,
    /// The open elements, outermost first, and what may stand in each.
    open: Vec<(Node, Context)>,
    /// Places that cells take by their spans.
    spanned: Cell<i64>,
    /// The next words belong on a new line.
    wants_line: bool,
    /// Nothing is in the element that was opened last.
    is_empty: bool,
    /// All that is in the open element, where that is words alone.
    lone: Option<Text>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(document: &'a Document, policy: &'a Policy<'a>, base: &'a str) -> Self {
        let fragment = document.create_document_fragment();
        Self {
            policy,
            document,
            base,
            fragment,
            open: Vec::new(),
            spanned: Cell::new(0),
            wants_line: false,
            is_empty: false,
            lone: None,
        }
    }

    pub(super) fn base(&self) -> Base<'a> {
        Base { urls: &BrowserUrls, href: self.base }
    }

    /// The fragment.
    pub(super) fn finish(self) -> DocumentFragment {
        self.fragment
    }

    fn context(&self) -> Context {
        self.open.last().map(|(_, context)| *context).unwrap_or_default()
    }

    /// Opens `name`, a name out of the lists; `None` when it cannot stand here.
    pub(super) fn open(&mut self, name: &'static str) -> Result<Option<Element>, JsValue> {
        // A line break, which contains nothing, may stand where words may.
        let too_deep = self.open.len() >= Policy::MAX_DEPTH && name != "br";
        let context = self.context();
        if too_deep || !context.fits(name) {
            return Ok(None);
        }
        if is_block(name) || name == "br" {
            self.wants_line = false;
        } else {
            self.break_line()?;
        }
        let namespace = is_math(name).then_some(MATHML);
        let element = match namespace {
            Some(_) => self.document.create_element_ns(namespace, name)?,
            None => self.document.create_element(name)?,
        };
        for (attribute, value) in forced(name) {
            element.set_attribute(attribute, value)?;
        }
        self.append(&element)?;
        self.open.push((element.clone().into(), context.within(name)));
        self.is_empty = true;
        Ok(Some(element))
    }

    /// Closes the element that was opened last, `name`. If an address was all that was in it, that is a link now: it is
    /// answered, with where it leads.
    pub(super) fn close(&mut self, name: &str) -> Option<(Element, String)> {
        let is_address = |text: &Text| matches!(linkify(text.data().trim_ascii()).as_slice(), [Span::Link(_)]);
        let may_be_link = matches!(name, "dd" | "div" | "figure" | "li" | "p" | "td");
        let lone = self.lone.take().filter(|text| may_be_link && is_address(text));
        let linked = lone.and_then(|text| self.link_to_itself(&text));
        self.is_empty = false; // the one around it, which holds this one
        let closed = self.open.pop();
        if let Some((node, _)) = closed.filter(|_| self.policy.finds_directions() && self.context().has_direction(name))
        {
            find_direction(node.unchecked_ref());
        }
        if is_block(name) {
            self.wants_line = false;
        }
        linked
    }

    fn link_to_itself(&mut self, text: &Text) -> Option<(Element, String)> {
        let href = link(text.data().trim_ascii(), self.base()).filter(|_| !self.context().in_link)?;
        let link = self.document.create_element("a").ok()?;
        self.set_link(&link, &href).ok()?;
        self.append(&link).ok()?;
        link.append_child(text).ok()?;
        Some((link, href))
    }

    /// Sets what the policy allows of `source`'s attributes. It asks for the names in our list and never sees another.
    pub(super) fn copy_attributes(&self, name: &str, source: &dyn Source, element: &Element) -> Result<(), JsValue> {
        if source.is_bare() {
            return Ok(());
        }
        let mut places = 1;
        for (attribute, rule) in attributes(name, self.policy) {
            let Some(raw) = source.attribute(attribute) else { continue };
            let Some(value) = rule.value(&raw, self.base(), self.policy) else { continue };
            if attribute.ends_with("span") && !self.may_span(&mut places, &value) {
                continue;
            }
            if *attribute == "href" {
                self.set_link(element, &value)?;
            } else {
                element.set_attribute(attribute, &value)?;
            }
        }
        Ok(())
    }

    /// Whether a cell of so many places, or a column, may span `value` times as many.
    fn may_span(&self, places: &mut i64, value: &str) -> bool {
        // 0 is all rows that follow.
        let times = integer(value).filter(|times| *times > 0).unwrap_or(SPANNED);
        let spanned = self.spanned.get() + *places * (times - 1);
        let may = spanned <= SPANNED;
        if may {
            self.spanned.set(spanned);
            *places *= times;
        }
        may
    }

    /// A link to `href`, an address that the policy has allowed; in a link only its words, and no link is answered.
    pub(super) fn link(&mut self, href: &str, words: &str) -> Result<Option<Element>, JsValue> {
        let link = self.open("a")?;
        if let Some(link) = &link {
            self.set_link(link, href)?;
        }
        self.text(words)?;
        if link.is_some() {
            self.close("a");
        }
        Ok(link)
    }

    fn set_link(&self, element: &Element, href: &str) -> Result<(), JsValue> {
        element.set_attribute("href", href)?;
        // A place in the same text is nobody else's page.
        if href.starts_with('#') { Ok(()) } else { element.set_attribute("rel", self.policy.rel()) }
    }

    /// Adds words.
    pub(super) fn text(&mut self, text: &str) -> Result<(), JsValue> {
        // A line feed that begins a `pre` is no part of it when it is written as HTML.
        let begins_pre = self.context().parent == "pre" && self.parent().first_child().is_none();
        let text = if begins_pre { text.trim_start_matches('\n') } else { text };
        // Blanks where a line begins or ends are not seen, and parsers split texts at different places.
        let text = if self.wants_line { text.trim_ascii_start() } else { text };
        if text.is_empty() {
            return Ok(());
        }
        self.break_line()?;
        let text = unpiled(text);
        // What an unwrapped element had parted is one text again, as it is when it is read anew: it may be an address.
        let short = |before: &Text| before.length() as usize + text.len() <= PARTED;
        if let Some(before) = self.lone.as_ref().filter(|before| short(before)) {
            return before.append_data(&text);
        }
        let is_first = self.is_empty;
        let node = self.document.create_text_node(&text);
        self.append(&node)?;
        if is_first && text.starts_with(TASK) {
            self.mark_task()?;
        }
        self.lone = is_first.then_some(node);
        Ok(())
    }

    /// What has just been opened begins with the sign of a thing to do. If it begins an item of a list, that needs no bullet.
    fn mark_task(&self) -> Result<(), JsValue> {
        let mut at = Some(self.parent().clone());
        while let Some(node) = at {
            if node.node_name().eq_ignore_ascii_case("li") {
                return node.unchecked_ref::<Element>().set_attribute("data-task", "");
            }
            at = node.previous_sibling().is_none().then(|| node.parent_node()).flatten();
        }
        Ok(())
    }

    /// An unwrapped block begins or ends here: its words and its neighbours' go on different lines.
    pub(super) fn want_line(&mut self) {
        self.wants_line = true;
    }

    fn break_line(&mut self) -> Result<(), JsValue> {
        let in_formula = is_math(self.context().parent);
        if !std::mem::take(&mut self.wants_line) || in_formula {
            return Ok(());
        }
        let mut before = self.parent().last_child();
        while let Some(blank) = before.take_if(|node| node.node_value().is_some_and(|text| is_blank(&text))) {
            before = blank.previous_sibling();
        }
        let name = before.map(|node| node.node_name().to_ascii_lowercase());
        if name.is_some_and(|name| {
            !matches!(name.as_str(), "br" | "img" | "picture" | "video" | "audio") && !is_block(&name)
        }) {
            self.append(&self.document.create_element("br")?.into())?;
        }
        Ok(())
    }

    fn append(&mut self, node: &Node) -> Result<(), JsValue> {
        self.is_empty = false;
        self.lone = None;
        self.parent().append_child(node).map(drop)
    }

    fn parent(&self) -> &Node {
        self.open.last().map_or(&self.fragment, |(node, _)| node)
    }
}

/// What is in the element decides which way it goes, unless it says so. To be called when it is complete: a browser looks
/// through all of it each time that something is put into it.
fn find_direction(element: &Element) {
    if !element.has_attribute("dir") {
        // Cannot fail: the name is ours.
        let _ = element.set_attribute("dir", "auto");
    }
}

fn is_blank(text: &str) -> bool {
    text.trim_ascii().is_empty()
}
