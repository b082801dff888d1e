//! Which services let their writers change a comment afterwards, and how. Pure.

use super::{
    Service,
    exchange::{Answer, Change, Changed, Request},
    isso,
};
use crate::{
    comments::model::Comment,
    feed::{Date, ItemId, UrlParser, WebUrl},
};

impl Service {
    /// Until when a writer may change the comment that `answer` says is stored; `None` where nobody ever may.
    pub fn changeable(self, answer: &Answer, now: Date) -> Option<Date> {
        match self {
            Self::Isso => isso::changeable(answer, now),
            Self::Feed | Self::Local | Self::Http | Self::WordPress | Self::None => None,
        }
    }

    /// How the comment called `id` is changed, on the server at `address`.
    pub fn change(self, address: &WebUrl, id: &ItemId, change: Change<'_>) -> Option<Request> {
        match self {
            Self::Isso => Some(isso::change(address, id, change)),
            Self::Feed | Self::Local | Self::Http | Self::WordPress | Self::None => None,
        }
    }

    /// What came of it, by the answer.
    pub fn changed(self, comment: &Comment, answer: &Answer, urls: &dyn UrlParser) -> Changed {
        match self {
            Self::Isso => isso::changed(comment, answer, urls),
            Self::Feed | Self::Local | Self::Http | Self::WordPress | Self::None => Changed::Unknown,
        }
    }
}
