use news_widget::{
    comments::{
        model::Status,
        services::{Form, NewComment, Place, Post, Service, feed, local},
        thread::{Order, Thread},
        validate::{Fields, Rules, ValidComment, validate},
    },
    feed::{ArticleRef, CommentService, Date, Item, ItemNews},
};

use super::{StrictUrls, comment_item, id, item, url};

const FEED: &str = "https://news.example/feed.json";

fn article() -> Item {
    let mut article = item("a");
    article.title = Some("Headline".into());
    article.url = Some(url("https://news.example/a"));
    article.news.comments = vec![comment_item("1", "", Some(1)), comment_item("2", "1", Some(2))];
    article.news.comments_url = Some(url("https://news.example/a.json"));
    article
}

fn place(article: &Item) -> Place<'_> {
    Place { feed: FEED, article }
}

fn text() -> ValidComment {
    let form = Fields {
        comment: "Well said".into(),
        name: "Ann".into(),
        email: "ann@news.example".into(),
        website: "ann.example".into(),
    };
    validate(&form, &Rules::default(), &StrictUrls).unwrap()
}

fn new(text: &ValidComment) -> NewComment<'_> {
    NewComment { id: id("u-u"), parent: Some(id("1")), date: Date::from_millis(3), text }
}

#[test]
fn services_are_known_by_name() {
    for service in Service::ALL {
        assert_eq!(Service::from_name(service.name()), Ok(*service));
    }
    assert_eq!(Service::from_name(" Local "), Ok(Service::Local));
    let unknown = Service::from_name("disqus").unwrap_err();
    assert_eq!(
        unknown.to_string(),
        "no comment service is called \"disqus\"; there are: local, http, wordpress, isso, feed, none"
    );
}

#[test]
fn the_attribute_wins_then_the_feed_then_local() {
    let feed = |name: &str| CommentService { service: name.into(), url: None };
    assert_eq!(Service::choose(Some("none"), Some(&feed("feed"))), Ok(Service::None));
    assert_eq!(Service::choose(None, Some(&feed("feed"))), Ok(Service::Feed));
    assert_eq!(Service::choose(Some(" "), Some(&feed("feed"))), Ok(Service::Feed));
    assert_eq!(Service::choose(None, None), Ok(Service::Local));
    assert_eq!(Service::choose(None, Some(&feed("x"))).unwrap_err().name, "x");
}

#[test]
fn a_closed_thread_is_shown_without_a_form() {
    let open = article();
    let mut closed = article();
    closed.news.comments_open = Some(false);
    assert_eq!(Service::Local.form(&open), Form::Open);
    assert_eq!(Service::Local.form(&closed), Form::Closed);
    assert_eq!(Service::Feed.form(&open), Form::Closed);
    assert_eq!(Service::None.form(&open), Form::Absent);
    assert_eq!(Service::Local.sources(place(&closed)).inline.len(), 2);
}

#[test]
fn each_service_says_where_its_comments_are() {
    let article = article();
    let local = Service::Local.sources(place(&article));
    assert_eq!(local.inline.len(), 2);
    assert_eq!(local.fetch, article.news.comments_url);
    assert_eq!(local.stored.as_deref(), Some(local::article_prefix(FEED, &article.id).as_str()));
    let feed = Service::Feed.sources(place(&article));
    assert_eq!((feed.inline.len(), feed.stored), (2, None));
    assert_eq!(Service::None.sources(place(&article)), Default::default());
}

#[test]
fn a_fetched_feed_of_the_whole_site_gives_the_articles_own_comments() {
    let article = article();
    let on = |text: &str, article: Option<ArticleRef>| Item {
        news: ItemNews { article, ..ItemNews::default() },
        ..item(text)
    };
    let named = |id_: &str, url_: Option<&str>| Some(ArticleRef { id: id(id_), title: None, url: url_.map(url) });
    let items = [
        on("unsaid", None),
        on("by id", named("a", None)),
        on("by url", named("other-name", Some("https://news.example/a"))),
        on("elsewhere", named("b", Some("https://news.example/b"))),
        on("nowhere", named("b", None)),
    ];
    let found = feed::comments(&items, &article);
    assert_eq!(found.iter().map(|c| c.id.as_str()).collect::<Vec<_>>(), ["unsaid", "by id", "by url"]);
    assert!(found.iter().all(|c| c.article.as_ref().unwrap().title.as_deref() == Some("Headline")));
    assert_eq!(feed::site(&items).len(), 5);
}

#[test]
fn posting_to_this_browser_is_storing_a_feed_item_of_its_own() {
    let article = article();
    let text = text();
    let Post::Store { key, value, comment } = Service::Local.post(place(&article), new(&text)) else {
        panic!("local takes comments")
    };
    assert_eq!(key, local::key(FEED, &article.id, &id("u-u")));
    assert!(!value.contains("ann@news.example"), "the e-mail address is never stored with a comment");
    assert_eq!(value, local::to_json(&comment));
    assert_eq!((comment.status, comment.own), (Status::Published, true));
    assert_eq!(comment.article.as_ref().unwrap().url, article.url);
    assert_eq!(comment.author.url.as_ref().unwrap().as_str(), "https://ann.example/");

    let mut thread = Thread::new(feed::inline(&article));
    thread.insert(*comment);
    let rows = thread.rows(Order::Oldest);
    assert_eq!(rows[2].comment.id, id("u-u"));
    assert_eq!(rows[2].in_reply_to.as_ref().unwrap().id, id("1"));
}

#[test]
fn posting_twice_with_one_id_is_posting_once() {
    let article = article();
    let text = text();
    let post = || Service::Local.post(place(&article), new(&text));
    assert_eq!(post(), post());
}

#[test]
fn what_takes_no_comments_says_so() {
    let text = text();
    let mut closed = article();
    closed.news.comments_open = Some(false);
    assert_eq!(Service::Local.post(place(&closed), new(&text)), Post::Closed);
    assert_eq!(Service::Feed.post(place(&article()), new(&text)), Post::Closed);
    assert_eq!(Service::None.post(place(&article()), new(&text)), Post::Closed);
}
