//! Comments as JSON Feed. Nothing but what is named here leaves the server; the e-mail address is not. Pure.

use serde_json::{Map, Value, json};

use crate::{
    comment::{Article, Comment},
    date,
};

/// A thread, and where it goes on.
pub fn thread(comments: &[Comment], next_url: Option<String>) -> Value {
    let mut feed = feed(comments.iter().map(|comment| item(comment, false)).collect());
    if let (Some(url), Value::Object(feed)) = (next_url, &mut feed) {
        feed.insert("next_url".into(), url.into());
    }
    feed
}

/// The newest comments of the whole site, each with its article.
pub fn recent(comments: &[Comment]) -> Value {
    feed(comments.iter().map(|comment| item(comment, true)).collect())
}

fn feed(items: Vec<Value>) -> Value {
    json!({ "version": "https://jsonfeed.org/version/1.1", "title": "Comments", "items": items })
}

/// One comment.
pub fn item(comment: &Comment, with_article: bool) -> Value {
    let words = &comment.words;
    let mut author = Map::new();
    author.insert("name".into(), words.name.clone().into());
    put(&mut author, "url", words.website.as_deref());
    let mut news = Map::new();
    put(&mut news, "parent", words.parent.as_deref());
    if with_article {
        news.insert("article".into(), article(&words.article));
    }
    json!({
        "id": comment.id,
        "content_text": words.content,
        "date_published": date::rfc3339(comment.created),
        "authors": [author],
        "_news": news,
    })
}

fn article(article: &Article) -> Value {
    let mut object = Map::new();
    object.insert("id".into(), article.id.clone().into());
    put(&mut object, "title", article.title.as_deref());
    put(&mut object, "url", article.url.as_deref());
    Value::Object(object)
}

fn put(object: &mut Map<String, Value>, key: &str, value: Option<&str>) {
    if let Some(value) = value {
        object.insert(key.into(), value.into());
    }
}
