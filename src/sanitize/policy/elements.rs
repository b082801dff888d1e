//! Elements: kept, unwrapped, or dropped with their content. Every list is sorted, for binary search, and set solid, to
//! be read as a list. Pure.

/// What becomes of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Built again, under this name out of our own list.
    Keep(&'static str),
    /// Its children take its place.
    Unwrap,
    /// Left out, with all it contains.
    Drop,
    /// An `iframe`: never copied, a link to it takes its place.
    Link,
    /// An image where none may load: its alternative text takes its place.
    Alt,
}

#[rustfmt::skip]
const ARTICLE: &[&str] = &[
    "a", "abbr", "article", "aside", "audio", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col",
    "colgroup", "dd", "del", "details", "div", "dl", "dt", "em", "figcaption", "figure", "footer", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "picture", "pre", "q", "rp",
    "rt", "ruby", "s", "samp", "section", "small", "source", "span", "strong", "sub", "summary", "sup", "table",
    "tbody", "td", "tfoot", "th", "thead", "time", "tr", "track", "u", "ul", "var", "video", "wbr",
];

/// [MathML Core](https://www.w3.org/TR/mathml-core/): what is drawn, without what does something, looks like something else
/// or may hold HTML. Only articles have formulas; in comments they are their words.
#[rustfmt::skip]
const MATH: &[&str] = &[
    "math", "merror", "mfrac", "mi", "mmultiscripts", "mn", "mo", "mover", "mpadded", "mprescripts", "mroot", "mrow", "ms",
    "mspace", "msqrt", "mstyle", "msub", "msubsup", "msup", "mtable", "mtd", "mtext", "mtr", "munder", "munderover", "none",
];

const COMMENT: &[&str] =
    &["a", "b", "blockquote", "br", "code", "del", "em", "i", "li", "ol", "p", "pre", "s", "strong", "ul"];

/// Scripts, styles, fields of forms, and elements whose content is not text for readers. The words of a button, of a gauge and
/// of what an object falls back on are.
#[rustfmt::skip]
const DROPPED: &[&str] = &[
    "area", "base", "basefont", "bgsound", "datalist", "dialog", "embed", "fencedframe", "frame", "frameset", "head",
    "input", "keygen", "link", "meta", "noembed", "noframes", "noscript", "optgroup", "option", "param", "plaintext",
    "portal", "script", "select", "selectedcontent", "style", "svg", "template", "textarea", "title", "xmp",
];

/// Elements that stand on lines of their own. Where one is unwrapped, a line break keeps its words off its neighbours'.
#[rustfmt::skip]
const BLOCKS: &[&str] = &[
    "address", "article", "aside", "blockquote", "caption", "center", "col", "colgroup", "dd", "details", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "legend", "li", "listing", "main", "marquee", "menu", "nav", "ol", "p", "pre", "search",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
];

pub(super) fn verdict(name: &str, comment: bool) -> Verdict {
    let find = |list: &'static [&str]| list.binary_search(&name).ok().and_then(|at| list.get(at));
    let known = if comment { find(COMMENT) } else { find(ARTICLE).or_else(|| find(MATH)) };
    match (known, name) {
        // The name out of the list, never the name out of the text.
        (Some(name), _) => Verdict::Keep(name),
        (_, "iframe") if !comment => Verdict::Link,
        (_, "img") => Verdict::Alt,
        (_, "iframe" | "audio" | "video") => Verdict::Drop,
        _ if is_dropped(name) => Verdict::Drop,
        _ => Verdict::Unwrap,
    }
}

/// Whether both policies leave `name` out with its content.
pub fn is_dropped(name: &str) -> bool {
    DROPPED.binary_search(&name).is_ok()
}

/// Whether `name` is an element of formulas, and stands in their namespace.
pub fn is_math(name: &str) -> bool {
    MATH.binary_search(&name).is_ok()
}

/// Whether `name` stands on a line of its own.
pub fn is_block(name: &str) -> bool {
    BLOCKS.binary_search(&name).is_ok()
}
