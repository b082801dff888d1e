//! An element.

use std::sync::Arc;

use leptos::{
    attr::{
        any_attribute::{AnyAttribute, IntoAnyAttribute},
        custom::custom_attribute,
    },
    ev,
    html::custom,
    oco::Oco,
    prelude::*,
    tachys::html::{directive::directive, event::on, property::prop},
};

use super::Child;

/// A text for an attribute or a child: static, or built.
pub type Text = Oco<'static, str>;

/// An element of HTML that is being written: `el("p").class("dek").child(text)`.
#[must_use = "an element does nothing until it is a child of something"]
pub struct El {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// Begins an element.
pub fn el(tag: &'static str) -> El {
    El { tag, attributes: Vec::new(), children: Vec::new() }
}

impl El {
    /// Its classes.
    pub fn class(self, names: impl Into<Text>) -> Self {
        self.attr("class", names)
    }

    /// Its class, and under the same name its `::part`, where a host's style sheet may reach it.
    pub fn part(self, name: &'static str) -> Self {
        self.attr("class", name).attr("part", name)
    }

    /// An attribute. A value that a feed wrote is safe here: setting an attribute parses no HTML.
    pub fn attr(self, name: &'static str, value: impl Into<Text>) -> Self {
        self.with(custom_attribute(name, value.into()).into_any_attr())
    }

    /// An attribute that is there only with a value.
    pub fn maybe(self, name: &'static str, value: Option<impl Into<Text>>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// An attribute without a value, there when `on`.
    pub fn flag(self, name: &'static str, on: bool) -> Self {
        self.maybe(name, on.then_some(""))
    }

    /// An attribute that follows signals; `None` takes it away.
    pub fn follow(self, name: &'static str, value: impl FnMut() -> Option<Text> + Send + 'static) -> Self {
        let value: Box<dyn FnMut() -> Option<Text> + Send> = Box::new(value);
        self.with(custom_attribute(name, value).into_any_attr())
    }

    /// The property `value` of a control, following signals.
    pub fn value(self, value: impl FnMut() -> String + Send + 'static) -> Self {
        let value: Box<dyn FnMut() -> String + Send> = Box::new(value);
        self.with(prop("value", value).into_any_attr())
    }

    /// The property `checked` or `selected` of a control, following signals.
    pub fn state(self, name: &'static str, on: impl FnMut() -> bool + Send + 'static) -> Self {
        let on: Box<dyn FnMut() -> bool + Send> = Box::new(on);
        self.with(prop(name, on).into_any_attr())
    }

    /// A listener, for as long as the element is there.
    pub fn on(self, event: &'static str, listener: impl FnMut(web_sys::Event) + 'static) -> Self {
        let listener: Box<dyn FnMut(web_sys::Event)> = Box::new(listener);
        self.with(on(ev::Custom::<web_sys::Event>::new(event), listener).into_any_attr())
    }

    /// Does something to the element of the page, once it is made.
    pub fn made(self, then: impl Fn(web_sys::Element) + 'static) -> Self {
        let then: Arc<dyn Fn(web_sys::Element)> = Arc::new(then);
        self.with(directive(then, ()).into_any_attr())
    }

    /// A child: text, an element, what follows signals, or several of them.
    pub fn child(mut self, child: impl Child) -> Self {
        child.add_to(&mut self.children);
        self
    }

    /// The finished view.
    pub fn into_any(self) -> AnyView {
        custom(self.tag).add_any_attr(self.attributes).child(self.children).into_any()
    }

    fn with(mut self, attribute: AnyAttribute) -> Self {
        self.attributes.push(attribute);
        self
    }
}
