//! What bytes are that are no JSON. Pure.

/// What compressed bytes begin with, and how people call the method.
const PACKED: [(&[u8], &str); 5] = [
    (b"\x1f\x8b", "gzip"),
    (b"\x28\xb5\x2f\xfd", "Zstandard"),
    (b"PK\x03\x04", "ZIP"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
];

/// So many bytes tell whether something is a text.
const START: usize = 200;

/// What bytes are, if they are no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoText {
    /// Compressed, by this method.
    Packed(&'static str),
    /// Something else, or compressed by a method that leaves no mark.
    Unknown,
}

impl NoText {
    /// What `bytes` are; `None` for a text.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        if let Some((_, method)) = PACKED.iter().find(|(start, _)| bytes.starts_with(start)) {
            return Some(Self::Packed(method));
        }
        // Texts in other encodings have bytes that are no UTF-8, but hardly any control character.
        let start = bytes.get(..START).unwrap_or(bytes);
        let unread = start.iter().filter(|byte| byte.is_ascii_control() && !byte.is_ascii_whitespace()).count();
        (unread * 20 > start.len()).then_some(Self::Unknown)
    }

    /// What is wrong and what to do.
    pub fn message(self) -> String {
        match self {
            Self::Packed(method) => format!(
                "The address answered with bytes that {method} has compressed, and did not say so. \
                 Have its server send the header Content-Encoding, or the feed as it is."
            ),
            Self::Unknown => {
                "The address answered with bytes that are no text. They may be compressed, by Brotli for instance: \
                then have its server send the header Content-Encoding, or the feed as it is."
                    .into()
            }
        }
    }
}
