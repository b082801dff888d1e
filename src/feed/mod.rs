//! JSON Feed 1.0 and 1.1 with the `_news` extension, read tolerantly. Pure.

mod date;
mod model;
mod url;

pub use date::{Date, Precision};
pub use model::{
    ArticleRef, Attachment, Author, CommentService, Content, Feed, FeedNews, Image, Item, ItemId, ItemNews, SectionLink,
    Spot,
};
pub use url::{UrlParser, WebUrl};
