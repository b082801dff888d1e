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
//! | [`policy`] | the lists, and every decision: elements, attributes, addresses, plain text (pure) |
//! | `parse` | HTML to an inert document, also under Trusted Types |
//! | `walk` | inert document to fragment |
//! | `build` | the nodes that are built |
//! | `text` | plain text to fragment |

mod build;
mod parse;
pub mod policy;
mod text;
mod walk;

pub use parse::skip_trusted_types;
pub use policy::Policy;
pub use text::render_text;

use web_sys::{Document, DocumentFragment};

/// The sanitised nodes of `html`, ready to be put into the page. Relative addresses are resolved against `base`, the
/// address of the item or of its feed.
///
/// `None` only where there is no document at all, as in a worker.
pub fn render(html: &str, policy: &Policy, base: &str) -> Option<DocumentFragment> {
    let document = document()?;
    let body = if policy.is_too_much(html) { None } else { parse::body(html) };
    let rebuilt = body.and_then(|body| walk::rebuild(&document, &body, policy, base).ok());
    // Too much, no inert parser on this page, or the browser threw in the middle: the words are still worth reading.
    rebuilt.or_else(|| render_text(&policy::strip_tags(html), policy))
}

/// The live page's document, which makes the nodes.
fn document() -> Option<Document> {
    web_sys::window()?.document()
}
