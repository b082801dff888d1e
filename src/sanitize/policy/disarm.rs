//! Markup made ready for a parser. Pure.

use super::attributes::{IN_LINE, is_read};
use super::elements::is_math;
use super::hidden::{is_dot, is_hidden, is_tiny};
use super::sources::{is_same_picture, source, stand_ins};
use super::stand_ins::{drawing, in_line, is_task, known, object, player};
use super::written::{Written, is, push, value, written};
use crate::{
    bounds::PIECE,
    markup::{Seen, Tag, Token, Tokens, is_raw_text},
};

/// `html` for a parser: without comments, without what is read as raw text, such as scripts, and without an attribute that
/// we would not read. None of that would be built anyway, but Chromium reports inline handlers and styles to the page's
/// policy as soon as it parses them, whatever becomes of them.
///
/// What every parser is to see in the same way is settled here, too: what is hidden, where pictures really are that a script
/// would load, and what takes the place of elements that are not built. Frames and players get names of ours, see [`RENAMED`].
pub fn disarm(html: &str) -> String {
    let (mut out, mut pieces) = (String::with_capacity(html.len()), Disarming::default());
    while pieces.go_on(html, &mut out) {}
    out
}

/// A text that is disarmed piece by piece: of a long one, as much as is drawn.
#[derive(Clone, Debug, Default)]
pub struct Disarming {
    at: usize,
    seen: Seen,
}

impl Disarming {
    /// Adds the next piece of `html` to `out`; tells whether there is more.
    pub fn go_on(&mut self, html: &str, out: &mut String) -> bool {
        let rest = html.get(self.at..).unwrap_or_default();
        let mut tokens = Tokens::resume(rest, std::mem::take(&mut self.seen));
        let mut disarmer = Disarmer { out: std::mem::take(out), ..Disarmer::default() };
        while let Some(token) = tokens.next() {
            disarmer.add(token, &mut tokens);
            let done = rest.len() - tokens.left();
            if done >= PIECE && disarmer.is_between() || done >= 4 * PIECE {
                break;
            }
        }
        self.at = html.len() - tokens.left();
        *out = disarmer.out;
        self.seen = tokens.seen();
        self.at < html.len()
    }
}

/// What stands before the names of elements that do something also in a document that is not shown. `Document.parseHTML`
/// takes frames out before we can see where they would have led, and Chromium holds the address of a film or a sound
/// against the page's policy. To a parser they are elements like others; under another name they stay, and are as inert.
pub const RENAMED: &str = "nw-";

/// The attribute that marks what is not shown. Texts cannot set it to anything else, and it is never built.
pub const HIDDEN: &str = "hidden";

/// A picture, a film or a frame that was written.
struct Medium<'a> {
    /// Where it is in what was written.
    from: usize,
    to: usize,
    /// `None` where only what stands there until a script comes.
    source: Option<&'a str>,
    /// Whether it was in a `noscript`.
    is_fallback: bool,
}

#[derive(Default)]
struct Disarmer<'a> {
    out: String,
    /// The last medium, where no words have followed it.
    last: Option<Medium<'a>>,
    /// Inside of a `noscript`.
    in_fallback: bool,
    in_button: bool,
    /// An item has begun, and no words of it have come.
    in_new_item: bool,
}

impl<'a> Disarmer<'a> {
    /// Whether what comes next does not depend on what has been.
    fn is_between(&self) -> bool {
        self.last.is_none() && !self.in_button && !self.in_new_item
    }

    fn add(&mut self, token: Token<'a>, tokens: &mut Tokens<'a>) {
        match token {
            Token::Text(text) => self.text(text),
            Token::Unfinished(_) => {}
            Token::Close(name) if is_raw_text(name) => {}
            Token::Close(name) => self.close(name),
            Token::Open(tag) => self.open(tag, tokens),
        }
    }

    fn text(&mut self, text: &str) {
        if !text.trim_ascii().is_empty() {
            self.last = None;
            self.in_new_item = false;
        }
        // What is left out must not make a tag of a sign before it and the words behind.
        self.out.push_str(if text == "<" { "&lt;" } else { text });
    }

    fn close(&mut self, name: &str) {
        let lower = name.to_ascii_lowercase();
        match known(&lower) {
            "button" => self.in_button = false,
            "img" | "object" => return,
            _ => {}
        }
        self.out.push_str("</");
        self.name(name, &lower);
        self.out.push('>');
    }

    fn open(&mut self, tag: Tag<'a>, tokens: &mut Tokens<'a>) {
        let lower = tag.name.to_ascii_lowercase();
        let attributes = written(tag);
        let is_unseen = is_hidden(&attributes, self.in_button);
        match known(&lower) {
            "noscript" => {
                if let Some(inside) = tokens.raw_text(tag.name) {
                    return self.fallback(inside);
                }
            }
            // `<title/>` in a drawing is whole; outside it would take all that follows for its text.
            "svg" => {
                if let Some(inside) = tokens.element(tag) {
                    if !is_unseen {
                        drawing(&mut self.out, &attributes, inside);
                    }
                    return;
                }
            }
            "math" => {
                if let Some(inside) = tokens.element(tag).filter(|_| !is_unseen) {
                    self.formula(tag, inside);
                }
                return;
            }
            // Left out anyway, but a page's `base-uri` holds for inert documents, too, and Chromium reports it.
            "base" => return,
            // A form is unwrapped unread, and of an object only what is in it is left: both would be seen.
            "form" | "object" if is_unseen && tokens.pass_element(tag) => return,
            "object" => return object(&mut self.out, &attributes, tokens),
            "input" if is_task(&attributes, self.in_new_item) => {
                let is_done = value(&attributes, "checked").is_some();
                return self.out.push_str(if is_done { "☑ " } else { "☐ " });
            }
            "button" => self.in_button = true,
            "li" => self.in_new_item = true,
            "iframe" => {
                tokens.pass(tag.name); // no markup either, but people forget to close one
            }
            _ => {}
        }
        if tokens.pass_raw_text(tag.name) || !is_unseen && player(&mut self.out, &lower, &attributes) {
            return;
        }
        let is_unseen = is_unseen || is_tiny(&attributes) && holds_words_alone(tag.name, tokens);
        if matches!(known(&lower), "img" | "iframe" | "video" | "audio") {
            self.medium(tag.name, &lower, &attributes, is_unseen);
        } else {
            self.tag(tag.name, &lower, &attributes, is_unseen);
        }
    }

    /// A start tag, with the attributes that are read.
    fn tag(&mut self, name: &str, lower: &str, attributes: &Written, is_unseen: bool) {
        self.out.push('<');
        self.name(name, lower);
        let is_source = matches!(known(lower), "img" | "source" | "iframe" | "video" | "audio");
        let others = if is_source { stand_ins(attributes) } else { Default::default() };
        let has_other = |name: &str| others.iter().any(|(own, other)| other.is_some() && is(own, name));
        attributes
            .iter()
            .filter(|(name, _)| is_read(name) && !has_other(name))
            .for_each(|(name, value)| push(&mut self.out, name, value));
        others.iter().for_each(|(name, other)| other.iter().for_each(|value| push(&mut self.out, name, value)));
        // What was a target before there were ids for all.
        if lower == "a" && value(attributes, "id").is_none() {
            value(attributes, "name").iter().for_each(|name| push(&mut self.out, "id", name));
        }
        if let Some(kind) = in_line(attributes).filter(|_| known(lower) == "img") {
            push(&mut self.out, IN_LINE, kind);
        }
        if is_unseen {
            push(&mut self.out, HIDDEN, "");
        }
        self.out.push('>');
    }

    /// A name as it is written, or the one of ours that stands for it.
    fn name(&mut self, name: &str, lower: &str) {
        let known = known(lower);
        if matches!(known, "audio" | "iframe" | "video") {
            self.out.push_str(RENAMED);
        }
        self.out.push_str(if known == lower { name } else { known });
    }

    /// A picture, a film or a frame; once, where it stands both in a `noscript` and beside it.
    fn medium(&mut self, name: &str, lower: &str, attributes: &Written<'a>, is_unseen: bool) {
        let source = source(attributes);
        // Counters, which are no pictures, and frames without any size.
        if is_dot(attributes) && (self.in_fallback || lower == "iframe") || self.in_fallback && is_unseen {
            return;
        }
        if let Some(last) = &self.last {
            let is_same = match (last.source, source) {
                (Some(last), Some(source)) => is_same_picture(last, source),
                _ => false,
            };
            if last.is_fallback != self.in_fallback {
                if is_same || source.is_none() {
                    return;
                }
                if self.in_fallback && last.source.is_none() {
                    self.out.drain(last.from..last.to);
                }
            }
        }
        let from = self.out.len();
        self.tag(name, lower, attributes, is_unseen);
        self.last = Some(Medium { from, to: self.out.len(), source, is_fallback: self.in_fallback });
    }

    /// What a page shows where no script runs: of that the pictures, films and frames.
    fn fallback(&mut self, inside: &'a str) {
        let mut tokens = Tokens::new(inside);
        self.in_fallback = true;
        while let Some(token) = tokens.next() {
            let name = match token {
                Token::Open(tag) => tag.name,
                Token::Close(name) => name,
                _ => continue,
            };
            let is_kept = ["img", "picture", "source", "iframe", "video", "audio"].iter().any(|kept| is(name, kept));
            if is_kept {
                self.add(token, &mut tokens);
            } else if let Token::Open(tag) = token {
                tokens.pass_raw_text(tag.name);
            }
        }
        self.in_fallback = false;
    }

    /// A formula: its own elements and words, and nothing of HTML, which other rules would hold for.
    fn formula(&mut self, tag: Tag<'a>, inside: &'a str) {
        if inside.is_empty() {
            return;
        }
        self.tag(tag.name, "math", &written(tag), false);
        let mut tokens = Tokens::new(inside);
        while let Some(token) = tokens.next() {
            match token {
                Token::Text(text) => self.text(text),
                Token::Open(tag) => self.formula_part(tag, &mut tokens),
                Token::Close(name) if is_math(&name.to_ascii_lowercase()) => self.close(name),
                Token::Close(_) | Token::Unfinished(_) => {}
            }
        }
    }

    fn formula_part(&mut self, tag: Tag<'a>, tokens: &mut Tokens<'a>) {
        let lower = tag.name.to_ascii_lowercase();
        if is_math(&lower) && lower != "math" {
            self.tag(tag.name, &lower, &written(tag), false);
            if tag.is_empty() {
                self.close(tag.name);
            }
        // Said in another language, for programs; or there for its space alone.
        } else if matches!(lower.as_str(), "annotation" | "annotation-xml" | "mphantom" | "svg") {
            tokens.pass_element(tag);
        } else {
            tokens.pass_raw_text(tag.name);
        }
    }
}

/// Whether the element `name`, just opened, contains words and no element.
fn holds_words_alone(name: &str, tokens: &Tokens) -> bool {
    let mut ahead = tokens.clone().skip_while(|token| matches!(token, Token::Text(_)));
    matches!(ahead.next(), Some(Token::Close(closed)) if is(closed, name))
}
