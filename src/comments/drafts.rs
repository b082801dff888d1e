//! Drafts in the browser's storage. Two tabs on one article may each have another text in the form: the tab that comes
//! second keeps its own beside the first one's.

use super::{desk::Desk, draft::Draft, draft::DraftKey, text::is_blank};
use crate::platform::{self, Storage};

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

impl Desk {
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
