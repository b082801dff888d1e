//! What is open, once the feed is here. Pure.

use std::sync::Arc;

use crate::feed::{Item, ItemId};

/// One page of the widget.
#[derive(Clone, Debug)]
pub enum Page {
    /// The front page.
    Front,
    /// A section's page.
    Section(String),
    /// An article.
    Article(Arc<Item>),
    /// The address leads nowhere.
    NotFound,
    /// The feed has no items.
    Empty,
}

impl PartialEq for Page {
    /// One article is the same page as long as it is the same edition's: comparing its text would be work for nothing.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Article(a), Self::Article(b)) => Arc::ptr_eq(a, b),
            (Self::Section(a), Self::Section(b)) => a == b,
            (Self::Front, Self::Front) | (Self::NotFound, Self::NotFound) | (Self::Empty, Self::Empty) => true,
            _ => false,
        }
    }
}

impl Page {
    /// Whether a reader of this page who comes to `other` has stayed where they were: one page of two editions.
    pub fn is_place_of(&self, other: &Self) -> bool {
        match (self.article_id(), other.article_id()) {
            (Some(a), Some(b)) => a == b,
            _ => self == other,
        }
    }

    /// The open article.
    pub fn article(&self) -> Option<&Arc<Item>> {
        match self {
            Self::Article(item) => Some(item),
            _ => None,
        }
    }

    /// The open article's id.
    pub fn article_id(&self) -> Option<&ItemId> {
        self.article().map(|item| &item.id)
    }
}
