//! Whether a comment is there already. Pure.
//!
//! WordPress shows a text otherwise than it was written (`comment_text`): in paragraphs, with typographic quotes, dashes and
//! dots, links around addresses, pictures for smilies. What it changes is left out on both sides; the rest must be equal.

use crate::{
    comments::model::Comment,
    feed::{Content, plain_text},
    words::{fold, is_bidi_control, is_invisible},
};

/// Whether `listed` is what became of `sent`: by the same name, with the same words.
pub fn is_same(sent: &Comment, listed: &Comment) -> bool {
    let name = |comment: &Comment| essence(comment.author.name.as_deref().unwrap_or_default());
    name(sent) == name(listed) && words(&sent.content) == words(&listed.content)
}

fn words(content: &Content) -> String {
    match content {
        Content::Html(html) => essence(&plain_text(html)),
        Content::Text(text) => essence(text),
        Content::None => String::new(),
    }
}

/// What WordPress leaves of a text as it is.
fn essence(text: &str) -> String {
    let mut essence = String::with_capacity(text.len());
    for word in text.split(char::is_whitespace).filter(|word| !is_smiley(word)) {
        for c in word.chars().filter(|c| !is_changed(*c)) {
            match c {
                '…' => essence.push_str("..."),
                '™' => essence.push_str("(tm)"),
                '×' => essence.push('x'), // 3x4
                _ => essence.push(c),
            }
        }
    }
    fold(&essence) // "Wordpress" becomes "WordPress"
}

/// Quotes, primes, dashes, the pictures of smilies, and what nobody sees.
fn is_changed(c: char) -> bool {
    match c {
        '"' | '\'' | '`' | '´' | '«' | '»' | '-' | '−' => true,
        '\u{2010}'..='\u{2015}' | '\u{2018}'..='\u{201F}' | '\u{2032}'..='\u{2037}' | '\u{2039}' | '\u{203A}' => true,
        '\u{2600}'..='\u{27BF}' | '\u{1F300}'..='\u{1FAFF}' => true,
        _ => c.is_control() || is_invisible(c) || is_bidi_control(c),
    }
}

/// What becomes a picture where the site has smilies (`smilies_init`): `:)`, `:-D`, `;-)`, `8)`, `:lol:`.
fn is_smiley(word: &str) -> bool {
    let Some(rest) = word.strip_prefix([':', ';', '8']) else { return false };
    let is_face =
        matches!(rest.strip_prefix('-').unwrap_or(rest), ")" | "(" | "D" | "o" | "O" | "?" | "x" | "P" | "|" | "!");
    let name = rest.strip_suffix(':').unwrap_or_default();
    is_face || matches!(name, "???" | "!" | "?") || !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase())
}
