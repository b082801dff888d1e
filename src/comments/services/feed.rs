//! The `feed` service: threads in the feed, read-only. Pure.

use std::{borrow::Borrow, sync::Arc};

use super::exchange::{More, Page};
use crate::{
    comments::{
        model::{Comment, article_ref},
        thread,
    },
    feed::{self, FeedError, Item, ItemId, Parsed, UrlParser, WebUrl},
};

/// The thread that came with the article.
pub fn inline(article: &Item) -> Vec<Comment> {
    comments(&article.news.comments, article)
}

/// Reads a page of the thread of `article`: a JSON Feed, here as at the `http` service.
///
/// # Errors
/// [`FeedError`]
pub fn page(bytes: &[u8], url: &WebUrl, article: &Item, urls: &dyn UrlParser) -> Result<Page, FeedError> {
    let Parsed { feed, skipped } = feed::parse_thread(bytes, url.as_str(), urls)?;
    let more = feed.next_url.into_iter().map(|url| More { under: None, count: None, url }).collect();
    let skipped = skipped.iter().map(ToString::to_string).collect();
    Ok(Page { comments: comments(&feed.items, article), more, total: None, skipped })
}

/// The comments on `article` among the items of a fetched feed. Items that name another article are left out: one feed
/// may hold the comments of a whole site.
pub fn comments(items: &[impl Borrow<Item>], article: &Item) -> Vec<Comment> {
    let items = items.iter().map(Borrow::borrow);
    items.filter(|item| belongs(item, &article.id, article.url.as_ref())).map(|item| on(item, article)).collect()
}

fn belongs(item: &Item, id: &ItemId, url: Option<&WebUrl>) -> bool {
    item.news.article.as_ref().is_none_or(|named| named.id == *id || (named.url.is_some() && named.url.as_ref() == url))
}

/// Whatever the item called the article, in one thread it has one name.
fn on(item: &Item, article: &Item) -> Comment {
    Comment { article: Some(article_ref(article)), ..Comment::from_item(item) }
}

/// The items of a feed of comments on the whole site (`recent_comments_url`), in their order.
pub fn site(items: &[impl Borrow<Item>]) -> Vec<Comment> {
    items.iter().map(|item| Comment::from_item(item.borrow())).collect()
}

/// The newest `n` comments in the threads of `articles`, newest first. Only those are copied: a large feed has many.
pub fn recent(articles: &[Arc<Item>], n: usize) -> Vec<Comment> {
    let all: Vec<(&Arc<Item>, &Item)> = articles
        .iter()
        .flat_map(|article| article.news.comments.iter().map(move |item| (article, item)))
        .filter(|(article, item)| belongs(item, &article.id, article.url.as_ref()))
        .collect();
    let date = |i: usize| all.get(i).and_then(|(_, item)| item.date_published);
    thread::newest(n, all.len(), &date, &|i| all.get(i).map(|(article, item)| on(item, article)))
}
