//! What the policy makes of each element, wherever it was read.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, DocumentFragment, Element};

use super::Frame;
use super::build::Builder;
use super::policy::{HIDDEN, Policy, RENAMED, Verdict, host_and_path, is_block, link, lower};
use crate::markup::Tag;

/// An element of the untrusted text.
pub(super) trait Source {
    /// The value of an attribute.
    fn attribute(&self, name: &str) -> Option<String>;
    /// Whether it has none.
    fn is_bare(&self) -> bool;
}

impl Source for Element {
    fn attribute(&self, name: &str) -> Option<String> {
        self.get_attribute(name)
    }

    fn is_bare(&self) -> bool {
        !self.has_attributes()
    }
}

impl Source for Tag<'_> {
    fn attribute(&self, name: &str) -> Option<String> {
        self.value(name)
    }

    fn is_bare(&self) -> bool {
        self.attributes().next().is_none()
    }
}

/// What was done with an element, and so what is left to do after its children.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Step {
    /// Done with; its children are not looked at.
    Leaf,
    /// Built, and open.
    Open(&'static str),
    /// Its children take its place.
    Unwrapped,
    /// As `Unwrapped`, but its words stood on lines of their own.
    UnwrappedBlock,
}

/// Builds the nodes of a text again, as far as the policy allows.
pub(super) struct Copier<'a> {
    pub(super) builder: Builder<'a>,
    policy: &'a Policy<'a>,
    shift: usize,
    frames: Vec<Frame>,
}

impl<'a> Copier<'a> {
    /// Headings go `shift` levels down.
    pub(super) fn new(document: &'a Document, policy: &'a Policy<'a>, base: &'a str, shift: usize) -> Self {
        Self { builder: Builder::new(document, policy, base), policy, shift, frames: Vec::new() }
    }

    /// The nodes, and the links among them that lead to a frame's page.
    pub(super) fn finish(self) -> (DocumentFragment, Vec<Frame>) {
        (self.builder.finish(), self.frames)
    }

    /// Decides about the element `name`, in lower case, as it was disarmed.
    pub(super) fn enter(&mut self, name: &str, source: &dyn Source) -> Result<Step, JsValue> {
        let name = name.strip_prefix(RENAMED).unwrap_or(name);
        if !source.is_bare() && source.attribute(HIDDEN).is_some() {
            return Ok(Step::Leaf);
        }
        match self.policy.element(name) {
            Verdict::Keep(name) => self.keep(lower(name, self.shift), source),
            Verdict::Unwrap => Ok(self.unwrap(name)),
            Verdict::Drop => Ok(Step::Leaf),
            Verdict::Alt => {
                self.builder.text(&source.attribute("alt").unwrap_or_default())?;
                Ok(Step::Leaf)
            }
            Verdict::Link => {
                self.link_to_frame(source)?;
                Ok(Step::Leaf)
            }
        }
    }

    /// After the children.
    pub(super) fn leave(&mut self, step: Step) {
        match step {
            Step::Open(name) => {
                if let Some(linked) = self.builder.close(name) {
                    self.frames.extend(Frame::of(linked, self.policy));
                }
            }
            Step::UnwrappedBlock => self.builder.want_line(),
            Step::Leaf | Step::Unwrapped => {}
        }
    }

    fn keep(&mut self, name: &'static str, source: &dyn Source) -> Result<Step, JsValue> {
        match self.builder.open(name)? {
            Some(element) => {
                self.builder.copy_attributes(name, source, &element)?;
                Ok(Step::Open(name))
            }
            None => Ok(self.unwrap(name)),
        }
    }

    pub(super) fn unwrap(&mut self, name: &str) -> Step {
        if !is_block(name) {
            return Step::Unwrapped;
        }
        self.builder.want_line();
        Step::UnwrappedBlock
    }

    /// A frame is somebody else's page; whether to go there is the reader's to decide.
    fn link_to_frame(&mut self, frame: &dyn Source) -> Result<(), JsValue> {
        let src = frame.attribute("src").unwrap_or_default();
        let Some(href) = link(&src, self.builder.base()).filter(|href| href.starts_with("http")) else { return Ok(()) };
        let player = self.policy.player(&href);
        let title = frame.attribute("title").filter(|title| !title.trim().is_empty());
        self.builder.want_line();
        let words = title.clone().unwrap_or_else(|| host_and_path(&href));
        let link = self.builder.link(&href, &words)?;
        self.builder.want_line();
        if let (Some(link), Some(player)) = (link, player) {
            self.frames.push(Frame { link: link.unchecked_into(), title, player });
        }
        Ok(())
    }
}
