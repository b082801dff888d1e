//! The `isso` service: [Isso](https://isso-comments.de/docs/reference/server-api/) 0.13 and 0.14. Pure.
//!
//! A thread is called by the path of the article's address, as Isso's own client calls it. It has two levels: whoever
//! answers a reply is put under the comment at the top. Texts are Markdown, which the server makes HTML of.

mod change;
mod errand;
mod read;
mod refusal;

pub use change::{change, changeable, changed};
pub use errand::{first, then};
pub use read::{page, site};

use std::sync::Arc;

use super::{Changes, Protocol};
use crate::{
    comments::{
        model::{Comment, article_ref},
        validate::Rules,
    },
    feed::{Item, WebUrl},
};

/// How to speak with it.
pub const PROTOCOL: Protocol = Protocol {
    thread,
    page,
    recent,
    site: |bytes, _, urls| site(bytes, urls),
    first,
    then,
    is_same: None,
    changes: Some(Changes { until: changeable, change, changed }),
};

/// How many comments at the top level come at once.
const TOP: &str = "50";

/// How many replies to each of them: as many as Isso's own client shows (`data-isso-max-comments-nested`).
const NESTED: &str = "5";

/// How many comments are asked for to find the newest one: Isso gives all replies behind all others, so that the newest
/// five would be five replies (`db/comments.py`, `fetchall`).
const LOOKED_THROUGH: usize = 10;

/// What the form asks for: Isso's limits (`views/comments.py`, `verify`), which it counts in characters, so that bytes are
/// on the safe side. It has none for names.
pub fn rules() -> Rules {
    Rules { comment_limit: 65_535, email_limit: 254, website_limit: 254, ..Rules::default() }
}

/// Where the first page of the thread of `article` is, oldest first; `None` without an address to call it by.
pub fn thread(service: &WebUrl, article: &Item) -> Option<WebUrl> {
    let thread = service.below("").with_parameter("uri", article.url.as_ref()?.path());
    Some(thread.with_parameter("limit", TOP).with_parameter("nested_limit", NESTED))
}

/// Where the newest `n` comments of the whole site are, with others. The server must have `latest-enabled`.
pub fn recent(service: &WebUrl, n: usize) -> WebUrl {
    service.below("latest").with_parameter("limit", &(n * LOOKED_THROUGH).to_string())
}

/// Gives the comments of [`site`] the names that `articles` have here: all that Isso knows of an article is its path.
pub fn name_articles(comments: &mut [Comment], articles: &[Arc<Item>]) {
    for named in comments.iter_mut().filter_map(|comment| comment.article.as_mut()) {
        let here = |item: &&Arc<Item>| item.url.as_ref().is_some_and(|url| url.path() == named.id.as_str());
        if let Some(item) = articles.iter().find(here) {
            *named = article_ref(item);
        }
    }
}
