//! Every key that comments have in the browser's storage. Pure. `docs/privacy.md` lists what is here.
//!
//! Each part is percent-encoded, so that no part contains a slash and two places never share a key.

use crate::{
    feed::ItemId,
    percent::{self, encode},
};

use super::draft::DraftKey;

/// What every key starts with.
pub const ROOT: &str = "news-widget/";

/// The reader's details, kept by consent.
pub const DETAILS: &str = "news-widget/details";

/// What every draft's key starts with.
pub const DRAFTS: &str = "news-widget/draft/";

/// What the key of every comment kept in this browser starts with.
pub const COMMENTS: &str = "news-widget/comment/";

/// What the key of every comment on its way to a service starts with.
pub const OUTBOX: &str = "news-widget/outbox/";

/// What the key of every comment that its writer may still change starts with.
pub const MINE: &str = "news-widget/mine/";

/// The key of an unsent draft: `news-widget/draft/<feed>/<article>/<parent>`, the last part empty for a comment that
/// answers none (an id is never empty). Where two tabs have one, the second's has `/<uuid>` behind it.
pub fn draft(key: &DraftKey) -> String {
    let parent = key.parent.as_ref().map_or("", ItemId::as_str);
    let mut text = drafts_on(&key.feed, &key.article);
    encode(&mut text, parent);
    text
}

/// What the keys of all drafts under one article start with, and no others.
pub fn drafts_on(feed: &str, article: &ItemId) -> String {
    join(DRAFTS, &[feed, article.as_str()])
}

/// The comment that the draft at `key` answers; `start` is [`drafts_on`] its article.
pub fn answered(key: &str, start: &str) -> Option<ItemId> {
    // Behind a slash is which tab's, where several have one.
    let part = key.strip_prefix(start)?.split('/').next()?;
    let id = percent::decode(part)?;
    let mut again = String::new();
    encode(&mut again, &id);
    // Decoding takes a stray `%` for itself; a key of ours has none.
    ItemId::new(&id).filter(|_| again == part)
}

/// The key of a comment: `news-widget/comment/<feed>/<article>/<id>`.
pub fn comment(feed: &str, article: &ItemId, id: &ItemId) -> String {
    let mut text = comments_on(feed, article);
    encode(&mut text, id.as_str());
    text
}

/// What the keys of all comments on one feed's articles start with, and no others.
pub fn comments_of(feed: &str) -> String {
    join(COMMENTS, &[feed])
}

/// What the keys of all comments on one article start with, and no others.
pub fn comments_on(feed: &str, article: &ItemId) -> String {
    join(COMMENTS, &[feed, article.as_str()])
}

/// The key of a comment on its way to a service: `news-widget/outbox/<feed>/<article>/<id>`.
pub fn outbox(feed: &str, article: &ItemId, id: &ItemId) -> String {
    let mut text = join(OUTBOX, &[feed, article.as_str()]);
    encode(&mut text, id.as_str());
    text
}

/// What the keys of all comments on their way that are on one feed's articles start with, and no others.
pub fn outbox_of(feed: &str) -> String {
    join(OUTBOX, &[feed])
}

/// The key of a comment that its writer may still change: `news-widget/mine/<feed>/<article>/<id>`.
pub fn mine(feed: &str, article: &ItemId, id: &ItemId) -> String {
    let mut text = join(MINE, &[feed, article.as_str()]);
    encode(&mut text, id.as_str());
    text
}

/// What the keys of all such comments on one feed's articles start with, and no others.
pub fn mine_of(feed: &str) -> String {
    join(MINE, &[feed])
}

/// `start` and the parts, each with a slash behind it.
fn join(start: &str, parts: &[&str]) -> String {
    let mut text = start.to_owned();
    for part in parts {
        encode(&mut text, part);
        text.push('/');
    }
    text
}
