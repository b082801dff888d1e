//! Attributes: for each element the names it may have, and for each name what its value may be. Pure.

use super::{Base, Policy, image, link, media, srcset};
use crate::{
    bounds::ATTRIBUTE,
    words::{integer, start},
};

/// Put before every id of a text, so that none meets an id of the widget. Nothing else in the shadow root may use it.
pub const ID_PREFIX: &str = "nw-";

/// The attribute of a picture that stands in a sentence: `emoji` as high as the words, `text` as large as it is.
pub const IN_LINE: &str = "data-inline";

/// An attribute's name, and what its value may be.
pub type Attribute = (&'static str, Rule);

/// What an attribute's value may be. A value that does not fit leaves the attribute out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Any text; it is shown or read out, never interpreted.
    Text,
    /// There or not; the value is dropped.
    Flag,
    /// An id, prefixed.
    Id,
    /// Ids, prefixed as well.
    Ids,
    /// A language tag.
    Language,
    /// One of these words, in any case.
    Word(&'static [&'static str]),
    /// The list markers, whose case matters.
    Marker,
    /// A whole number, brought into these bounds.
    Number(i32, i32),
    /// A length in pixels, 1 to 10,000.
    Pixels,
    /// See [`link`].
    Link,
    /// See [`media`].
    Media,
    /// See [`image`].
    Image,
    /// See [`srcset`].
    Srcset,
}

/// Every attribute that is ever read: all names of the lists, and those that [`Verdict::Link`](super::Verdict) and
/// [`Verdict::Alt`](super::Verdict) need, which are among them.
#[rustfmt::skip]
pub const READ: &[&str] = &[
    "abbr", "alt", "aria-describedby", "aria-details", "aria-hidden", "aria-label", "aria-labelledby", "colspan",
    "data-inline", "datetime", "default", "dir", "display", "headers", "height", "href", "id", "kind", "label", "lang",
    "mathvariant", "media", "open", "poster", "reversed", "rowspan", "scope", "sizes", "span", "src", "srclang", "srcset",
    "start", "title", "type", "value", "width",
];

/// Whether the attribute `name`, in whatever case, is one of [`READ`].
pub(super) fn is_read(name: &str) -> bool {
    READ.iter().any(|read| read.eq_ignore_ascii_case(name))
}

const COMMENT_GLOBAL: &[Attribute] =
    &[("dir", Rule::Word(&["auto", "ltr", "rtl"])), ("lang", Rule::Language), ("title", Rule::Text)];

const GLOBAL: &[Attribute] = &[
    ("dir", Rule::Word(&["auto", "ltr", "rtl"])),
    ("lang", Rule::Language),
    ("title", Rule::Text),
    ("id", Rule::Id),
    ("aria-describedby", Rule::Ids),
    ("aria-details", Rule::Ids),
    ("aria-hidden", Rule::Word(&["true"])),
    ("aria-label", Rule::Text),
    ("aria-labelledby", Rule::Ids),
];

const SCOPES: Rule = Rule::Word(&["col", "colgroup", "row", "rowgroup"]);
const TRACKS: Rule = Rule::Word(&["captions", "chapters", "descriptions", "subtitles"]);
// A thousand columns times sixty thousand rows, which HTML allows, is minutes of layout.
const COLUMNS: Rule = Rule::Number(1, 100);
const ROWS: Rule = Rule::Number(0, 1000);
const COUNT: Rule = Rule::Number(-1_000_000, 1_000_000);

/// The attributes that `element` may have besides those that all may have, in the order they are set.
fn own(element: &str) -> &'static [Attribute] {
    match element {
        "a" => &[("href", Rule::Link)],
        // `sizes` before `srcset` before `src`, so that only the right candidate is ever fetched.
        "img" => &[
            ("alt", Rule::Text),
            (IN_LINE, Rule::Word(&["emoji", "text"])),
            ("width", Rule::Pixels),
            ("height", Rule::Pixels),
            ("sizes", Rule::Text),
            ("srcset", Rule::Srcset),
            ("src", Rule::Image),
        ],
        "source" => &[
            ("type", Rule::Text),
            ("media", Rule::Text),
            ("width", Rule::Pixels),
            ("height", Rule::Pixels),
            ("sizes", Rule::Text),
            ("srcset", Rule::Srcset),
            ("src", Rule::Media),
        ],
        "video" => &[("width", Rule::Pixels), ("height", Rule::Pixels), ("poster", Rule::Media), ("src", Rule::Media)],
        "audio" => &[("src", Rule::Media)],
        "track" => &[
            ("default", Rule::Flag),
            ("kind", TRACKS),
            ("label", Rule::Text),
            ("srclang", Rule::Language),
            ("src", Rule::Media),
        ],
        "td" => &[("colspan", COLUMNS), ("rowspan", ROWS), ("headers", Rule::Ids)],
        "th" => {
            &[("abbr", Rule::Text), ("colspan", COLUMNS), ("rowspan", ROWS), ("headers", Rule::Ids), ("scope", SCOPES)]
        }
        "col" | "colgroup" => &[("span", COLUMNS)],
        "ol" => &[("reversed", Rule::Flag), ("start", COUNT), ("type", Rule::Marker)],
        "li" => &[("value", COUNT)],
        "details" => &[("open", Rule::Flag)],
        "del" | "ins" | "time" => &[("datetime", Rule::Text)],
        "math" => &[("display", Rule::Word(&["block", "inline"]))],
        "mi" => &[("mathvariant", Rule::Word(&["normal"]))],
        _ => &[],
    }
}

/// Every attribute that a kept `element` may have, in the order they are set.
pub fn attributes(element: &str, policy: &Policy) -> impl Iterator<Item = &'static Attribute> {
    let (global, own) = if policy.is_comment() {
        (COMMENT_GLOBAL, if element == "a" { own(element) } else { &[] })
    } else {
        (GLOBAL, own(element))
    };
    global.iter().chain(own)
}

/// What `element` gets whatever the text says, before anything else: a picture told to load lazily after it has its
/// address may already be loading.
pub fn forced(element: &str) -> &'static [(&'static str, &'static str)] {
    match element {
        "img" => &[("loading", "lazy"), ("decoding", "async")],
        "audio" | "video" => &[("controls", ""), ("preload", "none")],
        _ => &[],
    }
}

impl Rule {
    /// The value to set for `raw`, the value in the text.
    pub fn value(self, raw: &str, base: Base, policy: &Policy) -> Option<String> {
        let short = start(raw, ATTRIBUTE);
        match self {
            Self::Text => Some(short.into()),
            Self::Flag => Some(String::new()),
            Self::Id => ids(short).filter(|id| !id.contains(' ')),
            Self::Ids => ids(short),
            Self::Language => is_language(raw).then(|| raw.into()),
            Self::Word(words) => words.iter().find(|word| word.eq_ignore_ascii_case(raw)).map(|word| (*word).into()),
            Self::Marker => matches!(raw, "1" | "A" | "I" | "a" | "i").then(|| raw.into()),
            Self::Number(low, high) => integer(raw.trim()).map(|n| n.clamp(low.into(), high.into()).to_string()),
            Self::Pixels => pixels(raw),
            Self::Link => link(raw, base),
            Self::Media => media(raw, base, policy),
            Self::Image => image(raw, base, policy),
            Self::Srcset => srcset(raw, base, policy),
        }
    }
}

/// Each id with the prefix; one that has it keeps it, so that sanitising twice changes nothing.
fn ids(raw: &str) -> Option<String> {
    let mut prefixed = String::new();
    for id in raw.split_ascii_whitespace() {
        if !prefixed.is_empty() {
            prefixed.push(' ');
        }
        if !id.starts_with(ID_PREFIX) {
            prefixed.push_str(ID_PREFIX);
        }
        prefixed.push_str(id);
    }
    (!prefixed.is_empty()).then_some(prefixed)
}

/// Letters, digits and hyphens, as BCP 47 has it.
fn is_language(raw: &str) -> bool {
    raw.len() <= 35
        && raw.starts_with(|c: char| c.is_ascii_alphabetic())
        && raw.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

/// `640` and `640px`, which people write; not `100%`, which says nothing about the picture.
fn pixels(raw: &str) -> Option<String> {
    let raw = raw.trim();
    let number = raw.strip_suffix("px").unwrap_or(raw).split('.').next()?.parse::<u32>().ok()?;
    (1..=10_000).contains(&number).then(|| number.to_string())
}
