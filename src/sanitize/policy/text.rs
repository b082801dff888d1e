//! Plain text: paragraphs, addresses in it, and HTML that could not be parsed. Pure.

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
        let length = address_length(line.get(..start).unwrap_or_default(), rest);
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

/// The length of the address at the start of `rest`, which stands behind `before`; 0 when there is none.
fn address_length(before: &str, rest: &str) -> usize {
    let is_start = |scheme: &&str| rest.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    let Some(scheme) = ["https://", "http://"].into_iter().find(is_start) else { return 0 };
    let mut address = rest.get(..reach(rest)).unwrap_or_default();
    // A full stop or a bracket at the end belongs to the sentence, unless the address opened the bracket; so do marks of
    // emphasis that stand on both sides. `__init__` opens its own.
    let mut surplus = [('(', ')'), ('[', ']'), ('{', '}')].map(|(opens, closes)| {
        let count = |bracket: char| address.bytes().filter(|byte| *byte == bracket as u8).count();
        (closes, count(closes).saturating_sub(count(opens)))
    });
    let mut bold = address.as_bytes().windows(2).filter(|two| *two == b"__").count() % 2 == 1;
    while let Some(last) = address.chars().next_back() {
        let mut length = last.len_utf8();
        match last {
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '…' | '’' | '‘' | '‚' | '(' | '[' | '{' => {}
            '*' | '~' if address.ends_with("**") || address.ends_with("~~") => length = 2,
            '_' if bold && address.ends_with("__") => (bold, length) = (false, 2),
            '*' | '~' | '_' if before.ends_with(last) => {}
            _ => match surplus.iter_mut().find(|(bracket, count)| *bracket == last && *count > 0) {
                Some((_, count)) => *count -= 1,
                None => break,
            },
        }
        address = address.get(..address.len() - length).unwrap_or_default();
    }
    if address.len() > scheme.len() { address.len() } else { 0 }
}

/// In this many bytes a bracket is closed, or is not of the address: nothing is looked through again and again.
const IN_BRACKETS: usize = 256;

/// How far the address at the start of `rest` can reach: up to what no address has in it unencoded. Chinese and Japanese
/// put no space between an address and the sentence; their brackets belong to an address that has other such letters before.
fn reach(rest: &str) -> usize {
    let mut open = 0_usize;
    // Where the bracket stands that is not closed.
    let mut opened = 0;
    let mut is_ascii = true;
    for (at, c) in rest.char_indices() {
        let ends = match c {
            '<' | '>' | '"' | '`' => true,
            '（' | '「' | '『' | '《' | '【' => {
                if open == 0 {
                    opened = at;
                }
                open += 1;
                is_ascii
            }
            '）' | '」' | '』' | '》' | '】' => {
                let closes_none = open == 0;
                open = open.saturating_sub(1);
                closes_none
            }
            _ => c.is_whitespace() || c.is_control() || ends_sentence(c) || open > 0 && at - opened > IN_BRACKETS,
        };
        if ends {
            return if open > 0 { opened } else { at };
        }
        is_ascii &= c.is_ascii();
    }
    if open > 0 { opened } else { rest.len() }
}

/// Punctuation and quotation marks, of all scripts but ASCII, that no address has in it as they are.
fn ends_sentence(c: char) -> bool {
    matches!(c,
        '«' | '»' | '‹' | '›' | '“' | '”' | '„' | '‟'
        // Greek, Armenian, Hebrew, Arabic and Urdu, Syriac, N'Ko, Indic
        | '\u{37e}' | '\u{55a}'..='\u{55f}' | '\u{589}' | '\u{5c3}' | '،' | '؛' | '\u{61d}'..='؟' | '۔'
        | '\u{700}'..='\u{70d}' | '\u{7f8}' | '\u{7f9}' | '।' | '॥'
        // Tibetan, Burmese, Ethiopic, Khmer, Mongolian
        | '\u{f0d}'..='\u{f12}' | '\u{104a}' | '\u{104b}' | '\u{1361}'..='\u{1368}' | '\u{17d4}'..='\u{17d6}'
        | '\u{1800}'..='\u{1805}'
        // Chinese, Japanese and Korean
        | '、' | '。' | '〈' | '〉' | '〔'..='〛' | '\u{301d}'..='\u{301f}' | '\u{fe10}'..='\u{fe19}' | '！' | '＂' | '＇' | '，' | '．'
        | '：' | '；' | '？' | '［' | '］' | '｛' | '｝' | '｟'..='､')
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
