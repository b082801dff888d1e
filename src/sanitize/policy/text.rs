//! Plain text: paragraphs, addresses in it, and HTML that could not be parsed.

use super::{is_block, is_dropped};

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
    let mut surplus = address.matches(')').count().saturating_sub(address.matches('(').count());
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

/// The words of `html`, for pages that let nobody parse it: tags out, what is no text with its content, blocks apart.
/// The result is only ever shown as text, so a tag that this reading gets wrong is ugly and harmless.
pub fn strip_tags(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    // Names that were looked for to the very end: looking again would take quadratic time.
    let mut unclosed = Vec::new();
    while let Some((before, tag)) = rest.split_once('<') {
        decode(before, &mut text);
        let closing = tag.starts_with('/');
        let named = tag.strip_prefix('/').unwrap_or(tag);
        if !named.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!' || c == '?') {
            // `<3`
            text.push('<');
            rest = tag;
            continue;
        }
        let name_end = named.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(named.len());
        let name = named.get(..name_end).unwrap_or_default().to_ascii_lowercase();
        rest = if named.starts_with("!--") { after_comment(named) } else { after_tag(named) };
        if name == "br" {
            text.push('\n');
        } else if is_block(&name) {
            text.push_str("\n\n");
        } else if is_dropped(&name) && !closing && !unclosed.contains(&name) {
            match from_end_tag(rest, &name) {
                Some(end) => rest = end,
                None => unclosed.push(name),
            }
        }
    }
    decode(rest, &mut text);
    text
}

/// What follows `-->`.
fn after_comment(comment: &str) -> &str {
    let mut end = 0;
    for piece in comment.split_inclusive('>') {
        end += piece.len();
        if piece.ends_with("-->") {
            return comment.get(end..).unwrap_or_default();
        }
    }
    ""
}

/// What follows a tag's `>`; those inside quotes are its attributes'. Only so far, or a quote that is never closed, an
/// apostrophe, would have the whole text read again for every tag.
fn after_tag(tag: &str) -> &str {
    let mut quote = None;
    let end = tag.char_indices().take(2000).find(|&(_, c)| {
        match quote {
            Some(open) if c == open => quote = None,
            None if c == '"' || c == '\'' => quote = Some(c),
            _ => {}
        }
        c == '>' && quote.is_none()
    });
    end.and_then(|(end, _)| tag.get(end + 1..)).unwrap_or_else(|| tag.split_once('>').map_or("", |(_, rest)| rest))
}

/// From `</name` on.
fn from_end_tag<'a>(rest: &'a str, name: &str) -> Option<&'a str> {
    let closes = |at: usize| {
        let tag = rest.get(at + 1..).and_then(|tag| tag.strip_prefix('/'));
        tag.and_then(|tag| tag.get(..name.len())).is_some_and(|tag| tag.eq_ignore_ascii_case(name))
    };
    let (at, _) = rest.match_indices('<').find(|(at, _)| closes(*at))?;
    rest.get(at..)
}

/// `text` onto `out`, with the commonest references resolved. A line's end is white space as any other in HTML.
fn decode(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '\n']) {
        out.push_str(rest.get(..at).unwrap_or_default());
        let special = rest.get(at..).unwrap_or_default();
        let after = special.get(1..).unwrap_or_default();
        if special.starts_with('\n') {
            out.push(' ');
            rest = after;
            continue;
        }
        // The longest that we know is `&#x10ffff;`.
        let end = after.bytes().take(10).position(|byte| byte == b';').unwrap_or(0);
        let decoded = after.get(..end).and_then(character);
        out.push(decoded.unwrap_or('&'));
        rest = if decoded.is_some() { after.get(end + 1..).unwrap_or_default() } else { after };
    }
    out.push_str(rest);
}

fn character(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        _ => {
            let number = name.strip_prefix('#')?;
            let hex = number.strip_prefix(['x', 'X']).map(|hex| u32::from_str_radix(hex, 16));
            char::from_u32(hex.unwrap_or_else(|| number.parse()).ok()?)
        }
    }
}
