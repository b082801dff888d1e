//! A database for each test, of either kind.

use std::{
    path::PathBuf,
    sync::atomic::{AtomicU32, Ordering},
};

use sqlx::{Connection, PgConnection};

static NEXT: AtomicU32 = AtomicU32::new(0);

pub struct Database {
    pub url: String,
    folder: Option<PathBuf>,
}

impl Database {
    pub fn sqlite() -> Self {
        let folder = std::env::temp_dir().join(format!("comment-server-{}", name()));
        std::fs::create_dir(&folder).expect("a folder of our own");
        Self { url: format!("sqlite:{}", folder.join("comments.db").display()), folder: Some(folder) }
    }

    /// In the server of `TEST_POSTGRES`, which has `DATABASE` where the name goes.
    pub fn postgres() -> Self {
        let template = std::env::var("TEST_POSTGRES").expect("scripts/postgres.sh runs these tests");
        let name = format!("test_{}", name());
        let create = sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"));
        block_on(async {
            let mut server =
                PgConnection::connect(&template.replace("DATABASE", "postgres")).await.expect("PostgreSQL runs");
            sqlx::query(create).execute(&mut server).await.expect("a database of our own");
        });
        Self { url: template.replace("DATABASE", &name), folder: None }
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Some(folder) = &self.folder {
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}

fn name() -> String {
    format!("{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}

fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime").block_on(future)
}
