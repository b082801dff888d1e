//! The `isso` service, on answers of a real Isso (tests/fixtures/isso/record.mjs).

use std::sync::Arc;

use news_widget::{
    comments::{
        model::{Comment, Status},
        services::{
            Form, Service,
            exchange::{Answer, Change, Changed, Errand, Method, Next, Outcome, Page, Refusal, Request, Stage},
            isso,
        },
        thread::{Order, Thread},
        validate::Field,
    },
    feed::{ArticleRef, Author, Content, Date, FeedError, Item, UrlParser},
};
use serde_json::{Value, json};

use super::{StrictUrls, id, item, url};

const FIRST: &str = include_str!("../../fixtures/isso/first.json");
const SECOND: &str = include_str!("../../fixtures/isso/second.json");
const REPLIES: &str = include_str!("../../fixtures/isso/replies.json");
const PLAIN: &str = include_str!("../../fixtures/isso/plain.json");
const NEW: &str = include_str!("../../fixtures/isso/new.json");
const REPLY_TO_REPLY: &str = include_str!("../../fixtures/isso/reply-to-reply.json");
const LATEST: &str = include_str!("../../fixtures/isso/latest.json");
const INFO: &str = include_str!("../../fixtures/isso/info.json");
const REMOVED: &str = include_str!("../../fixtures/isso/removed.json");
const REFUSALS: &str = include_str!("../../fixtures/isso/refusals.json");

const THREAD: &str = "https://c.example/?uri=%2F2026%2Fcaf%25C3%25A9%2F&limit=50&nested_limit=5";

fn article() -> Item {
    Item {
        title: Some("A story".into()), url: Some(url("https://news.example/2026/café/?from=feed#top")), ..item("a")
    }
}

fn page_at(body: &str, address: &str) -> Page {
    isso::page(body.as_bytes(), &url(address), &article(), &StrictUrls).unwrap()
}

fn ids(comments: &[Comment]) -> Vec<&str> {
    comments.iter().map(|comment| comment.id.as_str()).collect()
}

/// Under whom there are more, how many, and where.
fn more(page: &Page) -> Vec<(Option<&str>, Option<u64>, &str)> {
    page.more.iter().map(|more| (more.under.as_ref().map(|id| id.as_str()), more.count, more.url.as_str())).collect()
}

#[test]
fn a_thread_is_called_by_the_articles_path() {
    for service in ["https://c.example", "https://c.example/", "https://c.example//?x=1#y"] {
        assert_eq!(isso::thread(&url(service), &article()).unwrap().as_str(), THREAD);
    }
    let below = isso::thread(&url("https://c.example/isso"), &article()).unwrap();
    assert!(below.as_str().starts_with("https://c.example/isso/?uri="), "{below}");
    let root = Item { url: Some(url("https://news.example")), ..article() };
    assert!(isso::thread(&url("https://c.example"), &root).unwrap().as_str().contains("uri=%2F&"));
}

#[test]
fn an_article_without_an_address_has_no_thread() {
    let article = Item { url: None, ..article() };
    assert_eq!(isso::thread(&url("https://c.example"), &article), None);
    assert_eq!(Service::Isso.form(&article), Form::Closed);
}

#[test]
fn comments_are_read_as_they_were_written() {
    let page = page_at(PLAIN, THREAD);
    let [first, reply, .., anonymous_reply, _] = page.comments.as_slice() else { panic!() };
    assert_eq!(first.author.name.as_deref(), Some("Ann <a> & Co"));
    assert_eq!(first.author.url, Some(url("https://ann.example/?a=1&b=2")));
    assert_eq!(first.date.unwrap().millis() / 1000, 1_795_831_448);
    assert_eq!((first.status, first.own, &first.parent), (Status::Published, false, &None));
    assert_eq!(first.article.as_ref().unwrap().id, id("a"));
    assert_eq!((reply.parent.clone(), reply.author.name.as_deref()), (Some(id("1")), Some("Bob")));
    assert_eq!(anonymous_reply.author.url, None);
    assert_eq!(page.comments[3].author, Author::default());
    assert_eq!((page.total, page.more.len(), page.skipped.len()), (Some(8), 0, 0));
    let html = page_at(FIRST, THREAD);
    assert_eq!(html.comments[1].content, Content::Html("<p>A reply.</p>".into()));
}

#[test]
fn what_was_taken_away_keeps_its_place_and_does_not_count() {
    let page = page_at(FIRST, THREAD);
    let removed = &page.comments[0];
    assert_eq!((removed.status, &removed.content), (Status::Removed, &Content::None));
    assert_eq!(removed.author, Author::default());
    assert_eq!(page.total, Some(7));
    let thread = Thread::new(page.comments);
    assert_eq!(thread.count(), 3);
    let rows = thread.rows(Order::Oldest);
    assert_eq!(rows[1].in_reply_to.as_ref().unwrap().id, id("1"));
}

#[test]
fn pages_lead_to_the_rest_of_the_thread_and_of_its_replies() {
    let first = page_at(FIRST, THREAD);
    assert_eq!(ids(&first.comments), ["1", "2", "4", "5"]);
    let (under_1, under_4) = (format!("{THREAD}&parent=1&offset=1"), format!("{THREAD}&parent=4&offset=1"));
    let next = format!("{THREAD}&offset=2");
    assert_eq!(
        more(&first),
        [(Some("1"), Some(1), &*under_1), (Some("4"), Some(2), &*under_4), (None, Some(1), &*next)]
    );

    let second = page_at(SECOND, &next);
    assert_eq!((ids(&second.comments), second.more.len()), (vec!["8"], 0));

    let replies = page_at(REPLIES, &under_4);
    assert_eq!((ids(&replies.comments), replies.more.len(), replies.total), (vec!["6", "7"], 0, None));
    assert!(replies.comments.iter().all(|reply| reply.parent == Some(id("4"))));
}

#[test]
fn further_pages_lead_further() {
    let further = |body: &str, start: &str| {
        let body = body.replace("\"hidden_replies\": 0", "\"hidden_replies\": 9");
        let page = page_at(&body, &format!("{start}&offset=40"));
        page.more.last().unwrap().url.to_string()
    };
    assert_eq!(further(SECOND, THREAD), format!("{THREAD}&offset=41"));
    let replies = format!("{THREAD}&parent=4");
    assert_eq!(further(REPLIES, &replies), format!("{replies}&offset=42"));
    // Others of the same server's answers: none, and more than none of nothing.
    let nothing = r#"{"id": null, "total_replies": 3, "hidden_replies": 3, "replies": []}"#;
    assert_eq!(page_at(nothing, THREAD).more, []);
    let fewer = r#"{"id": null, "total_replies": 1, "hidden_replies": -4, "replies": [{"id": 1}]}"#;
    assert_eq!(page_at(fewer, THREAD).more, []);
}

#[test]
fn broken_answers_cost_themselves() {
    let read = |body: &str| isso::page(body.as_bytes(), &url(THREAD), &article(), &StrictUrls);
    assert_eq!(read("").unwrap_err(), FeedError::Empty);
    assert_eq!(read("<html>").unwrap_err(), FeedError::Html);
    assert_eq!(read("[]").unwrap_err(), FeedError::NoId);
    assert_eq!(read(r#"{"items": []}"#).unwrap_err(), FeedError::NoId);
    assert_eq!(isso::site(b"{}", &StrictUrls).unwrap_err(), FeedError::NoId);

    let page = read(r#"{"replies": [{"text": "no id"}, {"id": "x"}, 7, {"id": 3, "created": "soon", "author": " ", "website": "mailto:x",
        "parent": "x", "text": 5, "mode": null, "replies": {}}, {"id": 9, "created": 12, "replies": [{}]}], "total_replies": "x"}"#)
    .unwrap();
    assert_eq!((ids(&page.comments), page.skipped.len(), page.total), (vec!["3", "9"], 4, None));
    let bare = &page.comments[0];
    assert_eq!((&bare.author, &bare.content, bare.date), (&Author::default(), &Content::None, None));
    assert_eq!(page.comments[1].date, Some(Date::from_millis(12_000)));
}

#[test]
fn seconds_become_a_date() {
    let date = |created: &str| {
        let body = format!(r#"{{"replies": [{{"id": 1, "created": {created}}}]}}"#);
        page_at(&body, THREAD).comments[0].date.map(Date::millis)
    };
    assert_eq!(date("1795344295.8636708"), Some(1_795_344_295_863));
    assert_eq!(date("1795344295.05"), Some(1_795_344_295_050));
    assert_eq!(date("0.0"), Some(0));
    assert_eq!(date("1e9"), None);
    assert_eq!(date("9999999999999999999"), None);
    assert_eq!(date("9223372036854775807"), None);
    assert_eq!(date("null"), None);
}

#[test]
fn recent_comments_find_their_articles_by_the_path() {
    let service = url("https://c.example/");
    assert_eq!(isso::recent(&service, 5).as_str(), "https://c.example/latest?limit=50");
    let mut comments = isso::site(LATEST.as_bytes(), &StrictUrls).unwrap();
    assert_eq!(ids(&comments), ["5", "6", "7"]);
    let path = "/2026/caf%C3%A9/";
    assert_eq!(comments[0].article, Some(ArticleRef { id: id(path), title: Some(path.into()), url: None }));
    isso::name_articles(&mut comments, &[Arc::new(item("b")), Arc::new(article())]);
    let named = comments[0].article.as_ref().unwrap();
    assert_eq!((named.id.as_str(), named.title.as_deref()), ("a", Some("A story")));
}

fn sent(parent: Option<&str>) -> Comment {
    Comment {
        id: id("6f9619ff-8b86-4d01-b42d-00cf4fc964ff"),
        parent: parent.map(id),
        author: Author { name: Some("Ann <a> & Co".into()), url: Some(url("https://ann.example/")), avatar: None },
        content: Content::Text("First, with **bold**, <b>tags</b> & \"quotes\".\nA line.".into()),
        date: Some(Date::from_millis(5)),
        url: None,
        article: Some(ArticleRef { id: id("a"), title: Some("A story".into()), url: article().url }),
        status: Status::Published,
        own: true,
        by_author: false,
    }
}

fn said_by(name: &str, text: &str, parent: Option<&str>) -> Comment {
    let author = Author { name: Some(name.into()), ..Author::default() };
    Comment { author, content: Content::Text(text.into()), ..sent(parent) }
}

fn with<T>(comment: &Comment, perhaps_there: bool, run: impl FnOnce(&Errand) -> T) -> T {
    let address = url("https://c.example/isso");
    let urls: &dyn UrlParser = &StrictUrls;
    let now = Date::from_millis(0);
    run(&Errand {
        address: &address,
        comment,
        email: Some("ann@news.example"),
        perhaps_there,
        insists: false,
        now,
        urls,
    })
}

fn asked(next: Next) -> (Stage, Request) {
    match next {
        Next::Ask(stage, request) => (stage, request),
        Next::Done(outcome) => panic!("{outcome:?}"),
    }
}

fn answer(status: u16, body: &str) -> Answer {
    Answer { status, body: body.into(), ..Answer::default() }
}

fn after(comment: &Comment, stage: &Stage, status: u16, body: &str) -> Next {
    with(comment, true, |errand| isso::then(errand, stage, &answer(status, body)))
}

fn outcome(status: u16, body: &str) -> Outcome {
    match after(&sent(None), &Stage::Send, status, body) {
        Next::Done(outcome) => outcome,
        Next::Ask(stage, _) => panic!("{stage:?}"),
    }
}

const LOOK: Stage = Stage::Look(String::new());

#[test]
fn a_comment_is_posted_with_all_that_isso_wants() {
    let (stage, request) = asked(with(&sent(Some("12")), false, isso::first));
    assert_eq!((stage, request.method, request.credentials), (Stage::Send, Method::Post, true));
    assert_eq!(request.url.as_str(), "https://c.example/isso/new?uri=%2F2026%2Fcaf%25C3%25A9%2F");
    // Anything more would fail the preflight.
    assert_eq!(request.headers, [("Content-Type", "application/json".to_owned())]);
    let body: Value = serde_json::from_str(request.body.as_deref().unwrap()).unwrap();
    assert_eq!(
        body,
        json!({ "text": "First, with **bold**, <b>tags</b> & \"quotes\".\nA line.", "author": "Ann <a> & Co",
            "email": "ann@news.example", "website": "https://ann.example/", "parent": 12, "title": "A story" })
    );

    let nameless = ArticleRef { title: None, ..sent(None).article.unwrap() };
    let (_, request) = asked(with(&Comment { article: Some(nameless), ..sent(Some("x")) }, false, isso::first));
    let body: Value = serde_json::from_str(request.body.as_deref().unwrap()).unwrap();
    assert_eq!((&body["title"], body.get("parent")), (&json!("/2026/caf%C3%A9/"), None));

    let nowhere = ArticleRef { url: None, ..sent(None).article.unwrap() };
    let refused = with(&Comment { article: Some(nowhere), ..sent(None) }, false, isso::first);
    assert_eq!(refused, Next::Done(Outcome::Refused(Refusal::Closed)));
}

#[test]
fn a_success_names_the_comment() {
    for (code, status) in [(201, Status::Published), (202, Status::Pending)] {
        let Outcome::Stored(comment) = outcome(code, NEW) else { panic!("{code}") };
        assert_eq!((comment.id.as_str(), comment.status, comment.own), ("1", status, true));
        assert_eq!(comment.article, sent(None).article);
        assert!(matches!(&comment.content, Content::Html(html) if html.contains("<strong>bold</strong>")));
        for body in ["", "<!doctype html><title>Welcome to our wifi</title>", "{", "{}", "[]", "null", &NEW[..40]] {
            assert_eq!(outcome(code, body), Outcome::Later { after: None, perhaps_there: true }, "{code} {body}");
        }
    }
    // It answers comment 2, and stands under 1.
    let Outcome::Stored(reply) = outcome(201, REPLY_TO_REPLY) else { panic!() };
    assert_eq!((reply.id.clone(), reply.parent.clone()), (id("3"), Some(id("1"))));
}

#[test]
fn refusals_say_what_and_where() {
    let refusals: Value = serde_json::from_str(REFUSALS).unwrap();
    let recorded = |name: &str| {
        let refusal = &refusals[name];
        outcome(u16::try_from(refusal["status"].as_u64().unwrap()).unwrap(), refusal["body"].as_str().unwrap())
    };
    for (name, field, detail) in [
        ("short", Field::Comment, "text is too short (minimum length: 3)"),
        ("missing", Field::Comment, "text is missing"),
        ("long", Field::Comment, "text is too long (maximum length: 65535)"),
        ("email", Field::Email, "email address required but not provided"),
        ("email-long", Field::Email, ""),
        ("website", Field::Website, ""),
        ("website-long", Field::Website, ""),
        ("name-type", Field::Name, "author must be a string or null"),
    ] {
        let fields = Refusal::Fields(vec![(field, detail.to_owned())]);
        assert_eq!(recorded(name), Outcome::Refused(fields), "{name}");
    }
    for (name, status, detail) in [
        ("parent", 400, "parent must be an integer or null"),
        ("no-uri", 400, "missing uri query"),
        ("forged", 403, "CSRF"),
    ] {
        let other = Refusal::Other { status, detail: detail.into() };
        assert_eq!(recorded(name), Outcome::Refused(other), "{name}");
    }
    assert_eq!(recorded("direct"), Outcome::Refused(Refusal::Enough));
    assert_eq!(recorded("self"), Outcome::Refused(Refusal::OwnReply));
    assert_eq!(recorded("too-large"), Outcome::Refused(Refusal::TooLarge));
    // Not stored, and in a minute it may be.
    assert_eq!(recorded("rate"), Outcome::Later { after: Some(60), perhaps_there: false });
}

#[test]
fn what_others_answer_is_no_sentence_of_issos() {
    let other = |status, detail: &str| Outcome::Refused(Refusal::Other { status, detail: detail.into() });
    assert_eq!(outcome(404, "<h1>404</h1>"), other(404, ""));
    assert_eq!(outcome(403, &format!("<p>{}</p>", "Blocked. ".repeat(99))), other(403, ""));
    assert_eq!(outcome(403, "<p>a &lt; b <i>c</i></p><p>d</p>"), other(403, "a < b c"));
    assert_eq!(outcome(401, ""), Outcome::Refused(Refusal::LogIn));
    assert_eq!(outcome(502, "<p>oops</p>"), Outcome::Later { after: None, perhaps_there: true });
    assert_eq!(outcome(429, ""), Outcome::Later { after: None, perhaps_there: false });
}

#[test]
fn before_a_retry_it_looks_whether_the_comment_is_there() {
    let (stage, request) = asked(with(&sent(None), true, isso::first));
    assert_eq!((stage, request.method), (LOOK, Method::Get));
    assert_eq!(request.url.as_str(), "https://c.example/isso/?uri=%2F2026%2Fcaf%25C3%25A9%2F&plain=1");

    let found = |comment: &Comment| match after(comment, &LOOK, 200, PLAIN) {
        Next::Done(Outcome::Stored(found)) => Some(found),
        Next::Ask(Stage::Locate, request) if request.url.as_str() == "https://c.example/isso/info" => None,
        other => panic!("{other:?}"),
    };
    let first = found(&sent(None)).unwrap();
    assert_eq!((first.id.clone(), first.own, first.status), (id("1"), true, Status::Published));
    assert_eq!((first.content, first.article), (sent(None).content, sent(None).article));
    // A reply to a reply stands under the comment at the top.
    assert_eq!(found(&said_by("Cid", "A reply to the reply.", Some("2"))).unwrap().parent, Some(id("1")));
    assert!(found(&said_by("Cid", "A reply to the reply.", Some("1"))).is_some());
    // Whom it answers is gone, and so is its place.
    assert!(found(&said_by("Cid", "A reply to the reply.", Some("77"))).is_some());
    for other in [
        said_by("Cid", "A reply to the reply.", None),
        said_by("Cid", "A reply to the reply.", Some("4")),
        said_by("Bob", "A reply to the reply.", Some("2")),
        said_by("Cid", "a reply to the reply.", Some("2")),
        sent(Some("1")),
    ] {
        assert!(found(&other).is_none(), "{other:?}");
    }
}

#[test]
fn it_is_sent_again_only_where_nobody_could_be_holding_it() {
    let (stage, _) = asked(after(&sent(None), &Stage::Locate, 200, INFO));
    assert_eq!(stage, Stage::Send);
    for (status, body) in
        [(200, r#"{"version": "0.14.0", "moderation": true}"#), (200, "{}"), (200, "<html>"), (404, INFO), (500, "")]
    {
        assert_eq!(after(&sent(None), &Stage::Locate, status, body), Next::Done(Outcome::Unknown), "{body}");
    }
    // Who has been told that it may be doubled, and insists, is taken at their word.
    let comment = sent(None);
    with(&comment, true, |errand| {
        let insists = Errand { insists: true, ..*errand };
        let looked = |thread: &str| isso::then(&insists, &LOOK, &answer(200, thread));
        assert_eq!(asked(looked(r#"{"replies": []}"#)).0, Stage::Send);
    });
    // Who cannot look does not know.
    for (status, body) in [(200, ""), (200, "{}"), (404, ""), (429, ""), (500, "")] {
        let later = Next::Done(Outcome::Later { after: None, perhaps_there: true });
        assert_eq!(after(&sent(None), &LOOK, status, body), later, "{status} {body}");
    }
}

#[test]
fn the_cookie_says_how_long_a_comment_may_be_changed() {
    let until = |cookie: Option<&str>| {
        let answer = Answer { set_cookie: cookie.map(str::to_owned), ..answer(201, NEW) };
        isso::changeable(&answer, Date::from_millis(1_000)).map(Date::millis)
    };
    let cookie = "isso-1=WzEsI.awLHpw.9Acz; Expires=Sun, 22 Nov 2026 10:59:55 GMT; Max-Age=900; Path=/; SameSite=Lax";
    assert_eq!(until(Some(cookie)), Some(896_000));
    assert_eq!(until(Some("isso-1=x; Path=/")), None);
    assert_eq!(until(Some("isso-1=x; Max-Age=soon")), None);
    assert_eq!(until(None), None);
}

#[test]
fn changes_are_asked_for_with_the_cookie() {
    let ask = |change| isso::change(&url("https://c.example/isso/"), &id("7"), change);
    let edit = ask(Change::Text("Better \"said\"."));
    assert_eq!((edit.method, edit.url.as_str(), edit.credentials), (Method::Put, "https://c.example/isso/id/7", true));
    assert_eq!(edit.body.as_deref(), Some(r#"{"text":"Better \"said\"."}"#));
    assert_eq!(edit.headers, [("Content-Type", "application/json".to_owned())]);
    let removal = ask(Change::Removal);
    assert_eq!((removal.method, removal.credentials), (Method::Delete, true));
    assert_eq!((removal.body, removal.headers), (None, Vec::new()));
}

#[test]
fn what_is_left_of_a_comment_is_what_the_server_says() {
    let changed = |status, body: &str| isso::changed(&sent(None), &answer(status, body), &StrictUrls);
    let Changed::Done(Some(edited)) = changed(200, NEW) else { panic!() };
    assert_eq!((edited.own, edited.status, edited.article), (true, Status::Published, sent(None).article));
    let Changed::Done(Some(place)) = changed(200, REMOVED) else { panic!() };
    assert_eq!((place.status, place.content), (Status::Removed, Content::None));
    assert_eq!(changed(200, "null"), Changed::Done(None));
    for body in ["", "{}", "<p>Welcome to our wifi</p>"] {
        assert_eq!(changed(200, body), Changed::Unknown, "{body}");
    }
    assert_eq!(changed(403, "<p>You don&#39;t have the permission</p>"), Changed::TooLate);
    assert_eq!(changed(500, ""), Changed::Unknown);
    let short = Refusal::Fields(vec![(Field::Comment, "text is too short (minimum length: 3)".into())]);
    assert_eq!(changed(400, "<p>text is too short (minimum length: 3)</p>"), Changed::Refused(short));
}
