//! What WordPress calls an article. Pure.

use super::Root;
use crate::{
    feed::{ItemId, WebUrl},
    percent,
};

/// What is known of a post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Article {
    /// Its number.
    Number(String),
    /// Its name in addresses, by which WordPress knows its number.
    Slug(String),
}

impl Article {
    /// The post with this id and address: a number, else the one in `?p=N`, else the slug that the address ends in.
    pub fn of(id: &ItemId, url: Option<&WebUrl>) -> Option<Self> {
        let address = url.map(WebUrl::as_str);
        let number = number(id.as_str()).or_else(|| in_query(id.as_str())).or_else(|| in_query(address?));
        number.map(Self::Number).or_else(|| slug(url?.path()).map(Self::Slug))
    }
}

fn number(text: &str) -> Option<String> {
    let is_number =
        !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) && text.bytes().any(|byte| byte != b'0');
    is_number.then(|| text.to_owned())
}

/// `https://news.example/?p=5`, which WordPress itself gives its posts as an id.
fn in_query(address: &str) -> Option<String> {
    let (_, query) = address.split('#').next()?.split_once('?')?;
    query.split('&').find_map(|parameter| number(parameter.strip_prefix("p=")?))
}

/// The last part of the path that there is, without the ending of a file.
fn slug(path: &str) -> Option<String> {
    let last = path.split('/').rfind(|part| !part.is_empty())?;
    let (name, _) = last.split_once('.').unwrap_or((last, ""));
    percent::decode(name).filter(|name| !name.is_empty())
}

impl Article {
    /// Where the number of the post with this slug is, for [`numbers`](super::numbers).
    pub fn lookup(root: &Root, slug: &str) -> WebUrl {
        root.route("posts", &[("slug", slug), ("_envelope", "1"), ("_fields", "id")])
    }

    /// Whether the address is one of [`Self::lookup`].
    pub fn is_lookup(url: &WebUrl) -> bool {
        url.parameter("slug").is_some()
    }
}
