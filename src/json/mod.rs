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
#[derive(Clone, Copy, Debug)]
pub struct Json<'a> {
    text: &'a str,
    long: &'a [&'a str],
}

/// The long strings of a document, found in one pass. Each level passes over all that is deeper, and need not look into them.
#[derive(Clone, Debug, Default)]
pub struct LongStrings<'a>(Vec<&'a str>);

impl<'a> LongStrings<'a> {
    /// Bytes of a string that is worth remembering.
    const LONG: usize = 200;

    /// Those of `text`, which is checked later.
    pub fn of(text: &'a str) -> Self {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(quote) = text.get(at..).and_then(|rest| rest.find('"')) {
            let from = at + quote;
            let end = end_of_string(text.as_bytes(), from);
            found.extend(text.get(from + 1..end).filter(|string| string.len() >= Self::LONG));
            at = end + 1;
        }
        Self(found)
    }
}

impl<'a> Json<'a> {
    /// Takes `text` if it is one JSON value.
    ///
    /// # Errors
    ///
    /// When it is not; the error knows where it breaks.
    pub fn check(text: &'a str) -> serde_json::Result<Self> {
        serde_json::from_str::<IgnoredAny>(text).map(|_| Self { text: text.trim(), long: &[] })
    }

    /// The same, whose long strings are known.
    #[must_use]
    pub fn knowing(self, strings: &'a LongStrings<'a>) -> Self {
        Self { long: &strings.0, ..self }
    }

    /// As it is written.
    pub fn as_str(self) -> &'a str {
        self.text
    }

    /// Whether it is a string.
    pub fn is_text(self) -> bool {
        self.text.starts_with('"')
    }

    /// Whether it is a number.
    pub fn is_number(self) -> bool {
        self.text.starts_with(|c: char| c == '-' || c.is_ascii_digit())
    }

    /// Whether it is a list.
    pub fn is_list(self) -> bool {
        self.text.starts_with('[')
    }

    /// A string's text; `None` when it is no string.
    pub fn text(self) -> Option<Text<'a>> {
        self.text.strip_prefix('"')?.strip_suffix('"').map(text::unescape)
    }

    /// A list's elements; `None` when it is no list.
    pub fn list(self) -> Option<Vec<Self>> {
        self.is_list().then(|| self.parts())
    }

    /// An object's pairs in their order, duplicates included; `None` when it is no object.
    pub fn object(self) -> Option<Vec<Pair<'a>>> {
        if !self.text.starts_with('{') {
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
        let mut at = 0;
        let bytes = self.text.as_bytes();
        let begins = |at: usize| bytes.get(at..).unwrap_or_default().as_ptr();
        let first = self.long.partition_point(|string| string.as_ptr() < begins(0));
        let mut long = self.long.iter().skip(first).peekable();
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'"' => {
                    while long.next_if(|string| string.as_ptr() < begins(at)).is_some() {}
                    at = match long.next_if(|string| string.as_ptr() == begins(at + 1)) {
                        Some(string) => at + 1 + string.len(),
                        None => end_of_string(bytes, at),
                    };
                }
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
                let part = self.text.get(from..at).map_or("", str::trim);
                if !part.is_empty() {
                    parts.push(Self { text: part, ..self });
                }
                from = at + 1;
            }
            at += 1;
        }
        parts
    }
}

/// Where the string ends that begins with the quote at `from`: where its other quote is.
fn end_of_string(json: &[u8], from: usize) -> usize {
    let mut at = from + 1;
    loop {
        at += text::to_mark(json.get(at..).unwrap_or_default());
        if json.get(at) != Some(&b'\\') {
            return at;
        }
        at += 2;
    }
}
