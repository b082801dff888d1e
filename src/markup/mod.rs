//! Markup, cut into pieces as the HTML standard's
//! [tokenizer](https://html.spec.whatwg.org/multipage/parsing.html#tokenization) cuts it, as far as it matters here.
//!
//! Nothing is safe because of what is found here: it is shown as text, or goes through the sanitiser's lists. A piece that is
//! cut otherwise than by a browser is at worst ugly. Pure.

mod entity;
mod tag;

pub use entity::{LookUp, decoded, know_more};
pub use tag::{Attributes, Tag};

/// A piece of markup. Comments, doctypes and the like are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token<'a> {
    /// Words, with their character references.
    Text(&'a str),
    /// `<p class=x>`
    Open(Tag<'a>),
    /// `</p>`: the name, as written.
    Close(&'a str),
    /// A tag that the text ends in. A browser does not show it.
    Unfinished(&'a str),
}

/// Whether an element is closed is looked for by so many names. In a text that leaves more of them open than there are, the
/// others count as never closed.
const MAX_UNCLOSED: usize = 64;

/// The pieces of a text, in their order. Takes linear time, whatever the text.
#[derive(Clone, Debug)]
pub struct Tokens<'a> {
    rest: &'a str,
    seen: Seen,
}

/// What is known of a text from what has been seen of it.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// A quote was opened that is never closed: from there on quotes are not heeded, or each tag would be searched for its
    /// end through all that follows.
    has_open_quote: bool,
    /// Elements that are never closed, for the same reason.
    unclosed: Vec<String>,
    /// `<![CDATA[` was opened.
    in_cdata: bool,
}

impl<'a> Tokens<'a> {
    /// The pieces of `html`.
    pub fn new(html: &'a str) -> Self {
        Self::resume(html, Seen::default())
    }

    /// The pieces of what is left of a text.
    pub fn resume(rest: &'a str, seen: Seen) -> Self {
        Self { rest, seen }
    }

    /// What is known of the text, for [`Self::resume`].
    pub fn seen(self) -> Seen {
        self.seen
    }

    /// How many bytes are left.
    pub fn left(&self) -> usize {
        self.rest.len()
    }

    /// Passes over what the element `name`, just opened, contains, where that is no markup. Tells whether it is closed; if
    /// not, nothing is passed.
    pub fn pass(&mut self, name: &'a str) -> bool {
        if self.seen.unclosed.iter().any(|unclosed| unclosed.eq_ignore_ascii_case(name)) {
            return false;
        }
        let mut rest = self.rest;
        while !rest.is_empty() {
            rest = cut(rest, |b| b == b'<').1;
            if closes(rest, name) {
                self.rest = rest;
                return true;
            }
            rest = rest.get(1..).unwrap_or_default();
        }
        self.seen.unclosed.push(name.to_owned());
        false
    }

    /// Passes over what the element `name`, just opened, contains, if that is not markup to a parser and nothing for
    /// readers. Tells whether it is so.
    pub fn pass_raw_text(&mut self, name: &'a str) -> bool {
        let raw = is_raw_text(name);
        if raw && !self.pass(name) {
            self.rest = ""; // as in a browser
        }
        raw
    }

    /// Passes over what the element `tag`, just opened, contains, and its end tag; there may be others of that name in it.
    /// Tells whether it is closed; if not, nothing is passed.
    pub fn pass_element(&mut self, tag: Tag<'a>) -> bool {
        let is_same = |name: &str| name.eq_ignore_ascii_case(tag.name);
        let is_whole = |tag: Tag| is_foreign(tag.name) && tag.is_empty();
        if is_whole(tag)
            || self.seen.unclosed.len() >= MAX_UNCLOSED
            || self.seen.unclosed.iter().any(|unclosed| is_same(unclosed))
        {
            return is_whole(tag);
        }
        let mut ahead = self.clone();
        let mut depth = 1;
        while let Some(token) = ahead.next() {
            match token {
                Token::Open(inner) if is_same(inner.name) && !is_whole(inner) => depth += 1,
                Token::Close(name) if is_same(name) => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                *self = ahead;
                return true;
            }
        }
        self.seen.unclosed.push(tag.name.to_owned());
        false
    }

    /// What the element `tag`, just opened, contains, with its end tag. It is passed over. `None` where it is not closed;
    /// then nothing is passed.
    pub fn element(&mut self, tag: Tag<'a>) -> Option<&'a str> {
        let before = self.rest;
        let is_closed = self.pass_element(tag);
        before.get(..before.len() - self.rest.len()).filter(|_| is_closed)
    }

    /// What the element `name`, just opened, contains up to its end tag, which comes next, whatever that looks like.
    pub fn raw_text(&mut self, name: &'a str) -> Option<&'a str> {
        let before = self.rest;
        let is_closed = self.pass(name);
        before.get(..before.len() - self.rest.len()).filter(|_| is_closed)
    }

    /// Where `text` ends for a reader, and where what follows begins: a `]]>` between them is left over from XML, as is one that
    /// stands alone.
    fn end_cdata(&mut self, text: &str) -> (usize, usize) {
        const END: &str = "]]>";
        let is_alone = text.trim_ascii() == END;
        let found = text.as_bytes().windows(END.len()).position(|found| self.seen.in_cdata && found == END.as_bytes());
        self.seen.in_cdata &= !is_alone && found.is_none();
        match found {
            _ if is_alone => (0, text.len()),
            Some(at) => (at, at + END.len()),
            None => (text.len(), text.len()),
        }
    }

    /// The piece that begins with the `<` before `after`; `None` for what is no piece.
    fn markup(&mut self, after: &'a str) -> Option<Token<'a>> {
        let named = after.strip_prefix('/').unwrap_or(after);
        if !named.as_bytes().first().is_some_and(u8::is_ascii_alphabetic) {
            // `<!, <` in a headline is none of these.
            let special = after.as_bytes().get(1).is_some_and(|b| b.is_ascii_alphabetic() || matches!(b, b'-' | b'['));
            if special && (after.starts_with('!') || after.starts_with('?')) {
                // Left over from XML: what is in it was meant to be read. To a browser it is a comment up to the next `>`.
                let inside = after.strip_prefix("![CDATA[");
                self.seen.in_cdata |= inside.is_some();
                self.rest = inside.unwrap_or_else(|| after_comment(after));
                return None;
            }
            let (bracket, rest) = self.rest.split_at_checked(1)?;
            self.rest = rest;
            return Some(Token::Text(bracket)); // `<3`
        }
        let (name, attributes) = cut(named, ends_name);
        let mut end = if self.seen.has_open_quote { None } else { Attributes::end(attributes) };
        if end.is_none() {
            self.seen.has_open_quote = true;
            let (before, tag_end) = cut(attributes, |b| b == b'>');
            end = (!tag_end.is_empty()).then_some(before.len());
        }
        let Some((attributes, rest)) = end.and_then(|end| attributes.split_at_checked(end)) else {
            return Some(Token::Unfinished(std::mem::take(&mut self.rest)));
        };
        self.rest = rest.get(1..).unwrap_or_default();
        let closing = named.len() < after.len();
        Some(if closing { Token::Close(name) } else { Token::Open(Tag { name, attributes }) })
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let (text, rest) = cut(self.rest, |b| b == b'<');
            if !text.is_empty() {
                let (end, next) = self.end_cdata(text);
                let text = self.rest.get(..end)?;
                self.rest = self.rest.get(next..)?;
                if text.is_empty() {
                    continue;
                }
                return Some(Token::Text(text));
            }
            if let Some(token) = self.markup(rest.get(1..)?) {
                return Some(token);
            }
        }
    }
}

/// What follows a comment, a doctype or the like; `text` begins after its `<`. Only `-->` ends a comment, or `--!>`, which
/// people write by mistake.
fn after_comment(text: &str) -> &str {
    let is_comment = text.starts_with("!--");
    // `<!-->` and `<!--->` are whole comments.
    let mut before = 1;
    let mut rest = text.get(if is_comment { 1.. } else { 0.. }).unwrap_or_default();
    while !rest.is_empty() {
        let (piece, end) = cut(rest, |b| b == b'>');
        rest = end.get(1..).unwrap_or_default();
        if !is_comment || piece.ends_with("--") || before + piece.len() > 5 && piece.ends_with("--!") {
            return rest;
        }
        before += piece.len() + 1;
    }
    ""
}

/// Whether what `name` contains is not markup to a parser, and nothing for readers.
pub fn is_raw_text(name: &str) -> bool {
    // `noscript` is raw text to a parser that believes that scripts may run: Firefox's `parseHTML`, but not its `DOMParser`.
    const RAW_TEXT: [&str; 9] =
        ["script", "style", "xmp", "noembed", "noframes", "noscript", "textarea", "title", "plaintext"];
    RAW_TEXT.iter().any(|raw| raw.eq_ignore_ascii_case(name))
}

/// Whether `name` is a drawing or a formula, in which other rules hold.
pub fn is_foreign(name: &str) -> bool {
    name.eq_ignore_ascii_case("svg") || name.eq_ignore_ascii_case("math")
}

/// Whether `text` begins with the end tag of `name`.
fn closes(text: &str, name: &str) -> bool {
    let found = text.strip_prefix('<').and_then(|tag| tag.strip_prefix('/')?.split_at_checked(name.len()));
    found.is_some_and(|(found, after)| {
        found.eq_ignore_ascii_case(name) && after.as_bytes().first().is_none_or(|byte| ends_name(*byte))
    })
}

/// `text` before the first byte for which `ends` holds, all of them ASCII, and from there on. By bytes and one function for
/// all: the standard library's searches are code for each closure.
fn cut(text: &str, ends: fn(u8) -> bool) -> (&str, &str) {
    let at = text.bytes().position(ends).unwrap_or(text.len());
    text.split_at_checked(at).unwrap_or_default()
}

fn ends_name(byte: u8) -> bool {
    is_space(byte) || matches!(byte, b'/' | b'>')
}

/// ASCII white space as HTML has it.
fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c')
}
