//! What is open, once the feed is here. Pure.

use std::sync::Arc;

use crate::feed::{Item, ItemId};

/// One page of the widget.
#[derive(Clone, Debug, PartialEq)]
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

impl Page {
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
