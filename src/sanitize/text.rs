//! Plain text to nodes.

use wasm_bindgen::JsValue;
use web_sys::{Document, DocumentFragment};

use super::Frame;
use super::build::Builder;
use super::policy::{Policy, Span, link, linkify, paragraphs};

/// The nodes of a plain text: a paragraph where a blank line separates them, a line break where a line ends, a link
/// where an `http(s)` address stands, with the `rel` that `policy` gives.
/// With them come the links that a paragraph is nothing but, where they lead to a player.
pub(super) fn build(
    document: &Document,
    text: &str,
    policy: &Policy,
) -> Result<(DocumentFragment, Vec<Frame>), JsValue> {
    let mut builder = Builder::new(document, policy, "");
    let mut frames = Vec::new();
    for paragraph in paragraphs(text) {
        let opened = builder.open("p")?.is_some();
        let is_one_line = paragraph.len() == 1;
        for (number, line) in paragraph.into_iter().enumerate() {
            if number > 0 {
                end_line(&mut builder)?;
            }
            match linkify(line).as_slice() {
                // Made a link where the paragraph ends.
                [Span::Link(address)] if is_one_line && opened => builder.text(address)?,
                spans => spans.iter().try_for_each(|span| add(&mut builder, *span))?,
            }
        }
        if let Some(linked) = opened.then(|| builder.close("p")).flatten() {
            frames.extend(Frame::of(linked, policy));
        }
    }
    Ok((builder.finish(), frames))
}

fn end_line(builder: &mut Builder) -> Result<(), JsValue> {
    match builder.open("br")? {
        Some(_) => drop(builder.close("br")),
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
