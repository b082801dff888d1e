//! Which element may stand in which, as far as the HTML parser has a say in it. Pure.

use super::{elements::is_math, headings::is_heading, is_block};

/// What the elements that are open make of the next one. It is known for each of them as it opens, so that to ask takes the
/// same time however many are open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// The innermost of them; empty outside of all.
    pub parent: &'static str,
    /// Whether one of them is a link.
    pub in_link: bool,
    /// A new item ends the one that is open, unless something other than a few wrappers stands between.
    in_item: bool,
    in_definition: bool,
    in_paragraph: bool,
    in_table: bool,
    /// What lists, quotations and tables hold goes in their direction.
    in_whole: bool,
    rubies: u8,
}

impl Context {
    /// The same inside `name`, a name out of the lists.
    #[must_use]
    pub fn within(self, name: &'static str) -> Self {
        let transparent = !is_block(name) || matches!(name, "address" | "div" | "p");
        Self {
            parent: name,
            in_link: self.in_link || name == "a",
            in_item: name == "li" || transparent && self.in_item,
            in_definition: matches!(name, "dd" | "dt") || transparent && self.in_definition,
            in_paragraph: name == "p" || self.in_paragraph && name != "table" && !is_table_part(name),
            in_table: self.in_table || name == "table",
            in_whole: self.in_whole || matches!(name, "blockquote" | "dl" | "ol" | "table" | "ul"),
            rubies: self.rubies + u8::from(name == "ruby"),
        }
    }

    /// Whether a parser would put `name` here.
    ///
    /// Unwrapping can bring together what a parser keeps apart: `<p><marquee><p>`, a link in a link, a table's parts without
    /// the table. Such an inner element is unwrapped too, so that what we build could have been written, and sanitising it
    /// again changes nothing. The rules are those of the
    /// [tree construction stage](https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody).
    pub fn fits(self, name: &str) -> bool {
        let parent = self.parent;
        let in_math = is_math(parent);
        let misplaced = match name {
            "math" => in_math,
            _ if is_math(name) != in_math => true,
            "a" => self.in_link,
            "li" => self.in_item,
            "dd" | "dt" => self.in_definition,
            "caption" | "colgroup" | "tbody" | "tfoot" | "thead" => parent != "table",
            "col" => parent != "colgroup",
            "tr" => !matches!(parent, "tbody" | "tfoot" | "thead"),
            "td" | "th" => parent != "tr",
            // Two are for notes on both sides. Browsers take seconds over more.
            "ruby" => self.rubies > 1,
            "rp" | "rt" => matches!(parent, "rp" | "rt" | "p" | "li" | "dd" | "dt"),
            _ => is_heading(name) && is_heading(parent),
        };
        !(misplaced || self.in_paragraph && is_block(name) && !is_table_part(name))
    }

    /// Whether `name` has a direction of its own here, and not that of the list, quotation or table that it stands in: their markers,
    /// lines and columns are on one side.
    pub fn has_direction(self, name: &str) -> bool {
        is_block(name) && !self.in_whole
    }

    /// Which part of a table may be left out before `name`, if it stands in one.
    pub fn left_out(self, name: &str) -> Option<&'static str> {
        let part = match name {
            "td" | "th" => "tr",
            "tr" => "tbody",
            "col" => "colgroup",
            _ => return None,
        };
        self.in_table.then_some(part)
    }
}

/// How many of `count` open elements stay open where `name` begins, which ends some, as a paragraph ends the one before it;
/// `None` where that does not help. `open` gives each, outermost first, as it was written, with what holds inside of it.
///
/// A step for each element that it ends, or a step for each that is open: never more, whatever the text.
pub fn room<'o>(name: &str, count: usize, open: &dyn Fn(usize) -> Option<(&'o str, Context)>) -> Option<usize> {
    let part = is_table_part(name);
    let mut keep = count;
    loop {
        let last = keep.checked_sub(1).and_then(open);
        if last.map_or_else(Context::default, |(_, context)| context).fits(name) {
            return Some(keep);
        }
        // A cell's words do not end its table.
        let (written, _) = last?;
        if written == "table" || !part && is_table_part(written) {
            return None;
        }
        keep -= 1;
    }
}

/// Whether `name` is a part of a table.
pub fn is_table_part(name: &str) -> bool {
    matches!(name, "caption" | "col" | "colgroup" | "tbody" | "td" | "tfoot" | "th" | "thead" | "tr")
}
