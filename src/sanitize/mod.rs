//! Untrusted HTML, rebuilt node by node from closed lists.
//!
//! [`render`] takes the HTML of an article or a comment, has the browser parse it without running or loading anything,
//! walks the result and builds it again with `createElement`, `createTextNode` and `setAttribute`. Only names out of our
//! own lists are ever created, and nothing is serialised and parsed again, so the usual ways around a sanitiser
//! (mutation, namespace confusion, clobbering) have nothing to hold on to. Whatever goes wrong, the text survives as
//! plain text.
//!
//! | part | what is in it |
//! |---|---|
//! | [`policy`] | the lists, and every decision: elements, attributes, addresses, players, plain text (pure) |
//! | `parse` | HTML to an inert document, also under Trusted Types |
//! | `walk` | inert document to `copy` |
//! | `read` | HTML to `copy` where there is no parser |
//! | `copy` | what becomes of each element |
//! | `build` | the nodes that are built |
//! | `text` | plain text to fragment |

mod build;
mod copy;
mod parse;
pub mod policy;
mod read;
mod text;
mod walk;

pub use parse::skip_trusted_types;
pub use policy::Policy;
pub use text::{render_text, render_text_with_frames};

use copy::Copier;
use policy::Player;
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

/// The sanitised nodes of `html`, ready to be put into the page. Relative addresses are resolved against `base`, the
/// address of the item or of its feed.
///
/// `None` only where there is no document at all, as in a worker.
pub fn render(html: &str, policy: &Policy, base: &str) -> Option<DocumentFragment> {
    render_with_frames(html, policy, base).map(|(fragment, _)| fragment)
}

/// The same, with the frames of players among what was left out.
pub fn render_with_frames(html: &str, policy: &Policy, base: &str) -> Option<(DocumentFragment, Vec<Frame>)> {
    let document = document()?;
    let rebuilt = if policy.is_too_much(html) { None } else { rebuild(&document, html, policy, base).ok() };
    // Too much, or the browser threw in the middle: the words are still worth reading.
    rebuilt.or_else(|| Some((render_text(&policy::strip_tags(html), policy)?, Vec::new())))
}

fn rebuild(
    document: &Document,
    html: &str,
    policy: &Policy,
    base: &str,
) -> Result<(DocumentFragment, Vec<Frame>), JsValue> {
    let markup = policy::disarm(html);
    let mut copier = Copier::new(document, policy, base, policy::heading_shift(&markup, policy));
    let body = if Policy::is_deep(&markup) { None } else { parse::body(&markup) };
    match body {
        Some(body) => walk::walk(&body, &mut copier)?,
        None => read::read(&markup, &mut copier)?,
    }
    copier.finish()
}

/// The live page's document, which makes the nodes.
fn document() -> Option<Document> {
    web_sys::window()?.document()
}
