//! `_news`: what the standard lacks. Pure.

use super::{
    ArticleRef, CommentService, FeedNews, Image, ItemNews, SectionLink, Spot,
    item::{self, House},
    object::Object,
    report::Reason,
    value::Value,
};
use crate::bounds::PATH;

/// `_news` of a feed.
pub(super) fn of_feed(news: &Object) -> FeedNews {
    FeedNews {
        sections: news.each("sections", section),
        popular: news.ids("popular"),
        popular_url: news.source("popular_url"),
        recent_comments_url: news.source("recent_comments_url"),
        spot: news.object("spot").and_then(spot),
        comments: news.object("comments").and_then(service),
    }
}

fn section(value: Value) -> Option<SectionLink> {
    let object = value.object()?;
    let Some(name) = object.plain("name") else { return object.needs("name") };
    Some(SectionLink { name, url: object.url("url") })
}

fn spot(object: Object) -> Option<Spot> {
    let Some(url) = object.source("image") else { return object.needs("image") };
    let alt = object.plain("alt");
    let image = Image { url, alt, caption: None, credit: None, size: object.size("width", "height") };
    Some(Spot { image, url: object.url("url"), label: object.plain("label") })
}

fn service(object: Object) -> Option<CommentService> {
    let Some(service) = object.plain("service") else { return object.needs("service") };
    Some(CommentService { service: service.to_ascii_lowercase(), url: object.url("url") })
}

/// `_news` of an item. What it says of the lead image is read with the image.
pub(super) fn of_item(news: &Object, house: House) -> ItemNews {
    let mut read = ItemNews {
        section: sections(news),
        related: news.ids("related"),
        views: news.whole("views"),
        comments_open: news.flag("comments_open"),
        comment_count: news.whole("comment_count"),
        comments: Vec::new(),
        comments_url: news.source("comments_url"),
        parent: news.id("parent"),
        by_author: news.flag("by_author") == Some(true),
        article: news.object("article").and_then(article),
    };
    if house.threads {
        // A comment that names no author is anonymous: it is not the publication that speaks.
        let thread = House { authors: None, threads: false, ..house };
        read.comments = item::read_all(&news.list("comments"), thread);
    } else if let Some(comments) = news.get("comments") {
        comments.report(Reason::Nested);
    }
    read
}

/// A path of sections, or the name of one.
fn sections(news: &Object) -> Vec<String> {
    let Some(value) = news.get("section") else { return Vec::new() };
    if value.json.is_text() {
        return value.plain().into_iter().collect();
    }
    let mut path = value.each(|value| value.filled()?.plain());
    path.truncate(PATH);
    path
}

fn article(object: Object) -> Option<ArticleRef> {
    let Some(id) = object.id("id") else { return object.needs("id") };
    Some(ArticleRef { id, title: object.plain("title"), url: object.url("url") })
}
