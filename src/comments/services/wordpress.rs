//! The `wordpress` service. Pure.

use super::exchange::{Answer, Errand, Next, Outcome, Page, Stage};
use crate::{
    comments::{model::Comment, validate::Rules},
    feed::{FeedError, Item, UrlParser, WebUrl},
};

/// What the form asks for.
pub fn rules() -> Rules {
    Rules::default()
}

/// Where the first page of the thread of `article` is.
pub fn thread(_service: &WebUrl, _article: &Item) -> Option<WebUrl> {
    None
}

/// Reads a page of the thread of `article`.
///
/// # Errors
/// [`FeedError`]
pub fn page(_bytes: &[u8], _url: &WebUrl, _article: &Item, _urls: &dyn UrlParser) -> Result<Page, FeedError> {
    Err(FeedError::NoItems)
}

/// Where the newest `n` comments of the whole site are.
pub fn recent(service: &WebUrl, _n: usize) -> WebUrl {
    service.clone()
}

/// Reads the newest comments of the whole site.
///
/// # Errors
/// [`FeedError`]
pub fn site(_bytes: &[u8], _url: &WebUrl, _urls: &dyn UrlParser) -> Result<Vec<Comment>, FeedError> {
    Err(FeedError::NoItems)
}

/// What an errand does first.
pub fn first(_errand: &Errand) -> Next {
    Next::Done(Outcome::Unknown)
}

/// What it does next.
pub fn then(_errand: &Errand, _stage: &Stage, _answer: &Answer) -> Next {
    Next::Done(Outcome::Unknown)
}
