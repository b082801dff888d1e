//! What is posted is there, once.

use serde_json::{Value, json};

use super::{
    database::Database,
    server::{Server, comment, id, with},
};

pub fn a_comment_comes_back(database: &Database) {
    let server = Server::start(database, &[]);
    let answer = server.post(&comment(1));
    assert_eq!(answer.status, 201);
    assert_eq!(answer.header("content-type"), Some("application/json"));
    assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
    let mut item = answer.json();
    assert!(item["date_published"].as_str().is_some_and(|date| date.len() == 24 && date.ends_with('Z')), "{item}");
    let thread = server.get("?article=a").json();
    assert_eq!(thread["items"], json!([item]));
    assert_eq!(thread["version"], "https://jsonfeed.org/version/1.1");
    item["date_published"].take();
    let wanted = json!({
        "id": id(1),
        "content_text": "Comment 1",
        "date_published": null,
        "authors": [{ "name": "Ann", "url": "https://ann.example/" }],
        "_news": {},
    });
    assert_eq!(item, wanted);
}

pub fn what_was_typed_is_cleaned(database: &Database) {
    let server = Server::start(database, &[]);
    let typed = with(comment(1), "/content_text", " \r\none\r\ntwo\rthree\u{0}\u{7}\tfour\n\u{200b}");
    let typed = with(typed, "/author/name", "\u{202e} Ann\t\u{200b} Other ");
    let item = server.post(&with(typed, "/author/url", "HTTPS://Ann.Example")).json();
    assert_eq!(item["content_text"], "one\ntwo\nthree\tfour");
    assert_eq!(item["authors"][0], json!({ "name": "Ann Other", "url": "https://ann.example/" }));
}

pub fn a_retry_is_a_success(database: &Database) {
    let server = Server::start(database, &[]);
    let first = server.post(&comment(1));
    // Between two tries the headline may have changed, and the article moved.
    let again = server.post(&with(with(comment(1), "/article/title", "New"), "/article/url", "https://news.example/b"));
    assert_eq!((first.status, again.status), (201, 200));
    assert_eq!(first.body, again.body);
    assert_eq!(server.get("?article=a").ids(), [id(1)]);
}

pub fn another_text_is_a_conflict(database: &Database) {
    let server = Server::start(database, &[]);
    assert_eq!(server.post(&comment(1)).status, 201);
    let changes: [(&str, Value); 5] = [
        ("/content_text", "Else".into()),
        ("/author/name", "Bob".into()),
        ("/author/email", Value::Null),
        ("/author/url", Value::Null),
        ("/article/id", "b".into()),
    ];
    for (pointer, value) in changes {
        let answer = server.post(&with(comment(1), pointer, value));
        assert_eq!((answer.status, answer.problem().as_str()), (422, "id-taken"), "{pointer}");
        assert_eq!(answer.fields(), ["id"]);
    }
    assert_eq!(server.get("?article=a").json()["items"][0]["content_text"], "Comment 1");
}

pub fn replies(database: &Database) {
    let server = Server::start(database, &[]);
    server.post(&comment(1));
    let reply = server.post(&with(comment(2), "/parent", id(1)));
    assert_eq!((reply.status, &reply.json()["_news"]["parent"]), (201, &Value::from(id(1))));
    let elsewhere = with(with(comment(3), "/parent", id(1)), "/article/id", "b");
    for wrong in [elsewhere, with(comment(3), "/parent", id(9)), with(comment(3), "/parent", id(3))] {
        let answer = server.post(&wrong);
        assert_eq!((answer.status, answer.fields()), (422, vec!["parent".to_owned()]));
    }
    assert_eq!(server.get("?article=a").ids(), [id(1), id(2)]);
}

pub fn odd_texts(database: &Database) {
    let server = Server::start(database, &[]);
    let texts = [
        "<script>alert(1)</script> & <b>bold</b>",
        "'; DROP TABLE comments; --",
        "مرحبا بالعالم",
        "👩‍👩‍👧‍👦 e\u{301} 漢字 \u{1F1E9}\u{1F1EA}",
        "%s %d ${x} {{y}} \\u0000",
    ];
    for (n, text) in texts.into_iter().enumerate() {
        let sent = with(with(comment(n), "/content_text", text), "/article/id", text);
        assert_eq!(server.post(&sent).json()["content_text"], text);
        let query: String = url::form_urlencoded::Serializer::new("?".to_owned()).append_pair("article", text).finish();
        assert_eq!(server.get(&query).json()["items"][0]["content_text"], text);
    }
    let longest = "ü".repeat(65_524 / 2) + "x";
    let answer = server.post(&with(comment(9), "/content_text", longest.clone()));
    assert_eq!((answer.status, &answer.json()["content_text"]), (201, &Value::from(longest)));
}

/// A field without a value may be missing, `null` or empty, and there may be more fields.
pub fn missing_and_null(database: &Database) {
    let server = Server::start(database, &[]);
    let least =
        json!({ "id": id(1), "article": { "id": "a" }, "author": { "name": "Ann" }, "content_text": "x", "more": [1] });
    let empty = json!({ "name": "Ann", "email": "", "url": null });
    assert_eq!(server.post(&least).status, 201);
    let article = json!({ "id": "a", "url": null, "title": "" });
    let again = json!({ "id": id(1), "article": article, "parent": null, "author": empty, "content_text": "x" });
    assert_eq!(server.post(&again).status, 200);
    assert_eq!(server.get("?recent=1").json()["items"][0]["_news"]["article"], json!({ "id": "a" }));
}
