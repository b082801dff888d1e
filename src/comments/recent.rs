//! Recent Comments: "Ann on *headline*", newest first.

use super::{
    Desk,
    comment_view::name,
    dispatch, keys,
    model::Comment,
    service,
    services::{Service, feed, http},
    thread,
};
use crate::{
    article::headline_link,
    feed::ArticleRef,
    view::{El, dynamic, el},
    widget::{Kind, Load, Remote, State, heading, message},
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
    // A service on a server knows the whole site.
    let site = dispatch::address(state, service(state, desk)).map(|address| {
        let site = Remote::new(Kind::Comments, state.network());
        let hosts = state.media_hosts().map(|hosts| hosts.with(address.as_str()));
        site.load(Some(http::recent(&address, COUNT)), hosts);
        site
    });
    Some(el("section").part("recent").child(title).child(dynamic(move || list(state, desk, site, &kept))))
}

fn list(state: State, desk: Desk, site: Option<Remote>, kept: &[Comment]) -> El {
    let source = site.unwrap_or(state.recent);
    let mut comments = match source.get() {
        Load::Ready(items) if site.is_some() || !items.is_empty() => feed::site(&items),
        Load::Ready(_) => state.edition().map(|edition| feed::recent(edition.items(), COUNT)).unwrap_or_default(),
        Load::Failed(_) => return message::part_failed(state, move || source.retry()),
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
