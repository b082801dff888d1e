//! Untrusted HTML, rebuilt node by node from closed lists.
//!
//! [`Slices`] takes the HTML of an article or a comment, has the browser parse it a slice at a time, without running or
//! loading anything, walks the result and builds it again with `createElement`, `createTextNode` and `setAttribute`. Only names out of our
//! own lists are ever created, and nothing is serialised and parsed again, so the usual ways around a sanitiser
//! (mutation, namespace confusion, clobbering) have nothing to hold on to. Whatever goes wrong, the text survives as
//! plain text.
//!
//! | part | what is in it |
//! |---|---|
//! | [`policy`] | the lists, and every decision: elements, attributes, addresses, players, plain text (pure) |
//! | `names` | what `&Omega;` stands for, by that parser |
//! | `parse` | HTML to an inert document, also under Trusted Types |
//! | `walk` | inert document to `copy` |
//! | `read` | HTML to `copy` where there is no parser |
//! | `copy` | what becomes of each element |
//! | `build` | the nodes that are built |
//! | `text` | plain text to fragment |

mod build;
mod copy;
mod names;
mod parse;
pub mod policy;
mod read;
mod text;
mod walk;

pub use names::reference;
pub use parse::skip_trusted_types;
pub use policy::Policy;

use copy::Copier;
use policy::{Disarming, Player};
use wasm_bindgen::JsValue;
use web_sys::{Document, DocumentFragment, Element};

/// A frame that was left out, and may be opened at a click.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The link that took its place.
    pub link: Element,
    /// What the text calls it.
    pub title: Option<String>,
    /// What to open.
    pub player: Player,
}

impl Frame {
    /// What may be opened in the place of a link, by where it leads; nothing in a comment.
    fn of((link, href): (Element, String), policy: &Policy) -> Option<Self> {
        let player = policy.player(&href).filter(|_| !policy.is_comment())?;
        Some(Self { link, title: None, player })
    }
}

/// An untrusted text, drawn slice by slice.
#[derive(Clone, Debug)]
pub struct Slices {
    /// Of markup, all that was written, and how far it is disarmed.
    markup: Option<(String, Disarming)>,
    /// What is ready to be drawn; all of a plain text.
    text: String,
    /// Whether that is the end of it.
    is_last: bool,
    /// Where the next slice begins, and the tags of what is open there.
    at: usize,
    carried: String,
    /// How many levels headings have gone down so far.
    shift: usize,
}

/// A part of a text, ready to be put into the page.
#[derive(Clone, Debug)]
pub struct Slice {
    /// Its nodes.
    pub nodes: DocumentFragment,
    /// The frames of players among what was left out.
    pub frames: Vec<Frame>,
    /// What it takes to draw it.
    pub weight: usize,
}

impl Slices {
    /// Those of HTML.
    pub fn of_html(html: &str) -> Self {
        let markup = Some((html.to_owned(), Disarming::default()));
        Self { markup, text: String::new(), is_last: false, at: 0, carried: String::new(), shift: 0 }
    }

    /// Those of a plain text: a paragraph where a blank line separates them, a line break where a line ends, a link where an
    /// `http(s)` address stands.
    pub fn of_text(text: &str) -> Self {
        Self { markup: None, text: text.to_owned(), is_last: true, at: 0, carried: String::new(), shift: 0 }
    }

    /// Makes more of it ready, if there is more.
    fn prepare(&mut self) {
        self.text.drain(..self.at);
        self.at = 0;
        if let Some((markup, disarming)) = &mut self.markup {
            self.is_last = !disarming.go_on(markup, &mut self.text);
        }
    }

    /// Whether there are no more.
    pub fn is_done(&self) -> bool {
        self.is_last && self.at >= self.text.len()
    }

    /// The next slice. Relative addresses are resolved against `base`, the address of the item or of its feed.
    ///
    /// `None` only where there is no document at all, as in a worker.
    pub fn next(&mut self, policy: &Policy, base: &str) -> Option<Slice> {
        let document = document()?;
        let is_markup = self.markup.is_some();
        let cut = loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let cut = if is_markup {
                policy::cut_markup(&self.carried, rest, policy.slice())
            } else {
                policy::cut_text(rest, policy.slice())
            };
            if self.is_last || cut.end < rest.len() {
                break cut;
            }
            self.prepare();
        };
        let rest = self.text.get(self.at..).unwrap_or_default();
        let part = [self.carried.as_str(), rest.get(..cut.end).unwrap_or_default()].concat();
        let (nodes, frames) = if is_markup {
            self.shift = self.shift.max(policy::heading_shift(&part, policy));
            let copier = Copier::new(&document, policy, base, self.shift);
            // The browser threw in the middle: the words are still worth reading.
            let plain = |_| text::build(&document, &policy::strip_tags(&part), policy);
            rebuild(&part, cut.tangled, copier).or_else(plain)
        } else {
            text::build(&document, &part, policy)
        }
        .ok()?;
        self.at += cut.end;
        self.carried = cut.carried;
        Some(Slice { nodes, frames, weight: cut.weight })
    }

    /// The nodes of all slices.
    fn all(mut self, policy: &Policy, base: &str) -> Option<DocumentFragment> {
        let nodes = self.next(policy, base)?.nodes;
        while !self.is_done() {
            nodes.append_child(&self.next(policy, base)?.nodes).ok()?;
        }
        Some(nodes)
    }
}

/// The sanitised nodes of `html`, all at once.
pub fn render(html: &str, policy: &Policy, base: &str) -> Option<DocumentFragment> {
    Slices::of_html(html).all(policy, base)
}

/// The nodes of a plain text, all at once.
pub fn render_text(text: &str, policy: &Policy) -> Option<DocumentFragment> {
    Slices::of_text(text).all(policy, "")
}

/// The nodes of `markup`, by the browser's parser unless it would lose its way.
fn rebuild(markup: &str, tangled: bool, mut copier: Copier) -> Result<(DocumentFragment, Vec<Frame>), JsValue> {
    let body = if tangled { None } else { parse::body(markup) };
    match body {
        Some(body) => walk::walk(&body, &mut copier)?,
        None => read::read(markup, &mut copier)?,
    }
    Ok(copier.finish())
}

/// The live page's document, which makes the nodes.
fn document() -> Option<Document> {
    web_sys::window()?.document()
}
