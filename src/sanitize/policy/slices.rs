//! A text in slices: as much of it as is drawn at once. Pure.
//!
//! A slice of markup is a whole text by itself: what is open where one ends is opened again where the next one begins.

use super::{
    Context, HIDDEN, Policy, RENAMED, Verdict, elements::verdict, ends_by_itself, is_block, is_math, is_table_part,
    room,
};
use crate::{
    bounds::TANGLE,
    markup::{Tag, Token, Tokens},
    words::start,
};

/// Bytes of words that weigh as much as an element.
const WORDS: usize = 32;
/// What a link weighs: its address is parsed.
const LINK: usize = 3;

/// What takes browsers longer to draw than others. A player is a small page of buttons.
#[rustfmt::skip]
const HEAVY: [(&str, usize); 16] = [
    ("a", LINK), ("audio", 300), ("video", 300), ("iframe", 20), ("details", 8), ("summary", 4), ("ruby", 6), ("rt", 6),
    ("img", 4), ("table", 8), ("tr", 3), ("td", 4), ("th", 4), ("pre", 3), ("hr", 2), ("li", 2),
];

/// Elements that a parser opens again in each block, as long as they are not closed.
const FORMATTING: [&str; 14] =
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

/// What carries over into the next slice of what an element says; not its id, which is there once.
const CARRIED: [&str; 7] = ["dir", HIDDEN, "href", "lang", "open", "reversed", "type"];
/// Bytes of it.
const LONGEST: usize = 500;

/// Where a slice ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cut {
    /// Behind so many bytes.
    pub end: usize,
    /// What it takes to draw it.
    pub weight: usize,
    /// Whether a browser's parser would build much more of it than is written, or take long over it.
    pub tangled: bool,
    /// What stands before the next slice: the tags of what is open.
    pub carried: String,
}

/// What the element `name` weighs.
pub fn weight(name: &str) -> usize {
    let plain = if is_math(name) { 3 } else { 1 };
    HEAVY.iter().find(|(heavy, _)| *heavy == name).map_or(plain, |(_, weight)| *weight)
}

/// The next slice of `markup`, which is [disarmed](super::disarm()), where `carried` is open: of `budget` at most, and
/// something of it in any case. Takes as long as the slice is.
pub fn cut_markup(carried: &str, markup: &str, budget: usize) -> Cut {
    let mut scan = Scan::default();
    Tokens::new(carried).for_each(|token| scan.take(token));
    let mut tokens = Tokens::new(markup);
    (scan.weight, scan.tangle) = (0, 0);
    let mut end = markup.len();
    loop {
        let at = markup.len() - tokens.left();
        let Some(token) = tokens.next() else { break };
        let begins_block = match token {
            Token::Open(tag) => is_block(&tag.name.to_ascii_lowercase()),
            _ => false,
        };
        // What ends belongs to what has begun.
        let full = scan.weight >= budget && !matches!(token, Token::Close(_)) || scan.weight >= budget * 2;
        if full || begins_block && at > 0 && scan.weight >= budget / 4 * 3 {
            if let Token::Open(tag) = token {
                scan.make_room(&tag.name.to_ascii_lowercase());
            }
            end = at;
            break;
        }
        let room = budget.saturating_sub(scan.weight).max(1) * WORDS;
        match token {
            Token::Text(text) if text.len() > room => {
                let head = text.get(..boundary(text, room)).unwrap_or(text);
                scan.take(Token::Text(head));
                end = at + head.len();
                break;
            }
            _ => scan.take(token),
        }
        scan.weight += (markup.len() - at - tokens.left()) / 250; // long attributes
    }
    Cut { end, weight: scan.weight, tangled: scan.tangled || scan.tangle > TANGLE, carried: scan.carried() }
}

/// The same of a plain text. It ends where a paragraph does, if one does in time.
pub fn cut_text(text: &str, budget: usize) -> Cut {
    let mut cut = Cut::default();
    for line in text.split_inclusive('\n') {
        let words = line.trim_ascii().len();
        if cut.weight >= budget || words == 0 && cut.end > 0 && cut.weight >= budget / 4 * 3 {
            break;
        }
        let addresses = line.as_bytes().windows(3).filter(|three| three == b"://").count();
        let own = if words == 0 { 0 } else { 2 + words / WORDS + addresses * (LINK + 1) };
        let left = budget - cut.weight;
        if own > left {
            if cut.weight > budget / 2 {
                break;
            }
            // Of one line, its share.
            let bytes = (line.len() as u64 * left as u64 / own as u64) as usize;
            cut.end += boundary(line, bytes.max(WORDS));
            cut.weight = budget;
            break;
        }
        cut.end += line.len();
        cut.weight += own;
    }
    cut
}

/// Where `text` is cut near `bytes`, of which there are some: at a blank if it can be, and not within a character reference.
fn boundary(text: &str, bytes: usize) -> usize {
    let head = start(text, bytes).as_bytes();
    let last = |wanted: fn(&u8) -> bool| head.iter().rposition(wanted).unwrap_or(0);
    let blank = last(|byte| matches!(byte, b' ' | b'\n'));
    let reference = last(|byte| *byte == b'&');
    if blank > head.len() / 2 {
        blank + 1
    } else if reference > 0 && reference + 10 > head.len() {
        reference
    } else {
        head.len()
    }
}

/// What has been seen of a text.
#[derive(Default)]
struct Scan<'a> {
    /// What is open, outermost first, no more than is built.
    open: Vec<(String, Tag<'a>, Context)>,
    /// How many are open beyond these.
    over: usize,
    /// How many are, as [`Policy::is_deep`] counts them.
    depth: usize,
    /// How many of them a parser would open again in each block.
    formatting: usize,
    weight: usize,
    /// What a parser builds beyond what is written.
    tangle: usize,
    tangled: bool,
}

impl<'a> Scan<'a> {
    fn take(&mut self, token: Token<'a>) {
        match token {
            Token::Text(text) => {
                self.weight += 1 + text.len() / WORDS;
                self.misplace(!text.trim_ascii().is_empty());
            }
            Token::Open(tag) => self.open(tag),
            Token::Close(name) => self.close(&own_name(name)),
            Token::Unfinished(_) => {}
        }
    }

    /// What stands in a table, but in no cell, a parser puts before the table.
    fn misplace(&mut self, it: bool) {
        let parent = self.context().parent;
        if it && matches!(parent, "table" | "tbody" | "tfoot" | "thead" | "tr" | "colgroup") {
            self.tangle += 8;
        }
    }

    fn context(&self) -> Context {
        self.open.last().map(|(_, _, context)| *context).unwrap_or_default()
    }

    fn open(&mut self, tag: Tag<'a>) {
        let name = own_name(tag.name);
        self.weight += weight(&name);
        self.make_room(&name);
        self.misplace(!is_table_part(&name));
        if is_block(&name) {
            self.tangle += self.formatting;
        }
        if matches!(name.as_str(), "a" | "nobr") && self.open.iter().any(|(open, ..)| *open == name) {
            self.tangle += 8 + self.depth;
        }
        if is_void(&name) {
            return;
        }
        self.formatting += usize::from(FORMATTING.contains(&name.as_str()));
        if !ends_by_itself(&name) {
            self.depth += 1;
            self.tangled |= self.depth > Policy::MAX_DEPTH;
        }
        if self.open.len() >= Policy::MAX_DEPTH {
            self.over += 1;
            return;
        }
        let context = match verdict(&name, false) {
            Verdict::Keep(name) => self.context().within(name),
            _ => self.context(),
        };
        self.open.push((name, tag, context));
    }

    fn close(&mut self, name: &str) {
        let formats = FORMATTING.contains(&name);
        if formats {
            self.formatting = self.formatting.saturating_sub(1);
        } else if is_block(name) {
            self.tangle += self.formatting;
        }
        if !ends_by_itself(name) {
            self.depth = self.depth.saturating_sub(1);
        }
        if self.over > 0 {
            self.over -= 1;
        } else if let Some(at) = self.open.iter().rposition(|(open, ..)| open == name) {
            let inside = self.open.len() - at - 1;
            if formats {
                self.tangle += 4 * inside; // a parser takes the elements apart, and builds some anew
                self.open.remove(at);
            } else {
                self.open.truncate(at);
            }
        } else {
            self.weight += 1; // a parser looks for it among all that is open, and makes a paragraph of `</p>`
        }
    }

    /// Closes what ends where `name` begins.
    fn make_room(&mut self, name: &str) {
        if is_math(name) {
            return;
        }
        let room = |name: &str| {
            room(name, self.open.len(), &|at| self.open.get(at).map(|(name, _, context)| (name.as_str(), *context)))
        };
        let keep = room(name).or_else(|| room(self.context().left_out(name)?));
        if let Some(keep) = keep {
            self.open.truncate(keep);
        }
    }

    /// The tags of what is open.
    fn carried(&self) -> String {
        let mut tags = String::new();
        for (_, tag, _) in &self.open {
            tags.push('<');
            tags.push_str(tag.name);
            for (name, value) in tag.attributes() {
                if CARRIED.contains(&name) && value.len() <= LONGEST && !value.contains('"') {
                    [" ", name, "=\"", value, "\""].iter().for_each(|part| tags.push_str(part));
                }
            }
            tags.push('>');
        }
        tags
    }
}

/// An element's name in small letters, without what it was disarmed by.
fn own_name(written: &str) -> String {
    let name = written.to_ascii_lowercase();
    name.strip_prefix(RENAMED).map(str::to_owned).unwrap_or(name)
}

/// Whether the element has no content.
fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}
