//! Comments on their way to a service. Pure.
//!
//! An entry is written before the first request and goes only with an answer that names the comment, or by its writer's
//! own word. Each has a storage key of its own, so that two tabs never overwrite each other's.

use crate::{
    feed::{Content, Date, WebUrl},
    json::{Json, Writer},
};

use super::{
    keys,
    model::{Comment, Status},
    services::local,
    validate::Fields,
};

/// What is kept of a comment until its service has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The comment, with the id that every try carries.
    pub comment: Comment,
    /// The writer's e-mail address, for the service only.
    pub email: Option<String>,
    /// The service's address. The page may name another one by now: this comment is not for that.
    pub service: String,
    /// How often it has been sent.
    pub tries: u32,
    /// When it may be sent again.
    pub due: Date,
    /// What became of it so far.
    pub stand: Stand,
}

/// What became of a comment in the outbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stand {
    /// It is to be sent, or sent again.
    Unsent,
    /// The service did not take it, for this reason; its writer decides.
    Refused(String),
    /// The service holds it for a moderator.
    Held,
}

impl Entry {
    /// Where its writer sees it standing.
    pub fn status(&self) -> Status {
        match self.stand {
            Stand::Unsent => Status::Unsent,
            Stand::Refused(_) => Status::Refused,
            Stand::Held => Status::Pending,
        }
    }

    /// The form that it was written in.
    pub fn fields(&self) -> Fields {
        Fields {
            comment: match &self.comment.content {
                Content::Html(text) | Content::Text(text) => text.clone(),
                Content::None => String::new(),
            },
            name: self.comment.author.name.clone().unwrap_or_default(),
            email: self.email.clone().unwrap_or_default(),
            website: self.comment.author.url.as_ref().map(WebUrl::to_string).unwrap_or_default(),
        }
    }

    /// The storage key; nothing for a comment on no article.
    pub fn key(&self, feed: &str) -> Option<String> {
        let article = self.comment.article.as_ref()?;
        Some(keys::outbox(feed, &article.id, &self.comment.id))
    }

    /// What is stored.
    pub fn to_json(&self) -> String {
        let mut json = Writer::default();
        json.json("comment", &local::to_json(&self.comment));
        json.text("email", self.email.as_deref());
        json.text("service", Some(&self.service));
        json.json("tries", &self.tries.to_string());
        json.json("due", &self.due.millis().to_string());
        match &self.stand {
            Stand::Unsent => {}
            Stand::Refused(reason) => json.text("refused", Some(reason)),
            Stand::Held => json.json("held", "true"),
        }
        json.finish()
    }

    /// The parts of what was stored: the comment's own JSON is for the feed reader. Anything unreadable is no entry.
    pub fn parts(text: &str) -> Option<Parts<'_>> {
        let pairs = Json::check(text).ok()?.object()?;
        let find = |key: &str| pairs.iter().find(|(found, _)| found == key).map(|(_, value)| *value);
        let string = |key: &str| Some(find(key)?.text()?.text.into_owned());
        Some(Parts {
            comment: find("comment")?.as_str(),
            email: string("email"),
            service: string("service")?,
            tries: find("tries")?.as_str().parse().ok()?,
            due: Date::from_millis(find("due")?.as_str().parse().ok()?),
            stand: match string("refused") {
                Some(reason) => Stand::Refused(reason),
                None if find("held").is_some() => Stand::Held,
                None => Stand::Unsent,
            },
        })
    }

    /// The entry of which these are the parts, with the comment as it was read.
    pub fn assemble(parts: Parts<'_>, comment: Comment) -> Self {
        let Parts { email, service, tries, due, stand, .. } = parts;
        Self { comment: Comment { own: true, ..comment }, email, service, tries, due, stand }
    }

    /// It has been sent once more, and there is no telling what became of it. The next try is due after a while that doubles
    /// each time, or when the server says. `random`, from 0 to 1, keeps the readers of one page from coming all at once.
    pub fn put_off(&mut self, now: Date, after: Option<u32>, random: f64) {
        let wait = delay(self.tries, random).max((i64::from(after.unwrap_or_default()) * 1000).min(LONGEST_ASKED));
        self.tries = self.tries.saturating_add(1);
        self.due = Date::from_millis(now.millis().saturating_add(wait));
    }

    /// Whether it may be sent now. A clock that was put back must not hold it for long.
    pub fn is_due(&self, now: Date) -> bool {
        let left = self.due.millis().saturating_sub(now.millis());
        self.stand == Stand::Unsent && (left <= 0 || left > LONGEST_ASKED)
    }
}

/// The stored form of an [`Entry`].
#[derive(Clone, Debug, PartialEq)]
pub struct Parts<'a> {
    /// A JSON Feed item.
    pub comment: &'a str,
    email: Option<String>,
    service: String,
    tries: u32,
    due: Date,
    stand: Stand,
}

/// The first wait, in milliseconds.
const FIRST: i64 = 2_000;
/// The longest wait of our own.
const LONGEST: i64 = 5 * 60_000;
/// The longest that a server may ask for and be heeded: a day.
const LONGEST_ASKED: i64 = 24 * 60 * 60_000;

/// How many milliseconds to wait after `tries` earlier tries: between half of a time that doubles and all of it.
fn delay(tries: u32, random: f64) -> i64 {
    let whole = FIRST.checked_shl(tries.min(16)).unwrap_or(LONGEST).min(LONGEST);
    let share = 0.5 + random.clamp(0.0, 1.0) / 2.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "minutes, in milliseconds")]
    let wait = (whole as f64 * share) as i64;
    wait
}

/// What the keys of all entries under one feed's articles start with.
pub fn prefix(feed: &str) -> String {
    keys::outbox_of(feed)
}
