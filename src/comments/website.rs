//! The website field: addresses as readers type them. Pure.

use crate::feed::{UrlParser, WebUrl};

/// Everything given to the parser is absolute; this only has to be an address, of a scheme that shares nothing with
/// `http`. (`https:example.org` against an `https:` base would be a path.)
const BASE: &str = "about:blank";

/// Reads the address of a website: `http(s)`, with a host, without a name or password in it, which would be published
/// and which also lets `https://bank.example@evil.example` look like another site.
///
/// Readers leave the scheme out, so `example.org` is read as `https://example.org`; only then must the host have a dot,
/// which tells `example.org` from `none` and `n/a`.
pub fn parse(text: &str, urls: &dyn UrlParser) -> Option<WebUrl> {
    let typed_scheme = has_scheme(text);
    let url = if typed_scheme {
        WebUrl::resolve(urls, text, BASE)
    } else if text.starts_with('/') {
        // The URL standard would overlook the slash and take the path's first name for the host.
        None
    } else {
        WebUrl::resolve(urls, &format!("https://{text}"), BASE)
    }?;
    let (_, rest) = url.as_str().split_once(':')?;
    let authority = rest.strip_prefix("//")?.split(['/', '?', '#']).next().unwrap_or_default();
    (!authority.contains('@') && (typed_scheme || authority.contains('.'))).then_some(url)
}

/// Whether `text` starts with `scheme:`. `example.org:8080` does not: no scheme that readers type has a dot.
fn has_scheme(text: &str) -> bool {
    text.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'+' || b == b'-')
    })
}
