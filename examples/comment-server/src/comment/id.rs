//! The identity of a comment. Pure.

/// A UUID in its usual form, `0f8fad5b-d9cb-469f-a165-70867728950e`, in small letters: as browsers make them, and so that
/// no two spellings are the same comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommentId(String);

impl CommentId {
    /// Reads one.
    pub fn parse(text: &str) -> Option<Self> {
        let hexadecimal = |b: u8| matches!(b, b'0'..=b'9' | b'a'..=b'f');
        let lengths = text.split('-').map(str::len);
        let good = lengths.eq([8, 4, 4, 4, 12]) && text.bytes().all(|b| b == b'-' || hexadecimal(b));
        good.then(|| Self(text.to_owned()))
    }

    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
