//! What readers type, cleaned. Pure.

use crate::words::is_invisible;

/// A comment's text: line breaks as `\n`, no other control characters but tabs, trimmed.
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
    trimmed(&text).to_owned()
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

/// Without white space and zero-width spaces at both ends. Not without everything invisible: at the end of a text that
/// may be a part of an emoji or close a change of writing direction.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}'))
}

/// Whether nobody would see anything: only white space, control and invisible characters.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c.is_control() || is_invisible(c))
}
