//! Where pictures, films and frames really come from: pages that load them late name that elsewhere. Pure.

use super::written::{Written, is, value};

/// The attributes that stand in for an address or a list of them, the commonest first.
#[rustfmt::skip]
const STAND_INS: [(&str, &[&str]); 4] = [
    ("sizes", &["data-sizes", "data-lazy-sizes"]),
    ("srcset", &["data-srcset", "data-lazy-srcset", "data-ezsrcset"]),
    ("poster", &["data-poster"]),
    ("src", &[
        "data-src", "data-lazy-src", "data-original", "data-orig-src", "data-lazy", "data-lazyload", "data-actualsrc",
        "data-cfsrc", "data-echo", "data-ezsrc",
    ]),
];

/// The stand-ins that a tag has, by the names of what they stand for.
pub(super) fn stand_ins<'a>(written: &Written<'a>) -> [(&'static str, Option<&'a str>); 4] {
    STAND_INS.map(|(name, others)| {
        (name, others.iter().find_map(|other| value(written, other).filter(|url| is_address(url))))
    })
}

/// The address of what a tag shows; `None` where that is only what stands there until a script comes.
pub(super) fn source<'a>(written: &Written<'a>) -> Option<&'a str> {
    let [_, (_, srcset), _, (_, src)] = stand_ins(written);
    let own = || value(written, "src").filter(|src| is_address(src) && !is_blank_picture(src));
    let listed = || srcset.or_else(|| value(written, "srcset")).filter(|list| is_address(list));
    src.or_else(own).or_else(|| listed()?.split_ascii_whitespace().next())
}

/// Whether a script has left something to load in `text`: not a colour in the address itself, not `auto`, not a template.
fn is_address(text: &str) -> bool {
    let text = text.trim_ascii();
    let end = text.bytes().position(|byte| matches!(byte, b':' | b'/' | b'?' | b'#')).unwrap_or(text.len());
    let scheme = text.get(..end).unwrap_or_default();
    let is_web = is(scheme, "https") || is(scheme, "http");
    let has_scheme = text.as_bytes().get(end) == Some(&b':');
    !(text.is_empty() || text.starts_with('{') || is(text, "auto") || has_scheme && !is_web)
}

/// Whether the name of a file says that it is nothing to look at.
fn is_blank_picture(url: &str) -> bool {
    const NAMES: [&str; 8] = ["blank", "placeholder", "spacer", "transparent", "loading", "lazy", "1x1", "pixel"];
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let file = path.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
    NAMES.iter().any(|name| file.starts_with(name))
}

/// Whether two addresses are of one picture, perhaps in two sizes.
pub fn is_same_picture(one: &str, other: &str) -> bool {
    one == other || core(one) == core(other)
}

/// What stays the same of a picture's address from one size to the next.
fn core(address: &str) -> String {
    let decoded = crate::percent::decode(address).unwrap_or_else(|| address.to_owned());
    // Services that make pictures smaller have the whole address in theirs.
    let inner = decoded.as_bytes().windows(3).rposition(|found| found == b"://");
    let address = inner.and_then(|at| decoded.get(at + 3..)).unwrap_or(&decoded);
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let file = path.rsplit('/').next().unwrap_or_default();
    let Some((name, ending)) = file.rsplit_once('.') else { return address.to_owned() }; // `picture.php?id=1` has an ending, too
    let path = if is_picture(ending) { path } else { return address.to_owned() };
    let folders = path.get(..path.len() - file.len()).unwrap_or_default();
    let mut core = String::new();
    for folder in folders.split('/').filter(|folder| !folder.is_empty() && !is_of_a_size(folder) && !is_mirror(folder))
    {
        core.push_str(folder);
        core.push('/');
    }
    core.push_str(without_size(name));
    core
}

fn is_picture(ending: &str) -> bool {
    ["jpg", "jpeg", "png", "webp", "avif", "gif", "svg"].iter().any(|known| is(ending, known))
}

/// WordPress's picture service: `i0.wp.com/` and then the address.
fn is_mirror(host: &str) -> bool {
    host.strip_suffix(".wp.com").is_some_and(|name| name.len() == 2 && name.starts_with('i'))
}

/// A folder that says how large: `s1600`, `w640-h480`, `w_600,c_fill`, `width=600`, `fit:700`, `600x400`.
fn is_of_a_size(folder: &str) -> bool {
    let is_short = match folder.as_bytes() {
        [b's' | b'w' | b'h', b'_', digit, ..] | [b's' | b'w' | b'h', digit, ..] => digit.is_ascii_digit(),
        _ => false,
    };
    is_short || folder.bytes().any(|byte| matches!(byte, b',' | b'=')) || is_size(folder)
}

/// A file's name without what its size put behind it: `bridge-1024x768`, `bridge-scaled`, `bridge@2x`.
fn without_size(name: &str) -> &str {
    let separator = name.bytes().rposition(|byte| matches!(byte, b'-' | b'_' | b'@'));
    let Some((shorter, size)) = separator.and_then(|at| name.split_at_checked(at)) else { return name };
    let size = size.get(1..).unwrap_or_default();
    if matches!(size, "scaled" | "rotated" | "2x" | "3x") || is_size(size) { without_size(shorter) } else { name }
}

/// `1024x768`
fn is_size(text: &str) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.split_once('x').is_some_and(|(width, height)| is_number(width) && is_number(height))
}
