//! Plain text: paragraphs, addresses in it, and HTML that could not be parsed.

use super::{is_block, is_dropped};
use crate::markup::{Token, Tokens, decoded, is_foreign};

/// A piece of a line of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span<'a> {
    /// Words.
    Text(&'a str),
    /// An address, to become a link once it parses.
    Link(&'a str),
}

/// The paragraphs of `text`, which blank lines separate, each as its lines.
pub fn paragraphs(text: &str) -> Vec<Vec<&str>> {
    let mut paragraphs = Vec::new();
    let mut lines = Vec::new();
    for line in text.split('\n').map(str::trim_end) {
        if !line.is_empty() {
            lines.push(line);
        } else if !lines.is_empty() {
            paragraphs.push(std::mem::take(&mut lines));
        }
    }
    if !lines.is_empty() {
        paragraphs.push(lines);
    }
    paragraphs
}

/// `line`, cut into words and `http(s)` addresses; the pieces together are the line.
pub fn linkify(line: &str) -> Vec<Span<'_>> {
    let mut spans = Vec::new();
    let mut text_from = 0;
    let mut at = 0;
    while let Some(start) = next_scheme(line, at) {
        let rest = line.get(start..).unwrap_or_default();
        let length = address_length(rest);
        at = start + length.max(4);
        if length > 0 {
            push_text(&mut spans, line.get(text_from..start));
            spans.push(Span::Link(rest.get(..length).unwrap_or_default()));
            text_from = at;
        }
    }
    push_text(&mut spans, line.get(text_from..));
    spans
}

fn push_text<'a>(spans: &mut Vec<Span<'a>>, text: Option<&'a str>) {
    spans.extend(text.filter(|text| !text.is_empty()).map(Span::Text));
}

/// Where the next `http` starts a word, from `at` on.
fn next_scheme(line: &str, at: usize) -> Option<usize> {
    // Scripts that put no spaces between words, such as Japanese, may go right up to it.
    let starts_word =
        |i: usize| !line.get(..i).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_alphanumeric()));
    let places = line.as_bytes().windows(4).enumerate().skip(at);
    places.filter(|(_, four)| four.eq_ignore_ascii_case(b"http")).map(|(i, _)| i).find(|i| starts_word(*i))
}

/// The length of the address that `rest` starts with; 0 when it is none.
fn address_length(rest: &str) -> usize {
    let is_start = |scheme: &&str| rest.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    let Some(scheme) = ["https://", "http://"].into_iter().find(is_start) else { return 0 };
    let ends = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"');
    let mut address = rest.split(ends).next().unwrap_or_default();
    // A full stop or a bracket at the end belongs to the sentence, unless the address opened the bracket.
    let count = |bracket: u8| address.bytes().filter(|byte| *byte == bracket).count();
    let mut surplus = count(b')').saturating_sub(count(b'('));
    while let Some(last) = address.chars().next_back() {
        if last == ')' && surplus > 0 {
            surplus -= 1;
        } else if !matches!(last, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '…' | '’' | '”' | '»' | ']') {
            break;
        }
        address = address.get(..address.len() - last.len_utf8()).unwrap_or_default();
    }
    if address.len() > scheme.len() { address.len() } else { 0 }
}

/// The words of `html`, for what is too much to be drawn: tags out, what is no text with its content, blocks apart. The
/// result is only ever shown as text, so a tag that this reading gets wrong is ugly and harmless.
pub fn strip_tags(html: &str) -> String {
    let mut text = String::new();
    let mut tokens = Tokens::new(html);
    while let Some(token) = tokens.next() {
        let name = match token {
            // A line's end is white space as any other in HTML.
            Token::Text(words) => {
                text.extend(decoded(words).chars().map(|c| if c == '\n' { ' ' } else { c }));
                continue;
            }
            Token::Open(tag) => {
                let is_unseen = is_foreign(tag.name) || is_dropped(&tag.name.to_ascii_lowercase());
                if !tokens.pass_raw_text(tag.name) && is_unseen {
                    tokens.pass_element(tag);
                }
                tag.name
            }
            Token::Close(name) => name,
            Token::Unfinished(_) => continue,
        };
        let name = name.to_ascii_lowercase();
        if name == "br" {
            text.push('\n');
        } else if is_block(&name) {
            text.push_str("\n\n");
        }
    }
    text
}
