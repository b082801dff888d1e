//! What is most popular. Pure.
//!
//! The publisher's own ranking if there is one; else `views`; else comment counts; else the newest. Never the open article.

use std::sync::Arc;

use crate::{
    feed::{Date, Edition, Item, ItemId},
    order,
};

/// At most `count` articles, most popular first, each once. `list` is the publisher's ranking; it may be empty.
pub fn popular(edition: &Edition, list: &[Arc<Item>], open: Option<&ItemId>, count: usize) -> Vec<Arc<Item>> {
    let ranked = if list.is_empty() { ranked(edition) } else { list.to_vec() };
    let mut found: Vec<Arc<Item>> = Vec::with_capacity(count);
    for item in ranked {
        if found.len() < count && Some(&item.id) != open && found.iter().all(|other| other.id != item.id) {
            found.push(item);
        }
    }
    found
}

fn ranked(edition: &Edition) -> Vec<Arc<Item>> {
    let views = by(edition, |item| item.news.views.unwrap_or(0));
    if !views.is_empty() {
        return views;
    }
    let comments = by(edition, Item::comment_count);
    if comments.is_empty() { edition.by_date().to_vec() } else { comments }
}

/// The items that have the figure at all, highest first, ties by date.
fn by(edition: &Edition, figure: fn(&Item) -> u64) -> Vec<Arc<Item>> {
    let items: Vec<Arc<Item>> = edition.items().iter().filter(|item| figure(item) > 0).cloned().collect();
    let rank = |item: &Item| (figure(item), item.date_published.map(Date::millis));
    order::sorted(&items, &|a, b| rank(b).cmp(&rank(a)))
}
