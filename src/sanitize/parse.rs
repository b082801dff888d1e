//! HTML to an inert document: no script runs in it, nothing is loaded, no custom element wakes up.

use js_sys::{Array, Function, Object, Reflect};
use std::cell::OnceCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomParser, Element, Node, TreeWalker};

use super::policy::{HIDDEN, READ};

/// The name that a host allows in `trusted-types`.
const TRUSTED_TYPES_POLICY: &str = "news-widget";

/// `NodeFilter.SHOW_ELEMENT`
pub(super) const SHOW_ELEMENT: u32 = 1;

thread_local! {
    /// Asked for once a page: asking again for a name that was refused reports another violation, and asking again for
    /// one that was granted is refused.
    static TRUSTED: OnceCell<Option<JsValue>> = const { OnceCell::new() };
}

/// The `body` of `markup`, which is disarmed, parsed as a whole document; `None` where the page lets nobody parse.
///
/// The prefix keeps it in standards mode, where a table ends a paragraph, and keeps a `<frameset>` from taking the
/// body's place.
pub(super) fn body(markup: &str) -> Option<Element> {
    let page = ["<!doctype html><body>", markup].concat();
    find_body(&parse(page.into()).ok()?.dyn_into().ok()?).ok().flatten()
}

/// Says that the host refuses our Trusted Types policy, so that it is not asked: asking would be reported to it as a
/// violation. Without effect once a text has been rendered.
pub fn skip_trusted_types() {
    TRUSTED.with(|cell| cell.set(None).unwrap_or_default());
}

/// `Document.parseHTML`, which needs nobody's leave but is young; else `DOMParser`, which all engines have had for long,
/// under Trusted Types with our policy. A host that refuses the policy, in an engine without the former, lets nobody parse.
fn parse(page: JsValue) -> Result<JsValue, JsValue> {
    let global = js_sys::global();
    if let Ok(parsed) = parse_html(&global, &page) {
        return Ok(parsed);
    }
    let Some(factory) = get(&global, "trustedTypes") else { return parse_from_string(page) };
    let trusted = TRUSTED.with(|cell| cell.get_or_init(|| create_policy(&global, &factory).ok()).clone());
    parse_from_string(call(&trusted.ok_or(JsValue::UNDEFINED)?, "createHTML", &[page])?)
}

/// `new DOMParser().parseFromString(…)`; by hand, because the typed one takes no `TrustedHTML`.
fn parse_from_string(html: JsValue) -> Result<JsValue, JsValue> {
    call(&DomParser::new()?.into(), "parseFromString", &[html, "text/html".into()])
}

/// `Document.parseHTML`, keeping the attributes that we may read.
///
/// Its list of elements is left as it is: what it takes out, we do not want either. Without a list of attributes it
/// would take them out one by one, and Chromium 156 crashes the page at handlers it does not know: `<p onstart=x>`.
/// What is disarmed has none, but a crash is not to hang on one line.
fn parse_html(global: &JsValue, page: &JsValue) -> Result<JsValue, JsValue> {
    let document = get(global, "Document").ok_or(JsValue::UNDEFINED)?;
    let (options, sanitizer) = (Object::new(), Object::new());
    let names: Array = READ.iter().chain([&HIDDEN]).map(|name| JsValue::from_str(name)).collect();
    Reflect::set(&sanitizer, &"attributes".into(), &names)?;
    Reflect::set(&options, &"sanitizer".into(), &sanitizer)?;
    call(&document, "parseHTML", &[page.clone(), options.into()])
}

/// A policy that hands the text through. `String` itself is the function: it returns the text it gets, and no closure
/// has to be kept alive for as long as the page.
fn create_policy(global: &JsValue, factory: &JsValue) -> Result<JsValue, JsValue> {
    let rules = Object::new();
    Reflect::set(&rules, &"createHTML".into(), &Reflect::get(global, &"String".into())?)?;
    call(factory, "createPolicy", &[TRUSTED_TYPES_POLICY.into(), rules.into()])
}

fn get(target: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(target, &name.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

fn call(target: &JsValue, name: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(target, &name.into())?.dyn_into()?;
    Reflect::apply(&function, target, &arguments.iter().collect())
}

/// The body, found by a walker of the live page: `<img name=body>` changes what `document.body` of its own document
/// says, and `documentElement` as well.
fn find_body(parsed: &Node) -> Result<Option<Element>, JsValue> {
    let Some(walker) = walker(parsed, SHOW_ELEMENT) else { return Ok(None) };
    walker.first_child()?;
    let mut child = walker.first_child()?;
    while let Some(node) = child {
        match node.dyn_into::<Element>() {
            Ok(element) if element.local_name() == "body" => return Ok(Some(element)),
            _ => child = walker.next_sibling()?,
        }
    }
    Ok(None)
}

/// A walker over a document that is not the live one. Unlike the nodes, it has no property that markup can shadow.
pub(super) fn walker(root: &Node, what: u32) -> Option<TreeWalker> {
    super::document()?.create_tree_walker_with_what_to_show(root, what).ok()
}
