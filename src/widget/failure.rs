//! Why the widget shows no news: a closed list, each with a code and a sentence.

use crate::{
    feed::{FeedError, MOST_SOUGHT, WebUrl},
    platform::FetchError,
};

/// Why a feed could not be shown. `code` and `message` are the `detail` of `news-widget:error`.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// The element has no `feed` attribute.
    MissingFeed,
    /// The `feed` attribute is no http(s) address.
    BadFeedAddress(String),
    /// No answer that this page may read.
    Fetch {
        /// The address that was asked.
        url: String,
        /// What came of it.
        error: FetchError,
    },
    /// An answer that is no feed.
    Feed {
        /// The address that was asked.
        url: String,
        /// What is wrong with the answer.
        error: FeedError,
    },
    /// One of the two above, after a closer look.
    Explained {
        /// What it is.
        cause: Cause,
        /// What is wrong, and what to do.
        message: String,
    },
    /// A module did not come that the page is drawn by. The browser's console has its name.
    Code,
    /// The feed does not have the article that the element names.
    ArticleNotFound(String),
}

/// What a closer look can find.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The server does not let the page read its answer.
    Cors,
    /// The page's policy forbids to ask.
    Policy,
    /// The page is secure, and the address is not.
    MixedContent,
    /// A web page that names no feed, or names a page.
    Html,
    /// A web page that names a feed on a host that the publisher left out.
    HostNotListed,
    /// Page after page of comments has none.
    Endless,
    /// Neither JSON nor anything like it.
    WrongType,
    /// Bytes that are compressed, and not said to be.
    Compressed,
    /// Bytes that are no text.
    NotText,
}

impl Cause {
    /// A stable name for programs.
    fn code(self) -> &'static str {
        match self {
            Self::Cors => "cors",
            Self::Policy => "policy",
            Self::MixedContent => "mixed-content",
            Self::Html => "html",
            Self::HostNotListed => "host-not-listed",
            Self::Endless => "endless",
            Self::WrongType => "wrong-type",
            Self::Compressed => "compressed",
            Self::NotText => "not-text",
        }
    }
}

impl Failure {
    /// No answer from `url`, or half of one.
    pub fn fetch(url: &WebUrl, error: FetchError) -> Self {
        let url = url.to_string();
        match error {
            FetchError::Interrupted => Self::Feed { url, error: FeedError::Truncated },
            error => Self::Fetch { url, error },
        }
    }

    /// A stable name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::MissingFeed => "missing-feed",
            Self::BadFeedAddress(_) => "bad-feed-address",
            Self::Fetch { error: FetchError::Unreachable | FetchError::Interrupted, .. } => "unreachable",
            Self::Fetch { error: FetchError::Status(404 | 410), .. } => "not-found",
            Self::Fetch { error: FetchError::Status(_), .. } => "http-status",
            Self::Fetch { error: FetchError::TooLarge(_), .. } => "too-large",
            Self::Fetch { error: FetchError::TooSlow, .. } => "timeout",
            Self::Fetch { error: FetchError::NotListed, .. } => "host-not-listed",
            Self::Feed { error, .. } => error.code(),
            Self::Explained { cause, .. } => cause.code(),
            Self::Code => "load",
            Self::ArticleNotFound(_) => "article-not-found",
        }
    }

    /// A sentence for a person: what is wrong, and what to do.
    pub fn message(&self) -> String {
        match self {
            Self::MissingFeed => {
                "This news widget has no feed. Give the element a feed attribute with the address of a JSON Feed."
                    .into()
            }
            Self::BadFeedAddress(written) => {
                format!(
                    "“{written}” is no web address. Give the feed attribute an address that begins with http:// or https://, or one relative to this page."
                )
            }
            Self::Fetch { url, error: FetchError::Unreachable | FetchError::Interrupted } => format!(
                "{url} did not answer this page. Check the connection; if the address opens in a tab of its own, its server must allow this page with the header Access-Control-Allow-Origin."
            ),
            Self::Fetch { url, error: FetchError::Status(status @ (404 | 410)) } => {
                format!("There is no feed at {url} (status {status}). Check the address in the feed attribute.")
            }
            Self::Fetch { url, error: FetchError::Status(status) } => {
                format!(
                    "{url} answered with status {status}. Try again in a while; if it stays, its server has a problem."
                )
            }
            Self::Fetch { url, error: FetchError::TooLarge(most) } => format!(
                "{url} answers with more than {} MB, and no more is read of one answer. Publish fewer entries in it, and the others as further pages.",
                most / 1_000_000
            ),
            Self::Fetch { url, error: FetchError::TooSlow } => format!(
                "{url} did not answer in full within a minute. Try again; if it stays, its server or the connection is too slow."
            ),
            Self::Fetch { url, error: FetchError::NotListed } => format!(
                "{url} leads to a host that is not in media-hosts. Add it there, or name an address on a listed host."
            ),
            Self::Feed { url, error } => format!("{url}: {}", error.message()),
            Self::Explained { message, .. } => message.clone(),
            Self::Code => "The news did not come. Reload, or publish the widget’s folder again, complete.".into(),
            Self::ArticleNotFound(key) => format!(
                "The article “{key}” is not in this feed. Give the article attribute the id or the url of one of its items, or leave it out for the newest. The first {MOST_SOUGHT} pages of a feed are looked through."
            ),
        }
    }

    /// Whether a closer look could find out more.
    pub fn needs_a_closer_look(&self) -> bool {
        match self {
            Self::Fetch { error, .. } => *error == FetchError::Unreachable,
            Self::Feed { error, .. } => {
                matches!(error, FeedError::Html | FeedError::NotJson { .. })
            }
            _ => false,
        }
    }

    /// Whether asking again could help.
    pub fn can_retry(&self) -> bool {
        matches!(self, Self::Fetch { .. } | Self::Feed { .. } | Self::Explained { .. } | Self::Code)
    }
}
