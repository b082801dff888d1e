//! The sanitiser by itself, for tests/fuzz and tests/bench: the crate's own code, compiled as it is published, with a door
//! for JavaScript. scripts/harness.mjs makes a module of it.
#![cfg(target_arch = "wasm32")]

use news_widget::sanitize::policy::{Verdict, attributes, disarm, forced};
use news_widget::sanitize::{self, Policy};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::DocumentFragment;

// As in src/main.rs: what is measured is what is published.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn policy(kind: &str) -> Policy<'static> {
    if kind == "comment" { Policy::comment() } else { Policy::article(2) }
}

/// `html` through the policy of an `"article"`, with a headline of level 1 above it, or of a `"comment"`; relative addresses
/// against `base`.
#[wasm_bindgen]
pub fn render(html: &str, kind: &str, base: &str) -> Option<DocumentFragment> {
    sanitize::render(html, &policy(kind), base)
}

/// Whether no browser's parser gets `html`.
#[wasm_bindgen(js_name = isDeep)]
pub fn is_deep(html: &str) -> bool {
    Policy::is_deep(&disarm(html))
}

/// Whether `html` is drawn in one slice.
#[wasm_bindgen(js_name = isWhole)]
pub fn is_whole(html: &str, kind: &str) -> bool {
    let mut slices = sanitize::Slices::of_html(html);
    slices.next(&policy(kind), "").is_some() && slices.is_done()
}

/// What may come out, as JSON: of the elements `names`, which spaces separate, those that are kept, each with the
/// attributes it may have: `{"article": {"p": ["dir", "lang", …], …}, "comment": {…}}`.
#[wasm_bindgen]
pub fn lists(names: &str) -> String {
    let lists = ["article", "comment"].map(|kind| format!("\"{kind}\":{}", list(names, &policy(kind))));
    format!("{{{}}}", lists.join(","))
}

fn list(names: &str, policy: &Policy) -> String {
    let kept = names.split(' ').filter(|name| matches!(policy.element(name), Verdict::Keep(_)));
    let entries: Vec<String> = kept.map(|name| format!("\"{name}\":[{}]", attribute_names(name, policy))).collect();
    format!("{{{}}}", entries.join(","))
}

fn attribute_names(element: &str, policy: &Policy) -> String {
    let listed = attributes(element, policy).map(|(name, _)| *name);
    let forced = forced(element).iter().map(|(name, _)| *name);
    let names = listed.chain(forced).chain(match element {
        "a" => Some("rel"),
        "li" => Some("data-task"),
        _ => None,
    });
    names.map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(",")
}
