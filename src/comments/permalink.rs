//! Links to comments: `#comment-<id>`, behind the article's own fragment where the widget is the site.

use leptos::prelude::untrack;

use super::{Discussion, comment_view::selector, messages, pages, services::Service};
use crate::{
    feed::ItemId,
    percent,
    platform::{self, WindowListener},
    view::{Signal, Stored, effect},
    widget::Route,
};

/// What stands before a comment's id.
const MARK: &str = "#comment-";

/// The address of a comment on this page; `None` where the fragment is the host's own.
pub fn address(discussion: Discussion, id: &ItemId) -> Option<String> {
    let hash = platform::location_hash();
    let site = discussion.state.is_site();
    if !site && hash.starts_with("#/") {
        return None;
    }
    let mut address = platform::page_address();
    if site {
        address.push_str(&Route::Article(discussion.article().id.as_str().to_owned()).to_hash());
    }
    address.push_str(MARK);
    percent::encode(&mut address, id.as_str());
    Some(address)
}

/// The comment that the address bar names: as we do, or as the service's own client does.
fn named(discussion: Discussion) -> Option<ItemId> {
    let hash = platform::location_hash();
    let theirs = hash.strip_prefix("#isso-").filter(|_| discussion.is_on(Service::Isso));
    let id = theirs.or_else(|| Some(hash.rsplit_once(MARK)?.1))?;
    ItemId::new(&percent::decode(id)?)
}

/// Follows the address bar, for as long as the current owner lives: loads and unfolds what it takes.
pub fn follow(discussion: Discussion) {
    // Once: the page may be drawn anew while the reader is elsewhere on it.
    let before = discussion.desk.target.get_untracked();
    let wanted = Signal::new(named(discussion).filter(|id| before.as_ref() != Some(id)));
    let looked = Stored::new(None);
    Stored::new(WindowListener::new("hashchange", move || wanted.set(named(discussion))));
    effect(move || {
        let Some(id) = wanted.get() else { return };
        if discussion.thread.with(|thread| thread.get(&id).is_some()) {
            wanted.set(None);
            untrack(|| discussion.go_to(&id));
            return;
        }
        let (ready, more) = discussion.pages.here.with(|here| (here.load.ready().is_some(), !here.more.is_empty()));
        // As many pages as are followed by themselves have been looked through.
        let again = looked.get().as_ref() == Some(&id);
        if ready && more && !again {
            looked.set(Some(id.clone()));
            untrack(|| discussion.pages.until(move |here| pages::has(here, &id)));
        } else if ready {
            wanted.set(None);
            untrack(|| discussion.is_missing());
        }
    });
}

impl Discussion {
    /// Shows a comment that is here, and moves focus to it.
    pub fn go_to(self, id: &ItemId) {
        self.desk.missing.set(false);
        self.desk.target.set(Some(id.clone()));
        self.show(id);
        platform::focus_soon(&self.state.root(), selector(id));
    }

    /// Builds the line of a comment.
    pub fn show(self, id: &ItemId) {
        let at = self.lines.with_untracked(|lines| lines.iter().position(|line| line.comment() == Some(id)));
        if let Some(at) = at {
            self.desk.window.update(|window| window.show(at));
        }
    }

    /// Says that a link led to nothing. Where there are several widgets, it may have meant another.
    fn is_missing(self) {
        if platform::is_alone(&self.state.host()) {
            self.desk.missing.set(true);
            self.state.announce(messages(self.state).not_here);
        }
    }
}
