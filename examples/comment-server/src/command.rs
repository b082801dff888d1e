//! What the command line says. Pure.

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Serve.
    Serve,
    /// List the comments that wait.
    Pending,
    /// Publish one of them.
    Publish(String),
    /// Delete a comment.
    Delete(String),
    /// Take no more comments on an article.
    Close(String),
    /// Take them again.
    Open(String),
    /// Say how it is used.
    Help,
}

/// How it is used.
pub const USAGE: &str = "comment-server: the reference server of News widget's http comment service

  comment-server                 serves; the settings are in the environment
  comment-server pending         lists the comments that wait for a moderator
  comment-server publish ID      lets everybody see one of them
  comment-server delete ID       deletes a comment, published or not
  comment-server close ARTICLE   takes no more comments on the article with this id
  comment-server open ARTICLE    takes them again

DATABASE_URL     sqlite:comments.db, or postgres://user:password@host/database    sqlite:comments.db
LISTEN           address and port                                                 127.0.0.1:8090
MODERATION       on: comments wait; off: they are published at once               off
ALLOWED_ORIGINS  pages that may use the server: origins with spaces between, or * *
ARTICLE_ORIGINS  where the articles are that may be commented on, likewise        *
RATE_LIMIT       comments in a minute from one client, or off                     10
PROXIES          how many proxies of yours stand before the server                0
PAGE_SIZE        comments in one answer                                           100
CACHE_SECONDS    how long shared caches may answer in the server's place          5
";

impl Command {
    /// Reads the arguments behind the program's name, or says what is wrong with them.
    pub fn parse(arguments: &[String]) -> Result<Self, String> {
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        match arguments.as_slice() {
            [] | ["serve"] => Ok(Self::Serve),
            ["pending"] => Ok(Self::Pending),
            ["publish", id] => Ok(Self::Publish((*id).to_owned())),
            ["delete", id] => Ok(Self::Delete((*id).to_owned())),
            ["close", article] => Ok(Self::Close((*article).to_owned())),
            ["open", article] => Ok(Self::Open((*article).to_owned())),
            ["help" | "--help" | "-h"] => Ok(Self::Help),
            [command @ ("publish" | "delete"), ..] => Err(format!("{command} takes one id, as `pending` lists them")),
            [command @ ("close" | "open"), ..] => Err(format!("{command} takes one article's id, as the feed has it")),
            [other, ..] => Err(format!("there is no command {other}; `comment-server help` lists them")),
        }
    }
}
