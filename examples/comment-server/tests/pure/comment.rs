use comment_server::comment::{CommentId, Limits, is_article_id, is_email, read, text::cut, website};
use serde_json::json;

#[test]
fn ids_are_uuids_in_small_letters() {
    assert!(CommentId::parse("0f8fad5b-d9cb-469f-a165-70867728950e").is_some());
    let wrong = [
        "",
        "0F8FAD5B-D9CB-469F-A165-70867728950E",
        "0f8fad5bd9cb469fa16570867728950e",
        "0f8fad5b-d9cb-469f-a165-70867728950",
        "0f8fad5b-d9cb-469f-a165-70867728950e-",
        "0f8fad5b-d9cb-469f-a165-7086772895üe",
        "{0f8fad5b-d9cb-469f-a165-70867728950e}",
    ];
    for text in wrong {
        assert_eq!(CommentId::parse(text), None, "{text}");
    }
}

#[test]
fn email_addresses_are_those_of_html() {
    for text in ["a@b", "a.b+c@d-e.example", "o'neil@x.example", "..@1"] {
        assert!(is_email(text), "{text}");
    }
    let long = format!("a@{}", "b".repeat(64));
    for text in ["", "a", "@b", "a@", "a@b@c", "a b@c", "a@-b", "a@b-", "a@b..c", "ü@b", "a@ü", &long] {
        assert!(!is_email(text), "{text}");
    }
}

#[test]
fn websites_are_of_the_web() {
    assert_eq!(website("HTTPS://Ann.Example").as_deref(), Some("https://ann.example/"));
    assert_eq!(website("https://ä.example/ö").as_deref(), Some("https://xn--4ca.example/%C3%B6"));
    let wrong = ["", "ann.example", "//ann.example", "javascript:alert(1)", "data:,x", "ftp://a.example", "mailto:a@b"];
    for text in
        wrong.into_iter().chain(["http://", "https://u@a.example", "https://u:p@a.example", "https://:p@a.example"])
    {
        assert_eq!(website(text), None, "{text}");
    }
}

#[test]
fn articles_ids_are_those_of_feeds() {
    for id in ["a", "https://news.example/ä?b#c", "12", "a b"] {
        assert!(is_article_id(id), "{id}");
    }
    let long = "x".repeat(Limits::ARTICLE + 1);
    for id in ["", " ", "\u{200b}", " a", "a\n", "a\u{0}b", &long] {
        assert!(!is_article_id(id), "{id}");
    }
}

#[test]
fn texts_are_cut_between_characters() {
    assert_eq!(["", "ü", "ü", "üx", "üx"], [1, 2, 2, 3, 99].map(|limit| cut("üx", limit)));
}

/// The errors come all at once, in the form's order, and in its words.
#[test]
fn everything_wrong_is_named() {
    let body = json!({ "author": { "email": "x", "url": "x" } });
    let errors = read(&body).expect_err("nothing is right");
    let fields: Vec<&str> = errors.iter().map(|error| error.field).collect();
    assert_eq!(fields, ["id", "article", "comment", "name", "email", "website"]);
    assert_eq!(errors[2].detail, "Please enter your comment!");
    assert_eq!(errors[3].detail, "Please enter your name here");
    assert_eq!(errors[4].detail, "You have entered an incorrect email address!");
}

#[test]
fn a_long_headline_is_cut() {
    let title = "ü".repeat(600);
    let body = json!({
        "id": "0f8fad5b-d9cb-469f-a165-70867728950e",
        "article": { "id": "a", "title": title },
        "author": { "name": "Ann" },
        "content_text": "x",
    });
    let comment = read(&body).expect("a reader cannot help a long headline");
    assert_eq!(comment.words().article.title, Some("ü".repeat(500)));
}
