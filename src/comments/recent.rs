//! Recent Comments: "Ann on *headline*", newest first.

use super::{
    Desk,
    comment_view::author,
    dispatch, keys,
    model::Comment,
    service,
    services::{Service, feed, isso},
    thread,
};
use crate::{
    article::headline_link,
    feed::{ArticleRef, WebUrl},
    platform::{self, COMMENTS_BYTES, FetchError, Freshness},
    view::{El, Signal, dynamic, el},
    widget::{Failure, Listed, Load, Pending, State, aborted, arrived, heading, message},
};

/// How many comments.
const COUNT: usize = 5;

/// The newest comments of the whole site, as far as they are known: what the service on a server says, else the publisher's list
/// or the feed's threads; and what this browser wrote. Nothing where there are no comments at all.
pub fn recent_section(state: State, desk: Desk) -> Option<El> {
    let service = service(state, desk);
    if service == Service::None {
        return None;
    }
    let feed_url = state.feed_url().map(|url| url.to_string()).unwrap_or_default();
    let kept = super::kept(&keys::comments_of(&feed_url));
    let title = heading(state, 1, "part-title", state.say(state.messages().recent));
    let address = dispatch::address(state, service).filter(|_| service.is_remote());
    let site = address.map(|address| {
        let site = Site { state, service, pending: Pending::default(), comments: Signal::new(Load::Waiting) };
        site.load(address.clone(), Freshness::Shared);
        (site, address)
    });
    Some(el("section").part("recent").child(title).child(dynamic(move || list(state, desk, site.as_ref(), &kept))))
}

/// What a service on a server says of the whole site.
#[derive(Clone, Copy)]
struct Site {
    state: State,
    service: Service,
    pending: Pending,
    comments: Signal<Load<Vec<Comment>, Failure>>,
}

impl Site {
    fn load(self, address: WebUrl, freshness: Freshness) {
        self.comments.set(Load::Waiting);
        let signal = self.pending.begin(None);
        let (network, service) = (self.state.network().get(), self.service);
        let listed = Listed(self.state.media_hosts().map(|hosts| hosts.with(address.as_str())));
        platform::spawn(async move {
            let read = async {
                let protocol = service.protocol().await;
                let protocol = protocol.map_err(|_| Failure::fetch(&address, FetchError::Unreachable))?;
                let url = (protocol.recent)(&address, COUNT);
                let answer = network.get(url.as_str(), freshness, COMMENTS_BYTES, signal.as_ref()).await;
                let (answer, place) = arrived(answer, &url, listed.0.as_ref())?;
                let comments = (protocol.site)(&answer.bytes, &place, &listed);
                comments.map_err(|error| Failure::Feed { url: url.to_string(), error })
            };
            let read = read.await;
            if aborted(signal.as_ref()) {
                return;
            }
            self.pending.end();
            self.comments.set(match read {
                Ok(comments) => Load::Ready(comments),
                Err(failure) => {
                    platform::warn(&failure.message());
                    Load::Failed(failure)
                }
            });
        });
    }
}

fn list(state: State, desk: Desk, site: Option<&(Site, WebUrl)>, kept: &[Comment]) -> El {
    let in_feed = || state.edition().map(|edition| feed::recent(edition.items(), COUNT)).unwrap_or_default();
    let mut comments = match site {
        Some((site, address)) => match site.comments.get() {
            Load::Ready(mut comments) => {
                if let Some(edition) = state.edition() {
                    isso::name_articles(&mut comments, edition.items());
                }
                comments
            }
            Load::Failed(_) => {
                let (site, address) = (*site, address.clone());
                return message::part_failed(state, move || site.load(address.clone(), Freshness::Anew));
            }
            Load::Waiting | Load::Slow => return message::waiting(state).class("waiting reserved"),
        },
        None => match state.recent.get() {
            Load::Ready(items) if !items.is_empty() => feed::site(&items),
            Load::Ready(_) => in_feed(),
            Load::Failed(_) => return message::part_failed(state, move || state.recent.retry()),
            Load::Waiting | Load::Slow => return message::waiting(state).class("waiting reserved"),
        },
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
    let name = el("span").class("comment-author").attr("dir", "auto").child(author(state, comment));
    let row = el("li").child(name);
    match &comment.article {
        Some(article) => row.child(" ").child(state.say(messages.on)).child(" ").child(article_link(state, article)),
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
    link.attr("dir", "auto").child(article.title.clone().unwrap_or_else(|| state.messages().untitled.into()))
}
