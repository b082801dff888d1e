//! The `http` service's requests, and what its answers come to.

use news_widget::{
    comments::{
        model::{Comment, Status},
        services::{
            exchange::{Answer, Errand, Next, Outcome, Refusal, Request, Stage},
            http,
        },
        validate::Field,
    },
    feed::{ArticleRef, Author, Content, Date},
};

use super::{StrictUrls, id, url};

fn sent() -> Comment {
    Comment {
        id: id("6f9619ff-8b86-4d01-b42d-00cf4fc964ff"),
        parent: Some(id("1")),
        author: Author { name: Some("Ann \"<b>\"".into()), url: Some(url("https://ann.example/")), avatar: None },
        content: Content::Text("Well said,\n\u{1f44d}".into()),
        date: Some(Date::from_millis(5)),
        url: None,
        article: Some(ArticleRef {
            id: id("a/1"),
            title: Some("Headline".into()),
            url: Some(url("https://news.example/a")),
        }),
        status: Status::Published,
        own: true,
        by_author: false,
    }
}

fn answer(status: u16, body: &str) -> Answer {
    Answer { status, body: body.into(), ..Answer::default() }
}

/// What an errand with the comment does, at the service of this address, at this time.
fn errand<T>(address: &str, comment: &Comment, now: i64, with: impl FnOnce(Errand) -> T) -> T {
    let (address, now) = (url(address), Date::from_millis(now));
    let email = Some("ann@news.example");
    with(Errand { address: &address, comment, email, perhaps_there: false, insists: false, now, urls: &StrictUrls })
}

fn done(answer: &Answer, now: i64) -> Outcome {
    match errand("https://c.example/comments", &sent(), now, |errand| http::then(&errand, answer)) {
        Next::Done(outcome) => outcome,
        next => panic!("{next:?}"),
    }
}

fn outcome(status: u16, body: &str) -> Outcome {
    done(&answer(status, body), 0)
}

fn request(address: &str, comment: &Comment) -> Request {
    match errand(address, comment, 0, |errand| http::first(&errand)) {
        Next::Ask(Stage::Send, request) => request,
        next => panic!("{next:?}"),
    }
}

/// Sent again, for all that is known: it may have come through.
fn later(after: Option<u32>) -> Outcome {
    Outcome::Later { after, perhaps_there: true }
}

#[test]
fn addresses_keep_the_services_own_query() {
    for (service, thread) in [
        ("https://c.example/comments", "https://c.example/comments?article=a%2F1%20%C3%A9"),
        ("https://c.example/?", "https://c.example/?article=a%2F1%20%C3%A9"),
        ("https://c.example/?site=1", "https://c.example/?site=1&article=a%2F1%20%C3%A9"),
        ("https://c.example/?site=1#top", "https://c.example/?site=1&article=a%2F1%20%C3%A9"),
    ] {
        assert_eq!(http::thread(&url(service), &id("a/1 é")).as_str(), thread);
    }
    assert_eq!(http::recent(&url("https://c.example/comments"), 5).as_str(), "https://c.example/comments?recent=5");
}

#[test]
fn a_request_is_the_contracts() {
    let request = request("https://c.example/comments", &sent());
    assert_eq!((request.url.as_str(), request.credentials), ("https://c.example/comments", false));
    assert_eq!(
        request.headers,
        [("Content-Type", "application/json".to_owned()), ("Idempotency-Key", sent().id.as_str().to_owned())]
    );
    let body: serde_json::Value = serde_json::from_str(&request.body.unwrap()).unwrap();
    assert_eq!(
        body,
        serde_json::json!({
            "id": "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
            "article": { "id": "a/1", "url": "https://news.example/a", "title": "Headline" },
            "parent": "1",
            "author": { "name": "Ann \"<b>\"", "email": "ann@news.example", "url": "https://ann.example/" },
            "content_text": "Well said,\n\u{1f44d}",
        })
    );
    let plain = Comment { parent: None, author: Author { name: Some("Ann".into()), ..Author::default() }, ..sent() };
    let request = self::request("https://c.example/", &plain);
    let body: serde_json::Value = serde_json::from_str(&request.body.unwrap()).unwrap();
    assert_eq!(body["parent"], serde_json::Value::Null);
    assert_eq!(body["author"], serde_json::json!({ "name": "Ann", "email": "ann@news.example" }));
}

#[test]
fn a_success_is_one_only_with_a_comment_in_it() {
    let item = r#"{"id": "77", "content_text": "Well said", "authors": [{"name": "Ann"}], "date_published": "2026-01-02T00:00:00Z"}"#;
    for (code, status) in [(200, Status::Published), (201, Status::Published), (202, Status::Pending)] {
        let Outcome::Stored(comment) = outcome(code, item) else { panic!("{code}") };
        assert_eq!((comment.id.as_str(), comment.status, comment.own), ("77", status, true));
        assert_eq!(comment.article, sent().article);
        // A captive portal, a proxy, half an answer.
        for body in ["", "<!doctype html><title>Welcome to our wifi</title>", "{", "{}", "[]", "null", &item[..40]] {
            assert_eq!(outcome(code, body), later(None), "{code} {body}");
        }
    }
    let waiting = Comment { status: Status::Pending, ..sent() };
    assert_eq!(outcome(409, ""), Outcome::Stored(Box::new(waiting)), "only the thread tells whether everybody sees it");
}

#[test]
fn refusals_say_what_and_where() {
    let problem = r#"{"type": "about:blank", "title": "Unprocessable", "status": 422, "errors": [
        {"field": "email", "detail": "No such host."}, {"field": "mood", "detail": "x"}, {"field": "comment"}, 7, {}]}"#;
    let fields = vec![(Field::Email, "No such host.".to_owned()), (Field::Comment, String::new())];
    assert_eq!(outcome(422, problem), Outcome::Refused(Refusal::Fields(fields.clone())));
    assert_eq!(outcome(400, problem), Outcome::Refused(Refusal::Fields(fields)));
    let other = |status, detail: &str| Outcome::Refused(Refusal::Other { status, detail: detail.into() });
    assert_eq!(
        outcome(422, r#"{"title": "Spam", "detail": "We think this is spam."}"#),
        other(422, "We think this is spam.")
    );
    // What turns words would turn ours, in whose middle these stand.
    assert_eq!(outcome(422, "{\"detail\": \"No \u{202e}evil\u{2066}\"}"), other(422, "No evil"));
    assert_eq!(outcome(400, r#"{"title": "Spam"}"#), other(400, "Spam"));
    assert_eq!(outcome(400, "<p>no</p>"), other(400, ""));
    assert_eq!(outcome(404, ""), other(404, ""));
    assert_eq!(outcome(405, r#"{"detail": 5}"#), other(405, ""));
    assert_eq!(outcome(401, ""), Outcome::Refused(Refusal::LogIn));
    assert_eq!(outcome(403, "x"), Outcome::Refused(Refusal::Closed));
    assert_eq!(outcome(413, ""), Outcome::Refused(Refusal::TooLarge));
}

#[test]
fn what_became_of_an_earlier_try_a_later_failure_does_not_tell() {
    assert_eq!(outcome(403, "").in_doubt(), Outcome::Refused(Refusal::ThisTime(Box::new(Refusal::Closed))));
    assert_eq!(outcome(429, "").in_doubt(), later(None));
    assert!(matches!(outcome(409, "").in_doubt(), Outcome::Stored(_)));
}

#[test]
fn what_may_pass_is_sent_again() {
    for status in [408, 425, 429, 500, 502, 503, 504, 599] {
        let expected = Outcome::Later { after: None, perhaps_there: status != 429 };
        assert_eq!(outcome(status, "<p>oops</p>"), expected, "{status}");
    }
    let after = |text: &str| {
        let answer = Answer { status: 429, retry_after: Some(text.into()), ..Answer::default() };
        // 2026-11-24T17:00:00Z
        done(&answer, 1_795_539_600_000)
    };
    assert_eq!(after(" 120 "), Outcome::Later { after: Some(120), perhaps_there: false });
    assert_eq!(after("Tue, 24 Nov 2026 17:01:30 GMT"), Outcome::Later { after: Some(90), perhaps_there: false });
    assert_eq!(after("Tue, 24 Nov 2020 17:01:30 GMT"), Outcome::Later { after: Some(0), perhaps_there: false });
    assert_eq!(after("soon"), Outcome::Later { after: None, perhaps_there: false });
    assert_eq!(after("-5"), Outcome::Later { after: None, perhaps_there: false });
}
