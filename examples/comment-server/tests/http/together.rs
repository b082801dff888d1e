//! Many at once.

use std::{collections::BTreeMap, thread};

use super::{
    database::Database,
    server::{Server, comment, id, moderate},
};

/// Posts comments from as many threads as there are entries; how often each status came.
fn at_once(posts: Vec<(&Server, usize)>) -> BTreeMap<u16, usize> {
    let mut statuses = BTreeMap::new();
    thread::scope(|scope| {
        let running: Vec<_> =
            posts.into_iter().map(|(server, n)| scope.spawn(move || server.post(&comment(n)).status)).collect();
        for post in running {
            *statuses.entry(post.join().expect("a post is answered")).or_default() += 1;
        }
    });
    statuses
}

pub fn one_id_many_times(database: &Database) {
    let server = Server::start(database, &[]);
    assert_eq!(at_once(vec![(&server, 1); 40]), BTreeMap::from([(201, 1), (200, 39)]));
    assert_eq!(server.get("?article=a").ids(), [id(1)]);
}

pub fn many_ids(database: &Database) {
    let server = Server::start(database, &[("PAGE_SIZE", "1000")]);
    assert_eq!(at_once((0..120).map(|n| (&server, n)).collect()), BTreeMap::from([(201, 120)]));
    let mut ids = server.get("?article=a").ids();
    ids.sort();
    assert_eq!(ids, (0..120).map(id).collect::<Vec<_>>());
}

/// Two servers start at the same moment on one empty database, and are both sent every comment several times at once: a
/// reader's browser may reach either, and try again at the other.
pub fn two_servers(database: &Database) {
    let servers: Vec<Server> = thread::scope(|scope| {
        let starting: Vec<_> = (0..2).map(|_| scope.spawn(|| Server::start(database, &[]))).collect();
        starting.into_iter().map(|server| server.join().expect("both start")).collect()
    });
    for round in 0..5 {
        let posts = (0..48).map(|n| (&servers[n % 2], round * 8 + n / 2 % 8)).collect();
        assert_eq!(at_once(posts), BTreeMap::from([(201, 8), (200, 40)]), "round {round}");
    }
    for server in &servers {
        let mut ids = server.get("?article=a").ids();
        ids.sort();
        assert_eq!(ids, (0..40).map(id).collect::<Vec<_>>());
    }
}

/// The moderator's commands are programs of their own, which write while the server does.
pub fn while_moderated(database: &Database) {
    let server = Server::start(database, &[("MODERATION", "on")]);
    assert_eq!(at_once((0..6).map(|n| (&server, n)).collect()), BTreeMap::from([(202, 6)]));
    thread::scope(|scope| {
        for n in 0..6 {
            let id = id(n);
            scope.spawn(move || assert!(moderate(database, &["publish", &id]).status.success()));
        }
        let posting = scope.spawn(|| at_once((6..60).map(|n| (&server, n)).collect()));
        assert_eq!(posting.join().expect("posts are answered"), BTreeMap::from([(202, 54)]));
    });
    assert_eq!(server.get("?article=a").ids().len(), 6);
}
