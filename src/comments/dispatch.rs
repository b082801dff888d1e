//! Comments on their way to a service on a server: kept, sent, and sent again, until an answer names them.

use leptos::task::spawn_local;

use super::{
    desk::Desk,
    details,
    draft::{Draft, DraftKey},
    keys, messages,
    model::{Comment, Status},
    outbox::{self, Entry, Stand},
    refusal,
    services::{
        Service,
        exchange::{Outcome, Refusal},
        http, local,
    },
    text::is_blank,
    validate::Fields,
};
use crate::{
    feed::{self, Date, ItemId, WebUrl},
    platform::{self, BrowserUrls, Storage, Timeout, WindowListener},
    view::Stored,
    widget::State,
};

/// The longest that nobody looks whether something is due, in milliseconds: clocks are put right, and machines sleep.
const LOOK_AGAIN: i64 = 60_000;

/// The outbox of one element, at one service. It lives as long as the element does, whatever is drawn meanwhile.
#[derive(Clone, Copy, Debug)]
pub struct Dispatch {
    state: State,
    desk: Desk,
}

impl Dispatch {
    /// The outbox of `desk`.
    pub fn new(state: State, desk: Desk) -> Self {
        Self { state, desk }
    }

    /// Takes up what earlier visits left, and sends what is due: now, when the browser is online again, and when the page is
    /// seen again. To be called for each drawing: the listeners end with the current owner.
    pub fn resume(self) {
        let feed = self.feed();
        let known =
            |id: &ItemId| self.desk.outbox.with_untracked(|all| all.iter().any(|entry| entry.comment.id == *id));
        let kept: Vec<Entry> = Storage
            .keys(&outbox::prefix(&feed))
            .iter()
            .filter_map(|key| read(&Storage.get(key)?))
            .filter(|entry| !known(&entry.comment.id))
            .collect();
        if !kept.is_empty() {
            self.desk.outbox.update(|all| all.extend(kept));
        }
        Stored::new([
            WindowListener::new("online", move || {
                self.desk.outbox.update(|all| all.iter_mut().for_each(|entry| entry.due = Date::from_millis(0)));
                self.flush();
            }),
            WindowListener::new("visibilitychange", move || self.flush()),
        ]);
        self.flush();
    }

    /// Keeps `comment`, then sends it. The form waits for what becomes of it.
    pub fn post(self, service: &WebUrl, comment: Comment, email: Option<String>) {
        let (id, now) = (comment.id.clone(), platform::now());
        let entry = Entry { comment, email, service: service.to_string(), tries: 0, due: now, stand: Stand::Unsent };
        let fields = self.desk.fields.get_untracked();
        // What is kept in the outbox is no draft any more, or a later visit would send it twice.
        if self.keep(&entry) {
            Storage.remove(&self.draft(&entry.comment).storage_key());
        }
        self.desk.outbox.update(|all| all.push(entry));
        self.desk.posting.set(Some((id.clone(), fields)));
        self.send(&id);
    }

    /// The reader does not want to wait.
    pub fn send_now(self, id: &ItemId) {
        self.change(id, |entry| entry.stand = Stand::Unsent);
        self.send(id);
    }

    /// Puts the text back into the form, for the reader to change it.
    pub fn take_back(self, id: &ItemId) {
        let Some(entry) = self.remove(id) else { return };
        self.desk.answered.set(entry.comment.parent.clone());
        self.desk.fields.set(entry.fields());
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
    pub fn listed(self, ids: &[ItemId]) {
        let gone: Vec<ItemId> = self.desk.outbox.with_untracked(|all| {
            all.iter().map(|entry| entry.comment.id.clone()).filter(|id| ids.contains(id)).collect()
        });
        for id in gone {
            self.remove(&id);
        }
    }

    fn flush(self) {
        let now = platform::now();
        let due: Vec<ItemId> = self.desk.outbox.with_untracked(|all| {
            all.iter().filter(|entry| entry.is_due(now)).map(|entry| entry.comment.id.clone()).collect()
        });
        for id in due {
            self.send(&id);
        }
        self.schedule();
    }

    /// Looks again when the next one is due.
    fn schedule(self) {
        let now = platform::now().millis();
        let next = self.desk.outbox.with_untracked(|all| {
            let waiting = all.iter().filter(|entry| entry.stand == Stand::Unsent);
            waiting.map(|entry| (entry.due.millis() - now).clamp(250, LOOK_AGAIN)).min()
        });
        let timer = next.and_then(|wait| Timeout::new(i32::try_from(wait).unwrap_or(i32::MAX), move || self.flush()));
        self.desk.timer.set(timer);
    }

    fn send(self, id: &ItemId) {
        let Some(entry) =
            self.desk.outbox.with_untracked(|all| all.iter().find(|entry| entry.comment.id == *id).cloned())
        else {
            return;
        };
        let Some(service) = WebUrl::resolve(&BrowserUrls, &entry.service, "about:blank") else { return };
        if self.desk.sending.with_untracked(|sending| sending.contains(id)) {
            return;
        }
        self.desk.sending.update(|sending| sending.push(id.clone()));
        let key = self.key(&entry.comment);
        spawn_local(async move {
            let answer = platform::post(&http::post(&service, &entry.comment, entry.email.as_deref())).await;
            let now = platform::now();
            let outcome = answer.map_or(Outcome::Later { after: None }, |answer| {
                http::read(&answer, &entry.comment, &service, now, &BrowserUrls)
            });
            if self.desk.outbox.try_with_untracked(|_| ()).is_none() {
                // The element has gone. What is in the outbox is for the next visit.
                if matches!(outcome, Outcome::Stored(_)) {
                    Storage.remove(&key);
                }
                return;
            }
            self.settle(&entry, outcome);
        });
    }

    fn settle(self, sent: &Entry, outcome: Outcome) {
        let id = &sent.comment.id;
        let waits = self.desk.posting.with_untracked(|posting| {
            posting.as_ref().filter(|(posted, _)| posted == id).map(|(_, fields)| fields.clone())
        });
        self.desk.sending.update(|sending| sending.retain(|sent| sent != id));
        let messages = messages(self.state);
        match outcome {
            Outcome::Stored(comment) => {
                let (said, status) = match comment.status {
                    Status::Pending => (messages.awaiting, "pending"),
                    _ => (messages.posted, "published"),
                };
                self.remove(id);
                self.clear_form(waits, &sent.comment);
                let stored = comment.id.clone();
                if comment.status == Status::Pending {
                    self.hold(*comment, &sent.service);
                } else {
                    self.desk.written.update(|written| written.push(*comment));
                }
                self.tell(said, &stored, status);
            }
            Outcome::Refused(refusal) => {
                let reason = refusal::sentence(messages, &refusal);
                if waits.is_some() {
                    // The text is in the form still, and there it stays.
                    self.remove(id);
                    self.desk.posting.set(None);
                    self.desk.refusal.set(Some(reason.clone()));
                    self.save_draft(&sent.comment);
                    if let Refusal::Fields(fields) = &refusal
                        && let Some((field, _)) = fields.first()
                    {
                        platform::focus_soon(&self.state.root(), format!("[name={}]", field.name()));
                    }
                } else {
                    self.change(id, |entry| entry.stand = Stand::Refused(reason.clone()));
                }
                self.tell(&reason, id, "failed");
            }
            Outcome::Later { after } => {
                let random = platform::random();
                self.change(id, |entry| entry.put_off(platform::now(), after, random));
                let first = waits.is_some();
                self.clear_form(waits, &sent.comment);
                if first {
                    self.tell(messages.queued, id, "queued");
                }
            }
        }
        self.schedule();
    }

    /// The service holds it for a moderator: its writer goes on seeing it until it is listed.
    fn hold(self, comment: Comment, service: &str) {
        let due = platform::now();
        let held = Entry { comment, email: None, service: service.into(), tries: 0, due, stand: Stand::Held };
        self.keep(&held);
        self.desk.outbox.update(|all| all.push(held));
    }

    /// The form has waited for this comment: it is done with it, unless somebody has gone on writing in it.
    fn clear_form(self, waited: Option<Fields>, comment: &Comment) {
        let Some(fields) = waited else { return };
        self.desk.posting.set(None);
        if self.desk.fields.with_untracked(|now| *now == fields) {
            Storage.remove(&self.draft(comment).storage_key());
            self.desk.restored.set(false);
            self.desk.answered.set(None);
            self.desk.fields.set(details().fields());
        }
    }

    fn tell(self, said: &str, id: &ItemId, status: &str) {
        self.state.announce(said);
        self.state.emit("news-widget:comment", &[("status", status), ("id", id.as_str())]);
    }

    fn change(self, id: &ItemId, change: impl FnOnce(&mut Entry)) {
        let mut changed = None;
        self.desk.outbox.update(|all| {
            if let Some(entry) = all.iter_mut().find(|entry| entry.comment.id == *id) {
                change(entry);
                changed = Some(entry.clone());
            }
        });
        if let Some(entry) = changed {
            self.keep(&entry);
        }
    }

    fn remove(self, id: &ItemId) -> Option<Entry> {
        let mut removed = None;
        self.desk.outbox.update(|all| {
            let at = all.iter().position(|entry| entry.comment.id == *id);
            removed = at.map(|at| all.remove(at));
        });
        if let Some(entry) = &removed {
            Storage.remove(&self.key(&entry.comment));
        }
        removed
    }

    /// Whether the browser keeps it.
    fn keep(self, entry: &Entry) -> bool {
        Storage.set(&self.key(&entry.comment), &entry.to_json()).is_ok()
    }

    fn save_draft(self, comment: &Comment) {
        let draft = Draft { fields: self.desk.fields.get_untracked(), saved: platform::now().millis() };
        if !is_blank(&draft.fields.comment) {
            // Where the browser keeps nothing, the text is still in the form.
            let _ = Storage.set(&self.draft(comment).storage_key(), &draft.to_json());
        }
    }

    fn draft(self, comment: &Comment) -> DraftKey {
        let (article, parent) = (article(comment), comment.parent.clone());
        DraftKey { feed: self.feed(), article, parent }
    }

    fn key(self, comment: &Comment) -> String {
        keys::outbox(&self.feed(), &article(comment), &comment.id)
    }

    fn feed(self) -> String {
        self.state.feed_url().map(|url| url.to_string()).unwrap_or_default()
    }
}

/// The article that a comment is on; a comment of the form names one.
fn article(comment: &Comment) -> ItemId {
    comment.article.as_ref().map_or_else(|| comment.id.clone(), |article| article.id.clone())
}

/// Reads what was stored; anything unreadable is left alone.
fn read(text: &str) -> Option<Entry> {
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
