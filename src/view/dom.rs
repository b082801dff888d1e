//! The few DOM methods that all markup goes through.
//!
//! web-sys declares them fallible, and every call would carry the code of an error that cannot be: the names of elements and
//! attributes are ours, and nothing is inserted into itself.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// A node that holds others: an element or a fragment.
    #[wasm_bindgen(js_name = ParentNode)]
    #[derive(Clone, Debug, PartialEq)]
    pub type Parent;

    /// Appends a node, or a string as text.
    #[wasm_bindgen(method)]
    pub(super) fn append(this: &Parent, child: &JsValue);

    #[wasm_bindgen(js_namespace = document, js_name = createElement)]
    pub(super) fn create_element(tag: &str) -> Parent;

    /// A fragment, to be filled.
    #[wasm_bindgen(js_namespace = document, js_name = createDocumentFragment)]
    pub fn create_fragment() -> Parent;

    #[wasm_bindgen(js_namespace = document, js_name = createComment)]
    pub(super) fn create_comment(text: &str) -> Parent;

    #[wasm_bindgen(method, js_name = setAttribute)]
    pub(super) fn set_attribute(this: &Parent, name: &str, value: &str);

    #[wasm_bindgen(method, js_name = removeAttribute)]
    pub(super) fn remove_attribute(this: &Parent, name: &str);

    #[wasm_bindgen(method, getter, js_name = nextSibling)]
    pub(super) fn next_sibling(this: &Parent) -> Option<Parent>;

    /// Puts a node before this one.
    #[wasm_bindgen(method)]
    pub fn before(this: &Parent, node: &Parent);

    #[wasm_bindgen(method)]
    pub(super) fn remove(this: &Parent);
}
