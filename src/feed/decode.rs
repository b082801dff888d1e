//! Bytes to text: JSON is UTF-8, except where it is not. Pure.

use std::borrow::Cow;

/// The text of a document, and how many of its characters had to be replaced by U+FFFD.
pub(super) struct Decoded<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) replaced: usize,
}

/// Skips a byte order mark, reads UTF-16 that begins with one or with a `{`, and takes everything else for UTF-8.
pub(super) fn decode(bytes: &[u8]) -> Decoded<'_> {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [b'{', 0, ..] => utf16(bytes, u16::from_le_bytes),
        [0, b'{', ..] => utf16(bytes, u16::from_be_bytes),
        _ => utf8(bytes),
    }
}

fn utf8(bytes: &[u8]) -> Decoded<'_> {
    let mut decoded = Decoded { text: Cow::Borrowed(""), replaced: 0 };
    for chunk in bytes.utf8_chunks() {
        // Borrowed, as long as nothing stands before it.
        decoded.text += chunk.valid();
        if !chunk.invalid().is_empty() {
            decoded.text.to_mut().push(char::REPLACEMENT_CHARACTER);
            decoded.replaced += 1;
        }
    }
    decoded
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Decoded<'static> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut replaced = rest.len();
    let units = pairs.iter().map(|pair| unit(*pair));
    let text = char::decode_utf16(units).map(|found| {
        found.unwrap_or_else(|_| {
            replaced += 1;
            char::REPLACEMENT_CHARACTER
        })
    });
    let text = Cow::Owned(text.collect());
    Decoded { text, replaced }
}
