//! JSON, one level at a time. Pure.
//!
//! A text is checked once, whole, by `serde_json`: the grammar and the place of a mistake are its own. From then on a
//! value is its text until somebody asks what is in it. So a broken item costs that item and not the feed, a number keeps
//! every digit that it was written with, and what nobody asks for is skipped without recursion, however deep.
//!
//! Reading into types would cost more: `serde_json` then parses numbers and has an error for every type that is not there.

mod text;
mod write;

pub use text::Text;
pub use write::Writer;

use std::borrow::Cow;

use serde::de::IgnoredAny;

/// A key of an object, and its value.
pub type Pair<'a> = (Cow<'a, str>, Json<'a>);

/// A text that is JSON: only [`Json::check`] makes one, out of which all others are parts. No white space around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Json<'a>(&'a str);

impl<'a> Json<'a> {
    /// Takes `text` if it is one JSON value.
    ///
    /// # Errors
    ///
    /// When it is not; the error knows where it breaks.
    pub fn check(text: &'a str) -> serde_json::Result<Self> {
        serde_json::from_str::<IgnoredAny>(text).map(|_| Self(text.trim()))
    }

    /// As it is written.
    pub fn as_str(self) -> &'a str {
        self.0
    }

    /// Whether it is a string.
    pub fn is_text(self) -> bool {
        self.0.starts_with('"')
    }

    /// Whether it is a number.
    pub fn is_number(self) -> bool {
        self.0.starts_with(|c: char| c == '-' || c.is_ascii_digit())
    }

    /// Whether it is a list.
    pub fn is_list(self) -> bool {
        self.0.starts_with('[')
    }

    /// A string's text; `None` when it is no string.
    pub fn text(self) -> Option<Text<'a>> {
        self.0.strip_prefix('"')?.strip_suffix('"').map(text::unescape)
    }

    /// A list's elements; `None` when it is no list.
    pub fn list(self) -> Option<Vec<Self>> {
        self.is_list().then(|| self.parts())
    }

    /// An object's pairs in their order, duplicates included; `None` when it is no object.
    pub fn object(self) -> Option<Vec<Pair<'a>>> {
        if !self.0.starts_with('{') {
            return None;
        }
        let mut parts = self.parts().into_iter();
        let mut pairs = Vec::new();
        while let (Some(key), Some(value)) = (parts.next(), parts.next()) {
            pairs.push((key.text()?.text, value));
        }
        Some(pairs)
    }

    /// What an object has under `key`, the first if it has it twice; `None` also when it is no object.
    pub fn get(self, key: &str) -> Option<Self> {
        self.object()?.into_iter().find(|(found, _)| found == key).map(|(_, value)| value)
    }

    /// The string that an object has under `key`.
    pub fn string(self, key: &str) -> Option<String> {
        self.get(key)?.text().map(|text| text.text.into_owned())
    }

    /// What stands between the outermost brackets, commas and colons. Of what is deeper only brackets and quotes matter.
    fn parts(self) -> Vec<Self> {
        let mut parts = Vec::new();
        let (mut depth, mut from) = (0usize, 0);
        let (mut quoted, mut escaped) = (false, false);
        for (at, byte) in self.0.bytes().enumerate() {
            if quoted {
                quoted = escaped || byte != b'"';
                escaped = byte == b'\\' && !escaped;
                continue;
            }
            match byte {
                b'"' => quoted = true,
                b'[' | b'{' => depth += 1,
                b']' | b'}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            let outermost = match byte {
                b'[' | b'{' => depth == 1,
                b']' | b'}' => depth == 0,
                b',' | b':' => depth == 1,
                _ => false,
            };
            if outermost {
                let part = self.0.get(from..at).map_or("", str::trim);
                if !part.is_empty() {
                    parts.push(Self(part));
                }
                from = at + 1;
            }
        }
        parts
    }
}
