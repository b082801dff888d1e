//! Markup to plain text: titles, names and summaries, which the standard has without tags and feeds have with. Pure.

use super::Content;
use crate::{
    markup::{Token, Tokens, decoded, is_raw_text},
    words::{self, Marks},
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

/// As many characters of a text stand for a title that is not there.
const BEGINNING: usize = 80;
/// So many bytes of a text are looked at for them.
const AHEAD: usize = 2_000;

/// The start of a text as plain text, for where it needs a name: cut between words. Of a text without words, what its first
/// picture shows.
pub(super) fn beginning(content: &Content) -> Option<String> {
    match content {
        Content::Text(text) => {
            let mut plain = Plain::default();
            text.chars().take(AHEAD).for_each(|c| plain.push(c));
            cut(plain.text)
        }
        Content::Html(html) => {
            let start = html.get(..html.floor_char_boundary(AHEAD)).unwrap_or_default();
            let alt = |token| match token {
                Token::Open(tag) if tag.name.eq_ignore_ascii_case("img") => cut(plain_text(&tag.value("alt")?)),
                _ => None,
            };
            // A tag that is cut in two is no words.
            let last = |sign| start.bytes().rposition(|byte| byte == sign);
            let end = last(b'<').filter(|open| last(b'>').is_none_or(|close| close < *open));
            let words = plain_text(end.and_then(|end| start.get(..end)).unwrap_or(start));
            cut(words).or_else(|| Tokens::new(html).find_map(alt))
        }
        Content::None => None,
    }
}

/// `text`, if there is any, up to [`BEGINNING`] characters.
fn cut(mut text: String) -> Option<String> {
    let end = text.chars().take(BEGINNING).map(char::len_utf8).sum();
    if end < text.len() {
        // Where the last word ends. A script without spaces is cut anywhere.
        let word = text.bytes().take(end + 1).rposition(|byte| byte == b' ').filter(|at| *at * 2 > end);
        text.truncate(word.unwrap_or(end));
        while text.chars().next_back().is_some_and(|c| !words::is_word(c)) {
            text.pop();
        }
        text.push('…');
    }
    (!text.is_empty()).then_some(text)
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
    marks: Marks,
}

impl Plain {
    fn push(&mut self, c: char) {
        if matches!(c, ' ' | '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}') {
            self.gap = true;
        } else if !c.is_control() && !words::is_bidi_control(c) && self.marks.keep(c) {
            if self.gap && !self.text.is_empty() {
                self.text.push(' ');
            }
            self.gap = false;
            self.text.push(c);
        }
    }
}
