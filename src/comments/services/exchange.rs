//! What a service on a server wants asked, and what its answers come to. Pure: whoever awaits knows none of the services,
//! and no service knows the network.
//!
//! To bring a comment to its service is an [`Errand`] of one request or a few. The service says which is the first, and
//! from each answer which is the [`Next`], until it is done: http only posts; one that cannot know a retry by a key first
//! looks whether the comment is there already.

use crate::{
    comments::{model::Comment, validate::Field},
    feed::{Date, ItemId, UrlParser, WebUrl},
};

/// A comment to bring to its service.
#[derive(Clone, Copy)]
pub struct Errand<'a> {
    /// The service's address.
    pub address: &'a WebUrl,
    /// The comment, with the id that every try carries.
    pub comment: &'a Comment,
    /// The writer's e-mail address, which is no part of a comment.
    pub email: Option<&'a str>,
    /// Whether an earlier try may have come through: no answer said that it did not.
    pub perhaps_there: bool,
    /// Whether its writer wants it sent even where nobody could say whether it is there: they have been told.
    pub insists: bool,
    /// The browser's clock.
    pub now: Date,
    /// The browser's reading of addresses.
    pub urls: &'a dyn UrlParser,
}

/// The ways to ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Adds.
    Post,
    /// Replaces.
    Put,
    /// Removes.
    Delete,
}

/// A request to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// How.
    pub method: Method,
    /// Where to.
    pub url: WebUrl,
    /// Names and values.
    pub headers: Vec<(&'static str, String)>,
    /// What is sent along, as JSON; `None` for nothing.
    pub body: Option<String>,
    /// Whether the service's own cookies go along: only where they are what it knows a comment's writer by.
    pub credentials: bool,
}

impl Request {
    /// One that reads.
    pub fn get(url: WebUrl) -> Self {
        Self { method: Method::Get, url, headers: Vec::new(), body: None, credentials: false }
    }

    /// One that carries JSON.
    pub fn json(method: Method, url: WebUrl, body: String) -> Self {
        let headers = vec![("Content-Type", "application/json".into())];
        Self { method, url, headers, body: Some(body), credentials: false }
    }

    /// The same with one more header.
    #[must_use]
    pub fn header(mut self, header: (&'static str, String)) -> Self {
        self.headers.push(header);
        self
    }
}

/// An answer, as far as services look at it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// `Retry-After`, as it stands: seconds, or a date.
    pub retry_after: Option<String>,
    /// `X-Set-Cookie`, in which Isso shows what browsers keep from scripts.
    pub set_cookie: Option<String>,
    /// Its body.
    pub body: Vec<u8>,
}

/// What a request of an errand is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// To learn what the service calls the article.
    Locate,
    /// To see whether the comment is there already. With what [`Stage::Locate`] found, which may be nothing.
    Look(String),
    /// To send the comment.
    Send,
}

/// What an errand does next.
#[derive(Clone, Debug, PartialEq)]
pub enum Next {
    /// Ask this; then the service reads the answer.
    Ask(Stage, Request),
    /// Nothing: this is what became of the comment.
    Done(Outcome),
}

/// What became of a comment that was sent. What is none of these is nobody's guess: it is [`Outcome::Later`].
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// The service has it: published, or held for a moderator, as its status says.
    Stored(Box<Comment>),
    /// The service will not take it as it is. The text goes back to its writer, with the reason.
    Refused(Refusal),
    /// Not now, or nobody knows: the same is to be sent again.
    Later {
        /// Not before so many seconds, as the server asked.
        after: Option<u32>,
        /// Whether it may have come through.
        perhaps_there: bool,
    },
    /// It may be with the service, out of everybody's sight, and sending it again may double it: its writer decides.
    Unknown,
}

impl Outcome {
    /// What an answer comes to by which the server refuses for now. Who answers 429 has not done it; of the others nobody
    /// knows, for they may be a proxy's.
    pub fn later(answer: &Answer, now: Date) -> Self {
        let after = answer.retry_after.as_deref().and_then(|text| seconds(text, now));
        Self::Later { after, perhaps_there: answer.status != 429 }
    }

    /// The same for a comment that an earlier try may have brought, of which no answer told: a later one's failure does not
    /// tell either.
    #[must_use]
    pub fn in_doubt(self) -> Self {
        match self {
            Self::Refused(refusal) => Self::Refused(Refusal::ThisTime(Box::new(refusal))),
            Self::Later { after, .. } => Self::Later { after, perhaps_there: true },
            Self::Stored(_) | Self::Unknown => self,
        }
    }
}

/// Whether a status says that the same may be taken another time.
pub fn is_temporary(status: u16) -> bool {
    matches!(status, 408 | 425 | 429 | 500..=599)
}

/// `Retry-After` ([RFC 9110, 10.2.3](https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3)) in seconds from `now`.
fn seconds(text: &str, now: Date) -> Option<u32> {
    let text = text.trim();
    if let Ok(seconds) = text.parse() {
        return Some(seconds);
    }
    let then = Date::parse(text)?;
    u32::try_from((then.millis() - now.millis()).max(0) / 1000).ok()
}

/// Why a service does not take a comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// These fields, and what is wrong with each in the service's own words.
    Fields(Vec<(Field, String)>),
    /// Only those who are logged in may write.
    LogIn,
    /// Comments are closed.
    Closed,
    /// More than the service takes.
    TooLarge,
    /// As many comments under one article as the service takes from one network.
    Enough,
    /// Their writer may still change what this answers, and so is not to answer it.
    OwnReply,
    /// Something else: the status, and what the service said of it.
    Other {
        /// The status.
        status: u16,
        /// The service's own words, which may be none.
        detail: String,
    },
    /// This time, for this reason. An earlier try may have come through all the same.
    ThisTime(Box<Refusal>),
}

impl Refusal {
    /// The fields that are not taken, each with what is wrong with it in the service's own words.
    pub fn fields(&self) -> &[(Field, String)] {
        match self {
            Self::Fields(fields) => fields,
            Self::ThisTime(refusal) => refusal.fields(),
            _ => &[],
        }
    }
}

/// Some of a thread, as a service gives it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// The comments, in the service's order.
    pub comments: Vec<Comment>,
    /// Where there are more.
    pub more: Vec<More>,
    /// How many the whole thread has, where the service says so.
    pub total: Option<u64>,
    /// What was left out of it, for the console.
    pub skipped: Vec<String>,
}

/// More of a thread, to be asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct More {
    /// The comment of whose replies there are more; `None` for more of the thread.
    pub under: Option<ItemId>,
    /// How many, where the service says so.
    pub count: Option<u64>,
    /// Where: it gives another [`Page`].
    pub url: WebUrl,
}

/// What a writer does to a comment that the service has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change<'a> {
    /// It is to say this.
    Text(&'a str),
    /// It is to go.
    Removal,
}

/// What became of that.
#[derive(Clone, Debug, PartialEq)]
pub enum Changed {
    /// It is done. This is left of the comment: all of it, its place, or nothing.
    Done(Option<Box<Comment>>),
    /// The service does not take the text as it is.
    Refused(Refusal),
    /// The time for it is over, or the browser does not show the service whose comment it is.
    TooLate,
    /// Nobody knows, and the reader may try again.
    Unknown,
}
