//! The address bar of a widget that is the site: `#/`, `#/section/World`, `#/article/<id>`; and behind an article's,
//! `#comment-<id>`. Pure.

use crate::percent;

/// What is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The front page.
    Front,
    /// A section's page, by name.
    Section(String),
    /// An article, by id or address.
    Article(String),
    /// Nothing known: the address as it stands.
    Unknown(String),
}

impl Route {
    /// Reads a fragment, with or without its `#`. An empty one is the front page; what is not ours is [`Self::Unknown`].
    pub fn from_hash(hash: &str) -> Self {
        let path = hash.strip_prefix('#').unwrap_or(hash);
        // Which comment is the discussion's own affair.
        let path = path.split_once('#').map_or(path, |(article, _)| article);
        let unknown = || Self::Unknown(path.to_owned());
        if matches!(path, "" | "/") {
            return Self::Front;
        }
        let Some((kind, rest)) = path.strip_prefix('/').and_then(|path| path.split_once('/')) else { return unknown() };
        match (kind, percent::decode(rest)) {
            (_, Some(name)) if name.is_empty() => unknown(),
            ("section", Some(name)) => Self::Section(name),
            ("article", Some(id)) => Self::Article(id),
            _ => unknown(),
        }
    }

    /// What a page that is opened at `hash` shows: a fragment that is not ours says nothing about it.
    pub fn of_page(hash: &str) -> Self {
        if Self::is_ours(hash) { Self::from_hash(hash) } else { Self::Front }
    }

    /// The fragment with its `#`, every reserved character of a name percent-encoded.
    pub fn to_hash(&self) -> String {
        match self {
            Self::Front => "#/".into(),
            Self::Section(name) => encode("#/section/", name),
            Self::Article(id) => encode("#/article/", id),
            Self::Unknown(path) => format!("#{path}"),
        }
    }

    /// Whether a fragment belongs to the widget. `#top` on a host's page does not, and must not blank the widget.
    pub fn is_ours(hash: &str) -> bool {
        matches!(hash, "" | "#") || hash.starts_with("#/")
    }
}

/// `text` behind `prefix`, percent-encoded.
fn encode(prefix: &str, text: &str) -> String {
    let mut out = String::from(prefix);
    percent::encode(&mut out, text);
    out
}
