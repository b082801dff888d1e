//! What a feed says, once read: the standard's fields and the `_news` extension. Pure.

use std::sync::Arc;

use super::{Date, WebUrl, text::beginning};

/// An item's identity, as the publisher wrote it; never blank. A numeric id keeps all its digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ItemId(Arc<str>);

impl ItemId {
    /// Trims `raw`; `None` when nothing is left.
    pub fn new(raw: &str) -> Option<Self> {
        let raw = raw.trim();
        (!raw.is_empty()).then(|| Self(raw.into()))
    }

    /// The id's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A JSON Feed: a newspaper, or a thread of comments.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Feed {
    /// The publication's name; plain text.
    pub title: Option<String>,
    /// The site that the feed belongs to.
    pub home_page_url: Option<WebUrl>,
    /// What the publication is about; plain text.
    pub description: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
    /// A square image of the publication.
    pub icon: Option<WebUrl>,
    /// The publication's authors, inherited by items that name none.
    pub authors: Arc<[Author]>,
    /// The next page of items.
    pub next_url: Option<WebUrl>,
    /// The publisher said that nothing will ever be added (`expired: true`, the boolean, and nothing else).
    pub expired: bool,
    /// The extension.
    pub news: FeedNews,
    /// The items, in the feed's order, each id once.
    pub items: Vec<Item>,
}

/// `_news` at feed level.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FeedNews {
    /// Links of the section pages, in the publisher's order.
    pub sections: Vec<SectionLink>,
    /// Most popular first.
    pub popular: Vec<ItemId>,
    /// A feed whose order is the ranking.
    pub popular_url: Option<WebUrl>,
    /// A feed of comments on the whole site, newest first.
    pub recent_comments_url: Option<WebUrl>,
    /// The spot.
    pub spot: Option<Spot>,
    /// Where comments live.
    pub comments: Option<CommentService>,
}

/// A section page.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionLink {
    /// The section's name, as items name it.
    pub name: String,
    /// Its page; without one the name is not a link on other people's pages.
    pub url: Option<WebUrl>,
}

/// An image with a link: an advertisement or a promotion.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// The picture and its size.
    pub image: Image,
    /// Where a click leads.
    pub url: Option<WebUrl>,
    /// What it is, such as "Advertisement".
    pub label: Option<String>,
}

/// A comment service as the feed names it; the element's attributes win.
#[derive(Clone, Debug, PartialEq)]
pub struct CommentService {
    /// The service's name, such as `local`; unknown names are the widget's to report.
    pub service: String,
    /// The service's address.
    pub url: Option<WebUrl>,
}

/// A picture. Its size reserves its space before it arrives.
#[derive(Clone, Debug, PartialEq)]
pub struct Image {
    /// The picture's address.
    pub url: WebUrl,
    /// Its description for those who do not see it.
    pub alt: Option<String>,
    /// Its caption; plain text.
    pub caption: Option<String>,
    /// Who made it; plain text.
    pub credit: Option<String>,
    /// Width and height in CSS pixels, both positive.
    pub size: Option<(u32, u32)>,
}

/// One item: an article or a comment.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The identity.
    pub id: ItemId,
    /// The item's own page.
    pub url: Option<WebUrl>,
    /// The page that the item is about.
    pub external_url: Option<WebUrl>,
    /// The headline; plain text.
    pub title: Option<String>,
    /// The body.
    pub content: Content,
    /// The dek; plain text.
    pub summary: Option<String>,
    /// The lead image: `image`, else `banner_image`, with what `_news` says of it.
    pub image: Option<Image>,
    /// When it was published.
    pub date_published: Option<Date>,
    /// When it was changed.
    pub date_modified: Option<Date>,
    /// The byline: `authors`, else `author`, else the feed's.
    pub authors: Arc<[Author]>,
    /// Tags; plain text, none blank, each once.
    pub tags: Vec<String>,
    /// BCP 47, when it differs from the feed's.
    pub language: Option<String>,
    /// Audio, video and other files.
    pub attachments: Vec<Attachment>,
    /// The extension.
    pub news: ItemNews,
}

impl Item {
    /// What the item is called: its title; else, as microblogs have none, the start of what it says, or what it shows.
    pub fn name(&self) -> Option<String> {
        let summary = || beginning(&Content::Text(self.summary.clone()?));
        let picture = || self.image.as_ref()?.alt.clone();
        let title = self.title.clone().or_else(summary).or_else(|| beginning(&self.content));
        title.or_else(picture).or_else(|| self.attachments.first()?.title.clone())
    }

    /// How many comments the feed knows of: the inline thread if there is one, else the figure it gives.
    pub fn comment_count(&self) -> u64 {
        match self.news.comments.len() {
            0 => self.news.comment_count.unwrap_or(0),
            inline => inline as u64,
        }
    }
}

/// A body, untrusted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Content {
    /// HTML, to be sanitised.
    Html(String),
    /// Plain text; blank lines separate paragraphs.
    Text(String),
    /// No content: the summary is shown, with a link out.
    #[default]
    None,
}

/// `_news` at item level. What it says of the lead image is in [`Item::image`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ItemNews {
    /// The path of sections, outermost first; plain text.
    pub section: Vec<String>,
    /// The editor's picks.
    pub related: Vec<ItemId>,
    /// How often it was read.
    pub views: Option<u64>,
    /// `Some(false)`: show the thread, not the form.
    pub comments_open: Option<bool>,
    /// How many comments it has.
    pub comment_count: Option<u64>,
    /// The thread, inline, in the feed's order.
    pub comments: Vec<Item>,
    /// The thread, kept elsewhere.
    pub comments_url: Option<WebUrl>,
    /// Of a comment: the comment it answers.
    pub parent: Option<ItemId>,
    /// Of a comment: whether the article's author wrote it. A name alone would say that of anybody who took it.
    pub by_author: bool,
    /// Of a comment in a list for the whole site: the article it is on.
    pub article: Option<ArticleRef>,
}

/// An article as a comment names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleRef {
    /// The article's id.
    pub id: ItemId,
    /// Its headline; plain text.
    pub title: Option<String>,
    /// Its page.
    pub url: Option<WebUrl>,
}

/// Somebody who wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Author {
    /// The name; plain text.
    pub name: Option<String>,
    /// The author's page.
    pub url: Option<WebUrl>,
    /// A square picture.
    pub avatar: Option<WebUrl>,
}

/// A file that belongs to an item.
#[derive(Clone, Debug, PartialEq)]
pub struct Attachment {
    /// Its address.
    pub url: WebUrl,
    /// Its type, lower case; empty when the feed did not say.
    pub mime_type: String,
    /// Its title; plain text.
    pub title: Option<String>,
    /// Bytes.
    pub size: Option<u64>,
    /// Seconds.
    pub duration: Option<u64>,
}
