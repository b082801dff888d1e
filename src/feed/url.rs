//! Web addresses. Pure: the parsing itself is the browser's, handed in as a [`UrlParser`].

use crate::percent::{decode, encode};

/// Parses addresses by the [URL standard](https://url.spec.whatwg.org/). In the browser this is `URL`; native tests use
/// the `url` crate. Carrying a second parser in the bundle would cost more than the whole feed reader.
pub trait UrlParser {
    /// `input` resolved against `base`, serialised; `None` when it is no address.
    fn parse(&self, input: &str, base: &str) -> Option<String>;

    /// Whether the page may load `url`, an `http(s)` address that the feed names for a picture, a film or a further list.
    /// Publishers may list the hosts that are asked for such things.
    fn may_load(&self, url: &str) -> bool {
        let _ = url;
        true
    }
}

/// An absolute `http:` or `https:` address, serialised by the URL standard. Anything else cannot be one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WebUrl(String);

impl WebUrl {
    /// Resolves `input` against `base`; `None` when the result is not `http(s)`.
    pub fn resolve(parser: &dyn UrlParser, input: &str, base: &str) -> Option<Self> {
        let input = input.trim();
        if input.is_empty() {
            return None;
        }
        let href = parser.parse(input, base)?;
        // The scheme is compared after parsing: only then are case, control characters and white space settled.
        let rest = href.strip_prefix("https://").or_else(|| href.strip_prefix("http://"))?;
        // `https://news.example@e.example/` dresses one host up as another.
        let authority = rest.split(['/', '?', '#']).next()?;
        (!authority.contains('@')).then_some(Self(href))
    }

    /// The same with one more parameter behind its own, and without a fragment, of which no server is told.
    #[must_use]
    pub fn with_parameter(&self, name: &str, value: &str) -> Self {
        let before = self.0.split('#').next().unwrap_or_default();
        let separator = match before.rsplit_once('?') {
            None => "?",
            Some((_, "")) => "",
            Some(_) => "&",
        };
        let mut url = [before, separator, name, "="].concat();
        encode(&mut url, value);
        Self(url)
    }

    /// The address of `name` in the folder that this one is, whether or not a slash ends it; its query is the folder's alone.
    #[must_use]
    pub fn below(&self, name: &str) -> Self {
        let folder = self.0.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
        Self([folder, "/", name].concat())
    }

    /// The path, as it is serialised: `/caf%C3%A9/1`.
    pub fn path(&self) -> &str {
        let start = self.0.match_indices('/').nth(2).map_or(self.0.len(), |(at, _)| at);
        self.0.get(start..).and_then(|rest| rest.split(['?', '#']).next()).unwrap_or_default()
    }

    /// The same with a parameter that says this, and no other of that name.
    #[must_use]
    pub fn set_parameter(&self, name: &str, value: &str) -> Self {
        let before = self.0.split('#').next().unwrap_or_default();
        let Some((place, query)) = before.split_once('?') else { return self.with_parameter(name, value) };
        let others = query.split('&').filter(|parameter| parameter.split('=').next() != Some(name));
        let url = others.fold(place.to_owned(), |mut url, other| {
            url.push(if url.len() == place.len() { '?' } else { '&' });
            url.push_str(other);
            url
        });
        Self(url).with_parameter(name, value)
    }

    /// What a parameter of its query says, the first of that name.
    pub fn parameter(&self, name: &str) -> Option<String> {
        let (_, query) = self.0.split('#').next()?.split_once('?')?;
        let found =
            query.split('&').filter_map(|parameter| parameter.split_once('=')).find(|(found, _)| *found == name);
        decode(found?.1)
    }

    /// An address that begins as another one does, with its scheme and its host, and goes on in an address's characters.
    pub(super) fn assembled(href: String) -> Self {
        Self(href)
    }

    /// The serialised address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for WebUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
