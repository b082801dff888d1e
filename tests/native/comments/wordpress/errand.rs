//! Bringing a comment to WordPress, request by request.

use news_widget::{
    comments::{
        model::{Comment, Status},
        services::{
            exchange::{Answer, Errand, Method, Next, Outcome, Refusal, Request, Stage},
            wordpress::{first, then},
        },
        validate::Field,
    },
    feed::{ArticleRef, Author, Content, Date, ItemId, WebUrl},
};

use super::recorded;
use crate::comments::{StrictUrls, id, url};

struct Trip {
    address: WebUrl,
    comment: Comment,
    email: Option<&'static str>,
    perhaps_there: bool,
}

impl Trip {
    fn new(article: &str, perhaps_there: bool) -> Self {
        let article =
            ArticleRef { id: id(article), title: None, url: Some(url("https://wp.example/2026/lamp-on-the-quay/")) };
        let comment = Comment {
            id: id("6f9619ff-8b86-4d01-b42d-00cf4fc964ff"),
            parent: None,
            author: Author { name: Some("Ann & Sons".into()), url: Some(url("https://ann.example/")), avatar: None },
            content: Content::Text("At last! I could not see my own boat...".into()),
            date: Some(Date::from_millis(5)),
            url: None,
            article: Some(article),
            status: Status::Published,
            own: true,
            by_author: false,
        };
        Self { address: url("https://wp.example/wp-json/"), comment, email: Some("ann@readers.example"), perhaps_there }
    }

    fn errand(&self) -> Errand<'_> {
        Errand {
            address: &self.address,
            comment: &self.comment,
            email: self.email,
            perhaps_there: self.perhaps_there,
            insists: false,
            now: Date::from_millis(0),
            urls: &StrictUrls,
        }
    }

    fn first(&self) -> Next {
        first(&self.errand())
    }

    fn then(&self, stage: &Stage, status: u16, body: impl Into<Vec<u8>>) -> Next {
        then(&self.errand(), stage, &Answer { status, body: body.into(), ..Answer::default() })
    }

    /// What sending it comes to.
    fn sent(&self, status: u16, body: impl Into<Vec<u8>>) -> Outcome {
        done(self.then(&Stage::Send, status, body))
    }
}

fn ask(next: Next) -> (Stage, Request) {
    let Next::Ask(stage, request) = next else { panic!("{next:?}") };
    assert!(request.headers.iter().all(|(name, _)| *name == "Content-Type"), "no other passes the preflight");
    (stage, request)
}

fn done(next: Next) -> Outcome {
    let Next::Done(outcome) = next else { panic!("{next:?}") };
    outcome
}

/// A listing without any comment, on a page of so many.
fn nothing(pages: u8) -> String {
    format!(r#"{{"body": [], "status": 200, "headers": {{"X-WP-TotalPages": {pages}}}}}"#)
}

const LATER: Outcome = Outcome::Later { after: None, perhaps_there: false };
const PERHAPS: Outcome = Outcome::Later { after: None, perhaps_there: true };

#[test]
fn a_first_try_is_one_request() {
    let mut trip = Trip::new("5", false);
    trip.comment.parent = ItemId::new("2");
    let (stage, request) = ask(trip.first());
    assert_eq!((stage, request.method), (Stage::Send, Method::Post));
    assert_eq!(request.url.as_str(), "https://wp.example/wp-json/wp/v2/comments");
    assert!(!request.credentials);
    let body: serde_json::Value = serde_json::from_str(request.body.as_deref().unwrap()).unwrap();
    assert_eq!(
        body,
        serde_json::json!({
            "post": 5, "parent": 2, "author_name": "Ann &amp; Sons", "author_email": "ann@readers.example",
            "author_url": "https://ann.example/", "content": "At last! I could not see my own boat..."
        })
    );
}

#[test]
fn an_answer_to_what_wordpress_has_no_number_for_is_an_answer_to_the_article() {
    let mut trip = Trip::new("5", false);
    trip.comment.parent = ItemId::new("6f9619ff");
    let (_, request) = ask(trip.first());
    assert!(!request.body.unwrap().contains("parent"));
}

#[test]
fn a_slug_is_looked_up_first() {
    let trip = Trip::new("guid", false);
    let (stage, request) = ask(trip.first());
    assert_eq!((&stage, request.method), (&Stage::Locate, Method::Get));
    assert_eq!(request.url.parameter("slug").as_deref(), Some("lamp-on-the-quay"));
    let (next, request) = ask(trip.then(&stage, 200, recorded("lookup")));
    assert_eq!(next, Stage::Send);
    assert!(request.body.unwrap().starts_with(r#"{"post":5,"#));
    let unknown = Outcome::Refused(Refusal::Other { status: 404, detail: String::new() });
    assert_eq!(done(trip.then(&stage, 200, recorded("lookup-nothing"))), unknown);
    assert_eq!(done(trip.then(&stage, 503, "")), LATER);
    assert_eq!(done(trip.then(&stage, 200, "<p>Wifi</p>")), LATER);
}

#[test]
fn an_article_that_wordpress_cannot_know_is_refused() {
    let mut trip = Trip::new("guid", false);
    trip.comment.article.as_mut().unwrap().url = None;
    assert!(matches!(done(trip.first()), Outcome::Refused(Refusal::Other { status: 404, .. })));
}

#[test]
fn what_is_published_and_what_is_held() {
    let trip = Trip::new("5", false);
    let Outcome::Stored(comment) = trip.sent(201, recorded("created")) else { panic!() };
    assert_eq!((comment.id.as_str(), comment.status, comment.own), ("238", Status::Published, true));
    assert_eq!(comment.article, trip.comment.article);
    assert_eq!(comment.author.name.as_deref(), Some("Eve & Co"));
    let Outcome::Stored(comment) = trip.sent(201, recorded("held")) else { panic!() };
    assert_eq!(comment.status, Status::Pending);
    // What is taken for spam is told no more.
    let spam = String::from_utf8(recorded("held")).unwrap().replace(r#""hold""#, r#""spam""#);
    let Outcome::Stored(comment) = trip.sent(201, spam) else { panic!() };
    assert_eq!(comment.status, Status::Pending);
}

#[test]
fn a_success_is_one_only_with_a_comment_in_it() {
    for body in ["", "<!doctype html><title>Wifi</title>", "{", "{}", "[]", "null"] {
        assert_eq!(Trip::new("5", false).sent(200, body), PERHAPS, "{body}");
    }
}

#[test]
fn each_refusal_has_its_reason() {
    let closed = || Outcome::Refused(Refusal::Closed);
    let other = |status, detail: &str| Outcome::Refused(Refusal::Other { status, detail: detail.into() });
    let at = |field, detail: &str| Outcome::Refused(Refusal::Fields(vec![(field, detail.into())]));
    const TOO_LONG: &str = "Comment field exceeds maximum length allowed.";
    let expected = |when: &str| match when {
        "closed" | "a draft" => closed(),
        "behind a password" => other(401, "Sorry, you are not allowed to read the post for this comment."),
        "no such post" => other(403, "Sorry, you are not allowed to create this comment without a post."),
        "no text" => at(Field::Comment, "Invalid comment content."),
        "no name" => at(Field::Name, "Creating a comment requires valid author name and email values."),
        "no email" => at(Field::Email, "Creating a comment requires valid author name and email values."),
        "a wrong email" => at(Field::Email, "Invalid email address."),
        "a long name" => at(Field::Name, TOO_LONG),
        "a long email" => at(Field::Email, TOO_LONG),
        "a long website" => at(Field::Website, TOO_LONG),
        "a long text" => at(Field::Comment, TOO_LONG),
        "no JSON" => other(400, "Invalid JSON body passed."),
        _ => panic!("{when}"),
    };
    let refusals: Vec<serde_json::Value> = serde_json::from_slice(&recorded("refusals")).unwrap();
    assert_eq!(refusals.len(), 14);
    for refusal in &refusals[1..] {
        let when = refusal["when"].as_str().unwrap();
        let email = (when != "no email").then_some("ann@readers.example");
        let trip = Trip { email, ..Trip::new("5", false) };
        let status = refusal["status"].as_u64().unwrap() as u16;
        assert_eq!(trip.sent(status, refusal["body"].as_str().unwrap()), expected(when), "{when}");
    }
}

#[test]
fn logging_in_and_waiting() {
    let trip = Trip::new("5", false);
    let sent = |name| {
        let refusal: serde_json::Value = serde_json::from_slice(&recorded(name)).unwrap();
        trip.sent(refusal["status"].as_u64().unwrap() as u16, refusal["body"].as_str().unwrap())
    };
    assert_eq!(sent("refusal-login"), Outcome::Refused(Refusal::LogIn));
    assert_eq!(sent("refusal-flood"), Outcome::Later { after: Some(15), perhaps_there: false });
}

#[test]
fn a_servers_failure_is_no_refusal_and_a_plugins_refusal_no_failure() {
    let trip = Trip::new("5", false);
    for status in [408, 500, 502, 503] {
        assert_eq!(trip.sent(status, "<p>There has been a critical error on this website.</p>"), PERHAPS, "{status}");
    }
    let failed = r#"{"code": "internal_server_error", "message": "<p>There has been a critical error.</p>", "data": {"status": 500}}"#;
    assert_eq!(trip.sent(500, failed), PERHAPS);
    // An error that its plugin gave no status goes out as 500.
    let plugin = r#"{"code": "spam_word", "message": "We don&#8217;t like <b>that</b> word.", "data": null}"#;
    let detail = "We don’t like that word.".to_owned();
    assert_eq!(trip.sent(500, plugin), Outcome::Refused(Refusal::Other { status: 500, detail }));
    assert_eq!(trip.sent(429, ""), LATER, "who answers so has not done it");
    assert_eq!(trip.sent(413, "<p>Too large</p>"), Outcome::Refused(Refusal::TooLarge));
    assert_eq!(
        trip.sent(403, "<p>Firewall</p>"),
        Outcome::Refused(Refusal::Other { status: 403, detail: String::new() })
    );
}

#[test]
fn what_may_be_there_is_looked_for_before_it_is_sent_again() {
    let trip = Trip::new("5", true);
    let (stage, request) = ask(trip.first());
    assert_eq!(request.method, Method::Get);
    let asked = |name| request.url.parameter(name);
    assert_eq!(
        (asked("post").as_deref(), asked("parent").as_deref(), asked("order").as_deref()),
        (Some("5"), Some("0"), Some("desc"))
    );
    let Outcome::Stored(found) = done(trip.then(&stage, 200, recorded("thread"))) else { panic!() };
    assert_eq!((found.id.as_str(), found.own, found.status), ("2", true, Status::Published));
    let (next, _) = ask(trip.then(&stage, 200, nothing(1)));
    assert_eq!(next, Stage::Send);
    // Where nobody may look, WordPress itself is asked, by sending.
    assert_eq!(ask(trip.then(&stage, 200, recorded("thread-locked"))).0, Stage::Send);
    for (status, body) in [(503, ""), (200, "<p>Wifi</p>"), (200, "")] {
        assert_eq!(done(trip.then(&stage, status, body)), PERHAPS, "{status} {body}");
    }
}

#[test]
fn further_pages_are_looked_through_but_not_without_end() {
    let trip = Trip::new("5", true);
    let (mut stage, mut request) = ask(trip.first());
    for page in 1..10 {
        assert_eq!(request.url.parameter("page"), Some(page.to_string()));
        (stage, request) = ask(trip.then(&stage, 200, nothing(200)));
    }
    assert_eq!(request.url.parameter("page").as_deref(), Some("10"));
    assert_eq!(ask(trip.then(&stage, 200, nothing(200))).0, Stage::Send);
}

#[test]
fn the_same_words_under_another_comment_are_not_it() {
    let mut trip = Trip::new("5", true);
    trip.comment.parent = ItemId::new("3");
    let (stage, request) = ask(trip.first());
    assert_eq!(request.url.parameter("parent").as_deref(), Some("3"));
    assert_eq!(ask(trip.then(&stage, 200, recorded("thread"))).0, Stage::Send);
}

#[test]
fn a_duplicate_is_stored_as_it_is_listed_else_it_is_held() {
    let refusals: Vec<serde_json::Value> = serde_json::from_slice(&recorded("refusals")).unwrap();
    let duplicate = refusals[0]["body"].as_str().unwrap();
    for article in ["5", "guid"] {
        let trip = Trip::new(article, true);
        let (mut stage, request) = ask(trip.then(&Stage::Send, 409, duplicate));
        if article == "guid" {
            assert_eq!(request.url.parameter("slug").as_deref(), Some("lamp-on-the-quay"));
            (stage, _) = ask(trip.then(&stage, 200, recorded("lookup")));
        }
        assert!(matches!(stage, Stage::Look(_)));
        let Outcome::Stored(found) = done(trip.then(&stage, 200, recorded("thread"))) else { panic!() };
        assert_eq!((found.id.as_str(), found.status), ("2", Status::Published));
        // Never sent once more: what is in no list is held.
        let Outcome::Stored(held) = done(trip.then(&stage, 200, nothing(1))) else { panic!() };
        assert_eq!((&held.id, held.status), (&trip.comment.id, Status::Pending));
    }
}
