//! Comments that wait, and what the moderator's commands do to them.

use super::{
    database::Database,
    server::{Server, comment, id, moderate, with},
};

fn done(database: &Database, arguments: &[&str]) -> String {
    let output = moderate(database, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("the commands write UTF-8")
}

pub fn held_published_deleted(database: &Database) {
    let server = Server::start(database, &[("MODERATION", "on")]);
    for n in 1..=3 {
        let answer = server.post(&with(comment(n), "/author/name", "An\u{1b}[31mn"));
        assert_eq!((answer.status, answer.json()["id"].as_str()), (202, Some(id(n).as_str())));
    }
    let retry = server.post(&with(comment(1), "/author/name", "An\u{1b}[31mn"));
    assert_eq!(retry.status, 202);
    assert!(server.get("?article=a").ids().is_empty());
    assert!(server.get("?recent=9").ids().is_empty());

    let list = done(database, &["pending"]);
    assert!(list.contains(&id(2)) && list.contains("| Comment 2") && list.contains("3 comments wait"), "{list}");
    assert!(!list.contains('\u{1b}'), "nothing that a terminal would obey");
    assert_eq!(done(database, &["publish", &id(2)]), "published\n");
    assert_eq!(done(database, &["delete", &id(1)]), "deleted\n");
    assert_eq!(server.get("?article=a").ids(), [id(2)]);
    assert_eq!(server.post(&with(comment(2), "/author/name", "An[31mn")).status, 200);

    // A late retry does not bring back what was deleted, and is told so.
    let answer = server.post(&comment(1));
    assert_eq!((answer.status, answer.problem().as_str()), (409, "deleted"));
    done(database, &["delete", &id(2)]);
    assert!(server.get("?article=a").ids().is_empty());
    assert!(done(database, &["pending"]).contains("1 comment waits"));
}

pub fn closed_and_opened(database: &Database) {
    let server = Server::start(database, &[]);
    assert_eq!(server.post(&comment(1)).status, 201);
    done(database, &["close", "a"]);
    let answer = server.post(&comment(2));
    assert_eq!((answer.status, answer.problem().as_str()), (403, "closed"));
    assert_eq!(server.post(&comment(1)).status, 200, "what is stored is stored");
    assert_eq!(server.post(&with(comment(3), "/article/id", "b")).status, 201);
    assert_eq!(server.get("?article=a").ids(), [id(1)]);
    done(database, &["open", "a"]);
    assert_eq!(server.post(&comment(2)).status, 201);
}

pub fn replies_to_what_waits(database: &Database) {
    let strict = Server::start(database, &[("MODERATION", "on")]);
    assert_eq!(strict.post(&comment(1)).status, 202);
    drop(strict);
    let server = Server::start(database, &[]);
    assert_eq!(server.post(&with(comment(2), "/parent", id(1))).status, 202, "it would answer nothing that is seen");
    done(database, &["publish", &id(1)]);
    assert_eq!(server.post(&with(comment(3), "/parent", id(1))).status, 201);
    done(database, &["delete", &id(1)]);
    let answer = server.post(&with(comment(4), "/parent", id(1)));
    assert_eq!((answer.status, answer.fields()), (422, vec!["parent".to_owned()]));
    assert_eq!(server.get("?article=a").ids(), [id(3)]);
}

pub fn commands_that_do_nothing(database: &Database) {
    let id = id(1);
    let cases = [
        (vec!["publish", id.as_str()], "no comment with this id waits"),
        (vec!["delete", &id], "there is no comment with this id"),
        (vec!["open", "a"], "this article is not closed"),
        (vec!["publish"], "publish takes one id"),
        (vec!["dance"], "there is no command dance"),
    ];
    for (arguments, message) in cases {
        let output = moderate(database, &arguments);
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && error.contains(message), "{arguments:?}: {error}");
    }
    assert!(done(database, &["help"]).contains("DATABASE_URL"));
}
