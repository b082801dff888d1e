//! What the article says about itself. Pure.

use crate::{
    feed::{Content, Item},
    markup::{Token, Tokens, decoded},
    words::is_word,
};

/// Words a minute: adults read English non-fiction silently at 238 on average (Brysbaert 2019).
const WORDS_A_MINUTE: usize = 238;
/// Characters of a script without spaces that take as long as a word.
const CHARACTERS_A_WORD: usize = 2;

/// Whole minutes that reading takes, at least 1; `None` when there is nothing to read here.
pub fn reading_minutes(item: &Item) -> Option<usize> {
    let words = match &item.content {
        Content::Html(html) => count_words(html, true),
        Content::Text(text) => count_words(text, false),
        Content::None => 0,
    };
    (words > 0).then(|| words.div_ceil(WORDS_A_MINUTE))
}

/// Words outside of tags. An estimate needs no parser: a `>` inside an attribute miscounts by a word.
fn count_words(text: &str, html: bool) -> usize {
    let (mut words, mut dense, mut in_word, mut in_tag) = (0, 0_usize, false, false);
    for c in text.chars() {
        match c {
            '<' if html => (in_tag, in_word) = (true, false),
            '>' if in_tag => in_tag = false,
            _ if in_tag => {}
            // Han, kana, Thai, Lao, Khmer, Myanmar: written without spaces.
            '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{9fff}' => {
                dense += 1;
                in_word = false;
            }
            c if is_word(c) => {
                words += usize::from(!in_word);
                in_word = true;
            }
            c if c.is_whitespace() => in_word = false,
            _ => {}
        }
    }
    words + dense.div_ceil(CHARACTERS_A_WORD)
}

/// Whether a text begins with all the words of `summary`, pictures and their captions aside: then it says nothing new above it.
pub fn begins_with(content: &Content, summary: &str) -> bool {
    let wanted: String = summary.chars().filter(|c| is_word(*c)).collect();
    let mut text = String::new();
    match content {
        Content::Text(words) => text.extend(words.chars().filter(|c| is_word(*c)).take(wanted.len())),
        Content::Html(html) => {
            let mut tokens = Tokens::new(html);
            while text.len() < wanted.len() {
                match tokens.next() {
                    Some(Token::Text(words)) => text.extend(decoded(words).chars().filter(|c| is_word(*c))),
                    Some(Token::Open(tag)) if tag.name.eq_ignore_ascii_case("figure") => drop(tokens.pass_element(tag)),
                    Some(Token::Open(tag)) => drop(tokens.pass_raw_text(tag.name)),
                    Some(_) => {}
                    None => return false,
                }
            }
        }
        Content::None => {}
    }
    !wanted.is_empty() && text.starts_with(&wanted)
}

/// What an attachment is to the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MediaKind {
    /// Played in place.
    Audio,
    /// Played in place.
    Video,
    /// Shown in place.
    Picture,
    /// Linked.
    File,
}

/// By the MIME type, else by the address's extension: feeds often leave the type out.
pub fn media_kind(mime_type: &str, url: &str) -> MediaKind {
    let address = url.split(['?', '#']).next().unwrap_or_default();
    // A host may end like a file: https://news.mp3
    let has_path = address.bytes().filter(|byte| *byte == b'/').count() > 2;
    let dot = address.bytes().rposition(|byte| matches!(byte, b'.' | b'/')).filter(|_| has_path);
    let extension = dot.and_then(|at| address.get(at..)).unwrap_or_default().to_ascii_lowercase();
    match (mime_type.split('/').next().unwrap_or_default(), extension.as_str()) {
        ("audio", _) | ("", ".mp3" | ".m4a" | ".oga" | ".ogg" | ".opus" | ".wav" | ".flac") => MediaKind::Audio,
        ("video", _) | ("", ".mp4" | ".m4v" | ".webm" | ".ogv" | ".mov") => MediaKind::Video,
        ("image", _) | ("", ".jpg" | ".jpeg" | ".png" | ".gif" | ".webp" | ".avif") => MediaKind::Picture,
        _ => MediaKind::File,
    }
}
