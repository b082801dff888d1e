use news_widget::{
    comments::model::{Comment, Status, article_ref},
    feed::{Author, Content, Date, Item},
};

use super::{comment_item, id, item, url};

#[test]
fn an_item_is_a_comment() {
    let mut source = comment_item("2", "1", Some(5));
    source.url = Some(url("https://news.example/a#comment-2"));
    let second = Author { name: Some("Second".into()), ..Author::default() };
    source.authors = source.authors.iter().cloned().chain([second]).collect();
    let comment = Comment::from_item(&source);
    assert_eq!((comment.id, comment.parent), (id("2"), Some(id("1"))));
    assert_eq!(comment.author.name.as_deref(), Some("Author of 2"));
    assert_eq!(comment.content, Content::Text("This is 2.".into()));
    assert_eq!(comment.date, Some(Date::from_millis(5)));
    assert_eq!(comment.url, source.url);
    assert_eq!((comment.status, comment.own), (Status::Published, false));
}

#[test]
fn an_item_without_authors_is_anonymous() {
    let comment = Comment::from_item(&Item { authors: [].into(), ..item("1") });
    assert_eq!(comment.author, Author::default());
}

#[test]
fn the_summary_speaks_where_there_is_no_content() {
    let source = Item { content: Content::None, summary: Some("In short".into()), ..item("1") };
    assert_eq!(Comment::from_item(&source).content, Content::Text("In short".into()));
    let both = Item { summary: Some("In short".into()), ..item("1") };
    assert_eq!(Comment::from_item(&both).content, Content::Text("This is 1.".into()));
}

#[test]
fn a_comment_awaiting_moderation_is_not_in_the_public_number() {
    assert!(Status::Published.counts());
    assert!(Status::NotKept.counts());
    assert!(!Status::Pending.counts());
}

#[test]
fn an_article_is_named_by_id_title_and_url() {
    let article = Item { title: Some("Headline".into()), url: Some(url("https://news.example/a")), ..item("a") };
    let named = article_ref(&article);
    assert_eq!((named.id, named.title, named.url), (article.id, article.title, article.url));
}
