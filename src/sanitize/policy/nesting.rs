//! Which element may stand in which, as far as the HTML parser has a say in it.

use super::{elements::is_math, headings::is_heading, is_block};

/// Whether a parser would put `name` inside the elements `open`, outermost first.
///
/// Unwrapping can bring together what a parser keeps apart: `<p><marquee><p>`, a link in a link, a table's parts without
/// the table. Such an inner element is unwrapped too, so that what we build could have been written, and sanitising it again changes nothing. The rules
/// are those of the [tree construction stage](https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody).
pub fn fits(name: &str, open: &[&str]) -> bool {
    let parent = open.last().copied().unwrap_or_default();
    let in_math = is_math(parent);
    let misplaced = match name {
        "math" => in_math,
        _ if is_math(name) != in_math => true,
        "a" => open.contains(&"a"),
        "li" => is_inside(&["li"], open),
        "dd" | "dt" => is_inside(&["dd", "dt"], open),
        "caption" | "colgroup" | "tbody" | "tfoot" | "thead" => parent != "table",
        "col" => parent != "colgroup",
        "tr" => !matches!(parent, "tbody" | "tfoot" | "thead"),
        "td" | "th" => parent != "tr",
        "rp" | "rt" => matches!(parent, "rp" | "rt" | "p" | "li" | "dd" | "dt"),
        _ => is_heading(name) && is_heading(parent),
    };
    !(misplaced || closes_paragraph(name) && in_paragraph(open))
}

/// A new item ends the one that is open, unless something other than these wrappers stands between.
fn is_inside(items: &[&str], open: &[&str]) -> bool {
    let transparent = |name: &str| !is_block(name) || matches!(name, "address" | "div" | "p");
    open.iter().rev().find(|name| items.contains(name) || !transparent(name)).is_some_and(|name| items.contains(name))
}

fn closes_paragraph(name: &str) -> bool {
    is_block(name) && !is_table_part(name)
}

fn in_paragraph(open: &[&str]) -> bool {
    open.iter().rev().take_while(|name| **name != "table" && !is_table_part(name)).any(|name| *name == "p")
}

/// Whether `name` is a part of a table.
pub fn is_table_part(name: &str) -> bool {
    matches!(name, "caption" | "col" | "colgroup" | "tbody" | "td" | "tfoot" | "th" | "thead" | "tr")
}
