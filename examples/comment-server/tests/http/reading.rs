//! Threads and the newest comments.

use serde_json::{Value, json};

use super::{
    client::{Answer, send},
    database::Database,
    server::{Server, comment, id, with},
};

pub fn pages(database: &Database) {
    let server = Server::start(database, &[("PAGE_SIZE", "3")]);
    let article = "https://news.example/a?x=1&y=ü #2";
    for n in 0..7 {
        server.post(&with(comment(n), "/article/id", article));
    }
    server.post(&comment(7));
    let query: String = url::form_urlencoded::Serializer::new("?".to_owned()).append_pair("article", article).finish();
    let mut page = server.get(&query);
    let mut pages = vec![page.ids()];
    while let Some(next) = page.json()["next_url"].as_str() {
        assert!(next.starts_with('?'), "it is relative to the address of the page: {next}");
        page = server.get(next);
        pages.push(page.ids());
    }
    let ids = |range: std::ops::Range<usize>| range.map(id).collect::<Vec<_>>();
    assert_eq!(pages, [ids(0..3), ids(3..6), ids(6..7)]);
}

pub fn recent(database: &Database) {
    let server = Server::start(database, &[]);
    for n in 0..5 {
        let article = json!({ "id": n.to_string(), "url": format!("https://news.example/{n}"), "title": "A <b> & c" });
        server.post(&with(comment(n), "/article", article));
    }
    let answer = server.get("?recent=3&utm_source=x");
    assert_eq!(answer.ids(), [id(4), id(3), id(2)]);
    let article = json!({ "id": "4", "url": "https://news.example/4", "title": "A <b> & c" });
    assert_eq!(answer.json()["items"][0]["_news"], json!({ "article": article }));
    assert_eq!(answer.json()["next_url"], Value::Null);
}

pub fn unchanged(database: &Database) {
    let server = Server::start(database, &[("CACHE_SECONDS", "9")]);
    server.post(&comment(1));
    let known = |tag: &str| send(server.address, "GET", "/comments?article=a", &[("If-None-Match", tag)], b"");
    let tag = |answer: &Answer| answer.header("etag").expect("a tag").to_owned();
    let first = server.get("?article=a");
    assert_eq!(first.header("cache-control"), Some("public, max-age=0, s-maxage=9"));
    assert_eq!(first.header("content-type"), Some("application/feed+json"));
    let same = known(&format!("\"x\", W/{}", tag(&first)));
    assert_eq!((same.status, same.body.as_str(), tag(&same)), (304, "", tag(&first)));
    assert_eq!(same.header("access-control-allow-origin"), Some("*"));
    server.post(&comment(2));
    let changed = known(&tag(&first));
    assert_eq!((changed.status, changed.ids().len()), (200, 2));
    let head = send(server.address, "HEAD", "/comments?article=a", &[], b"");
    assert_eq!((head.status, head.body.as_str(), tag(&head)), (200, "", tag(&changed)));
}

pub fn nothing_yet(database: &Database) {
    let server = Server::start(database, &[]);
    for query in ["?article=a", "?recent=5"] {
        let answer = server.get(query);
        assert_eq!((answer.status, answer.ids().len()), (200, 0));
    }
    assert_eq!(send(server.address, "GET", "/health", &[], b"").status, 204);
}
