//! Start tags and their attributes. Pure.

use super::{cut, decoded, ends_name, is_space};

/// A start tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag<'a> {
    /// The name, as written.
    pub name: &'a str,
    /// What stands between the name and the `>`.
    pub(super) attributes: &'a str,
}

impl<'a> Tag<'a> {
    /// The attributes' names and values, as written.
    pub fn attributes(self) -> Attributes<'a> {
        Attributes { rest: self.attributes, is_closed: false }
    }

    /// The value of an attribute, by its name in any case, with character references resolved.
    pub fn value(self, name: &str) -> Option<String> {
        let (_, raw) = self.attributes().find(|(written, _)| written.eq_ignore_ascii_case(name))?;
        Some(decoded(raw))
    }

    /// Whether it ends in `/>`. In a drawing or a formula that is an element without content; in HTML it means nothing.
    pub fn is_empty(self) -> bool {
        // The `/` may be a value's, where there are no quotes: `<a href=/>`.
        let is_value = |value: &str| value.ends_with('/') && self.attributes.ends_with(value);
        self.attributes.ends_with('/') && !self.attributes().last().is_some_and(|(_, value)| is_value(value))
    }
}

/// The attributes of a tag, each as its name and its value.
#[derive(Clone, Debug)]
pub struct Attributes<'a> {
    rest: &'a str,
    is_closed: bool,
}

impl<'a> Attributes<'a> {
    /// Where the `>` of a tag is, by what follows its name. One inside a quoted value is not it.
    pub(super) fn end(text: &'a str) -> Option<usize> {
        let mut attributes = Self { rest: text, is_closed: false };
        while attributes.next().is_some() {}
        attributes.is_closed.then(|| text.len() - attributes.rest.len())
    }

    /// Takes off what comes before the first byte for which `ends` holds.
    fn take(&mut self, ends: fn(u8) -> bool) -> &'a str {
        let (taken, rest) = cut(self.rest, ends);
        self.rest = rest;
        taken
    }

    /// Takes off a character.
    fn strip(&mut self, c: char) -> bool {
        let rest = self.rest.strip_prefix(c);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn value(&mut self) -> &'a str {
        self.take(|b| !is_space(b));
        if self.strip('"') {
            let value = self.take(|b| b == b'"');
            self.is_closed = self.strip('"');
            return value;
        }
        if self.strip('\'') {
            let value = self.take(|b| b == b'\'');
            self.is_closed = self.strip('\'');
            return value;
        }
        self.take(|b| is_space(b) || b == b'>')
    }
}

impl<'a> Iterator for Attributes<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        self.is_closed = true;
        self.take(|b| !is_space(b) && b != b'/');
        if self.rest.is_empty() || self.rest.starts_with('>') {
            self.is_closed = !self.rest.is_empty();
            return None;
        }
        let start = self.rest;
        self.strip('='); // at the start it is a part of the name
        self.take(|b| ends_name(b) || b == b'=');
        let name = start.get(..start.len() - self.rest.len())?;
        self.take(|b| !is_space(b));
        let value = if self.strip('=') { self.value() } else { "" };
        if self.is_closed { Some((name, value)) } else { None }
    }
}
