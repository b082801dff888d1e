//! The state of one article's discussion: the only place that writes its signals.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    draft::{Details, Draft, DraftKey},
    model::{Comment, Status},
    services::{Form, NewComment, Place, Post, Service, feed},
    text::is_blank,
    thread::{Order, Thread},
    validate::{Field, Fields, Problem, Rules, validate},
};
use crate::{
    feed::{Item, ItemId},
    platform::{self, BrowserUrls, Storage},
    widget::{Failure, Kind, Load, Part, Remote, State},
};

/// One article's thread and its form. Cheap to copy: views take it by value.
#[derive(Clone, Copy, Debug)]
pub struct Discussion {
    /// The element's state.
    pub state: State,
    /// In which order the thread is shown.
    pub order: RwSignal<Order>,
    /// The comment that the form answers; the form stands under it.
    pub answered: RwSignal<Option<ItemId>>,
    /// What is in the form.
    pub fields: RwSignal<Fields>,
    /// What is wrong with it.
    pub problems: RwSignal<Vec<(Field, Problem)>>,
    /// Whether name, email and website are to be kept in this browser.
    pub consent: RwSignal<bool>,
    /// Whether the form holds a draft of an earlier visit.
    pub restored: RwSignal<bool>,
    article: StoredValue<Arc<Item>>,
    service: Service,
    remote: Remote,
    own: RwSignal<Vec<Comment>>,
}

impl Discussion {
    /// The discussion of `article`, with what this browser kept of it. A thread kept elsewhere is fetched.
    pub fn new(state: State, article: Arc<Item>) -> Self {
        let discussion = Self {
            state,
            order: RwSignal::new(Order::default()),
            answered: RwSignal::new(None),
            fields: RwSignal::new(Fields::default()),
            problems: RwSignal::new(Vec::new()),
            consent: RwSignal::new(false),
            restored: RwSignal::new(false),
            service: service(state),
            remote: Remote::new(Kind::Comments),
            own: RwSignal::new(Vec::new()),
            article: StoredValue::new(article),
        };
        let sources = discussion.in_place(|service, place| service.sources(place));
        discussion.remote.load(sources.fetch);
        discussion.own.set(sources.stored.map(|prefix| super::kept(&prefix)).unwrap_or_default());
        discussion.fill_in();
        discussion
    }

    /// Whether the reader may write here.
    pub fn form(self) -> Form {
        self.in_place(|service, place| service.form(place.article))
    }

    /// Whether the thread offers "Reply".
    pub fn offers_reply(self) -> bool {
        self.form() == Form::Open && self.state.config.with(|config| config.shows(Part::Reply))
    }

    /// What the service asks of the form.
    pub fn rules(self) -> Rules {
        self.service.rules()
    }

    /// The article.
    pub fn article(self) -> Arc<Item> {
        self.article.get_value()
    }

    /// The thread, with what the reader wrote. Tracks.
    pub fn thread(self) -> Load<Thread, Failure> {
        let article = self.article();
        let mut comments = self.in_place(|service, place| service.sources(place).inline);
        match self.remote.get() {
            Load::Ready(items) => comments.extend(feed::comments(&items, &article)),
            Load::Failed(failure) if comments.is_empty() => return Load::Failed(failure),
            Load::Failed(_) => {}
            Load::Waiting | Load::Slow => return Load::Waiting,
        }
        comments.extend(self.own.get());
        let here = |comment: &Comment| comment.article.as_ref().is_some_and(|named| named.id == article.id);
        self.state.written.with(|written| comments.extend(written.iter().filter(|comment| here(comment)).cloned()));
        Load::Ready(Thread::new(comments))
    }

    /// The thread as it is now, for an event handler. Does not track.
    pub fn thread_now(self) -> Option<Thread> {
        untrack(move || self.thread().ready().cloned())
    }

    /// Fetches the thread again.
    pub fn retry(self) {
        self.remote.retry();
    }

    /// The reader typed.
    pub fn edit(self, field: Field, text: String) {
        self.fields.update(|fields| fields.set(field, text));
        self.save_draft();
        // An error leaves when it is corrected, and only then: none appears while somebody is still typing.
        if self.problems.with_untracked(|problems| problems.iter().any(|(at, _)| *at == field)) {
            let left = self.check().err().unwrap_or_default();
            self.problems.update(|problems| {
                problems.retain(|(at, _)| *at != field);
                problems.extend(left.into_iter().filter(|(at, _)| *at == field));
            });
        }
    }

    /// Moves the form, with its text, under `comment`, or back to its own place.
    pub fn answer(self, comment: Option<ItemId>) {
        let left = self.answered.get_untracked();
        if left == comment {
            return;
        }
        Storage.remove(&self.draft_key().storage_key());
        self.answered.set(comment);
        if is_blank(&self.fields.with_untracked(|fields| fields.comment.clone())) {
            self.fill_in();
        } else {
            self.save_draft();
        }
    }

    /// Empties the form and forgets its draft.
    pub fn discard(self) {
        Storage.remove(&self.draft_key().storage_key());
        self.problems.set(Vec::new());
        self.restored.set(false);
        self.fields.set(details().fields());
    }

    /// Sends the form: the posted comment's id, or the first field with a problem.
    ///
    /// # Errors
    /// The first field that has a problem; all are in [`Self::problems`].
    pub fn post(self) -> Result<ItemId, Option<Field>> {
        let valid = self.check().map_err(|problems| {
            let first = problems.first().map(|(field, _)| *field);
            self.problems.set(problems);
            first
        })?;
        let id = ItemId::new(&platform::random_id()).ok_or(None)?;
        let new = NewComment { id, parent: self.answered.get_untracked(), date: platform::now(), text: &valid };
        let Post::Store { key, value, mut comment } = self.in_place(|service, place| service.post(place, new)) else {
            return Err(None);
        };
        self.keep_details();
        if Storage.set(&key, &value).is_err() {
            comment.status = Status::NotKept;
        }
        let messages = self.state.messages();
        let (said, status) = match comment.status {
            Status::NotKept => (messages.posted_not_kept, "published"),
            Status::Pending => (messages.awaiting, "pending"),
            Status::Published => (messages.posted, "published"),
        };
        let id = comment.id.clone();
        self.discard();
        self.answered.set(None);
        self.state.written.update(|written| written.push(*comment));
        self.state.announce(said);
        self.state.emit("news-widget:comment", &[("status", status), ("id", id.as_str())]);
        Ok(id)
    }

    fn check(self) -> Result<super::validate::ValidComment, Vec<(Field, Problem)>> {
        self.fields.with_untracked(|fields| validate(fields, &self.rules(), &BrowserUrls))
    }

    /// The draft of an earlier visit, if there is one, and the details that the reader agreed to keep.
    fn fill_in(self) {
        let details = details();
        let draft = Storage.get(&self.draft_key().storage_key()).and_then(|text| Draft::from_json(&text));
        self.restored.set(draft.as_ref().is_some_and(|draft| !is_blank(&draft.fields.comment)));
        let mut fields = draft.map(|draft| draft.fields).unwrap_or_default();
        self.fields.with_untracked(|typed| Details::of(typed).fill(&mut fields));
        details.fill(&mut fields);
        self.consent.set(!details.is_empty());
        self.fields.set(fields);
    }

    fn save_draft(self) {
        let draft = Draft { fields: self.fields.get_untracked(), saved: platform::now().millis() };
        let key = self.draft_key().storage_key();
        if draft.is_worth_keeping(&details()) {
            // Where the browser keeps nothing, the text is still in the form.
            let _ = Storage.set(&key, &draft.to_json());
        } else {
            Storage.remove(&key);
        }
    }

    fn keep_details(self) {
        if self.consent.get_untracked() {
            // Not kept means typing it again, which the reader will notice soon enough.
            let _ = Storage.set(Details::STORAGE_KEY, &self.fields.with_untracked(Details::of).to_json());
        } else {
            Storage.remove(Details::STORAGE_KEY);
        }
    }

    fn draft_key(self) -> DraftKey {
        let feed = self.state.feed_url().map(|url| url.to_string()).unwrap_or_default();
        DraftKey { feed, article: self.article().id.clone(), parent: self.answered.get_untracked() }
    }

    fn in_place<T>(self, ask: impl FnOnce(Service, Place<'_>) -> T) -> T {
        let feed = self.state.feed_url().map(|url| url.to_string()).unwrap_or_default();
        self.article.with_value(|article| ask(self.service, Place { feed: &feed, article }))
    }
}

fn details() -> Details {
    Storage.get(Details::STORAGE_KEY).and_then(|text| Details::from_json(&text)).unwrap_or_default()
}

/// The service that attributes and feed ask for. An unknown one is reported and costs the form: better no form than one that
/// sends a comment where nobody looks for it.
fn service(state: State) -> Service {
    let wanted = state.config.with(|config| config.comments.clone());
    let edition = state.edition();
    let from_feed = edition.as_ref().and_then(|edition| edition.feed.news.comments.as_ref());
    Service::choose(wanted.as_deref(), from_feed).unwrap_or_else(|unknown| {
        platform::warn(&unknown.to_string());
        Service::Feed
    })
}
