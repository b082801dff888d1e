//! The moderator's commands. They work on the database, beside the server: who may use them is who can read that.

use std::io::Write;

use crate::{
    comment::{Comment, text::is_invisible},
    date,
    store::Store,
};

/// Writes the comments that wait.
pub async fn pending(store: &Store, out: &mut impl Write) -> Result<(), String> {
    let held = store.held().await.map_err(unreadable)?;
    for comment in &held {
        out.write_all(describe(comment).as_bytes()).map_err(|error| error.to_string())?;
    }
    let n = held.len();
    writeln!(out, "{n} {} for a moderator", if n == 1 { "comment waits" } else { "comments wait" })
        .map_err(|error| error.to_string())
}

/// One comment, for a terminal.
pub fn describe(comment: &Comment) -> String {
    let words = &comment.words;
    let mut text = format!("{}  {}\n", comment.id, date::rfc3339(comment.created));
    let lines = [
        ("on", Some(&words.article.id)),
        ("called", words.article.title.as_ref()),
        ("answers", words.parent.as_ref()),
        ("by", Some(&words.name)),
        ("email", words.email.as_ref()),
        ("website", words.website.as_ref()),
    ];
    for (name, value) in lines {
        if let Some(value) = value {
            text += &format!("  {name:8}{}\n", visible(value));
        }
    }
    for line in words.content.lines() {
        text += &format!("  | {}\n", visible(line));
    }
    text + "\n"
}

/// What somebody wrote, so that it cannot play tricks on a terminal: no character that is not seen, or turns others around.
fn visible(text: &str) -> String {
    let mut safe = String::new();
    for c in text.chars() {
        if c.is_control() || is_invisible(c) {
            safe.extend(c.escape_unicode());
        } else {
            safe.push(c);
        }
    }
    safe
}

/// Does one thing to one comment or article; `done` as the database says, else `nothing` explains.
pub async fn change(
    done: impl Future<Output = Result<bool, sqlx::Error>>,
    what: &str,
    nothing: &str,
    out: &mut impl Write,
) -> Result<(), String> {
    if !done.await.map_err(unreadable)? {
        return Err(nothing.to_owned());
    }
    writeln!(out, "{what}").map_err(|error| error.to_string())
}

fn unreadable(error: sqlx::Error) -> String {
    format!("the database does not do it: {error}")
}
