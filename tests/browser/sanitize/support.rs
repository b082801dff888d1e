//! What the sanitiser's browser tests share.

use news_widget::sanitize::policy::{Verdict, attributes, disarm, forced, is_math};
use news_widget::sanitize::{Policy, Slices, render};
use wasm_bindgen::JsCast;
use web_sys::{Document, DocumentFragment, Element, Node};

use super::parsers::{Parser, with};

pub const BASE: &str = "https://news.example/2026/story.html";

pub fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// `html` through the article's policy, with a headline of level 1 above it.
pub fn article(html: &str) -> String {
    sanitised(html, &Policy::article(2))
}

pub fn comment(html: &str) -> String {
    sanitised(html, &Policy::comment())
}

/// Serialised to be compared; holds the result to the lists, and, where it is drawn in one slice, to change nothing when it is
/// sanitised again in the same way: what was too deep for a parser may not be so any more.
pub fn sanitised(html: &str, policy: &Policy) -> String {
    let once = fragment(html, policy);
    check_listed(&once.clone().into(), policy, html);
    let once = serialise(&once);
    let mut slices = Slices::of_html(html);
    slices.next(policy, BASE).unwrap();
    if !slices.is_done() {
        return once;
    }
    let again = || serialise(&fragment(&once, policy));
    let twice = if Policy::is_deep(&disarm(html)) { with(Parser::None, again) } else { again() };
    assert_eq!(once, twice, "sanitising again changes {html:.500}");
    once
}

pub fn fragment(html: &str, policy: &Policy) -> DocumentFragment {
    render(html, policy, BASE).unwrap()
}

pub fn serialise(fragment: &DocumentFragment) -> String {
    let holder = document().implementation().unwrap().create_html_document().unwrap().create_element("div").unwrap();
    holder.append_child(&fragment.clone_node_with_deep(true).unwrap()).unwrap();
    holder.inner_html()
}

/// Every node under `root`, with its depth.
pub fn nodes(root: &Node) -> Vec<(Node, usize)> {
    let (mut found, mut open) = (Vec::new(), vec![(root.clone(), 0)]);
    while let Some((node, depth)) = open.pop() {
        let mut child = node.first_child();
        while let Some(inner) = child {
            child = inner.next_sibling();
            found.push((inner.clone(), depth + 1));
            open.push((inner, depth + 1));
        }
    }
    found
}

/// Every element under `root`.
pub fn elements(root: &Node) -> Vec<Element> {
    nodes(root).into_iter().filter_map(|(node, _)| node.dyn_into().ok()).collect()
}

/// Every element under `root` is one of the policy's, with attributes of the policy.
fn check_listed(root: &Node, policy: &Policy, html: &str) {
    for element in elements(root) {
        let name = element.local_name();
        let namespace = if is_math(&name) { "1998/Math/MathML" } else { "1999/xhtml" };
        assert_eq!(element.namespace_uri(), Some(format!("http://www.w3.org/{namespace}")), "{html:.500}");
        let around = element.parent_element().is_some_and(|parent| is_math(&parent.local_name()));
        assert_eq!(around, is_math(&name) && name != "math", "<{name}> out of {html:.500}");
        assert!(matches!(policy.element(&name), Verdict::Keep(_)), "<{name}> out of {html:.500}");
        for attribute in element.get_attribute_names() {
            let attribute = attribute.as_string().unwrap();
            let listed = attributes(&name, policy).any(|(listed, _)| *listed == attribute)
                || forced(&name).iter().any(|(listed, _)| *listed == attribute)
                || attribute == "rel" && name == "a"
                || attribute == "data-task" && name == "li";
            assert!(listed, "{attribute} of <{name}> out of {html:.500}");
        }
    }
}
