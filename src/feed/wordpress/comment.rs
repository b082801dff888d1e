//! Comments of WordPress. Pure.

use super::{bare, embedded, envelope, html, identified, plain};
use crate::{
    feed::{
        ArticleRef, Author, Content, FeedError, Item, ItemNews, Skipped, UrlParser, WebUrl, decode, document,
        object::{Context, Object},
        value::Value,
    },
    json::LongStrings,
};

/// A page of comments.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listing {
    /// The comments, in WordPress's order; each has the article that it is on.
    pub comments: Vec<Item>,
    /// How many there are in all.
    pub total: Option<u64>,
    /// The next page.
    pub next: Option<WebUrl>,
    /// What was left out.
    pub skipped: Vec<Skipped>,
}

/// Reads a page of comments that came from `base`.
///
/// # Errors
/// What is no list of comments, as [`parse`](crate::feed::parse) has it.
pub fn comments(bytes: &[u8], base: &WebUrl, urls: &dyn UrlParser) -> Result<Listing, FeedError> {
    let read = |value: Value| identified(value).map(|(id, object)| item(bare(id), &object));
    let envelope::Opened { items, extent, skipped } = envelope::open(bytes, base.as_str(), urls, read)?;
    Ok(Listing { comments: items, total: extent.total, next: extent.next(base), skipped })
}

/// Reads the comment that WordPress answers to one that was sent, and whether it is published.
///
/// # Errors
/// What is no comment, as [`parse_comment`](crate::feed::parse_comment) has it.
pub fn comment(bytes: &[u8], base: &str, urls: &dyn UrlParser) -> Result<(Item, bool), FeedError> {
    let decoded = decode::decode(bytes);
    let strings = LongStrings::of(&decoded.text);
    let pairs = document::top(&decoded.text, &strings)?;
    let context = Context::new(base, urls, decoded.replaced);
    let object = Object::root(&context, pairs);
    let id = object.id("id").ok_or(FeedError::NoId)?;
    // Held, and also what was put among the spam or into the trash: its writer is told no more.
    let is_published = object.text("status").is_some_and(|status| status == "approved");
    Ok((item(bare(id), &object), is_published))
}

fn item(bare: Item, object: &Object) -> Item {
    let author = Author {
        name: object.person("author_name"),
        url: object.url("author_url"),
        // On somebody else's server, and addressed by a hash of the e-mail address: the view shows it only where the
        // publisher lists that host.
        avatar: object.object("author_avatar_urls").and_then(|sizes| sizes.url("96")),
    };
    let news = ItemNews {
        // To WordPress, 0 is nothing.
        parent: object.id("parent").filter(|parent| parent.as_str() != "0"),
        article: article(object),
        ..ItemNews::default()
    };
    Item {
        url: object.url("link"),
        content: html(object, "content").map_or(Content::None, |html| Content::Html(indented(&html))),
        // In no zone, as only UTC may be; `date` is the site's own time.
        date_published: object.date("date_gmt"),
        authors: [author].into(),
        news,
        ..bare
    }
}

/// `html` with the indentation that lines begin with, as spaces that HTML shows.
///
/// A commenter's code has its lines apart: WordPress writes `<br />` and leaves the spaces behind it (`wpautop`), where HTML
/// shows none of them.
fn indented(html: &str) -> String {
    let mut shown = String::with_capacity(html.len());
    let mut is_line_start = false;
    for c in html.chars() {
        match c {
            ' ' if is_line_start => shown.push('\u{A0}'),
            '\t' if is_line_start => shown.extend(['\u{A0}'; 4]),
            _ => {
                shown.push(c);
                is_line_start = shown.ends_with("<p>") || shown.ends_with("<br />") || shown.ends_with("<br />\n");
            }
        }
    }
    shown
}

/// The post that the comment is on, with what WordPress put into the answer about it.
fn article(object: &Object) -> Option<ArticleRef> {
    let id = object.id("post")?;
    let post = embedded(object, "up");
    Some(ArticleRef {
        id,
        title: post.as_ref().and_then(|post| plain(post, "title")),
        url: post.and_then(|post| post.url("link")),
    })
}
