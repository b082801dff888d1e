//! Drafts in the browser's storage. Two tabs on one article may each have another text in the form: the tab that comes
//! second keeps its own beside the first one's.

use super::{
    desk::Desk,
    draft::{Draft, DraftKey},
    outbox::Entry,
    text::is_blank,
    validate::Fields,
};
use crate::{
    feed::ItemId,
    platform::{self, Storage},
};

/// What this tab has read or written last of a draft: with that it tells its own text from another tab's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Which draft.
    of: String,
    /// Where it is.
    at: String,
    /// What is there.
    value: String,
}

/// A text that has made room in the form for another, and comes back when that is done with.
#[derive(Clone, Debug, PartialEq)]
pub struct Aside {
    fields: Fields,
    taken_back: Option<Entry>,
    /// The comment that it answers.
    parent: Option<ItemId>,
    held: Held,
}

impl Desk {
    /// Puts what is in the form aside, as a draft beside that at its place, `key`.
    pub(super) fn put_aside(self, key: DraftKey) {
        let draft = self.draft();
        // What is on its way is in the outbox.
        let is_sent = self.posting.with_untracked(|posting| posting.as_ref().is_some_and(|(_, sent)| self.holds(sent)));
        if is_sent || is_blank(&draft.fields.comment) {
            return;
        }
        self.drop_draft(&key);
        let (of, value) = (key.storage_key(), draft.to_json());
        let at = [&of, "/", &platform::random_id()].concat();
        // Where the browser keeps nothing, this page does.
        let _ = Storage.set(&at, &value);
        let taken_back = self.taken_back.get_untracked();
        let aside = Aside { fields: draft.fields, taken_back, parent: key.parent, held: Held { of, at, value } };
        self.aside.set(self.aside.get().into_iter().chain([aside]).collect());
    }

    /// Puts what was put aside last back into the form, which is empty.
    pub(super) fn take_up(self) {
        let mut all = self.aside.get();
        let Some(Aside { fields, taken_back, parent, held }) = all.pop() else { return };
        self.aside.set(all);
        self.hold_draft(held);
        self.answered.set(parent);
        self.taken_back.set(taken_back);
        self.restored.set(true);
        self.fields.set(fields);
    }

    /// The draft of this tab; in a tab that has none yet, one that was left.
    pub(super) fn load_draft(self, key: &DraftKey) -> Option<Draft> {
        let of = key.storage_key();
        let read = |at: String| {
            let value = Storage.get(&at)?;
            Some((Draft::from_json(&value)?, at, value))
        };
        let beside =
            || Storage.keys(&format!("{of}/")).into_iter().filter_map(read).max_by_key(|(draft, ..)| draft.saved);
        let own = self.held_draft(&of).map_or_else(|| of.clone(), |held| held.at);
        let (draft, at, value) = read(own).or_else(|| read(of.clone())).or_else(beside)?;
        self.hold_draft(Held { of, at, value });
        Some(draft)
    }

    /// Keeps a draft, where the browser keeps anything: else the text is still in the form.
    pub(super) fn save_draft(self, key: &DraftKey, draft: &Draft) {
        let of = key.storage_key();
        let held = self.held_draft(&of);
        let at = held.as_ref().map_or_else(|| of.clone(), |held| held.at.clone());
        let others =
            Storage.get(&at).filter(|value| held.is_none_or(|held| held.value != *value)).is_some_and(|value| {
                let other = Draft::from_json(&value).map(|draft| draft.fields.comment).unwrap_or_default();
                !is_blank(&other) && other != draft.fields.comment
            });
        let at = if others { [&of, "/", &platform::random_id()].concat() } else { at };
        let value = draft.to_json();
        if Storage.set(&at, &value).is_ok() {
            self.hold_draft(Held { of, at, value });
        }
    }

    /// Forgets this tab's draft, and no other's.
    pub(super) fn drop_draft(self, key: &DraftKey) {
        let of = key.storage_key();
        let Some(held) = self.held_draft(&of) else { return };
        if Storage.get(&held.at).as_ref() == Some(&held.value) {
            Storage.remove(&held.at);
        }
        self.let_go_draft(key);
    }

    /// What is in storage at this place stays there, and is another's.
    pub(super) fn let_go_draft(self, key: &DraftKey) {
        let of = key.storage_key();
        self.drafts.set(self.drafts.get().into_iter().filter(|held| held.of != of).collect());
    }

    fn held_draft(self, of: &str) -> Option<Held> {
        self.drafts.get().into_iter().find(|held| held.of == of)
    }

    fn hold_draft(self, held: Held) {
        let mut all = self.drafts.get();
        all.retain(|known| known.of != held.of);
        all.push(held);
        self.drafts.set(all);
    }
}
