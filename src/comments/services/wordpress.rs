//! The `wordpress` service: a WordPress site's own comments, by `wp/v2/comments`. Pure.
//!
//! `docs/wordpress.md` says what a site needs for it. WordPress takes no header but `Content-Type` from another site's page,
//! and so no key by which it would know a comment that is sent again: `errand` has it looked for first.

mod errand;
mod markup;
mod refusal;
mod same;

pub use errand::{first, is_what_became_of, then};
pub use markup::to_html;
pub use same::is_same;

use super::{
    Protocol,
    exchange::{More, Page},
};
use crate::{
    comments::{
        model::{Comment, article_ref},
        validate::Rules,
    },
    feed::{
        FeedError, Item, UrlParser, WebUrl,
        wordpress::{self, Article, Listing, Root},
    },
};

/// The most that WordPress gives at once.
const PER_PAGE: &str = "100";
/// What is read of a comment.
const FIELDS: &str = "id,parent,author_name,author_url,author_avatar_urls,date_gmt,content,link";

/// How to speak with it.
pub const PROTOCOL: Protocol =
    Protocol { thread, page, recent, site, first, then, is_same: Some(is_what_became_of), changes: None };

/// What the form asks for: an e-mail address too, as WordPress does unless its owner has said otherwise
/// (`require_name_email`), which a reader's browser cannot ask it.
pub fn rules() -> Rules {
    Rules { email_required: true, ..Rules::default() }
}

/// Where the first page of the thread of `article` is, oldest first. Where only the article's slug is known, where its
/// number is. `None` where neither is.
pub fn thread(service: &WebUrl, article: &Item) -> Option<WebUrl> {
    let root = Root::of(service);
    Some(match Article::of(&article.id, article.url.as_ref())? {
        Article::Number(number) => on(&root, &number),
        Article::Slug(slug) => Article::lookup(&root, &slug),
    })
}

fn on(root: &Root, number: &str) -> WebUrl {
    let parameters =
        [("post", number), ("order", "asc"), ("per_page", PER_PAGE), ("_envelope", "1"), ("_fields", FIELDS)];
    root.route("comments", &parameters)
}

/// Reads a page of the thread of `article`, or what [`thread`] says of where it is: then the page is empty, and names one.
///
/// # Errors
/// [`FeedError`]
pub fn page(bytes: &[u8], url: &WebUrl, article: &Item, urls: &dyn UrlParser) -> Result<Page, FeedError> {
    if Article::is_lookup(url) {
        let numbers = wordpress::numbers(bytes, url.as_str(), urls)?;
        let first = numbers.first().map(|number| on(&Root::of(url), number.as_str()));
        return Ok(Page { more: first.into_iter().map(more).collect(), ..Page::default() });
    }
    let Listing { comments, total, next, skipped } = wordpress::comments(bytes, url, urls)?;
    let on_it = |item: &Item| Comment { article: Some(article_ref(article)), ..Comment::from_item(item) };
    Ok(Page {
        comments: comments.iter().map(on_it).collect(),
        more: next.into_iter().map(more).collect(),
        total,
        skipped: skipped.iter().map(ToString::to_string).collect(),
    })
}

fn more(url: WebUrl) -> More {
    More { under: None, count: None, url }
}

/// Where the newest `n` comments of the whole site are, with the posts that they are on.
pub fn recent(service: &WebUrl, n: usize) -> WebUrl {
    let fields = [FIELDS, ",post,_links,_embedded"].concat();
    let parameters =
        [("order", "desc"), ("per_page", &*n.to_string()), ("_embed", "up"), ("_envelope", "1"), ("_fields", &fields)];
    Root::of(service).route("comments", &parameters)
}

/// Reads the newest comments of the whole site.
///
/// # Errors
/// [`FeedError`]
pub fn site(bytes: &[u8], url: &WebUrl, urls: &dyn UrlParser) -> Result<Vec<Comment>, FeedError> {
    Ok(super::feed::site(&wordpress::comments(bytes, url, urls)?.comments))
}
