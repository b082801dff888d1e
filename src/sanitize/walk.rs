//! The inert document, walked with a stack of our own, and rebuilt.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, DocumentFragment, Element, HtmlElement, HtmlFormElement, Node, Text};

use super::build::Builder;
use super::parse::{SHOW_ELEMENT, walker};
use super::policy::{Policy, Verdict, is_block, link};

/// `NodeFilter.SHOW_TEXT`
const SHOW_TEXT: u32 = 4;

/// What was done with a node, and so what is left to do after its children.
#[derive(Clone, Copy, PartialEq)]
enum Step {
    /// Done with; its children are not looked at.
    Leaf,
    /// Built, and open.
    Open(&'static str),
    /// Its children take its place.
    Unwrapped,
    /// As `Unwrapped`, but its words stood on lines of their own.
    UnwrappedBlock,
}

/// What `body` contains, built again by `document`.
pub(super) fn rebuild(
    document: &Document,
    body: &Element,
    policy: &Policy,
    base: &str,
) -> Result<DocumentFragment, JsValue> {
    let walker = walker(body, SHOW_ELEMENT | SHOW_TEXT).ok_or(JsValue::UNDEFINED)?;
    let mut walk = Walk { builder: Builder::new(document, policy, base), shift: heading_shift(body, policy)? };
    // The parents of the node that is being looked at; a recursion would overflow where markup is nested deep enough.
    let mut parents = Vec::new();
    let mut next = walker.first_child()?;
    while let Some(node) = next {
        let step = walk.enter(&node)?;
        next = if step == Step::Leaf { None } else { walker.first_child()? };
        if next.is_some() {
            parents.push(step);
            continue;
        }
        walk.leave(step);
        next = walker.next_sibling()?;
        while next.is_none() {
            let Some(parent) = parents.pop() else { break };
            walker.parent_node()?;
            walk.leave(parent);
            next = walker.next_sibling()?;
        }
    }
    walk.builder.finish()
}

/// How many levels the headings go down, so that the highest has the level that the policy asks for.
fn heading_shift(body: &Element, policy: &Policy) -> Result<usize, JsValue> {
    let top = usize::from(policy.top_heading());
    for (above, heading) in ["h1", "h2", "h3", "h4", "h5"].into_iter().enumerate().take(top.saturating_sub(1)) {
        if body.query_selector(heading)?.is_some() {
            return Ok(top - 1 - above);
        }
    }
    Ok(0)
}

struct Walk<'a> {
    builder: Builder<'a>,
    shift: usize,
}

impl Walk<'_> {
    /// Decides about `node`.
    ///
    /// What a node is, is asked of its class, because a form's properties cannot be trusted: `<input name=localName>`
    /// shadows them. A form is known by its class, unwrapped, and none of its properties is ever read; its children
    /// are the walker's to find. No other element's properties can be shadowed by markup.
    fn enter(&mut self, node: &Node) -> Result<Step, JsValue> {
        if let Some(text) = node.dyn_ref::<Text>() {
            self.builder.text(&text.data())?;
            return Ok(Step::Leaf);
        }
        if node.is_instance_of::<HtmlFormElement>() {
            return Ok(self.unwrap("form"));
        }
        // SVG and MathML are other classes; they go, with all they contain.
        let Some(element) = node.dyn_ref::<HtmlElement>() else { return Ok(Step::Leaf) };
        let name = element.local_name();
        match self.builder.policy.element(&name) {
            Verdict::Keep(name) => self.keep(lower(name, self.shift), element),
            Verdict::Unwrap => Ok(self.unwrap(&name)),
            Verdict::Drop => Ok(Step::Leaf),
            Verdict::Alt => {
                self.builder.text(&element.get_attribute("alt").unwrap_or_default())?;
                Ok(Step::Leaf)
            }
            Verdict::Link => {
                self.link_to_frame(element)?;
                Ok(Step::Leaf)
            }
        }
    }

    fn leave(&mut self, step: Step) {
        match step {
            Step::Open(name) => self.builder.close(name),
            Step::UnwrappedBlock => self.builder.want_line(),
            Step::Leaf | Step::Unwrapped => {}
        }
    }

    fn keep(&mut self, name: &'static str, source: &Element) -> Result<Step, JsValue> {
        match self.builder.open(name)? {
            Some(element) => {
                self.builder.copy_attributes(name, source, &element)?;
                Ok(Step::Open(name))
            }
            None => Ok(self.unwrap(name)),
        }
    }

    fn unwrap(&mut self, name: &str) -> Step {
        if !is_block(name) {
            return Step::Unwrapped;
        }
        self.builder.want_line();
        Step::UnwrappedBlock
    }

    /// A frame is somebody else's page; whether to go there is the reader's to decide.
    fn link_to_frame(&mut self, frame: &Element) -> Result<(), JsValue> {
        let src = frame.get_attribute("src").unwrap_or_default();
        let Some(href) = link(&src, self.builder.base()).filter(|href| href.starts_with("http")) else { return Ok(()) };
        let title = frame.get_attribute("title").filter(|title| !title.trim().is_empty());
        self.builder.want_line();
        self.builder.link(&href, title.as_deref().unwrap_or(&href))?;
        self.builder.want_line();
        Ok(())
    }
}

/// A heading `shift` levels down, `h6` at the lowest; other names as they are.
fn lower(name: &'static str, shift: usize) -> &'static str {
    const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
    let level = HEADINGS.iter().position(|heading| *heading == name);
    level.and_then(|level| HEADINGS.get((level + shift).min(5))).copied().unwrap_or(name)
}
