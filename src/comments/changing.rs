//! What happens when the reader edits or deletes what they wrote.

use leptos::prelude::untrack;

use super::{
    Discussion,
    changes::Intent,
    comment_view::selector,
    form::FORM,
    messages,
    mine::Mine,
    model::{Comment, Status},
    outbox::Entry,
    refusal,
    services::exchange::{Change, Changed},
    text::{clean_text, is_blank},
};
use crate::{
    feed::{Date, ItemId},
    platform::{self, BrowserUrls, Storage},
};

impl Discussion {
    /// The reader is about to change `comment`.
    pub fn begin(self, comment: &Comment, intent: Intent) {
        let changes = self.desk.changes;
        if changes.busy.get_untracked() {
            return;
        }
        let mine = untrack(|| changes.of(comment)).map(|mine| self.drafted(mine));
        changes.text.set(mine.map(|mine| mine.draft.unwrap_or(mine.text)).unwrap_or_default());
        changes.problem.set(None);
        changes.open.set(Some((comment.id.clone(), intent)));
        let target = match intent {
            Intent::Edit => "[name=edited]",
            Intent::Delete => ".change .button",
        };
        platform::focus_soon(&self.state.root(), format!("{} {target}", selector(&comment.id)));
    }

    /// The same with what was typed and not sent, which only the storage knows: the thread does not change by it.
    fn drafted(self, mine: Mine) -> Mine {
        let stored = Storage.get(&mine.key(&self.outbox().feed())).and_then(|text| Mine::from_json(&text));
        stored.filter(|stored| stored.date == mine.date).unwrap_or(mine)
    }

    /// The reader leaves it as it is.
    pub fn leave(self, comment: &Comment, intent: Intent) {
        let changes = self.desk.changes;
        if let Some(mine) = untrack(|| changes.of(comment)) {
            changes.add(&self.outbox().feed(), Mine { draft: None, ..mine });
        }
        changes.open.set(None);
        // The button that they came from, if it is still offered.
        let offered = untrack(|| changes.may(comment, platform::now()));
        let button = if offered { intent.button() } else { "" };
        platform::focus_soon(&self.state.root(), format!("{} {button}", selector(&comment.id)));
    }

    /// The reader typed. Kept at once: a reload costs nothing.
    pub fn retype(self, comment: &Comment, text: String) {
        let changes = self.desk.changes;
        if let Some(mine) = untrack(|| changes.of(comment)) {
            let mine = Mine { draft: Some(text.clone()), ..mine };
            // Where the browser keeps nothing, the text is still in its field.
            let _ = Storage.set(&mine.key(&self.outbox().feed()), &mine.to_json());
        }
        changes.text.set(text);
        changes.problem.set(None);
    }

    /// Asks the service to do it.
    pub fn apply(self, comment: &Comment, intent: Intent) {
        let changes = self.desk.changes;
        // Not every program that writes into a field tells of it.
        if let Some(text) = platform::property(&self.state.root(), "[name=edited]", "value").as_string() {
            changes.text.set(text);
        }
        let text = clean_text(&changes.text.get_untracked());
        if changes.busy.get_untracked() {
            return;
        }
        if intent == Intent::Edit && is_blank(&text) {
            return self.refuse(comment, intent, messages(self.state).comment_missing.into());
        }
        let Some((service, address)) = untrack(|| self.outbox().address()) else { return };
        changes.busy.set(true);
        changes.problem.set(None);
        let (comment, feed) = (comment.clone(), self.outbox().feed());
        platform::spawn(async move {
            let how = service.protocol().await.ok().and_then(|protocol| protocol.changes);
            let answer = match how {
                Some(how) => {
                    let change = match intent {
                        Intent::Edit => Change::Text(&text),
                        Intent::Delete => Change::Removal,
                    };
                    let answer = platform::send(&(how.change)(&address, &comment.id, change)).await;
                    answer.map(|answer| (how, answer))
                }
                None => None,
            };
            if changes.busy.try_with_untracked(|_| ()).is_none() {
                return; // the element has gone
            }
            changes.busy.set(false);
            let until = answer.as_ref().and_then(|(how, answer)| (how.until)(answer, platform::now()));
            let changed =
                answer.map_or(Changed::Unknown, |(how, answer)| (how.changed)(&comment, &answer, &BrowserUrls));
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
        if intent == Intent::Edit && self.may_lead(&comment.id) {
            platform::focus_soon(&self.state.root(), format!("{} [name=edited]", selector(&comment.id)));
        }
    }

    /// It was done, and `left` is left of it: all of it with another text, its place, or nothing.
    fn done(self, before: &Comment, left: Option<Comment>, feed: &str, (text, until): (&str, Option<Date>)) {
        let changes = self.desk.changes;
        self.desk.stale.set(true);
        let mine = untrack(|| changes.of(before));
        let stays = left.as_ref().is_some_and(|left| left.status != Status::Removed);
        let typed = changes.text.get_untracked();
        // Who has gone on writing while it was saved is not done.
        let goes_on = stays && clean_text(&typed) != text;
        if !goes_on {
            changes.open.set(None);
        }
        if let Some(mine) = mine {
            if stays {
                let until = until.unwrap_or(mine.until);
                changes.add(feed, Mine { text: text.to_owned(), draft: goes_on.then_some(typed), until, ..mine });
            } else {
                changes.remove(feed, &mine);
            }
        }
        let messages = messages(self.state);
        let may_lead = self.may_lead(&before.id);
        let target = if left.is_some() { Some(before.id.clone()) } else { self.neighbour(&before.id) };
        self.put(&before.id, left);
        self.state.announce(if stays { messages.changed } else { messages.deleted });
        let edited = if goes_on { " [name=edited]" } else { "" };
        let target = target.map_or_else(|| FORM.into(), |id| selector(&id) + edited);
        if may_lead {
            platform::focus_soon(&self.state.root(), target);
        }
    }

    /// Whether focus may be moved: whoever has gone on elsewhere than in this comment is not called back.
    fn may_lead(self, id: &ItemId) -> bool {
        self.outbox().has_focus(id) || platform::is_focus_free()
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
