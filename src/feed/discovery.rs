//! The feed that a web page names, as feed readers find it. Pure.

use super::{UrlParser, WebUrl, decode::decode};
use crate::markup::{Tag, Token, Tokens};

/// The address in the page's first `<link rel="alternate" type="application/feed+json">`; else in its first with
/// `application/json`, as feeds were called before 1.1. The page came from `url`.
///
/// Source: [JSON Feed, discovery](https://www.jsonfeed.org/version/1.1/#discovery).
pub fn find_feed(page: &[u8], url: &str, urls: &dyn UrlParser) -> Option<WebUrl> {
    let page = decode(page);
    let (mut base, mut feed, mut json) = (None, None, None);
    let mut tokens = Tokens::new(&page.text);
    while let Some(token) = tokens.next() {
        let Token::Open(tag) = token else { continue };
        if tag.name.eq_ignore_ascii_case("base") {
            base = base.or_else(|| urls.parse(&tag.value("href")?, url));
        } else if tag.name.eq_ignore_ascii_case("link") {
            match kind(tag).as_deref() {
                Some("application/feed+json") => feed = feed.or_else(|| tag.value("href")),
                Some("application/json") => json = json.or_else(|| tag.value("href").filter(|href| !is_rest(href))),
                _ => {}
            }
        } else {
            tokens.pass_raw_text(tag.name);
        }
    }
    WebUrl::resolve(urls, &feed.or(json)?, base.as_deref().unwrap_or(url))
}

/// The type of what is another form of the page.
fn kind(link: Tag) -> Option<String> {
    let is_alternate = link.value("rel")?.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case("alternate"));
    let kind = link.value("type").filter(|_| is_alternate)?;
    Some(kind.split(';').next()?.trim().to_ascii_lowercase())
}

/// WordPress links each page to the same in its REST interface, which is no feed.
fn is_rest(href: &str) -> bool {
    href.contains("/wp-json/") || href.contains("rest_route=")
}
