//! What a JSON string says. Pure.

use std::borrow::Cow;

/// A string's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text<'a> {
    /// Borrowed, unless something was escaped.
    pub text: Cow<'a, str>,
    /// It held half a character (an escaped lone surrogate), replaced by U+FFFD.
    pub broken: bool,
}

/// Reads what stands between the quotes.
pub(super) fn unescape(quoted: &str) -> Text<'_> {
    if !quoted.contains('\\') {
        return Text { text: Cow::Borrowed(quoted), broken: false };
    }
    let mut text = String::with_capacity(quoted.len());
    let mut broken = false;
    let mut rest = quoted;
    while let Some((before, escape)) = rest.split_once('\\') {
        text.push_str(before);
        let mut after = escape.chars();
        let letter = after.next().unwrap_or('\\');
        rest = after.as_str();
        text.push(match letter {
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => {
                let (found, after) = character(rest);
                rest = after;
                broken |= found.is_none();
                found.unwrap_or(char::REPLACEMENT_CHARACTER)
            }
            other => other,
        });
    }
    text.push_str(rest);
    Text { text: Cow::Owned(text), broken }
}

/// The character that follows a `\u`, which may be two of them, and what follows. `None` for half a character.
fn character(text: &str) -> (Option<char>, &str) {
    let (first, rest) = unit(text);
    if (0xD800..0xDC00).contains(&first)
        && let Some((second @ 0xDC00..0xE000, rest)) = rest.strip_prefix("\\u").map(unit)
    {
        return (char::from_u32(0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00)), rest);
    }
    (char::from_u32(first), rest)
}

/// Four hexadecimal digits.
fn unit(text: &str) -> (u32, &str) {
    let (digits, rest) = text.split_at_checked(4).unwrap_or((text, ""));
    (digits.chars().fold(0, |unit, digit| unit << 4 | digit.to_digit(16).unwrap_or_default()), rest)
}
