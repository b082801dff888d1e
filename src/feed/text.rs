//! Markup to plain text: titles, names and summaries, which the standard has without tags and feeds have with. Pure.

use crate::{
    markup::{Token, Tokens, decoded, is_raw_text},
    words,
};

/// The plain text of `markup`: tags gone, entities decoded once, white space collapsed, control characters removed, also
/// those that turn the direction of what follows: such a text stands in the middle of others.
///
/// What only looks like markup stays: `a < b`, `<3`, `AT&T`. The result is text and must be shown as text: `&lt;b&gt;` has
/// become `<b>`. No-break spaces are part of how a language is set and are kept, except at the ends.
pub fn plain_text(markup: &str) -> String {
    let mut plain = Plain::default();
    let mut tokens = Tokens::new(markup);
    while let Some(token) = tokens.next() {
        match token {
            Token::Text(text) | Token::Unfinished(text) => decoded(text).chars().for_each(|c| plain.push(c)),
            Token::Open(tag) => {
                if is_raw_text(tag.name) {
                    tokens.pass(tag.name);
                }
                plain.gap |= breaks(tag.name);
            }
            Token::Close(name) => plain.gap |= breaks(name),
        }
    }
    plain.text.trim().to_owned()
}

/// Whether words before and after the tag are apart, as around `<br>`.
fn breaks(name: &str) -> bool {
    const BREAKING: [&str; 14] = ["br", "p", "div", "li", "hr", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6"];
    BREAKING.iter().any(|breaking| breaking.eq_ignore_ascii_case(name))
}

/// Where `what` is in `text`, in whatever case its ASCII letters are. The standard library's search would bring its fast
/// algorithm along, which nothing else in the bundle needs.
pub(super) fn find(text: &str, what: &str) -> Option<usize> {
    text.as_bytes().windows(what.len()).position(|found| found.eq_ignore_ascii_case(what.as_bytes()))
}

/// Text in the making.
#[derive(Default)]
struct Plain {
    text: String,
    /// White space has been seen since the last character.
    gap: bool,
}

impl Plain {
    fn push(&mut self, c: char) {
        if matches!(c, ' ' | '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}') {
            self.gap = true;
        } else if !c.is_control() && !words::is_bidi_control(c) {
            if self.gap && !self.text.is_empty() {
                self.text.push(' ');
            }
            self.gap = false;
            self.text.push(c);
        }
    }
}
