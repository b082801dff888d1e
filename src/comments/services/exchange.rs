//! What a service on a server wants sent, and what its answer comes to. Pure: whoever awaits knows none of the services,
//! and no service knows the network.

use crate::comments::{model::Comment, validate::Field};

/// A request to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Where to.
    pub url: String,
    /// Names and values.
    pub headers: Vec<(&'static str, String)>,
    /// What is posted, as JSON.
    pub body: String,
}

/// An answer, as far as services look at it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// `Retry-After`, as it stands: seconds, or a date.
    pub retry_after: Option<String>,
    /// Its body.
    pub body: Vec<u8>,
}

/// What became of a comment that was sent. What is none of these is nobody's guess: it is [`Outcome::Later`].
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// The service has it: published, or held for a moderator, as its status says.
    Stored(Box<Comment>),
    /// The service will not take it as it is. The text goes back to its writer, with the reason.
    Refused(Refusal),
    /// Nobody knows, or not now: the same is to be sent again, not before so many seconds.
    Later {
        /// What the server asked for.
        after: Option<u32>,
    },
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
    /// Something else: the status, and what the service said of it.
    Other {
        /// The status.
        status: u16,
        /// The service's own words, which may be none.
        detail: String,
    },
}
