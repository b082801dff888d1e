//! Addresses, compared after parsing: only then are case, white space and control characters settled. Pure.

use super::{ID_PREFIX, Policy};
use crate::{bounds::ADDRESS, feed::UrlParser, words::start};

/// What addresses are resolved with, and against.
#[derive(Clone, Copy)]
pub struct Base<'a> {
    /// The parser.
    pub urls: &'a dyn UrlParser,
    /// The address of the item, or of its feed.
    pub href: &'a str,
}

/// Pictures that hold no markup; an SVG image is a document.
const RASTER: &[&str] = &["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"];

/// A link: `http(s)`, `mailto` or `tel`, or a place in the same text.
pub fn link(raw: &str, base: Base) -> Option<String> {
    if let Some(fragment) = fragment(raw) {
        return Some(fragment);
    }
    let href = parse(raw, base)?;
    let contact = href.starts_with("mailto:") || href.starts_with("tel:");
    (contact || is_web(&href)).then_some(href)
}

/// `#place`, led to the prefixed id; `#` alone is the top, as `#top` is, and not the top of the host's page.
pub fn fragment(raw: &str) -> Option<String> {
    let id = trim(raw).strip_prefix('#')?;
    let id = if id.is_empty() { "top" } else { id };
    let mut href = String::from("#");
    if !id.starts_with(ID_PREFIX) {
        href.push_str(ID_PREFIX);
    }
    href.push_str(id);
    Some(href)
}

/// Sound, films, subtitles, posters: `http(s)` from an allowed host.
pub fn media(raw: &str, base: Base, policy: &Policy) -> Option<String> {
    let href = parse(raw, base)?;
    (is_web(&href) && policy.allows_media(&href)).then_some(href)
}

/// A picture: as [`media`], or the bytes of a raster image in the address itself.
pub fn image(raw: &str, base: Base, policy: &Policy) -> Option<String> {
    // Long ones are common: they are looked at before the browser parses them.
    if has_prefix(trim(raw), "data:") {
        let href = parse(raw, base)?;
        let kind = href.strip_prefix("data:")?;
        let kind = kind.split_once(',')?.0.split(';').next()?;
        return RASTER.iter().any(|raster| raster.eq_ignore_ascii_case(kind)).then_some(href);
    }
    media(raw, base, policy)
}

fn parse(raw: &str, base: Base) -> Option<String> {
    // An empty address means the page it stands on: the host's, not the feed's.
    let trimmed = trim(raw);
    if trimmed.is_empty() || trimmed.len() > ADDRESS && !has_prefix(trimmed, "data:") {
        return None;
    }
    base.urls.parse(raw, base.href)
}

/// `http(s)`, with a host and without `user:password@`, which dresses one host up as another.
fn is_web(href: &str) -> bool {
    authority(href).is_some_and(|authority| !authority.contains('@')) && !host(href).is_empty()
}

/// What stands between the scheme and the path of an `http(s)` address.
fn authority(href: &str) -> Option<&str> {
    behind_scheme(href)?.split(['/', '?', '#']).next()
}

/// What stands behind the scheme of an `http(s)` address.
fn behind_scheme(href: &str) -> Option<&str> {
    href.strip_prefix("https://").or_else(|| href.strip_prefix("http://"))
}

/// The host of an `http(s)` address, without its port; empty when it is none.
pub fn host(href: &str) -> &str {
    let authority = authority(href).unwrap_or_default();
    // In `[::1]` the last colon is the address's.
    let port = authority.bytes().rposition(|byte| matches!(byte, b':' | b']'));
    match port.and_then(|at| authority.split_at_checked(at)) {
        Some((host, port)) if port.starts_with(':') => host,
        _ => authority,
    }
}

/// The words for a link to `href`, an `http(s)` address, where a text has none: its host and path, which say where it leads.
pub fn host_and_path(href: &str) -> String {
    const LONGEST: usize = 60;
    let found = behind_scheme(href).unwrap_or(href);
    let found = found.split(['?', '#']).next().unwrap_or(found).trim_end_matches('/');
    let short = start(found, LONGEST);
    if short.len() < found.len() { [short, "…"].concat() } else { short.to_owned() }
}

/// Without the characters that the URL standard takes off both ends: C0 controls and space.
fn trim(raw: &str) -> &str {
    raw.trim_matches(|c: char| c <= ' ')
}

fn has_prefix(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
}
