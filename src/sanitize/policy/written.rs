//! The attributes of a tag, as they are written. Pure.

use crate::{
    bounds::{ATTRIBUTES, VALUE},
    markup::Tag,
    words::start,
};

/// The names and values of a tag's attributes, references not resolved.
pub(super) type Written<'a> = [(&'a str, &'a str)];

/// The attributes of `tag`, as many and as much of them as people write. A picture may be in its address.
pub(super) fn written<'a>(tag: Tag<'a>) -> Vec<(&'a str, &'a str)> {
    let short = |(name, value)| (name, if is(name, "src") { value } else { start(value, VALUE) });
    tag.attributes().take(ATTRIBUTES).map(short).collect()
}

/// Whether a name or a word is this one, in whatever case.
pub(super) fn is(written: &str, name: &str) -> bool {
    written.eq_ignore_ascii_case(name)
}

/// The value of an attribute; of several with one name the first counts, as in a browser.
pub(super) fn value<'a>(written: &Written<'a>, name: &str) -> Option<&'a str> {
    written.iter().find(|(own, _)| is(own, name)).map(|(_, value)| *value)
}

/// An attribute, quoted so that its value is the same. One that had no quotes around it, and has both kinds in it, is
/// nobody's who means well.
pub(super) fn push(out: &mut String, name: &str, value: &str) {
    let has = |quote: u8| value.bytes().any(|byte| byte == quote);
    let quote = match (has(b'"'), has(b'\'')) {
        (false, _) => '"',
        (true, false) => '\'',
        (true, true) => return,
    };
    out.push(' ');
    out.push_str(name);
    out.push('=');
    out.push(quote);
    out.push_str(value);
    out.push(quote);
}
