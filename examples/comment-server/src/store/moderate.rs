//! What the moderator does.

use super::{Store, comment, select};
use crate::comment::Comment;

impl Store {
    /// The comments that wait, oldest first.
    pub async fn held(&self) -> Result<Vec<Comment>, sqlx::Error> {
        let rows = sqlx::query(select!("WHERE state = 'held' ORDER BY created, id")).fetch_all(&self.reading).await?;
        rows.iter().map(comment).collect()
    }

    /// Lets everybody see a comment that waits. `false`: no such comment waits.
    pub async fn publish(&self, id: &str) -> Result<bool, sqlx::Error> {
        self.one("UPDATE comments SET state = 'published' WHERE id = $1 AND state = 'held'", id).await
    }

    /// Deletes a comment, published or not, with all that somebody wrote in it. `false`: there is none.
    pub async fn delete(&self, id: &str) -> Result<bool, sqlx::Error> {
        self.one(
            "UPDATE comments SET state = 'deleted', name = '', email = NULL, website = NULL, content = '', \
             article_url = NULL, article_title = NULL WHERE id = $1 AND state <> 'deleted'",
            id,
        )
        .await
    }

    /// Takes no more comments on an article. `false`: it took none before.
    pub async fn close_article(&self, id: &str) -> Result<bool, sqlx::Error> {
        self.one("INSERT INTO closed_articles (article_id) VALUES ($1) ON CONFLICT (article_id) DO NOTHING", id).await
    }

    /// Takes comments on an article again. `false`: it took them before.
    pub async fn open_article(&self, id: &str) -> Result<bool, sqlx::Error> {
        self.one("DELETE FROM closed_articles WHERE article_id = $1", id).await
    }

    async fn one(&self, statement: &'static str, id: &str) -> Result<bool, sqlx::Error> {
        Ok(sqlx::query(statement).bind(id).execute(&self.writing).await?.rows_affected() == 1)
    }
}
