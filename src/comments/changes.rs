//! What the reader may change of what they wrote, as long as the service lets them, and what they are at.

use std::sync::Arc;

use super::{destination::Destination, keys, mine::Mine, model::Comment};
use crate::{
    feed::{Date, ItemId},
    platform::{self, Storage},
    view::Signal,
};

/// What the reader is about to do to a comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intent {
    /// To edit it.
    Edit,
    /// To delete it, once they have said so twice.
    Delete,
}

impl Intent {
    /// The selector of the button that begins it, below its comment.
    pub fn button(self) -> &'static str {
        match self {
            Self::Edit => ".edit-button",
            Self::Delete => ".delete-button",
        }
    }
}

/// The comments that the reader may change, and what they are about to do. It outlives each drawing of the page, as the form does.
#[derive(Clone, Copy, Debug)]
pub struct Changes {
    /// The comments.
    mine: Signal<Vec<Mine>>,
    /// The one that they are at.
    pub open: Signal<Option<(ItemId, Intent)>>,
    /// What it is to say.
    pub text: Signal<String>,
    /// Why that was not done.
    pub problem: Signal<Option<String>>,
    /// Whether the service is being asked.
    pub busy: Signal<bool>,
}

impl Default for Changes {
    fn default() -> Self {
        Self {
            mine: Signal::default(),
            open: Signal::new(None),
            text: Signal::default(),
            problem: Signal::new(None),
            busy: Signal::new(false),
        }
    }
}

impl Changes {
    /// Takes up what this browser keeps for `feed` of what `service` has, and forgets what may not be changed any more.
    pub fn resume(self, feed: &str, service: Option<&Destination>) {
        let now = platform::now().millis();
        let mut kept = Vec::new();
        for key in Storage.keys(&keys::mine_of(feed)) {
            match Storage.get(&key).and_then(|text| Mine::from_json(&text)) {
                Some(mine) if mine.until.millis() > now => kept.push(mine),
                _ => Storage.remove(&key),
            }
        }
        let is_there = |mine: &Mine| service.is_some() && mine.destination.as_ref() == service;
        kept.retain(is_there);
        self.mine.update(|all| {
            all.retain(is_there);
            for mine in kept {
                if !all.iter().any(|known| known.id == mine.id && known.date == mine.date) {
                    all.push(mine);
                }
            }
        });
    }

    /// The reader may change this comment from now on. Where the browser keeps nothing, for as long as the page is open.
    pub fn add(self, feed: &str, mine: Mine) {
        let _ = Storage.set(&mine.key(feed), &mine.to_json());
        self.mine.update(|all| {
            all.retain(|known| known.id != mine.id || known.article != mine.article);
            all.push(mine);
        });
    }

    /// It is gone.
    pub fn remove(self, feed: &str, mine: &Mine) {
        Storage.remove(&mine.key(feed));
        self.mine.update(|all| all.retain(|known| known.id != mine.id || known.article != mine.article));
    }

    /// Forgets all of them.
    pub fn clear(self) {
        self.mine.set(Vec::new());
        self.open.set(None);
    }

    /// What is kept of `comment`. Tracks.
    pub fn of(self, comment: &Comment) -> Option<Mine> {
        self.mine.with(|all| all.iter().find(|mine| mine.is(comment)).cloned())
    }

    /// Whether the reader may change it at `now`. Tracks.
    pub fn may(self, comment: &Comment, now: Date) -> bool {
        self.of(comment).is_some_and(|mine| mine.until.millis() > now.millis())
    }

    /// Marks those that are the reader's own. Tracks.
    pub fn mark(self, comments: &mut [Arc<Comment>]) {
        self.mine.with(|all| {
            for mine in all {
                if let Some(own) = comments.iter_mut().find(|comment| !comment.own && mine.is(comment)) {
                    Arc::make_mut(own).own = true;
                }
            }
        });
    }
}
