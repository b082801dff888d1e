//! Recent Comments: "Ann on *headline*", newest first.

use super::{
    Desk,
    comment_view::name,
    keys,
    model::Comment,
    service,
    services::{Service, feed},
    thread,
};
use crate::{
    article::headline_link,
    feed::ArticleRef,
    view::{El, dynamic, el},
    widget::{Load, State, heading, message},
};

/// How many comments.
const COUNT: usize = 5;

/// The newest comments of the whole site, as far as they are known: the publisher's list or the feed's threads, and what this
/// browser wrote; nothing where there are no comments at all.
pub fn recent_section(state: State, desk: Desk) -> Option<El> {
    if service(state, desk) == Service::None {
        return None;
    }
    let feed_url = state.feed_url().map(|url| url.to_string()).unwrap_or_default();
    let kept = super::kept(&keys::comments_of(&feed_url));
    let title = heading(state, 1, "part-title", state.messages().recent);
    Some(el("section").part("recent").child(title).child(dynamic(move || list(state, desk, &kept))))
}

fn list(state: State, desk: Desk, kept: &[Comment]) -> El {
    let mut comments = match state.recent.get() {
        Load::Ready(items) if !items.is_empty() => feed::site(&items),
        Load::Ready(_) => state.edition().map(|edition| feed::recent(edition.items(), COUNT)).unwrap_or_default(),
        Load::Failed(_) => return message::part_failed(state, move || state.recent.retry()),
        Load::Waiting | Load::Slow => return message::waiting(state).class("waiting reserved"),
    };
    if !desk.forgotten.get() {
        comments.extend_from_slice(kept);
    }
    desk.written.with(|written| comments.extend_from_slice(written));
    let rows: Vec<El> = thread::recent(&comments, COUNT).iter().map(|comment| row(state, comment)).collect();
    if rows.is_empty() { message::nothing(state) } else { el("ul").class("recent-list").child(rows) }
}

fn row(state: State, comment: &Comment) -> El {
    let messages = state.messages();
    let author = el("span").class("comment-author").attr("dir", "auto").child(name(super::messages(state), comment));
    let row = el("li").child(author);
    match &comment.article {
        Some(article) => row.child(format!(" {} ", messages.on)).child(article_link(state, article)),
        None => row,
    }
}

/// The article as the edition knows it, else as the comment names it.
fn article_link(state: State, article: &ArticleRef) -> El {
    if let Some(item) = state.edition().and_then(|edition| edition.find(article.id.as_str())) {
        return headline_link(state, &item);
    }
    let link = match &article.url {
        Some(url) => el("a").attr("rel", "noopener").attr("href", url.to_string()),
        None => el("span"),
    };
    link.child(article.title.clone().unwrap_or_else(|| state.messages().untitled.into()))
}
