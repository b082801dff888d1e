//! Why there is no feed at all. Pure.

use std::fmt;

/// Why a document could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeedError {
    /// Nothing, or nothing but white space.
    Empty,
    /// A web page, as servers send in place of what is not there.
    Html,
    /// RSS, Atom or other XML.
    Xml,
    /// JSON that ends too early.
    Truncated,
    /// No JSON; it breaks here. Both count from one, the column in characters.
    NotJson {
        /// The line.
        line: usize,
        /// The column.
        column: usize,
    },
    /// JSON, but a list at its top.
    List,
    /// JSON, but a text, a number, `true`, `false` or `null`.
    Scalar,
    /// An object with neither items nor a JSON Feed's version.
    NoItems,
    /// A comment without an id, which is no comment.
    NoId,
}

impl FeedError {
    /// A stable name, for scripts.
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Html => "html",
            Self::Xml => "xml",
            Self::Truncated => "truncated",
            Self::NotJson { .. } => "not-json",
            Self::List | Self::Scalar | Self::NoItems => "not-a-feed",
            Self::NoId => "not-a-comment",
        }
    }

    /// What was wrong and what to do, in a sentence or two.
    pub fn message(self) -> String {
        match self {
            Self::Empty => "The address answered with an empty document instead of a JSON feed. \
                Check that the feed has been written and published."
                .into(),
            Self::Html => "The address answered with an HTML page instead of a JSON feed. \
                Open it in a browser: it may have moved, or ask for a login."
                .into(),
            Self::Xml => "The address answered with XML, such as RSS or Atom, instead of a JSON feed. \
                Give the address of the site's JSON feed."
                .into(),
            Self::Truncated => "The JSON feed ends in the middle. \
                Reload; if that does not help, publish the feed again, complete."
                .into(),
            Self::NotJson { line, column } => format!(
                "The feed is not valid JSON: it breaks at line {line}, column {column}. \
                 Correct it there, and write feeds with a JSON library rather than by hand."
            ),
            Self::List => "The address answered with a JSON list instead of a JSON feed. \
                A feed is an object with \"version\" and \"items\"."
                .into(),
            Self::Scalar => "The address answered with a single JSON value instead of a JSON feed. \
                A feed is an object with \"version\" and \"items\"."
                .into(),
            Self::NoItems => "The address answered with JSON that is not a feed: it has no list named \"items\". \
                Check that the address is the feed's own."
                .into(),
            Self::NoId => "The comment service answered with JSON that is not a comment: it has no \"id\". \
                Check the comment service's address."
                .into(),
        }
    }

    /// Says where `text` stops being JSON.
    pub(super) fn syntax(error: &serde_json::Error, text: &str) -> Self {
        if error.is_eof() {
            return Self::Truncated;
        }
        // serde_json counts bytes; people count characters.
        let mut lines = text.split('\n');
        for _ in 1..error.line() {
            lines.next();
        }
        let line = lines.next().unwrap_or_default();
        let before = line.as_bytes().get(..error.column()).unwrap_or(line.as_bytes());
        let characters = before.iter().filter(|byte| !matches!(byte, 0x80..=0xBF)).count();
        Self::NotJson { line: error.line(), column: characters.max(1) }
    }
}

impl fmt::Display for FeedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl std::error::Error for FeedError {}
