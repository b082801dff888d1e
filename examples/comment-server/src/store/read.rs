//! What everybody may read.

use super::{Store, comment, select};
use crate::{comment::Comment, page::Cursor};

impl Store {
    /// At most `limit` published comments on an article, oldest first.
    pub async fn thread(&self, article: &str, after: Option<&Cursor>, limit: u32) -> Result<Vec<Comment>, sqlx::Error> {
        let (created, id) = after.map_or((-1, ""), |after| (after.created, after.id.as_str()));
        let rows = sqlx::query(select!(
            "WHERE state = 'published' AND article_id = $1 AND (created, id) > ($2, $3) ORDER BY created, id LIMIT $4"
        ))
        .bind(article)
        .bind(created)
        .bind(id)
        .bind(i64::from(limit))
        .fetch_all(&self.reading)
        .await?;
        rows.iter().map(comment).collect()
    }

    /// At most `limit` published comments on the whole site, newest first.
    pub async fn recent(&self, limit: u32) -> Result<Vec<Comment>, sqlx::Error> {
        let rows = sqlx::query(select!("WHERE state = 'published' ORDER BY created DESC, id DESC LIMIT $1"))
            .bind(i64::from(limit))
            .fetch_all(&self.reading)
            .await?;
        rows.iter().map(comment).collect()
    }
}
