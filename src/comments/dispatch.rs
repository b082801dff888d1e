//! Comments on their way to a service on a server: kept, sent, and sent again, until an answer names them. What is done
//! with one that is sent is in `delivery.rs`.

use leptos::prelude::untrack;

use super::{
    desk::Desk,
    destination::Destination,
    details,
    draft::DraftKey,
    keys,
    model::{Comment, Status},
    outbox::{self, Entry, Stand},
    pages::Pages,
    service,
    services::{Protocol, Service, local},
    text::{clean_text, is_blank},
};
use crate::{
    feed::{self, ItemId, WebUrl},
    platform::{self, BrowserUrls, Storage, Timeout, WindowListener},
    view::Stored,
    widget::State,
};

/// The longest that nobody looks whether something is due, in milliseconds: clocks are put right, and machines sleep.
const LOOK_AGAIN: i64 = 60_000;

/// How many comments are brought to their service at a time; the next when one has ended.
const AT_ONCE: usize = 4;

/// The outbox of one element. It lives as long as the element does, whatever is drawn meanwhile.
#[derive(Clone, Copy, Debug)]
pub struct Dispatch {
    /// The element's state.
    pub(super) state: State,
    /// What the reader is doing.
    pub(super) desk: Desk,
}

impl Dispatch {
    /// The outbox of `desk`.
    pub fn new(state: State, desk: Desk) -> Self {
        Self { state, desk }
    }

    /// Takes up what earlier visits left, and sends what is due: now, when the browser is online again, and when the page is
    /// seen again. To be called for each drawing: the listeners end with the current owner.
    pub fn resume(self) {
        Stored::new([
            WindowListener::new("online", move || self.hasten()),
            WindowListener::new("visibilitychange", move || {
                if platform::is_visible() {
                    self.hasten();
                }
            }),
            Storage.watch(keys::OUTBOX, move |key| {
                self.heed(key);
                self.sync();
            }),
        ]);
        self.sync();
        self.hasten();
    }

    /// What another tab removes while it is being sent here is withdrawn. Where all is removed at once, it is the page's or the
    /// browser's doing, and nobody's word about a comment.
    fn heed(self, key: Option<String>) {
        let Some(key) = key.filter(|key| Storage.get(key).is_none()) else { return };
        let sending = self.desk.sending.get_untracked();
        let is_it = |entry: &Entry| entry.kept && self.key(&entry.comment) == key;
        let withdrawn = sending.into_iter().filter(|id| self.find(id).is_some_and(|entry| is_it(&entry)));
        self.desk.withdrawn.set(self.desk.withdrawn.get().into_iter().chain(withdrawn).collect());
    }

    /// What other tabs have done to what this browser keeps.
    fn sync(self) {
        let feed = self.feed();
        self.desk.turn_to(&feed);
        let stored = Storage.keys(&outbox::prefix(&feed)).into_iter().filter_map(|key| read(&Storage.get(&key)?));
        let stored: Vec<Entry> = stored.map(|entry| self.bind(entry)).collect();
        let sending = self.desk.sending.get_untracked();
        let mut gone = Vec::new();
        self.desk.outbox.update(|all| {
            let here = |id: &ItemId| stored.iter().any(|entry| entry.comment.id == *id);
            all.retain(|entry| {
                let id = &entry.comment.id;
                let stays = !entry.kept || sending.contains(id) || here(id);
                if !stays {
                    gone.push(id.clone());
                }
                stays
            });
            for entry in stored {
                match all.iter_mut().find(|known| known.comment.id == entry.comment.id) {
                    Some(known) => {
                        if !sending.contains(&entry.comment.id) {
                            *known = entry;
                        }
                    }
                    None => all.push(entry),
                }
            }
        });
        self.let_go();
        self.went_elsewhere(gone);
        self.schedule();
    }

    /// What was stored before entries named their service belongs to the first that the page itself names, by attributes.
    fn bind(self, entry: Entry) -> Entry {
        let config = self.state.config.get_untracked();
        let names = |attribute: &Option<String>| attribute.as_deref().is_some_and(|value| !is_blank(value));
        if entry.destination.is_some() || !names(&config.comments) || !names(&config.comments_url) {
            return entry;
        }
        match self.here() {
            None => entry,
            destination => self.keep(Entry { destination, ..entry }),
        }
    }

    /// The service that the page names, and where it is; `None` where comments go to no server. Tracks.
    pub(super) fn address(self) -> Option<(Service, WebUrl)> {
        let service = service(self.state, self.desk);
        Some((service, address(self.state, service)?))
    }

    /// The same, as entries name it. Tracks.
    pub fn destination(self) -> Option<Destination> {
        self.address().map(|(service, address)| Destination::new(service, &address))
    }

    /// The same, now. Does not track.
    pub(super) fn here(self) -> Option<Destination> {
        untrack(|| self.destination())
    }

    /// Whether the page sends this one: not what was written for another service. Tracks.
    pub fn sends(self, entry: &Entry) -> bool {
        entry.is_for(self.destination().as_ref())
    }

    /// Another tab has brought these to their service, if its reader has not discarded them: there they are to be seen.
    pub(super) fn went_elsewhere(self, gone: Vec<ItemId>) {
        if !gone.is_empty() {
            let before = self.desk.arriving.get();
            self.desk.arriving.set(before.into_iter().chain(gone).collect());
            self.desk.stale.set(true);
        }
    }

    /// Empties the form when its very text is on its way: of a draft that two tabs show, the other has posted it.
    fn let_go(self) {
        let here = self.here();
        let is_it = |entry: &Entry| entry.is_for(here.as_ref()) && self.is_in_the_form(entry);
        let is_sent = self.desk.outbox.with_untracked(|all| all.iter().any(is_it));
        if is_sent && self.desk.posting.with_untracked(Option::is_none) {
            self.empty_form();
        }
    }

    /// Somebody is there, or the network is: what waits by a time of ours waits no longer.
    fn hasten(self) {
        let now = platform::now();
        self.desk.outbox.update(|all| all.iter_mut().for_each(|entry| entry.hasten(now)));
        self.flush();
    }

    /// Keeps `entry`, then sends it. The form waits for what becomes of it.
    pub fn post(self, entry: Entry) {
        let id = entry.comment.id.clone();
        let entry = self.keep(entry);
        // What is kept in the outbox is no draft any more, or a later visit would send it twice.
        if entry.kept {
            self.desk.drop_draft(&self.draft(&entry.comment));
        }
        self.desk.posting.set(Some((id.clone(), self.desk.fields.get_untracked())));
        self.desk.outbox.update(|all| all.push(entry));
        self.send(&id);
    }

    /// The reader does not want to wait.
    pub fn send_now(self, id: &ItemId) {
        self.change(id, |entry| entry.send_now(platform::now()));
        self.send(id);
    }

    /// Puts the text back into the form, for the reader to change it.
    pub fn take_back(self, id: &ItemId) {
        let Some(entry) = self.remove(id) else { return };
        let here = DraftKey { parent: self.desk.answered.get_untracked(), ..self.draft(&entry.comment) };
        self.desk.put_aside(here);
        self.desk.clear_complaints();
        self.desk.answered.set(entry.comment.parent.clone());
        self.desk.fields.set(entry.fields());
        self.desk.taken_back.set(Some(entry.clone()));
        self.save_draft(&entry.comment);
    }

    /// The reader does not want it any more.
    pub fn discard(self, id: &ItemId) {
        self.remove(id);
    }

    /// The comments in the outbox that are on `article`, as they stand. Tracks.
    pub fn comments(self, article: &ItemId) -> Vec<Comment> {
        let sending = self.desk.sending.get();
        self.desk.outbox.with(|all| {
            let here = |entry: &&Entry| entry.comment.article.as_ref().is_some_and(|named| named.id == *article);
            // While the form waits, it holds the text: nobody needs it twice.
            let posting = self.desk.posting.with(|posting| posting.as_ref().map(|(id, _)| id.clone()));
            all.iter()
                .filter(here)
                .filter(|entry| posting.as_ref() != Some(&entry.comment.id))
                .map(|entry| {
                    let status = if sending.contains(&entry.comment.id) { Status::Sending } else { entry.status() };
                    Comment { status, ..entry.comment.clone() }
                })
                .collect()
        })
    }

    /// What is told about a comment that is not with its service. Tracks.
    pub fn entry(self, id: &ItemId) -> Option<Entry> {
        self.desk.outbox.with(|all| all.iter().find(|entry| entry.comment.id == *id).cloned())
    }

    /// The service lists these: what was held is there for everybody, and what was sent has arrived.
    pub fn listed(self, here: impl Fn(&ItemId) -> bool) {
        let service = self.here();
        let has = |entry: &&Entry| entry.may_be_for(service.as_ref()) && here(&entry.comment.id);
        let arrived: Vec<ItemId> = self
            .desk
            .outbox
            .with_untracked(|all| all.iter().filter(has).map(|entry| entry.comment.id.clone()).collect());
        for id in arrived {
            self.remove(&id);
        }
        if self.taken_back().is_some_and(|entry| here(&entry.comment.id)) {
            self.needless();
        }
    }

    /// Those that a service may have under a name that it has told nobody: are they among these, which it lists by now?
    pub fn recognise(self, service: Service, pages: Pages) {
        let here = self.here();
        let held = |entry: &&Entry| entry.stand == Stand::Held && entry.may_be_for(here.as_ref());
        let held: Vec<Comment> =
            self.desk.outbox.with_untracked(|all| all.iter().filter(held).map(|entry| entry.comment.clone()).collect());
        if held.is_empty() && self.taken_back().is_none() {
            return;
        }
        platform::spawn(async move {
            let Ok(Protocol { is_same: Some(is_same), .. }) = service.protocol().await else { return };
            // The element may have gone, or been drawn anew.
            let Some(listed) = pages.here.try_with_untracked(|here| here.comments.clone()) else { return };
            let is_it = |sent: &Comment, listed: &Comment| article(sent) == article(listed) && is_same(sent, listed);
            let is_listed = |sent: &Comment| listed.iter().any(|listed| is_it(sent, listed));
            for sent in held.iter().filter(|sent| is_listed(sent)) {
                self.remove(&sent.id);
            }
            if self.taken_back().is_some_and(|entry| is_listed(&entry.comment)) {
                self.needless();
            }
        });
    }

    /// The entry whose text was put back into the form while nobody knew whether the service has it.
    fn taken_back(self) -> Option<Entry> {
        let here = self.here();
        self.desk.taken_back.get_untracked().filter(|entry| entry.perhaps_there && entry.may_be_for(here.as_ref()))
    }

    /// The service has what was taken back. As it was, nobody needs it in the form.
    fn needless(self) {
        let Some(entry) = self.taken_back() else { return };
        self.desk.taken_back.set(None);
        if self.is_in_the_form(&entry) {
            self.desk.drop_draft(&self.draft(&entry.comment));
            self.empty_form();
        }
    }

    fn is_in_the_form(self, entry: &Entry) -> bool {
        let text = self.desk.fields.with_untracked(|fields| clean_text(&fields.comment));
        let here = self.desk.is_at(&article(&entry.comment));
        here && entry.text() == text && entry.comment.parent == self.desk.answered.get_untracked()
    }

    pub(super) fn empty_form(self) {
        self.desk.restored.set(false);
        self.desk.answered.set(None);
        self.desk.clear_complaints();
        self.desk.fields.set(details().fields());
        self.desk.take_up();
    }

    fn flush(self) {
        let now = platform::now();
        let (here, sending) = (self.here(), self.desk.sending.get_untracked());
        let due: Vec<ItemId> = self.desk.outbox.with_untracked(|all| {
            let is_due = |entry: &&Entry| entry.is_for(here.as_ref()) && entry.is_due(now);
            let due = all.iter().filter(is_due).map(|entry| &entry.comment.id).filter(|id| !sending.contains(id));
            due.take(AT_ONCE.saturating_sub(sending.len())).cloned().collect()
        });
        for id in due {
            self.send(&id);
        }
        self.schedule();
    }

    /// Looks again when the next one is due.
    pub(super) fn schedule(self) {
        let now = platform::now();
        let sending = self.desk.sending.get_untracked();
        let here = self.here();
        let next = self.desk.outbox.with_untracked(|all| {
            let waits = |entry: &&Entry| entry.is_for(here.as_ref()) && !sending.contains(&entry.comment.id);
            let waiting = all.iter().filter(waits);
            waiting.filter_map(|entry| Some(entry.wait(now)?.clamp(250, LOOK_AGAIN))).min()
        });
        let timer = next
            .filter(|_| sending.len() < AT_ONCE)
            .and_then(|wait| Timeout::new(i32::try_from(wait).unwrap_or(i32::MAX), move || self.flush()));
        self.desk.timer.set(timer);
    }

    /// Changes an entry, as another tab may have left it.
    pub(super) fn change(self, id: &ItemId, change: impl FnOnce(&mut Entry)) {
        let Some(mut entry) = self.find(id) else { return };
        if entry.kept
            && let Some(stored) = Storage.get(&self.key(&entry.comment)).and_then(|text| read(&text))
        {
            entry = stored;
        }
        change(&mut entry);
        self.replace(id, Some(entry));
    }

    /// Puts another entry, or none, in the place of the one with this id.
    pub(super) fn replace(self, id: &ItemId, entry: Option<Entry>) {
        let entry = entry.map(|entry| self.keep(entry));
        if entry.as_ref().is_none_or(|entry| entry.comment.id != *id) {
            self.remove(id);
        }
        if let Some(entry) = entry {
            self.desk.outbox.update(|all| match all.iter_mut().find(|known| known.comment.id == entry.comment.id) {
                Some(known) => *known = entry,
                None => all.push(entry),
            });
        }
    }

    pub(super) fn find(self, id: &ItemId) -> Option<Entry> {
        self.desk.outbox.with_untracked(|all| all.iter().find(|entry| entry.comment.id == *id).cloned())
    }

    pub(super) fn remove(self, id: &ItemId) -> Option<Entry> {
        let mut removed = None;
        self.desk.outbox.update(|all| {
            let at = all.iter().position(|entry| entry.comment.id == *id);
            removed = at.map(|at| all.remove(at));
        });
        if let Some(entry) = &removed {
            self.keep_focus(id); // what takes its place in the thread is another row
            Storage.remove(&self.key(&entry.comment));
        }
        removed
    }

    /// Keeps it, if the browser does.
    fn keep(self, entry: Entry) -> Entry {
        let kept = Storage.set(&self.key(&entry.comment), &entry.to_json()).is_ok();
        Entry { kept, ..entry }
    }

    pub(super) fn save_draft(self, comment: &Comment) {
        let draft = self.desk.draft();
        if !is_blank(&draft.fields.comment) {
            self.desk.save_draft(&self.draft(comment), &draft);
        }
    }

    pub(super) fn draft(self, comment: &Comment) -> DraftKey {
        let (article, parent) = (article(comment), comment.parent.clone());
        DraftKey { feed: self.feed(), article, parent }
    }

    pub(super) fn key(self, comment: &Comment) -> String {
        keys::outbox(&self.feed(), &article(comment), &comment.id)
    }

    pub(super) fn feed(self) -> String {
        self.state.feed_url().map(|url| url.to_string()).unwrap_or_default()
    }
}

/// The article that a comment is on; a comment of the form names one.
fn article(comment: &Comment) -> ItemId {
    comment.article.as_ref().map_or_else(|| comment.id.clone(), |article| article.id.clone())
}

/// Reads what was stored; anything unreadable is left alone.
pub(super) fn read(text: &str) -> Option<Entry> {
    let parts = Entry::parts(text)?;
    let feed = local::to_feed([parts.comment]);
    let read = feed::parse_thread(feed.as_bytes(), "about:blank", &BrowserUrls).ok()?;
    Some(Entry::assemble(parts, local::comments(&read.feed.items).into_iter().next()?))
}

/// Where the service that attributes and feed ask for is; `None` where it has no address.
pub fn address(state: State, service: Service) -> Option<WebUrl> {
    let written = state.config.with(|config| config.comments_url.clone()).filter(|url| !url.trim().is_empty());
    let from_feed = || state.edition()?.feed.news.comments.as_ref()?.url.clone();
    let base = platform::base_uri(&state.host());
    let url = match written {
        Some(written) => WebUrl::resolve(&BrowserUrls, &written, &base),
        None => from_feed(),
    };
    url.filter(|_| service.is_remote())
}
