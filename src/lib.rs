//! # News widget
//!
//! An embeddable news page. From a [JSON Feed](https://www.jsonfeed.org/version/1.1/) it renders, in the browser, the
//! article, related articles, most popular, the comment thread, the reply form and recent comments, and it takes readers'
//! comments.
//!
//! ## Module map: the folders are the page
//!
//! | module | what is in it |
//! |---|---|
//! | [`feed`] | JSON Feed to [`feed::Feed`]: parsing, the `_news` extension, dates, URLs (pure) |
//! | [`article`] | the article: headline, byline, body, share |
//! | [`related`] | ranking of related articles, and their cards |
//! | [`popular`] | ranking of the most popular, and the list |
//! | [`comments`] | thread, form, drafts, services, recent comments |
//! | [`sanitize`] | untrusted HTML, rebuilt from closed lists |
//! | [`order`], [`words`] | sorting and letter case, without the tables and copies of the standard library's (pure) |
//! | [`percent`] | percent-encoding (pure) |
//! | [`i18n`] | messages, one file a language |
//! | [`bounds`] | how much is drawn at once, and of what (pure) |
//! | [`view`] | elements, signals and memos without a type for each |
//! | [`later`] | code that is fetched when it is wanted |
//! | [`json`] | JSON checked whole, then read one level at a time; and written (pure) |
//! | [`markup`] | markup cut into pieces, and character references (pure) |
//! | [`platform`] | the only door to the outside: fetch, storage, clock, events |
//! | [`widget`] | attributes, state, routing, layout and the element |
//!
//! Data flows one way: attributes, configuration, fetch, feed, state, views. Files marked *pure* know nothing of the
//! browser, so that their tests run natively in milliseconds; `tests/native/purity.rs` holds them to it.

pub mod article;
pub mod bounds;
pub mod comments;
pub mod feed;
pub mod i18n;
pub mod json;
pub mod later;
pub mod markup;
pub mod order;
pub mod percent;
pub mod platform;
pub mod popular;
pub mod related;
pub mod sanitize;
pub mod view;
pub mod widget;
pub mod words;
