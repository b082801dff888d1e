//! Adding a comment, once.

use sqlx::{AnyConnection, any::AnyRow};

use super::{Store, comment, is_deleted, is_published, select};
use crate::comment::{Comment, NewComment, State};

/// What became of a comment that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Added {
    /// It is stored now.
    New(Comment),
    /// It was stored before: this is a retry.
    Again(Comment),
    /// It was stored before, and has been deleted since.
    Deleted,
    /// Its id belongs to another comment.
    Taken,
    /// Its article takes no more comments.
    Closed,
    /// What it answers is not among its article's comments.
    NoParent,
}

impl Store {
    /// Stores `new`, or finds out why not, in one transaction. However many processes are sent the same comment at the
    /// same time, the primary key lets one of them store it; the others wait for it and find it.
    ///
    /// `held`: it is to wait for a moderator, as does what answers a comment that waits.
    pub async fn add(&self, new: &NewComment, held: bool, now: i64) -> Result<Added, sqlx::Error> {
        let mut transaction = self.writing.begin_with(self.kind.begin()).await?;
        let added = add(&mut transaction, new, held, now).await?;
        transaction.commit().await?;
        Ok(added)
    }
}

async fn add(db: &mut AnyConnection, new: &NewComment, held: bool, now: i64) -> Result<Added, sqlx::Error> {
    // First of all: a retry succeeds whatever happened to its article and parent since.
    if let Some(row) = stored(db, new).await? {
        return again(&row, new);
    }
    if is_closed(db, &new.words().article.id).await? {
        return Ok(Added::Closed);
    }
    let parent_held = match &new.words().parent {
        None => false,
        Some(parent) => match parent_state(db, parent, &new.words().article.id).await? {
            None => return Ok(Added::NoParent),
            Some(state) => state == State::Held,
        },
    };
    let state = if held || parent_held { State::Held } else { State::Published };
    let comment = Comment { id: new.id().as_str().to_owned(), words: new.words().clone(), created: now, state };
    if insert(db, &comment).await? {
        return Ok(Added::New(comment));
    }
    match stored(db, new).await? {
        Some(row) => again(&row, new),
        // Rows are never removed, so this cannot be; and if it were, the next try would tell.
        None => Err(sqlx::Error::RowNotFound),
    }
}

async fn stored(db: &mut AnyConnection, new: &NewComment) -> Result<Option<AnyRow>, sqlx::Error> {
    sqlx::query(select!("WHERE id = $1")).bind(new.id().as_str()).fetch_optional(db).await
}

fn again(row: &AnyRow, new: &NewComment) -> Result<Added, sqlx::Error> {
    if is_deleted(row)? {
        return Ok(Added::Deleted);
    }
    let found = comment(row)?;
    Ok(if found.words.same(new.words()) { Added::Again(found) } else { Added::Taken })
}

async fn is_closed(db: &mut AnyConnection, article: &str) -> Result<bool, sqlx::Error> {
    let row = sqlx::query("SELECT article_id FROM closed_articles WHERE article_id = $1").bind(article);
    Ok(row.fetch_optional(db).await?.is_some())
}

async fn parent_state(db: &mut AnyConnection, id: &str, article: &str) -> Result<Option<State>, sqlx::Error> {
    let row = sqlx::query("SELECT state FROM comments WHERE id = $1 AND article_id = $2 AND state <> 'deleted'")
        .bind(id)
        .bind(article)
        .fetch_optional(db)
        .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(if is_published(&row)? { State::Published } else { State::Held }))
}

/// Whether the row is new.
async fn insert(db: &mut AnyConnection, comment: &Comment) -> Result<bool, sqlx::Error> {
    let words = &comment.words;
    let done = sqlx::query(
        "INSERT INTO comments (id, article_id, article_url, article_title, parent, name, email, website, content, created, \
         state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (id) DO NOTHING",
    )
    .bind(comment.id.as_str())
    .bind(words.article.id.as_str())
    .bind(words.article.url.as_deref())
    .bind(words.article.title.as_deref())
    .bind(words.parent.as_deref())
    .bind(words.name.as_str())
    .bind(words.email.as_deref())
    .bind(words.website.as_deref())
    .bind(words.content.as_str())
    .bind(comment.created)
    .bind(if comment.state == State::Published { "published" } else { "held" })
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}
