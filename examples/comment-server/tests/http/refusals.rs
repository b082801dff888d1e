//! What is not taken, and what is said of it.

use serde_json::{Value, json};

use super::{
    client::send,
    database::Database,
    server::{Server, comment, id, with},
};

pub fn every_field(database: &Database) {
    let server = Server::start(database, &[]);
    let long = |n: usize| Value::from("x".repeat(n));
    let cases: [(&str, &str, Value); 24] = [
        ("comment", "/content_text", "".into()),
        ("comment", "/content_text", " \u{200b}\n".into()),
        ("comment", "/content_text", Value::Null),
        ("comment", "/content_text", json!(["x"])),
        ("comment", "/content_text", long(65_526)),
        ("name", "/author/name", "".into()),
        ("name", "/author/name", "\u{2800}\u{202e}".into()),
        ("name", "/author/name", 7.into()),
        ("name", "/author/name", long(246)),
        ("email", "/author/email", "ann".into()),
        ("email", "/author/email", "ann@-a.example".into()),
        ("email", "/author/email", format!("{}@a.example", "x".repeat(92)).into()),
        ("website", "/author/url", "javascript:alert(1)".into()),
        ("website", "/author/url", "https://bank.example@evil.example/".into()),
        ("website", "/author/url", format!("https://a.example/{}", "x".repeat(190)).into()),
        ("id", "/id", "1".into()),
        ("id", "/id", "00000000-0000-4000-8000-00000000000A".into()),
        ("article", "/article", Value::Null),
        ("article", "/article/id", " ".into()),
        ("article", "/article/id", long(2_049)),
        ("article", "/article/url", "/a".into()),
        ("parent", "/parent", 1.into()),
        ("parent", "/parent", "".into()),
        ("parent", "/parent", long(251)),
    ];
    for (field, pointer, value) in cases {
        let answer = server.post(&with(comment(1), pointer, value.clone()));
        assert_eq!((answer.status, answer.problem().as_str()), (422, "fields"), "{pointer} {value}");
        assert_eq!(answer.fields(), [field], "{pointer} {value}");
    }
    let nothing = server.post_with(&json!({}), &[]);
    assert_eq!(
        (nothing.status, nothing.fields()),
        (422, ["id", "article", "comment", "name"].map(str::to_owned).to_vec())
    );
    assert!(server.get("?recent=100").ids().is_empty());
}

pub fn wrong_bodies(database: &Database) {
    let server = Server::start(database, &[]);
    let deep = "[".repeat(100_000);
    let bodies: [&[u8]; 8] =
        [b"{", b"[]", b"null", b"id=1", b"\xff\xfe", b"{\"id\": \"\\ud83d\"}", deep.as_bytes(), b"{} {}"];
    for body in bodies {
        let headers = [("Content-Type", "application/json; charset=utf-8"), ("Idempotency-Key", &id(1))];
        let answer = send(server.address, "POST", "/comments", &headers, body);
        assert_eq!((answer.status, answer.problem().as_str()), (400, "syntax"), "{:?}", String::from_utf8_lossy(body));
    }
    let empty = send(server.address, "POST", "/comments", &[("Content-Type", "application/json")], b"");
    assert_eq!((empty.status, empty.problem().as_str()), (400, "syntax"));
}

pub fn wrong_requests(database: &Database) {
    let server = Server::start(database, &[]);
    let body = comment(1).to_string();
    let post = |headers: &[(&str, &str)]| send(server.address, "POST", "/comments", headers, body.as_bytes());
    for headers in [
        &[("Content-Type", "application/json")][..],
        &[("Content-Type", "application/json"), ("Idempotency-Key", &id(2))],
    ] {
        let answer = post(headers);
        assert_eq!((answer.status, answer.problem().as_str()), (400, "key"));
    }
    for headers in [&[][..], &[("Content-Type", "text/plain")], &[("Content-Type", "application/jsonx")]] {
        let answer = post(headers);
        assert_eq!((answer.status, answer.problem().as_str()), (415, "media-type"));
    }
    let queries = [
        ("", "article"),
        ("?article=", "article"),
        ("?article=%00", "article"),
        ("?article=a%0A", "article"),
        ("?recent=0", "recent"),
        ("?recent=101", "recent"),
        ("?recent=x", "recent"),
        ("?recent=-1", "recent"),
        ("?article=a&recent=1", "recent"),
        ("?article=a&after=x", "after"),
        ("?recent=1&after=1.x", "after"),
        ("?article=a&after=-1.x", "after"),
    ];
    for (query, field) in queries {
        let answer = server.get(query);
        assert_eq!((answer.status, answer.problem().as_str()), (400, "query"), "{query}");
        assert_eq!(answer.fields(), [field], "{query}");
    }
    let answer = send(server.address, "DELETE", "/comments", &[], b"");
    assert_eq!((answer.status, answer.problem().as_str()), (405, "method"));
    assert_eq!(answer.header("allow"), Some("GET, HEAD, POST, OPTIONS"));
    let answer = send(server.address, "GET", "/", &[], b"");
    assert_eq!((answer.status, answer.problem().as_str()), (404, "not-found"));
}

pub fn too_large(database: &Database) {
    let server = Server::start(database, &[]);
    let answer = server.post(&with(comment(1), "/content_text", "x".repeat(3 * 1024 * 1024)));
    assert_eq!((answer.status, answer.problem().as_str()), (413, "too-large"));
    assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
}

pub fn too_often(database: &Database) {
    let server = Server::start(database, &[("RATE_LIMIT", "2")]);
    let statuses: Vec<u16> = (0..2).map(|n| server.post(&comment(n)).status).collect();
    assert_eq!(statuses, [201, 201]);
    let answer = server.post(&comment(2));
    assert_eq!((answer.status, answer.problem().as_str()), (429, "too-many"));
    let seconds: u32 = answer.header("retry-after").and_then(|text| text.parse().ok()).expect("when to come again");
    assert!((1..=30).contains(&seconds), "{seconds}");
    assert!(answer.header("access-control-expose-headers").is_some_and(|names| names.contains("Retry-After")));
    assert_eq!(server.get("?article=a").ids().len(), 2, "reading is not limited");
}

pub fn behind_a_proxy(database: &Database) {
    let server = Server::start(database, &[("RATE_LIMIT", "1"), ("PROXIES", "1")]);
    let post = |n, from: &str| server.post_with(&comment(n), &[("X-Forwarded-For", from)]).status;
    assert_eq!(post(1, "192.0.2.1"), 201);
    assert_eq!(post(2, "192.0.2.2"), 201);
    assert_eq!(post(3, "192.0.2.3, 192.0.2.1"), 429, "only the proxy's own entry counts");
    assert_eq!(post(4, "2001:db8::1"), 201);
    assert_eq!(post(5, "2001:db8::2"), 429, "a network is one client");
}

pub fn foreign_articles(database: &Database) {
    let server = Server::start(database, &[("ARTICLE_ORIGINS", "https://news.example")]);
    assert_eq!(server.post(&comment(1)).status, 201);
    for url in [json!("https://evil.example/a"), json!("http://news.example/a"), Value::Null] {
        let answer = server.post(&with(comment(2), "/article/url", url));
        assert_eq!((answer.status, answer.fields()), (422, vec!["article".to_owned()]));
    }
}
