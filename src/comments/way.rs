//! A comment's way to its service, which goes on when its element has gone.

use super::{
    changes::Changes,
    destination::Destination,
    dispatch::read,
    mine::Mine,
    outbox::Entry,
    refusal,
    services::{
        Protocol, Service,
        exchange::{Errand, Next, Outcome, Stage},
    },
};
use crate::{
    feed::WebUrl,
    platform::{self, BrowserUrls, Storage},
};

/// Where an entry is brought, and where it is kept meanwhile.
pub struct Way {
    /// The service.
    pub service: Service,
    /// Where it is.
    pub address: WebUrl,
    /// The feed whose the entry is.
    pub feed: String,
    /// Its storage key.
    pub key: String,
    /// What the reader may change of what they wrote.
    pub changes: Changes,
}

/// What came of it.
pub enum Arrival {
    /// This.
    At(Entry, Outcome),
    /// It was not sent: another tab has it in hand or has been faster, or its writer wants it no more. This is how it stands,
    /// if it is still kept.
    Elsewhere(Option<Entry>),
}

impl Way {
    /// Brings `entry` to its service. Nothing here follows the element, which may be gone before this ends.
    pub async fn bring(&self, entry: Entry) -> Arrival {
        // First, as it may take a while: what is kept may change as long as anything is waited for.
        let protocol = self.service.protocol().await;
        // Of several tabs that find it due, one sends it.
        let Some(turn) = platform::turn(&self.key).await else { return Arrival::Elsewhere(self.stored()) };
        let entry = match self.stored() {
            None if entry.kept => return Arrival::Elsewhere(None),
            None => entry,
            // The browser has had no room for what its writer wants by now.
            Some(_) if !entry.kept => entry,
            // It was taken back meanwhile, and posted again to another service.
            Some(stored) if !stored.is_for(Some(&self.destination())) => return Arrival::Elsewhere(Some(stored)),
            Some(stored)
                if stored.is_busy(platform::now()) && !turn.is_exclusive() || !stored.may_be_sent(platform::now()) =>
            {
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
                && let Some(mine) = Mine::new(self.destination(), stored, entry.text(), until)
                && !self.is_gone(entry)
            {
                self.changes.add(&self.feed, mine);
            }
        }
    }

    fn destination(&self) -> Destination {
        Destination::new(self.service, &self.address)
    }

    /// Whether it was kept, and is no more.
    fn is_gone(&self, entry: &Entry) -> bool {
        entry.kept && Storage.get(&self.key).is_none()
    }

    fn stored(&self) -> Option<Entry> {
        read(&Storage.get(&self.key)?)
    }

    /// Keeps what is left of `entry`, in a page whose element has gone.
    pub fn leave(&self, entry: &Entry, outcome: &Outcome) {
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
