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
    loop {
        let (before, escape) = rest.split_at_checked(to_mark(rest.as_bytes())).unwrap_or((rest, ""));
        text.push_str(before);
        let mut after = escape.chars();
        if after.next().is_none() {
            return Text { text: Cow::Owned(text), broken };
        }
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
}

/// How many bytes there are before the next quote or backslash. Eight at a time: most of a feed is in strings, and each level
/// of a document passes over all that is deeper.
pub(super) fn to_mark(text: &[u8]) -> usize {
    const EACH: u64 = u64::from_ne_bytes([1; 8]);
    let is_mark = |byte: &u8| matches!(byte, b'"' | b'\\');
    // What has a zero among its bytes has a bit left (Hacker's Delight, 6-1).
    let has_zero = |eight: u64| eight.wrapping_sub(EACH) & !eight & (EACH << 7) != 0;
    let has = |eight: u64, sign: u8| has_zero(eight ^ (EACH * u64::from(sign)));
    let has_mark = |eight: u64| has(eight, b'"') || has(eight, b'\\');
    let (chunks, _) = text.as_chunks::<8>();
    let clear = 8 * chunks.iter().position(|eight| has_mark(u64::from_ne_bytes(*eight))).unwrap_or(chunks.len());
    let rest = text.get(clear..).unwrap_or_default();
    clear + rest.iter().position(is_mark).unwrap_or(rest.len())
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
