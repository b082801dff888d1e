//! Pages of other origins.

use super::{
    client::{Answer, send},
    database::Database,
    server::{Server, comment},
};

const ALLOW_ORIGIN: &str = "access-control-allow-origin";

fn preflight(server: &Server, origin: &str) -> Answer {
    let headers = [
        ("Origin", origin),
        ("Access-Control-Request-Method", "POST"),
        ("Access-Control-Request-Headers", "content-type,idempotency-key"),
    ];
    send(server.address, "OPTIONS", "/comments", &headers, b"")
}

pub fn any_origin(database: &Database) {
    let server = Server::start(database, &[]);
    let answer = preflight(&server, "https://a.example");
    assert_eq!((answer.status, answer.header(ALLOW_ORIGIN)), (204, Some("*")));
    assert_eq!(answer.header("access-control-allow-methods"), Some("GET, POST"));
    assert_eq!(answer.header("access-control-allow-headers"), Some("Content-Type, Idempotency-Key"));
    assert!(answer.header("access-control-max-age").is_some());
    assert_eq!(answer.header("access-control-allow-credentials"), None);
    let answers = [server.post(&comment(1)), server.get("?article=a"), server.get("?recent=x"), server.get("/x")];
    for answer in answers {
        assert_eq!(answer.header(ALLOW_ORIGIN), Some("*"), "{}", answer.status);
        assert_eq!(answer.header("access-control-expose-headers"), Some("ETag, Retry-After"));
        assert_eq!(answer.header("vary"), None);
    }
}

pub fn listed_origins(database: &Database) {
    let server = Server::start(database, &[("ALLOWED_ORIGINS", "https://a.example http://b.example:8080")]);
    for origin in ["https://a.example", "http://b.example:8080"] {
        let post = server.post_with(&comment(1), &[("Origin", origin)]);
        assert!(matches!(post.status, 200 | 201), "{}", post.body);
        for answer in [preflight(&server, origin), post] {
            assert_eq!((answer.header(ALLOW_ORIGIN), answer.header("vary")), (Some(origin), Some("Origin")));
        }
    }
    for origin in ["https://evil.example", "http://a.example", "null", "https://a.example.evil.example"] {
        for answer in [preflight(&server, origin), server.post_with(&comment(2), &[("Origin", origin)])] {
            assert_eq!((answer.status, answer.problem().as_str()), (403, "origin"));
            assert_eq!((answer.header(ALLOW_ORIGIN), answer.header("vary")), (None, Some("Origin")));
        }
    }
    assert_eq!(server.post(&comment(3)).status, 201, "a program that is no page names no origin");
}
