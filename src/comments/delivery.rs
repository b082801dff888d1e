//! What becomes of a comment that is brought to its service, and what its writer is told of it.

use leptos::prelude::untrack;

use super::{
    comment_view::selector,
    destination::Destination,
    dispatch::Dispatch,
    form::PLACE,
    messages,
    model::{Comment, Status},
    outbox::Entry,
    refusal,
    services::exchange::{Outcome, Refusal},
    validate::{Fields, Problem},
    way::{Arrival, Way},
};
use crate::{feed::ItemId, platform};

impl Dispatch {
    /// Sends an entry to the service that it was written for, unless that is under way or the page names another service now.
    pub(super) fn send(self, id: &ItemId) {
        let Some(entry) = self.find(id) else { return };
        if self.desk.sending.with_untracked(|sending| sending.contains(id)) {
            return;
        }
        let Some((service, address)) = untrack(|| self.address()) else { return };
        if !entry.is_for(Some(&Destination::new(service, &address))) {
            return;
        }
        let way =
            Way { service, address, feed: self.feed(), key: self.key(&entry.comment), changes: self.desk.changes };
        self.keep_focus(id); // its buttons go for as long as it is under way
        self.desk.sending.update(|sending| sending.push(id.clone()));
        let id = id.clone();
        platform::spawn(async move {
            let arrival = way.bring(entry).await;
            let gone = self.desk.outbox.try_with_untracked(|_| ()).is_none();
            if gone || self.feed() != way.feed {
                // The element has gone, or shows another newspaper. What is left is for the next visit.
                if let Arrival::At(entry, outcome) = &arrival {
                    way.leave(entry, outcome);
                }
                if !gone {
                    self.rest(&id);
                }
                return;
            }
            match arrival {
                // Meanwhile its writer has discarded it in another tab, or edited it there.
                Arrival::At(_, outcome) if !matches!(outcome, Outcome::Stored(_)) && self.is_withdrawn(&id) => {
                    self.give_up(&id, None);
                }
                Arrival::At(entry, outcome) => self.settle(&id, &entry, outcome),
                Arrival::Elsewhere(entry) => self.give_up(&id, entry),
            }
        });
    }

    /// It is another tab's, or nobody's any more.
    fn give_up(self, id: &ItemId, entry: Option<Entry>) {
        if let Some(known) = self.find(id) {
            self.clear_form(self.waited(id), &known.comment);
        }
        self.rest(id);
        if entry.is_none() {
            self.went_elsewhere(vec![id.clone()]);
        }
        self.desk.outbox.update(|all| {
            all.retain(|known| known.comment.id != *id);
            all.extend(entry);
        });
        self.schedule();
    }

    /// What was in the form, if it waits for this comment.
    fn waited(self, id: &ItemId) -> Option<Fields> {
        self.desk.posting.with_untracked(|posting| {
            posting.as_ref().filter(|(posted, _)| posted == id).map(|(_, fields)| fields.clone())
        })
    }

    /// It is not being sent any more, nor can it be withdrawn from that.
    fn rest(self, id: &ItemId) {
        self.desk.sending.update(|sending| sending.retain(|sent| sent != id));
        self.desk.withdrawn.set(self.desk.withdrawn.get().into_iter().filter(|withdrawn| withdrawn != id).collect());
    }

    /// Whether another tab has removed it while it was being sent here.
    fn is_withdrawn(self, id: &ItemId) -> bool {
        self.desk.withdrawn.get().contains(id) && self.find(id).is_some()
    }

    /// Whether focus is in this comment.
    pub(super) fn has_focus(self, id: &ItemId) -> bool {
        platform::has_focus(&self.state.root(), &selector(id))
    }

    /// What is about to take the place of this comment's row has focus, if that has.
    pub(super) fn keep_focus(self, id: &ItemId) {
        if self.has_focus(id) && !platform::keep_typing(&self.state.root()) {
            platform::focus_soon(&self.state.root(), selector(id));
        }
    }

    fn settle(self, id: &ItemId, sent: &Entry, outcome: Outcome) {
        let waited = self.waited(id);
        let in_the_form = waited.as_ref().is_some_and(|fields| self.desk.holds(fields));
        let in_focus = self.has_focus(id) || in_the_form && platform::has_focus(&self.state.root(), PLACE);
        let messages = messages(self.state);
        let reason = match &outcome {
            Outcome::Refused(refusal) => refusal::sentence(messages, refusal),
            _ => String::new(),
        };
        let here = self.find(id).is_some();
        self.rest(id);
        match outcome {
            // The text is in the form still, and there it stays.
            Outcome::Refused(refusal) if here && in_the_form => {
                self.remove(id);
                self.back_to_the_form(sent, &refusal, &reason, in_focus || platform::is_focus_free());
            }
            // Its writer has discarded it meanwhile; only what the service has is told. Where the form waits for it, the
            // thread lists it by now, whatever has become of this try.
            _ if !here && !matches!(outcome, Outcome::Stored(_)) => {
                if waited.is_some() {
                    self.clear_form(waited, &sent.comment);
                    self.tell(messages.posted, id, "published");
                }
            }
            _ => {
                let left = sent.settled(&outcome, &reason, platform::now(), platform::random());
                // One that is not here any more was listed meanwhile, or the reader wants to be forgotten.
                if here {
                    self.replace(id, left);
                }
                let first = waited.is_some();
                self.clear_form(waited, &sent.comment);
                let shown = match &outcome {
                    Outcome::Stored(stored) => stored.id.clone(),
                    _ => id.clone(),
                };
                self.tell_outcome(id, outcome, first, &reason);
                if in_focus {
                    platform::focus_soon(&self.state.root(), selector(&shown));
                }
            }
        }
        self.schedule();
    }

    fn back_to_the_form(self, entry: &Entry, refusal: &Refusal, reason: &str, may_lead: bool) {
        let sent = &entry.comment;
        self.desk.posting.set(None);
        self.desk.answered.set(sent.parent.clone()); // the form may have moved meanwhile
        self.desk.refusal.set(Some(reason.to_owned()));
        if matches!(refusal, Refusal::ThisTime(_)) {
            self.desk.taken_back.set(Some(entry.clone()));
        }
        self.save_draft(sent);
        let fields = refusal.fields();
        self.desk.problems.set(fields.iter().map(|(at, said)| (*at, Problem::Refused(said.clone()))).collect());
        if let Some((field, _)) = fields.first().filter(|_| may_lead) {
            platform::focus_soon(&self.state.root(), field.selector());
        }
        self.emit(&sent.id, "failed"); // the form says why
    }

    fn tell_outcome(self, id: &ItemId, outcome: Outcome, first: bool, reason: &str) {
        let messages = messages(self.state);
        match outcome {
            Outcome::Stored(comment) if comment.status == Status::Pending => {
                self.tell(messages.awaiting, &comment.id, "pending");
                self.desk.stale.set(true); // it may be there for everybody since an earlier try
            }
            Outcome::Stored(comment) => {
                let stored = comment.id.clone();
                self.desk.written.update(|written| written.push(Comment { own: true, ..*comment }));
                self.tell(messages.posted, &stored, "published");
            }
            Outcome::Refused(refusal) => {
                self.tell(reason, id, "failed");
                if matches!(refusal, Refusal::ThisTime(_)) {
                    self.desk.stale.set(true); // the thread tells whether an earlier try came through
                }
            }
            Outcome::Unknown => self.tell(messages.unknown, id, "queued"),
            Outcome::Later { .. } if first => self.tell(messages.queued, id, "queued"),
            Outcome::Later { .. } => {}
        }
    }

    /// The form has waited for this comment: it is done with it, unless somebody has gone on writing in it.
    fn clear_form(self, waited: Option<Fields>, comment: &Comment) {
        let Some(fields) = waited else { return };
        self.desk.posting.set(None);
        if self.desk.holds(&fields) {
            self.desk.drop_draft(&self.draft(comment));
            self.empty_form();
        }
    }

    fn tell(self, said: &str, id: &ItemId, status: &str) {
        self.state.announce(said);
        self.emit(id, status);
    }

    fn emit(self, id: &ItemId, status: &str) {
        self.state.emit("news-widget:comment", &[("status", status), ("id", id.as_str())]);
    }
}
