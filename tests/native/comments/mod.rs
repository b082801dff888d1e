//! Tests of `comments`.

mod contract;
mod draft;
mod http;
mod isso;
mod lines;
mod local;
mod mine;
mod model;
mod outbox;
mod recent;
mod relative;
mod services;
mod text;
mod thread;
mod thread_properties;
mod validate;
mod website;
mod window;
mod wordpress;

use news_widget::{
    comments::model::Comment,
    feed::{ArticleRef, Author, Content, Date, Item, ItemId, ItemNews, UrlParser, WebUrl},
};

use crate::support::Urls;

pub fn id(text: &str) -> ItemId {
    ItemId::new(text).unwrap()
}

pub fn url(text: &str) -> WebUrl {
    WebUrl::resolve(&Urls, text, "about:blank").unwrap()
}

/// A bare item.
pub fn item(text: &str) -> Item {
    Item {
        id: id(text),
        url: None,
        external_url: None,
        title: None,
        content: Content::Text(format!("This is {text}.")),
        summary: None,
        image: None,
        date_published: None,
        date_modified: None,
        authors: [Author { name: Some(format!("Author of {text}")), ..Author::default() }].into(),
        tags: Vec::new(),
        language: None,
        attachments: Vec::new(),
        news: ItemNews::default(),
    }
}

/// A comment item under `parent` (`""`: none), written at `millis`.
pub fn comment_item(text: &str, parent: &str, millis: Option<i64>) -> Item {
    let news = ItemNews { parent: ItemId::new(parent), ..ItemNews::default() };
    Item { date_published: millis.map(Date::from_millis), news, ..item(text) }
}

pub fn comment(text: &str, parent: &str, millis: Option<i64>) -> Comment {
    Comment::from_item(&comment_item(text, parent, millis))
}

/// A comment on an article.
pub fn comment_on(article: &str, text: &str, millis: Option<i64>) -> Comment {
    let article = ArticleRef { id: id(article), title: None, url: None };
    Comment { article: Some(article), ..comment(text, "", millis) }
}

/// The URL parser as strict as a browser's `URL`, which refuses a base that is no address even if it is not needed.
pub struct StrictUrls;

impl UrlParser for StrictUrls {
    fn parse(&self, input: &str, base: &str) -> Option<String> {
        url::Url::parse(base).ok()?.join(input).ok().map(String::from)
    }
}

/// The parts of a storage key behind its `root`, decoded. A key that gives its parts back is no other's.
pub fn parts(key: &str, root: &str) -> Vec<String> {
    let decode = |part: &str| {
        let mut pieces = part.split('%');
        let mut bytes = pieces.next().unwrap().as_bytes().to_vec();
        for piece in pieces {
            bytes.push(u8::from_str_radix(&piece[..2], 16).unwrap());
            bytes.extend(piece[2..].bytes());
        }
        String::from_utf8(bytes).unwrap()
    };
    key.strip_prefix(root).unwrap().split('/').map(decode).collect()
}
