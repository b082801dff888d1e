//! Editing and deleting what the reader wrote, as long as the service lets them.

use std::sync::Arc;

use leptos::{prelude::untrack, task::spawn_local};

use super::{
    Discussion,
    comment_view::selector,
    dispatch::address,
    keys, messages,
    mine::Mine,
    model::{Comment, Status},
    outbox::Entry,
    refusal, service,
    services::exchange::{Change, Changed},
    text::{clean_text, is_blank},
};
use crate::{
    feed::{Date, ItemId},
    platform::{self, BrowserUrls, Storage},
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
    /// Takes up what this browser keeps for `feed`, and forgets what may not be changed any more.
    pub fn resume(self, feed: &str) {
        let now = platform::now().millis();
        let mut kept = Vec::new();
        for key in Storage.keys(&keys::mine_of(feed)) {
            match Storage.get(&key).and_then(|text| Mine::from_json(&text)) {
                Some(mine) if mine.until.millis() > now => kept.push(mine),
                _ => Storage.remove(&key),
            }
        }
        self.mine.update(|all| {
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

    fn remove(self, feed: &str, mine: &Mine) {
        Storage.remove(&mine.key(feed));
        self.mine.update(|all| all.retain(|known| known.id != mine.id || known.article != mine.article));
    }

    /// Forgets all of them.
    pub fn clear(self) {
        self.mine.set(Vec::new());
        self.open.set(None);
    }

    /// What is kept of `comment`. Tracks.
    fn of(self, comment: &Comment) -> Option<Mine> {
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

impl Discussion {
    /// The reader is about to change `comment`.
    pub fn begin(self, comment: &Comment, intent: Intent) {
        let changes = self.desk.changes;
        if changes.busy.get_untracked() {
            return;
        }
        let mine = untrack(|| changes.of(comment));
        changes.text.set(mine.map(|mine| mine.draft.unwrap_or(mine.text)).unwrap_or_default());
        changes.problem.set(None);
        changes.open.set(Some((comment.id.clone(), intent)));
        let target = match intent {
            Intent::Edit => "[name=edited]",
            Intent::Delete => ".change .button",
        };
        platform::focus_soon(&self.state.root(), format!("{} {target}", selector(&comment.id)));
    }

    /// The reader leaves it as it is.
    pub fn leave(self, comment: &Comment) {
        let changes = self.desk.changes;
        if let Some(mine) = untrack(|| changes.of(comment)) {
            changes.add(&self.outbox().feed(), Mine { draft: None, ..mine });
        }
        changes.open.set(None);
        // The button that they came from, if it is still offered.
        platform::focus_soon(&self.state.root(), format!("{0} .change button, {0}", selector(&comment.id)));
    }

    /// The reader typed. Kept at once: a reload costs nothing.
    pub fn retype(self, comment: &Comment, text: String) {
        let changes = self.desk.changes;
        if let Some(mine) = untrack(|| changes.of(comment)) {
            let mine = Mine { draft: Some(text.clone()), ..mine };
            let _ = Storage.set(&mine.key(&self.outbox().feed()), &mine.to_json());
            changes.mine.update(|all| {
                if let Some(known) = all.iter_mut().find(|known| known.is(comment)) {
                    *known = mine;
                }
            });
        }
        changes.text.set(text);
        changes.problem.set(None);
    }

    /// Asks the service to do it.
    pub fn apply(self, comment: &Comment, intent: Intent) {
        let changes = self.desk.changes;
        let text = clean_text(&changes.text.get_untracked());
        if changes.busy.get_untracked() {
            return;
        }
        if intent == Intent::Edit && is_blank(&text) {
            return self.refuse(comment, intent, messages(self.state).comment_missing.into());
        }
        let change = match intent {
            Intent::Edit => Change::Text(&text),
            Intent::Delete => Change::Removal,
        };
        let service = untrack(|| service(self.state, self.desk));
        let address = untrack(|| address(self.state, service));
        let Some(request) = address.and_then(|address| service.change(&address, &comment.id, change)) else { return };
        changes.busy.set(true);
        changes.problem.set(None);
        let (comment, feed) = (comment.clone(), self.outbox().feed());
        spawn_local(async move {
            let answer = platform::send(&request).await;
            if changes.busy.try_with_untracked(|_| ()).is_none() {
                return; // the element has gone
            }
            changes.busy.set(false);
            let until = answer.as_ref().and_then(|answer| service.changeable(answer, platform::now()));
            let changed = answer.map_or(Changed::Unknown, |answer| service.changed(&comment, &answer, &BrowserUrls));
            match changed {
                Changed::Done(left) => self.done(&comment, left.map(|left| *left), &feed, (&text, until)),
                Changed::Refused(refusal) => {
                    self.refuse(&comment, intent, refusal::sentence(messages(self.state), &refusal));
                }
                Changed::TooLate => self.refuse(&comment, intent, messages(self.state).too_late.into()),
                Changed::Unknown => self.refuse(&comment, intent, messages(self.state).not_changed.into()),
            }
        });
    }

    /// It was not done, and what was typed stays.
    fn refuse(self, comment: &Comment, intent: Intent, why: String) {
        self.desk.changes.problem.set(Some(why));
        if intent == Intent::Edit {
            platform::focus_soon(&self.state.root(), format!("{} [name=edited]", selector(&comment.id)));
        }
    }

    /// It was done, and `left` is left of it: all of it with another text, its place, or nothing.
    fn done(self, before: &Comment, left: Option<Comment>, feed: &str, (text, until): (&str, Option<Date>)) {
        let changes = self.desk.changes;
        changes.open.set(None);
        self.desk.stale.set(true);
        let mine = untrack(|| changes.of(before));
        let stays = left.as_ref().is_some_and(|left| left.status != Status::Removed);
        if let Some(mine) = mine {
            if stays {
                let until = until.unwrap_or(mine.until);
                changes.add(feed, Mine { text: text.to_owned(), draft: None, until, ..mine });
            } else {
                changes.remove(feed, &mine);
            }
        }
        let messages = messages(self.state);
        let target = if left.is_some() { Some(before.id.clone()) } else { self.neighbour(&before.id) };
        self.put(&before.id, left);
        self.state.announce(if stays { messages.changed } else { messages.deleted });
        let target = target.map_or_else(|| "textarea".into(), |id| selector(&id));
        platform::focus_soon(&self.state.root(), target);
    }

    /// Puts what is left in the comment's place, wherever the page has it from.
    fn put(self, id: &ItemId, left: Option<Comment>) {
        self.desk.written.update(|written| written.retain(|comment| comment.id != *id));
        let held = self.outbox().find(id);
        match (left, held) {
            (Some(left), Some(held)) if left.status == Status::Pending => {
                self.outbox().replace(id, Some(Entry { comment: left, ..held }));
            }
            (left, held) => {
                if held.is_some() {
                    self.outbox().remove(id);
                }
                self.pages.put(id, left);
            }
        }
    }

    /// The comment that stands before this one, or else behind it.
    fn neighbour(self, id: &ItemId) -> Option<ItemId> {
        self.pages.here.try_with_untracked(|_| ())?; // the page may have been drawn anew since
        self.thread.with_untracked(|thread| {
            let rows = thread.rows(self.desk.order.get_untracked());
            let at = rows.iter().position(|row| row.comment.id == *id)?;
            let next = if at == 0 { rows.get(1) } else { rows.get(at - 1) };
            next.map(|row| row.comment.id.clone())
        })
    }
}
