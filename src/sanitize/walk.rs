//! The inert document, walked with a stack of our own.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, HtmlFormElement, Node, Text};

use super::build::MATHML;
use super::copy::{Copier, Step};
use super::parse::{SHOW_ELEMENT, walker};
use super::policy::is_math;

/// `NodeFilter.SHOW_TEXT`
const SHOW_TEXT: u32 = 4;

/// Hands what `body` contains to `copier`.
pub(super) fn walk(body: &Element, copier: &mut Copier) -> Result<(), JsValue> {
    let walker = walker(body, SHOW_ELEMENT | SHOW_TEXT).ok_or(JsValue::UNDEFINED)?;
    // The parents of the node that is being looked at; a recursion would overflow where markup is nested deep enough.
    let mut parents = Vec::new();
    let mut next = walker.first_child()?;
    while let Some(node) = next {
        let step = enter(&node, copier)?;
        next = if step == Step::Leaf { None } else { walker.first_child()? };
        if next.is_some() {
            parents.push(step);
            continue;
        }
        copier.leave(step);
        next = walker.next_sibling()?;
        while next.is_none() {
            let Some(parent) = parents.pop() else { break };
            walker.parent_node()?;
            copier.leave(parent);
            next = walker.next_sibling()?;
        }
    }
    Ok(())
}

/// What a node is, is asked of its class, because a form's properties cannot be trusted: `<input name=localName>` shadows
/// them. A form is known by its class, unwrapped, and none of its properties is ever read; its children are the walker's
/// to find. No other element's properties can be shadowed by markup.
fn enter(node: &Node, copier: &mut Copier) -> Result<Step, JsValue> {
    if let Some(text) = node.dyn_ref::<Text>() {
        copier.builder.text(&text.data())?;
        return Ok(Step::Leaf);
    }
    if node.is_instance_of::<HtmlFormElement>() {
        return Ok(copier.unwrap("form"));
    }
    let Some(element) = node.dyn_ref::<Element>() else { return Ok(Step::Leaf) };
    if node.is_instance_of::<HtmlElement>() {
        return copier.enter(&element.local_name(), element);
    }
    // Of other namespaces only formulas are looked at, for the names that are theirs; SVG goes, with all it contains.
    if element.namespace_uri().as_deref() != Some(MATHML) {
        return Ok(Step::Leaf);
    }
    let name = element.local_name();
    if is_math(&name) { copier.enter(&name, element) } else { Ok(Step::Unwrapped) }
}
