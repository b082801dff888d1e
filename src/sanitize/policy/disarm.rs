//! Markup made ready for a parser.

use super::attributes::is_read;
use crate::markup::{Token, Tokens, is_foreign, is_raw_text};

/// `html` for a parser: without comments, without what is read as raw text, such as scripts, and without an attribute that
/// we would not read. None of that would be built anyway, but Chromium reports inline handlers and styles to the page's
/// policy as soon as it parses them, whatever becomes of them.
///
/// Frames and players get names of ours, see [`RENAMED`].
pub fn disarm(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut tokens = Tokens::new(html);
    while let Some(token) = tokens.next() {
        match token {
            // What is left out must not make a tag of a sign before it and the words behind.
            Token::Text("<") => out.push_str("&lt;"),
            Token::Text(text) => out.push_str(text),
            Token::Unfinished(_) => {}
            Token::Close(name) if is_raw_text(name) => {}
            Token::Close(name) => {
                out.push_str("</");
                if loads(name) {
                    out.push_str(RENAMED);
                }
                out.push_str(name);
                out.push('>');
            }
            Token::Open(tag) => {
                // `<title/>` in a drawing is whole; outside it would take all that follows for its text.
                if is_foreign(tag.name) && tokens.pass_element(tag) || tokens.pass_raw_text(tag.name) {
                    continue;
                }
                // Left out anyway, but a page's `base-uri` holds for inert documents, too, and Chromium reports it.
                if tag.name.eq_ignore_ascii_case("base") {
                    continue;
                }
                out.push('<');
                if tag.name.eq_ignore_ascii_case("iframe") {
                    tokens.pass(tag.name); // no markup either, but people forget to close one
                }
                if loads(tag.name) {
                    out.push_str(RENAMED);
                }
                out.push_str(tag.name);
                tag.attributes()
                    .filter(|(name, _)| is_read(name))
                    .for_each(|(name, value)| push(&mut out, name, value));
                out.push('>');
            }
        }
    }
    out
}

/// What stands before the names of elements that do something also in a document that is not shown. `Document.parseHTML`
/// takes frames out before we can see where they would have led, and Chromium holds the address of a film or a sound
/// against the page's policy. To a parser they are elements like others; under another name they stay, and are as inert.
pub const RENAMED: &str = "nw-";

/// Whether the element `name` is one of those.
fn loads(name: &str) -> bool {
    ["audio", "iframe", "video"].iter().any(|loads| loads.eq_ignore_ascii_case(name))
}

/// An attribute, quoted so that its value is the same. One that had no quotes around it, and has both kinds in it, is
/// nobody's who means well.
fn push(out: &mut String, name: &str, value: &str) {
    let has = |quote: u8| value.bytes().any(|byte| byte == quote);
    let quote = match (has(b'"'), has(b'\'')) {
        (false, _) => '"',
        (true, false) => '\'',
        (true, true) => return,
    };
    out.push(' ');
    out.push_str(name);
    out.push('=');
    out.push(quote);
    out.push_str(value);
    out.push(quote);
}
