//! Plain text to nodes.

use wasm_bindgen::JsValue;
use web_sys::{Document, DocumentFragment};

use super::build::Builder;
use super::policy::{Policy, Span, link, linkify, paragraphs};

/// The nodes of a plain text: a paragraph where a blank line separates them, a line break where a line ends, a link
/// where an `http(s)` address stands, with the `rel` that `policy` gives.
///
/// `None` only where there is no document at all.
pub fn render_text(text: &str, policy: &Policy) -> Option<DocumentFragment> {
    let document = super::document()?;
    build(&document, text, policy).ok()
}

fn build(document: &Document, text: &str, policy: &Policy) -> Result<DocumentFragment, JsValue> {
    let mut builder = Builder::new(document, policy, "");
    for paragraph in paragraphs(text) {
        let opened = builder.open("p")?.is_some();
        for (number, line) in paragraph.into_iter().enumerate() {
            if number > 0 {
                end_line(&mut builder)?;
            }
            for span in linkify(line) {
                add(&mut builder, span)?;
            }
        }
        if opened {
            builder.close("p");
        }
    }
    builder.finish()
}

fn end_line(builder: &mut Builder) -> Result<(), JsValue> {
    match builder.open("br")? {
        Some(_) => builder.close("br"),
        None => builder.text("\n")?,
    }
    Ok(())
}

fn add(builder: &mut Builder, span: Span) -> Result<(), JsValue> {
    match span {
        Span::Text(words) => builder.text(words),
        Span::Link(address) => match link(address, builder.base()) {
            Some(href) => builder.link(&href, address).map(drop),
            None => builder.text(address),
        },
    }
}
