//! What an element may hold.

use std::borrow::Cow;

use wasm_bindgen::JsValue;

use super::Parent;

/// Something that becomes none, one or several nodes.
pub trait Child {
    /// Adds itself to the end of `parent`.
    fn add_to(self, parent: &Parent);
}

impl Child for &str {
    fn add_to(self, parent: &Parent) {
        parent.append(&JsValue::from_str(self));
    }
}

impl Child for String {
    fn add_to(self, parent: &Parent) {
        self.as_str().add_to(parent);
    }
}

impl Child for Cow<'static, str> {
    fn add_to(self, parent: &Parent) {
        self.as_ref().add_to(parent);
    }
}

impl Child for Parent {
    fn add_to(self, parent: &Parent) {
        parent.append(&self);
    }
}

impl Child for web_sys::DocumentFragment {
    fn add_to(self, parent: &Parent) {
        parent.append(&self);
    }
}

impl<C: Child> Child for Option<C> {
    fn add_to(self, parent: &Parent) {
        if let Some(child) = self {
            child.add_to(parent);
        }
    }
}

impl<C: Child> Child for Vec<C> {
    fn add_to(self, parent: &Parent) {
        for child in self {
            child.add_to(parent);
        }
    }
}
