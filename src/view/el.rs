//! An element.

use std::borrow::Cow;

use wasm_bindgen::{JsCast, JsValue};

use super::{
    Child, Parent, Stored,
    dom::{create_element, create_fragment},
    dynamic::effect,
};
use crate::platform::WindowListener;

/// A text for an attribute: static, or built.
pub type Text = Cow<'static, str>;

/// An element that is being written: `el("p").class("dek").child(text)`. Effects and listeners belong to the current owner.
#[derive(Clone, Debug)]
#[must_use = "an element does nothing until it is a child of something"]
pub struct El(Parent);

/// Begins an element.
pub fn el(tag: &'static str) -> El {
    El(create_element(tag))
}

/// Begins several nodes that stand together without an element of their own: only [`El::child`] is for them.
pub fn fragment() -> El {
    El(create_fragment())
}

impl El {
    /// Its classes.
    pub fn class(self, names: impl AsRef<str>) -> Self {
        self.attr("class", names)
    }

    /// Its class, and under the same name its `::part`, where a host's style sheet may reach it.
    pub fn part(self, name: &'static str) -> Self {
        self.attr("class", name).attr("part", name)
    }

    /// An attribute. A value that a feed wrote is safe here: setting an attribute parses no HTML.
    pub fn attr(self, name: &'static str, value: impl AsRef<str>) -> Self {
        self.0.set_attribute(name, value.as_ref());
        self
    }

    /// An attribute that is there only with a value.
    pub fn maybe(self, name: &'static str, value: Option<impl AsRef<str>>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// An attribute that follows signals; `None` takes it away.
    pub fn follow(self, name: &'static str, mut value: impl FnMut() -> Option<Text> + 'static) -> Self {
        let element = self.0.clone();
        effect(move || match value() {
            Some(value) => element.set_attribute(name, &value),
            None => element.remove_attribute(name),
        });
        self
    }

    /// The property `value` of a control, following signals.
    pub fn value(self, mut value: impl FnMut() -> String + 'static) -> Self {
        self.property("value", move || JsValue::from_str(&value()))
    }

    /// The property `checked` or `selected` of a control, following signals.
    pub fn state(self, name: &'static str, mut on: impl FnMut() -> bool + 'static) -> Self {
        self.property(name, move || JsValue::from_bool(on()))
    }

    fn property(self, name: &'static str, mut value: impl FnMut() -> JsValue + 'static) -> Self {
        let element = self.0.clone();
        effect(move || {
            // Writing what is there already would move the caret of whoever is typing.
            let (name, now) = (JsValue::from_str(name), value());
            if js_sys::Reflect::get(&element, &name).as_ref() != Ok(&now) {
                // These setters take any value.
                let _ = js_sys::Reflect::set(&element, &name, &now);
            }
        });
        self
    }

    /// A listener, for as long as the current owner lives.
    pub fn on(self, event: &'static str, listener: impl FnMut(web_sys::Event) + 'static) -> Self {
        self.listen(event, Box::new(listener), false)
    }

    /// The same for an event of what is inside, whether or not it bubbles.
    pub fn on_inside(self, event: &'static str, listener: fn(&web_sys::Event)) -> Self {
        self.listen(event, Box::new(move |event| listener(&event)), true)
    }

    fn listen(self, event: &'static str, listener: Box<dyn FnMut(web_sys::Event)>, capture: bool) -> Self {
        // It ends with its owner and is not only let go: a picture that has gone from the page still tells that it has come.
        Stored::new(WindowListener::on(self.0.clone().unchecked_into(), event, listener, capture));
        self
    }

    /// A child: text, an element, what follows signals, or several of them.
    pub fn child(self, child: impl Child) -> Self {
        child.add_to(&self.0);
        self
    }

    /// The element itself.
    pub fn node(&self) -> &Parent {
        &self.0
    }
}

impl Child for El {
    fn add_to(self, parent: &Parent) {
        parent.append(self.0.unchecked_ref());
    }
}
