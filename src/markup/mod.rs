//! Markup, cut into pieces as the HTML standard's
//! [tokenizer](https://html.spec.whatwg.org/multipage/parsing.html#tokenization) cuts it, as far as it matters here.
//!
//! Nothing is safe because of what is found here: it is shown as text, or goes through the sanitiser's lists. A piece that is
//! cut otherwise than by a browser is at worst ugly. Pure.

mod entity;

pub use entity::decode;

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

/// A start tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag<'a> {
    /// The name, as written.
    pub name: &'a str,
    /// What stands between the name and the `>`.
    attributes: &'a str,
}

impl<'a> Tag<'a> {
    /// The attributes' names and values, as written.
    pub fn attributes(self) -> Attributes<'a> {
        Attributes { rest: self.attributes, is_closed: false }
    }

    /// The value of an attribute, by its name in any case, with character references resolved.
    pub fn value(self, name: &str) -> Option<String> {
        let (_, raw) = self.attributes().find(|(written, _)| written.eq_ignore_ascii_case(name))?;
        let mut value = String::new();
        decode(raw, |c| value.push(c));
        Some(value)
    }

    /// Whether it ends in `/>`. In a drawing or a formula that is an element without content; in HTML it means nothing.
    pub fn is_empty(self) -> bool {
        // The `/` may be a value's, where there are no quotes: `<a href=/>`.
        let is_value = |value: &str| value.ends_with('/') && self.attributes.ends_with(value);
        self.attributes.ends_with('/') && !self.attributes().last().is_some_and(|(_, value)| is_value(value))
    }
}

/// The pieces of a text, in their order. Takes linear time, whatever the text.
#[derive(Clone, Debug)]
pub struct Tokens<'a> {
    rest: &'a str,
    /// A quote was opened that is never closed: from there on quotes are not heeded, or each tag would be searched for its
    /// end through all that follows.
    has_open_quote: bool,
    /// Elements that are never closed, for the same reason.
    unclosed: Vec<&'a str>,
}

impl<'a> Tokens<'a> {
    /// The pieces of `html`.
    pub fn new(html: &'a str) -> Self {
        Self { rest: html, has_open_quote: false, unclosed: Vec::new() }
    }

    /// Passes over what the element `name`, just opened, contains, where that is no markup. Tells whether it is closed; if
    /// not, nothing is passed.
    pub fn pass(&mut self, name: &'a str) -> bool {
        if self.unclosed.iter().any(|unclosed| unclosed.eq_ignore_ascii_case(name)) {
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
        self.unclosed.push(name);
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
        if is_whole(tag) || self.unclosed.iter().any(|unclosed| is_same(unclosed)) {
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
        self.unclosed.push(tag.name);
        false
    }

    /// The piece that begins with the `<` before `after`; `None` for what is no piece.
    fn markup(&mut self, after: &'a str) -> Option<Token<'a>> {
        let named = after.strip_prefix('/').unwrap_or(after);
        if !named.as_bytes().first().is_some_and(u8::is_ascii_alphabetic) {
            // `<!, <` in a headline is none of these.
            let special = after.as_bytes().get(1).is_some_and(|b| b.is_ascii_alphabetic() || matches!(b, b'-' | b'['));
            if special && (after.starts_with('!') || after.starts_with('?')) {
                self.rest = after_comment(after);
                return None;
            }
            let (bracket, rest) = self.rest.split_at_checked(1)?;
            self.rest = rest;
            return Some(Token::Text(bracket)); // `<3`
        }
        let (name, attributes) = cut(named, ends_name);
        let mut end = if self.has_open_quote { None } else { Attributes::end(attributes) };
        if end.is_none() {
            self.has_open_quote = true;
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
                self.rest = rest;
                return Some(Token::Text(text));
            }
            if let Some(token) = self.markup(rest.get(1..)?) {
                return Some(token);
            }
        }
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
    fn end(text: &'a str) -> Option<usize> {
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
