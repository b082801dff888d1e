//! A comment's way to its service, and what its writer is told when it ends.

use leptos::{prelude::untrack, task::spawn_local};

use super::{
    changes::Changes,
    comment_view::selector,
    dispatch::{Dispatch, address, read},
    form::PLACE,
    messages,
    mine::Mine,
    model::{Comment, Status},
    outbox::Entry,
    refusal, service,
    services::{
        Protocol, Service,
        exchange::{Errand, Next, Outcome, Refusal, Stage},
    },
    validate::{Fields, Problem},
};
use crate::{
    feed::{ItemId, WebUrl},
    platform::{self, BrowserUrls, Storage},
};

/// Where an entry is brought, and where it is kept meanwhile.
struct Way {
    service: Service,
    address: WebUrl,
    feed: String,
    key: String,
    changes: Changes,
}

/// What came of it.
enum Arrival {
    /// This.
    At(Entry, Outcome),
    /// Another tab has it in hand, or has been faster. This is how it stands, if it is still kept.
    Elsewhere(Option<Entry>),
}

impl Dispatch {
    /// Sends an entry, unless that is under way.
    pub(super) fn send(self, id: &ItemId) {
        let Some(entry) = self.find(id) else { return };
        if self.desk.sending.with_untracked(|sending| sending.contains(id)) {
            return;
        }
        let service = untrack(|| service(self.state, self.desk));
        let Some(address) = untrack(|| address(self.state, service)) else { return };
        let way =
            Way { service, address, feed: self.feed(), key: self.key(&entry.comment), changes: self.desk.changes };
        self.keep_focus(id); // its buttons go for as long as it is under way
        self.desk.sending.update(|sending| sending.push(id.clone()));
        let id = id.clone();
        spawn_local(async move {
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
                Arrival::At(entry, outcome)
                    if !matches!(outcome, Outcome::Stored(_)) && way.is_gone(&entry) && self.find(&id).is_some() =>
                {
                    self.give_up(&id, None);
                }
                Arrival::At(entry, outcome) => self.settle(&id, &entry, outcome),
                Arrival::Elsewhere(entry) => self.give_up(&id, entry),
            }
        });
    }

    /// Another tab has it.
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

    /// It is not being sent any more.
    fn rest(self, id: &ItemId) {
        self.desk.sending.update(|sending| sending.retain(|sent| sent != id));
    }

    fn has_focus(self, id: &ItemId) -> bool {
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
                self.back_to_the_form(sent, &refusal, &reason);
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

    fn back_to_the_form(self, entry: &Entry, refusal: &Refusal, reason: &str) {
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
        if let Some((field, _)) = fields.first() {
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

impl Way {
    /// Brings `entry` to its service. Nothing here follows the element, which may be gone before this ends.
    async fn bring(&self, entry: Entry) -> Arrival {
        // First, as it may take a while: what is kept may change as long as anything is waited for.
        let protocol = self.service.protocol().await;
        // Of several tabs that find it due, one sends it.
        let Some(turn) = platform::turn(&self.key).await else { return Arrival::Elsewhere(self.stored()) };
        let entry = match self.stored() {
            None if entry.kept => return Arrival::Elsewhere(None),
            None => entry,
            Some(stored) if stored.is_busy(platform::now()) && !turn.is_exclusive() => {
                return Arrival::Elsewhere(Some(stored));
            }
            Some(stored) => stored,
        };
        // Before anything is said to be on its way.
        let Ok(protocol) = protocol else {
            let perhaps_there = entry.perhaps_there;
            return Arrival::At(entry, Outcome::Later { after: None, perhaps_there });
        };
        if entry.kept {
            // Before the request: should the tab be closed now, the next visit knows that it may have come through. The same
            // key took as much before; where it takes nothing any more, there is the page.
            let _ = Storage.set(&self.key, &entry.on_its_way(platform::now()).to_json());
        }
        match self.run(&entry, protocol).await {
            Some(outcome) => Arrival::At(entry, outcome),
            None => Arrival::Elsewhere(None),
        }
    }

    /// `None` where it is not to be sent any more.
    async fn run(&self, entry: &Entry, protocol: Protocol) -> Option<Outcome> {
        let errand = || Errand {
            address: &self.address,
            comment: &entry.comment,
            email: entry.email.as_deref(),
            perhaps_there: entry.perhaps_there,
            insists: entry.insists,
            now: platform::now(),
            urls: &BrowserUrls,
        };
        let mut next = (protocol.first)(&errand());
        loop {
            let (stage, request) = match next {
                Next::Done(outcome) if entry.perhaps_there => return Some(outcome.in_doubt()),
                Next::Done(outcome) => return Some(outcome),
                Next::Ask(stage, request) => (stage, request),
            };
            // While it was looked for, the reader has had all forgotten, or discarded it in another tab.
            if stage == Stage::Send && self.is_gone(entry) {
                return None;
            }
            let Some(answer) = platform::send(&request).await else {
                let perhaps_there = entry.perhaps_there || stage == Stage::Send;
                return Some(Outcome::Later { after: None, perhaps_there });
            };
            next = (protocol.then)(&errand(), &stage, &answer);
            if let Next::Done(Outcome::Stored(stored)) = &next
                && let Some(until) = protocol.changes.and_then(|changes| (changes.until)(&answer, platform::now()))
                && let Some(mine) = Mine::new(stored, entry.text(), until)
                && !self.is_gone(entry)
            {
                self.changes.add(&self.feed, mine);
            }
        }
    }

    /// Whether it was kept, and is no more.
    fn is_gone(&self, entry: &Entry) -> bool {
        entry.kept && Storage.get(&self.key).is_none()
    }

    fn stored(&self) -> Option<Entry> {
        read(&Storage.get(&self.key)?)
    }

    /// Keeps what is left of `entry`, in a page whose element has gone.
    fn leave(&self, entry: &Entry, outcome: &Outcome) {
        if !matches!(outcome, Outcome::Stored(_)) && self.is_gone(entry) {
            return; // discarded in another tab
        }
        let reason = match outcome {
            Outcome::Refused(refusal) => refusal::sentence(crate::i18n::comment_messages(""), refusal),
            _ => String::new(),
        };
        let left = entry.settled(outcome, &reason, platform::now(), platform::random());
        let key = left.as_ref().and_then(|left| left.key(&self.feed));
        if let (Some(left), Some(key)) = (&left, &key) {
            // The page is gone: nobody could be told.
            let _ = Storage.set(key, &left.to_json());
        }
        if key.as_ref() != Some(&self.key) {
            Storage.remove(&self.key);
        }
    }
}
