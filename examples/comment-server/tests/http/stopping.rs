//! How a server ends, and what it leaves behind.

use std::{
    io::{Read, Write},
    net::TcpStream,
};

use super::{
    client::send,
    database::Database,
    server::{Server, comment, id},
};

/// A request that is under way when the server is told to stop is answered, and what it brought is kept.
pub fn gracefully(database: &Database) {
    let server = Server::start(database, &[]);
    let body = comment(1).to_string();
    let mut stream = TcpStream::connect(server.address).expect("the server listens");
    let head = format!(
        "POST /comments HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nIdempotency-Key: {}\r\nExpect: 100-continue\r\n\
         Content-Length: {}\r\n\r\n",
        id(1),
        body.len()
    );
    stream.write_all(head.as_bytes()).expect("the server reads");
    // The server asks for the body, so it is at work on this request.
    let mut asked = [0; 25];
    stream.read_exact(&mut asked).expect("the server asks for the body");
    assert_eq!(&asked, b"HTTP/1.1 100 Continue\r\n\r\n");
    let stopping = std::thread::spawn(|| server.stop());
    stream.write_all(body.as_bytes()).expect("the server reads on");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("the server answers, and closes the connection");
    assert!(answer.starts_with("HTTP/1.1 201 "), "{answer}");
    let (well, log) = stopping.join().expect("the server stops");
    assert!(well && log.ends_with('}') && log.contains("\"stopped\""), "{log}");
    let server = Server::start(database, &[]);
    assert_eq!(server.get("?article=a").ids(), [id(1)]);
}

pub fn nothing_personal_in_the_log(database: &Database) {
    let server = Server::start(database, &[]);
    server.post_with(&comment(1), &[("User-Agent", "Secretfox"), ("Referer", "https://secret.example/")]);
    server.get("?article=secret");
    send(server.address, "GET", "/secret", &[], b"");
    let (_, log) = server.stop();
    assert!(log.contains(&id(1)) && log.contains("\"status\":404"), "{log}");
    for word in ["ecret", "Ann", "Comment 1", "127.0.0.1", "ann.example"] {
        assert!(!log.contains(word), "{word} is in the log: {log}");
    }
}

/// The table is gone: the reader is told to try again, and nothing about the database.
pub fn the_database_goes_away(database: &Database) {
    let server = Server::start(database, &[]);
    sqlx::any::install_default_drivers();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let pool = sqlx::AnyPool::connect(&database.url).await.expect("the database is there");
        sqlx::query("ALTER TABLE comments RENAME TO gone").execute(&pool).await.expect("it is renamed");
    });
    for answer in [server.get("?article=a"), server.get("?recent=1"), server.post(&comment(1))] {
        assert_eq!((answer.status, answer.problem().as_str()), (503, "unavailable"));
        assert_eq!(answer.header("retry-after"), Some("5"));
        assert!(!answer.body.contains("table") && !answer.body.contains("relation"), "{}", answer.body);
    }
    let (_, log) = server.stop();
    assert!(log.contains("\"database\""), "{log}");
}
