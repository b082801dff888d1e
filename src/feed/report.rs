//! What was left out of a feed, and why. Pure.

use std::fmt::{self, Write};

use super::ItemId;

/// One thing that the feed has and the page will not: a line for the console.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// The item, when it has an id; else `field` says where it stands, as `items[3].id` does.
    pub item: Option<ItemId>,
    /// The field's path inside the item (or the feed): `title`, `authors[0].url`, `_news.comments[2].date_published`.
    pub field: String,
    /// Why.
    pub reason: Reason,
    /// The beginning of what stood there, as JSON; empty when nothing did.
    pub found: String,
}

/// Why something was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is not there, and is needed.
    Missing,
    /// Something else was expected: a type, or a range.
    Expected(&'static str),
    /// Not an `http:` or `https:` address.
    NotAnAddress,
    /// An address to be loaded, of a host that the publisher has not listed.
    NotListed,
    /// None of the forms of a date.
    NotADate,
    /// An earlier one has this id.
    Duplicate,
    /// Comments inside a comment.
    Nested,
    /// So many characters were not UTF-8 and were replaced.
    Encoding(usize),
    /// Half a character, an escaped lone surrogate, was replaced.
    HalfCharacter,
    /// Longer than anybody reads: its end is left out.
    TooLong,
    /// Not a version of JSON Feed; the items are there and are shown all the same.
    Version,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Missing => "missing",
            Self::Expected(what) => return write!(f, "expected {what}"),
            Self::NotAnAddress => "not an http(s) address",
            Self::NotListed => "its host is not in media-hosts",
            Self::NotADate => "not a date",
            Self::Duplicate => "an earlier one has this id",
            Self::Nested => "comments cannot hold comments; give the reply a \"parent\"",
            Self::Encoding(count) => return write!(f, "not UTF-8, so that {count} of its characters became U+FFFD"),
            Self::HalfCharacter => "half a character (a lone surrogate) was replaced",
            Self::TooLong => "too long, so that its end is left out",
            Self::Version => "not a version of JSON Feed, read as one all the same",
        })
    }
}

impl fmt::Display for Skipped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.item {
            // Not as `{:?}`: what escapes characters brings tables of them along.
            Some(id) => {
                f.write_str("item \"")?;
                id.as_str().chars().try_for_each(|c| f.write_char(on_one_line(c)))?;
                f.write_str("\", ")?;
            }
            None => f.write_str("feed, ")?,
        }
        write!(f, "{}: {}", self.field, self.reason)?;
        if self.found.is_empty() { Ok(()) } else { write!(f, ", found {}", self.found) }
    }
}

/// The beginning of `json`, on one line.
pub(super) fn excerpt(json: &str) -> String {
    const LONGEST: usize = 60;
    let mut line: String = json.chars().take(LONGEST).map(on_one_line).collect();
    if line.len() < json.len() {
        line.push('…');
    }
    line
}

fn on_one_line(c: char) -> char {
    if c.is_control() || c.is_whitespace() { ' ' } else { c }
}
