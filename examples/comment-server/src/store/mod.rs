//! The database: SQLite in a file, or PostgreSQL. One SQL for both; what differs is here and in `migrations/`.

mod add;
mod moderate;
mod read;

pub use add::Added;

use std::time::Duration;

use sqlx::{
    AnyPool, Row,
    any::{AnyPoolOptions, AnyRow, install_default_drivers},
};

use crate::comment::{Article, Comment, State, Words};

/// How long a request waits for a connection before it is told to come back.
const PATIENCE: Duration = Duration::from_secs(5);

/// What may be in `DATABASE_URL`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A file.
    Sqlite,
    /// A server.
    Postgres,
}

impl Kind {
    /// By the beginning of the address.
    pub fn of(url: &str) -> Option<Self> {
        match url.split_once(':')?.0 {
            "sqlite" => Some(Self::Sqlite),
            "postgres" | "postgresql" => Some(Self::Postgres),
            _ => None,
        }
    }

    /// How a transaction that will write begins. SQLite takes its one lock at once: a transaction that has read first
    /// could not get it any more. In PostgreSQL a statement has to see what others committed while it waited for them.
    fn begin(self) -> &'static str {
        match self {
            Self::Sqlite => "BEGIN IMMEDIATE",
            Self::Postgres => "BEGIN ISOLATION LEVEL READ COMMITTED",
        }
    }
}

/// The database.
#[derive(Clone, Debug)]
pub struct Store {
    kind: Kind,
    reading: AnyPool,
    writing: AnyPool,
}

impl Store {
    /// Connects, and brings the tables up to date.
    pub async fn open(url: &str, kind: Kind) -> Result<Self, sqlx::Error> {
        install_default_drivers();
        let store = match kind {
            // One writer at a time is all that SQLite has. Waiting in our queue is fair; its own polls, and gives up.
            Kind::Sqlite => {
                let writing = pool(kind, 1).connect(url).await?;
                Self { kind, reading: pool(kind, 4).connect(url).await?, writing }
            }
            Kind::Postgres => {
                let pool = pool(kind, 10).connect(url).await?;
                Self { kind, reading: pool.clone(), writing: pool }
            }
        };
        store.migrate().await?;
        Ok(store)
    }

    async fn migrate(&self) -> Result<(), sqlx::Error> {
        match self.kind {
            // Several programs may start at once. The first takes SQLite's lock, and the others find its work done.
            Kind::Sqlite => {
                let mut transaction = self.writing.begin_with(self.kind.begin()).await?;
                sqlx::migrate!("migrations/sqlite").run(&mut *transaction).await?;
                transaction.commit().await
            }
            // For PostgreSQL the migrator has a lock of its own.
            Kind::Postgres => Ok(sqlx::migrate!("migrations/postgres").run(&self.writing).await?),
        }
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<(), sqlx::Error> {
        sqlx::query("SELECT 1").execute(&self.reading).await.map(drop)
    }

    /// Ends all connections.
    pub async fn close(&self) {
        self.reading.close().await;
        self.writing.close().await;
    }
}

fn pool(kind: Kind, connections: u32) -> AnyPoolOptions {
    let options = AnyPoolOptions::new().max_connections(connections).acquire_timeout(PATIENCE);
    if kind == Kind::Postgres {
        return options;
    }
    // Readers and the writer do not wait for each other, and the command line's writes are waited for.
    options.after_connect(|connection, _| {
        Box::pin(async move {
            sqlx::query("PRAGMA busy_timeout = 5000").execute(&mut *connection).await?;
            sqlx::query("PRAGMA journal_mode = WAL").execute(&mut *connection).await?;
            Ok(())
        })
    })
}

/// The columns that [`comment`] reads. (A macro, as `concat!` takes literals only.)
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, article_id, article_url, article_title, parent, name, email, website, content, created, state ",
            "FROM comments ",
            $rest
        )
    };
}
use select;

fn comment(row: &AnyRow) -> Result<Comment, sqlx::Error> {
    let article = Article {
        id: row.try_get("article_id")?,
        url: row.try_get("article_url")?,
        title: row.try_get("article_title")?,
    };
    let words = Words {
        article,
        parent: row.try_get("parent")?,
        name: row.try_get("name")?,
        email: row.try_get("email")?,
        website: row.try_get("website")?,
        content: row.try_get("content")?,
    };
    let state = if is_published(row)? { State::Published } else { State::Held };
    Ok(Comment { id: row.try_get("id")?, words, created: row.try_get("created")?, state })
}

fn is_published(row: &AnyRow) -> Result<bool, sqlx::Error> {
    Ok(row.try_get::<String, _>("state")? == "published")
}

fn is_deleted(row: &AnyRow) -> Result<bool, sqlx::Error> {
    Ok(row.try_get::<String, _>("state")? == "deleted")
}
