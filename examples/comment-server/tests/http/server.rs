//! The program itself, started as a publisher starts it.

use std::{
    io::{BufRead, BufReader},
    net::SocketAddr,
    process::{Child, Command, Output, Stdio},
    thread::JoinHandle,
};

use serde_json::{Value, json};

use super::{
    client::{Answer, send},
    database::Database,
};

pub struct Server {
    pub address: SocketAddr,
    child: Child,
    log: Option<JoinHandle<String>>,
}

/// The settings of a test: none of the machine's, and no limit that tests would run into.
fn command(database: &Database, settings: &[(&str, &str)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_comment-server"));
    command.env_clear().env("DATABASE_URL", &database.url).env("LISTEN", "127.0.0.1:0").env("RATE_LIMIT", "off");
    command.envs(settings.iter().copied());
    command
}

/// One of the moderator's commands.
pub fn moderate(database: &Database, arguments: &[&str]) -> Output {
    command(database, &[]).args(arguments).output().expect("the program is there")
}

impl Server {
    pub fn start(database: &Database, settings: &[(&str, &str)]) -> Self {
        let mut child = command(database, settings).stderr(Stdio::piped()).spawn().expect("the program is there");
        let mut lines = BufReader::new(child.stderr.take().expect("its log")).lines().map_while(Result::ok);
        let first = lines.next().unwrap_or_default();
        let event: Value = serde_json::from_str(&first).unwrap_or_else(|_| panic!("it does not start: {first}"));
        let address = event["address"].as_str().and_then(|text| text.parse().ok()).expect("it says where it listens");
        let log = std::thread::spawn(move || lines.collect::<Vec<_>>().join("\n"));
        Self { address, child, log: Some(log) }
    }

    pub fn get(&self, query: &str) -> Answer {
        send(self.address, "GET", &format!("/comments{query}"), &[], b"")
    }

    pub fn post(&self, comment: &Value) -> Answer {
        self.post_with(comment, &[])
    }

    /// Posts with more headers.
    pub fn post_with(&self, comment: &Value, headers: &[(&str, &str)]) -> Answer {
        let key = comment["id"].as_str().unwrap_or_default();
        let mut all = vec![("Content-Type", "application/json"), ("Idempotency-Key", key)];
        all.extend(headers);
        send(self.address, "POST", "/comments", &all, comment.to_string().as_bytes())
    }

    /// Tells the server to stop, and gives its log when it has: whether it ended well, and what it said.
    pub fn stop(mut self) -> (bool, String) {
        let told = Command::new("kill").arg(self.child.id().to_string()).status().expect("kill is there");
        assert!(told.success());
        let status = self.child.wait().expect("it ends");
        let log = self.log.take().map(|log| log.join().expect("the log is read"));
        (status.success(), log.unwrap_or_default())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The nth id.
pub fn id(n: usize) -> String {
    format!("00000000-0000-4000-8000-{n:012x}")
}

/// The nth comment on the article "a".
pub fn comment(n: usize) -> Value {
    json!({
        "id": id(n),
        "article": { "id": "a", "url": "https://news.example/a", "title": "A" },
        "parent": null,
        "author": { "name": "Ann", "email": "ann@secret.example", "url": "https://ann.example/" },
        "content_text": format!("Comment {n}"),
    })
}

/// `comment` with another value at `pointer`.
pub fn with(mut comment: Value, pointer: &str, value: impl Into<Value>) -> Value {
    *comment.pointer_mut(pointer).expect("a comment has this field") = value.into();
    comment
}
