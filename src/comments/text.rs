//! What readers type, cleaned. Pure.

use crate::words::is_invisible;

/// A comment's text: line breaks as `\n`, no other control characters but tabs, trimmed but for what its first line is
/// indented by.
pub fn clean_text(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut last = None;
    for c in raw.chars() {
        match c {
            // CR LF is one break, a lone CR one as well.
            '\n' if last == Some('\r') => {}
            '\r' => text.push('\n'),
            '\n' | '\t' => text.push(c),
            _ if c.is_control() => {}
            _ => text.push(c),
        }
        last = Some(c);
    }
    let start = text.len() - text.trim_start_matches(is_blank_edge).len();
    let blank = text.get(..start).unwrap_or_default();
    let indent = blank.len() - blank.trim_end_matches([' ', '\t']).len();
    // A single space is a slip of the thumb.
    let indent = if blank.ends_with('\t') || indent > 1 { indent } else { 0 };
    text.get(start - indent..).unwrap_or_default().trim_end_matches(is_blank_edge).to_owned()
}

/// A one-line field: cleaned, and breaks, tabs and runs of spaces as one space, as the feed reader and HTML have them.
pub fn clean_line(raw: &str) -> String {
    let mut line = String::new();
    for word in clean_text(raw).split([' ', '\n', '\t', '\u{2028}', '\u{2029}']).filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// White space and zero-width spaces. Not everything invisible: at the end of a text that may be a part of an emoji or close a
/// change of writing direction.
fn is_blank_edge(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}')
}

/// Whether nobody would see anything: only white space, control and invisible characters.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c.is_control() || is_invisible(c))
}
