//! What a comment is. Pure.

use crate::feed::{ArticleRef, Author, Content, Date, Item, ItemId, WebUrl};

use super::validate::ValidComment;

/// Where a comment stands, as its reader is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Status {
    /// Everybody sees it.
    #[default]
    Published,
    /// The service holds it for a moderator; only its author sees it.
    Pending,
    /// On its way to the service.
    Sending,
    /// Not with the service yet: it will be sent again.
    Unsent,
    /// The service does not take it as it is.
    Refused,
    /// Posted to this browser, which could not store it: it is gone after a reload.
    NotKept,
    /// Taken away; only its place is left, for what answers it.
    Removed,
}

impl Status {
    /// A stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Pending => "pending",
            Self::Sending => "sending",
            Self::Unsent => "unsent",
            Self::Refused => "refused",
            Self::NotKept => "not-kept",
            Self::Removed => "removed",
        }
    }

    /// Whether it counts in "N COMMENTS" and may stand in Recent Comments. What awaits moderation does not: the number
    /// is the public one, and a refused comment would make it fall again. What could not be kept does: the thread shows
    /// it, and "NO COMMENTS" above a comment would be wrong.
    pub fn counts(self) -> bool {
        match self {
            Self::Published | Self::NotKept => true,
            Self::Pending | Self::Sending | Self::Unsent | Self::Refused | Self::Removed => false,
        }
    }
}

/// One comment, from a feed, a service or the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// The identity, unique in its thread.
    pub id: ItemId,
    /// The comment it answers, which may not be in the thread.
    pub parent: Option<ItemId>,
    /// Who wrote it; without a name, somebody anonymous.
    pub author: Author,
    /// What it says, untrusted.
    pub content: Content,
    /// When it was written.
    pub date: Option<Date>,
    /// Its own page.
    pub url: Option<WebUrl>,
    /// The article it is on, where it is known.
    pub article: Option<ArticleRef>,
    /// Where it stands.
    pub status: Status,
    /// Written in this browser.
    pub own: bool,
    /// Written by the article's author, as the feed or the service says.
    pub by_author: bool,
}

impl Comment {
    /// Reads a comment from a feed's item: published, somebody else's. Without content its summary speaks for it.
    pub fn from_item(item: &Item) -> Self {
        let content = match (&item.content, &item.summary) {
            (Content::None, Some(summary)) => Content::Text(summary.clone()),
            (content, _) => content.clone(),
        };
        Self {
            id: item.id.clone(),
            parent: item.news.parent.clone(),
            author: item.authors.first().cloned().unwrap_or_default(),
            content,
            date: item.date_published,
            url: item.url.clone(),
            article: item.news.article.clone(),
            status: Status::Published,
            own: false,
            by_author: item.news.by_author,
        }
    }

    /// The comment that the form's reader just wrote. The e-mail address stays behind: no comment has one.
    pub fn written(id: ItemId, parent: Option<ItemId>, article: ArticleRef, date: Date, text: &ValidComment) -> Self {
        Self {
            id,
            parent,
            author: Author { name: Some(text.name().to_owned()), url: text.website().cloned(), avatar: None },
            content: Content::Text(text.comment().to_owned()),
            date: Some(date),
            url: None,
            article: Some(article),
            status: Status::Published,
            own: true,
            by_author: false,
        }
    }
}

/// How a comment names the article `item`.
pub fn article_ref(item: &Item) -> ArticleRef {
    ArticleRef { id: item.id.clone(), title: item.name(), url: item.url.clone() }
}
