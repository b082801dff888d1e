//! Where a tag ends. Pure.

/// A tag that has been passed.
pub(super) struct Tag<'a> {
    /// Whether words before and after it are apart, as around `<br>`.
    pub(super) breaks: bool,
    /// What follows.
    pub(super) after: &'a str,
}

const BREAKING: [&str; 14] = ["br", "p", "div", "li", "hr", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6"];

/// Passes tags, and remembers what could not be found: what is not in the rest of a text is not in the rest of that rest,
/// and without this a text of nothing but `<a` would be searched to its end for every letter of it.
#[derive(Default)]
pub(super) struct Tags {
    absent: Vec<&'static str>,
}

impl Tags {
    /// Passes the tag or comment at the start of `text`; `None` when the `<` there opens neither, as in `<3`.
    pub(super) fn skip<'a>(&mut self, text: &'a str) -> Option<Tag<'a>> {
        if text.starts_with("<!--")
            && let Some(end) = self.find(text, "-->")
        {
            return Some(Tag { breaks: false, after: text.get(end + 3..)? });
        }
        let opening = match text.as_bytes() {
            [b'<', b'/' | b'!', letter, ..] if letter.is_ascii_alphabetic() => false,
            [b'<', b'!', b'-' | b'[', ..] => false,
            [b'<', letter, ..] if letter.is_ascii_alphabetic() => true,
            _ => return None,
        };
        let name = text.get(if opening { 1.. } else { 2.. })?;
        let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next()?;
        let breaks = BREAKING.iter().any(|breaking| name.eq_ignore_ascii_case(breaking));
        let after = text.get(self.end(text)? + 1..)?;
        let after = if opening { self.skip_code(name, after) } else { after };
        Some(Tag { breaks, after })
    }

    /// Where the tag's `>` is. One inside a quoted attribute is not it, unless the quote is never closed.
    fn end(&mut self, text: &str) -> Option<usize> {
        const CLOSED_QUOTE: &str = "closed quote";
        let first = self.find(text, ">")?;
        if self.absent.contains(&CLOSED_QUOTE) {
            return Some(first);
        }
        let mut quote = None;
        let mut last = b'<';
        for (at, byte) in text.bytes().enumerate() {
            match (quote, byte) {
                (None, b'>') => return Some(at),
                (None, b'"' | b'\'') if last == b'=' => quote = Some(byte),
                (Some(open), _) if open == byte => quote = None,
                _ => {}
            }
            if !byte.is_ascii_whitespace() {
                last = byte;
            }
        }
        self.absent.push(CLOSED_QUOTE);
        Some(first)
    }

    /// What follows the end of a script or a style sheet: their contents are not text.
    fn skip_code<'a>(&mut self, name: &str, after: &'a str) -> &'a str {
        let end = match name {
            _ if name.eq_ignore_ascii_case("script") => "</script",
            _ if name.eq_ignore_ascii_case("style") => "</style",
            _ => return after,
        };
        self.find(after, end).and_then(|at| after.get(at..)).unwrap_or(after)
    }

    fn find(&mut self, text: &str, what: &'static str) -> Option<usize> {
        if self.absent.contains(&what) {
            return None;
        }
        let at = find(text, what);
        if at.is_none() {
            self.absent.push(what);
        }
        at
    }
}

/// Where `what` is in `text`, in whatever case its ASCII letters are. The standard library's search would bring its fast
/// algorithm along, which nothing else in the bundle needs.
pub(in crate::feed) fn find(text: &str, what: &str) -> Option<usize> {
    text.as_bytes().windows(what.len()).position(|found| found.eq_ignore_ascii_case(what.as_bytes()))
}
