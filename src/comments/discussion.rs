//! The state of one article's discussion: the only place that writes its signals.

use std::sync::Arc;

use leptos::prelude::untrack;

use super::{
    clock::ticking,
    desk::Desk,
    details,
    dispatch::{self, Dispatch},
    draft::{Details, Draft, DraftKey},
    keys,
    lines::{Line, lines},
    messages,
    model::{Comment, Status},
    outbox::{Entry, Stand},
    pages::{self, Pages},
    service,
    services::{Form, NewComment, Place, Post, Service},
    text::is_blank,
    thread::{Row, Thread},
    validate::{Field, Problem, Rules, ValidComment, validate},
};
use crate::{
    feed::{Date, Item, ItemId},
    platform::{self, BrowserUrls, Storage},
    view::{Memo, Signal, Stored, effect},
    widget::{Failure, Load, Part, State},
};

/// One article's thread and its form. Cheap to copy: views take it by value.
#[derive(Clone, Copy, Debug)]
pub struct Discussion {
    /// The element's state.
    pub state: State,
    /// What the reader is doing.
    pub desk: Desk,
    /// The thread, as far as it is here, with what the reader wrote.
    pub thread: Memo<Thread>,
    /// The same as it is shown.
    pub lines: Memo<Vec<Line>>,
    /// The present moment.
    pub now: Signal<Date>,
    /// The pages that come from elsewhere.
    pub pages: Pages,
    article: Stored<Arc<Item>>,
    service: Service,
}

impl Discussion {
    /// The discussion of `article`, with what this browser kept of it. A thread kept elsewhere is fetched.
    pub fn new(state: State, desk: Desk, article: Arc<Item>) -> Self {
        let service = service(state, desk);
        let feed_url = state.feed_url().map(|url| url.to_string()).unwrap_or_default();
        let address = dispatch::address(state, service);
        let place = Place { feed: &feed_url, article: &article };
        let sources = service.sources(place);
        let own = sources.stored.map(|prefix| super::kept(&prefix)).unwrap_or_default();
        // Whoever names a service wants it asked, and for its further pages too.
        let hosts = state.media_hosts();
        let hosts = address.iter().fold(hosts, |hosts, url| hosts.map(|hosts| hosts.with(url.as_str())));
        let pages = Pages::new(service, address.clone(), article.clone(), hosts, state.network().get());
        if sources.fetch.is_some() || (service.is_remote() && address.is_some()) {
            pages.load(sources.fetch);
        }
        let dispatch = Dispatch::new(state, desk);
        // Wherever comments go to now: what waits for another service is told.
        dispatch.resume();
        if service.is_remote() {
            desk.changes.resume(&feed_url, dispatch.here().as_ref());
            effect(move || {
                pages.here.with(|here| dispatch.listed(|id| pages::has(here, id)));
                dispatch.recognise(service, pages);
            });
        }
        let ready: Vec<Arc<Comment>> = sources.inline.into_iter().map(Arc::new).collect();
        let own: Vec<Arc<Comment>> = own.into_iter().map(Arc::new).collect();
        let item = article.clone();
        let thread = Memo::new(move |_| {
            let mut comments = ready.clone();
            pages.here.with(|here| comments.extend(here.comments.iter().cloned()));
            comments.extend(dispatch.comments(&item.id).into_iter().map(Arc::new));
            if !desk.forgotten.get() {
                comments.extend_from_slice(&own);
            }
            let here = |comment: &&Comment| comment.article.as_ref().is_some_and(|named| named.id == item.id);
            desk.written.with(|written| comments.extend(written.iter().filter(here).cloned().map(Arc::new)));
            desk.changes.mark(&mut comments);
            Thread::of(comments)
        });
        let fresh = desk.move_to(feed_url, article.id.clone());
        let lines = Memo::uncompared(move || shown(desk, thread, pages));
        let (now, article) = (ticking(30_000), Stored::new(article));
        let discussion = Self { state, desk, thread, lines, now, pages, article, service };
        if fresh {
            desk.consent.set(!details().is_empty());
            desk.answered.set(discussion.last_answered());
            discussion.fill_in();
        }
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

    /// Whether this is where the comments live.
    pub fn is_on(self, service: Service) -> bool {
        self.service == service
    }

    /// What the service asks of the form.
    pub fn rules(self) -> Rules {
        self.service.rules()
    }

    /// The article.
    pub fn article(self) -> Arc<Item> {
        self.article.get()
    }

    /// Whether the whole thread is here. Tracks.
    pub fn arrival(self) -> Load<(), Failure> {
        self.pages.here.with(|here| here.load.clone())
    }

    /// The comment that the form stands under; `None` also when that is not on the page (any more). Tracks.
    pub fn answers(self) -> Option<ItemId> {
        let shown = self.state.config.with(|config| config.shows(Part::Comments));
        let here = |id: &ItemId| shown && self.thread.with(|thread| thread.get(id).is_some());
        self.desk.answered.get().filter(here)
    }

    /// What answers a comment that is gone answers none, and its draft moves with it. One that is only not here yet stays.
    fn settle_parent(self) {
        let complete = untrack(|| self.is_complete());
        let known = |id: &ItemId| self.thread.with_untracked(|thread| thread.get(id).is_some());
        let is_gone = |id: &ItemId| complete && !known(id);
        if self.desk.answered.with_untracked(|id| id.as_ref().is_some_and(is_gone)) {
            let left = self.draft_key();
            self.desk.answered.set(None);
            self.desk.let_go_draft(&self.draft_key()); // a text that waits there is another one
            self.save_draft();
            self.desk.drop_draft(&left);
        }
    }

    /// What is on its way to the service.
    pub fn outbox(self) -> Dispatch {
        Dispatch::new(self.state, self.desk)
    }

    /// Fetches what did not come, or the next page.
    pub fn more(self) {
        self.pages.more(None);
    }

    /// What is wrong with a field. Tracks.
    pub fn problem(self, field: Field) -> Option<Problem> {
        self.desk
            .problems
            .with(|problems| problems.iter().find(|(at, _)| *at == field).map(|(_, problem)| problem.clone()))
    }

    /// Moves the form, with its text, under `comment`, or back to its own place. Where another text waits already, this one
    /// stays behind as the draft that it is: neither takes the other's place.
    pub fn answer(self, comment: Option<ItemId>) {
        if self.desk.answered.get_untracked() == comment {
            return;
        }
        let left = self.draft_key();
        let typed = self.desk.fields.with_untracked(|fields| !is_blank(&fields.comment));
        // Nothing is left behind that this browser does not keep.
        let kept = self.draft().is_some_and(|draft| self.desk.fields.with_untracked(|fields| *fields == draft.fields));
        self.desk.answered.set(comment);
        let waits = kept && self.draft().is_some_and(|draft| !is_blank(&draft.fields.comment));
        if !(typed && waits) {
            self.desk.drop_draft(&left);
        }
        if typed && !waits {
            self.save_draft();
        } else {
            let before = self.desk.fields.get_untracked();
            self.fill_in();
            if !self.desk.holds(&before) {
                self.desk.clear_complaints(); // they are the other text's
            }
        }
    }

    /// Empties the form and forgets its draft.
    pub fn discard(self) {
        self.desk.drop_draft(&self.draft_key());
        self.desk.taken_back.set(None);
        self.desk.clear_complaints();
        self.desk.restored.set(false);
        self.desk.fields.set(details().fields());
        self.desk.take_up();
    }

    /// Removes all that any widget has stored in this browser, empties the form, and takes the comments off the page that
    /// were kept nowhere else.
    pub fn forget(self) {
        for key in Storage.keys(keys::ROOT) {
            Storage.remove(&key);
        }
        self.desk.aside.set(Vec::new());
        self.discard();
        self.desk.consent.set(false);
        self.desk.forgetting.set(false);
        self.desk.answered.set(None);
        self.desk.written.set(Vec::new());
        self.desk.outbox.set(Vec::new());
        self.desk.posting.set(None);
        self.desk.changes.clear();
        self.desk.forgotten.set(true);
        self.state.announce(messages(self.state).forgotten);
    }

    /// Sends the form: the posted comment's id, or the first field with a problem.
    ///
    /// # Errors
    /// The first field that has a problem; all are in [`Desk::problems`].
    pub fn post(self) -> Result<ItemId, Option<Field>> {
        let valid = self.check().map_err(|problems| {
            let first = problems.first().map(|(field, _)| *field);
            self.desk.problems.set(problems);
            first
        })?;
        self.desk.problems.set(Vec::new()); // what a service said of the last try
        let traps = self.state.config.with_untracked(|config| config.traps);
        let trapped = self.desk.trap.shuts(traps);
        self.desk.trapped.set(trapped);
        if trapped {
            return Err(None);
        }
        self.settle_parent();
        let id = ItemId::new(&platform::random_id()).ok_or(None)?;
        let parent = self.desk.answered.get_untracked();
        let new = NewComment { id, parent, date: platform::now(), text: &valid };
        let post = self.in_place(|service, place| service.post(place, new));
        if post != Post::Closed {
            self.keep_details();
        }
        let (key, value, mut comment) = match post {
            Post::Store { key, value, comment } => (key, value, comment),
            Post::Send(comment) => {
                self.desk.refusal.set(None);
                self.outbox().post(self.entry(*comment, valid.email()));
                return Err(None);
            }
            Post::Closed => return Err(None),
        };
        if Storage.set(&key, &value).is_err() {
            comment.status = Status::NotKept;
        }
        let messages = super::messages(self.state);
        let (said, status) = match comment.status {
            Status::NotKept => (messages.posted_not_kept, "published"),
            _ => (messages.posted, "published"),
        };
        let id = comment.id.clone();
        self.discard();
        self.desk.answered.set(None);
        self.fill_in();
        self.desk.written.update(|written| written.push(*comment));
        self.state.announce(said);
        self.state.emit("news-widget:comment", &[("status", status), ("id", id.as_str())]);
        Ok(id)
    }

    /// What is to be sent. A text that was taken back from the outbox and is posted as it was may be with the service
    /// already: it goes under the name that it had.
    fn entry(self, comment: Comment, email: Option<&str>) -> Entry {
        let before = self.desk.taken_back.get_untracked();
        self.desk.taken_back.set(None);
        let same = |before: &Entry| {
            let (old, new) = (&before.comment, &comment);
            old.content == new.content && old.author == new.author && old.parent == new.parent
        };
        let destination = self.outbox().here();
        let before = before.filter(same).filter(|before| before.may_be_for(destination.as_ref()));
        let id = before.as_ref().map_or_else(|| comment.id.clone(), |before| before.comment.id.clone());
        let entry = Entry::new(Comment { id, ..comment }, email.map(str::to_owned), destination, platform::now());
        match before {
            Some(before) => {
                Entry { perhaps_there: before.perhaps_there, insists: before.stand == Stand::Unknown, ..entry }
            }
            None => entry,
        }
    }

    pub(super) fn check(self) -> Result<ValidComment, Vec<(Field, Problem)>> {
        self.desk.fields.with_untracked(|fields| validate(fields, &self.rules(), &BrowserUrls))
    }

    /// The draft of an earlier visit, if there is one, and the details that the reader agreed to keep.
    fn fill_in(self) {
        let details = details();
        let draft = self.draft();
        self.desk.restored.set(draft.as_ref().is_some_and(|draft| !is_blank(&draft.fields.comment)));
        let taken_back = draft.as_ref().and_then(|draft| dispatch::read(draft.taken_back.as_deref()?));
        self.desk.taken_back.set(taken_back);
        let mut fields = draft.map(|draft| draft.fields).unwrap_or_default();
        self.desk.fields.with_untracked(|typed| Details::of(typed).fill(&mut fields));
        details.fill(&mut fields);
        self.desk.fields.set(fields);
    }

    /// The draft that is kept for where the form stands.
    fn draft(self) -> Option<Draft> {
        self.desk.load_draft(&self.draft_key())
    }

    /// The comment that the reader was answering when they left: of several drafts, the last.
    fn last_answered(self) -> Option<ItemId> {
        let DraftKey { feed, article, .. } = self.draft_key();
        let start = keys::drafts_on(&feed, &article);
        let mut last: Option<(i64, String)> = None;
        for key in Storage.keys(&start) {
            let draft = Storage.get(&key).and_then(|text| Draft::from_json(&text));
            if let Some(draft) = draft.filter(|draft| !is_blank(&draft.fields.comment))
                && last.as_ref().is_none_or(|(saved, _)| *saved < draft.saved)
            {
                last = Some((draft.saved, key));
            }
        }
        keys::answered(&last?.1, &start)
    }

    pub(super) fn save_draft(self) {
        let draft = self.desk.draft();
        // What is on its way is in the outbox: a draft of it would come back when it has arrived.
        if self.desk.posting.with_untracked(|posting| posting.as_ref().is_some_and(|(_, sent)| *sent == draft.fields)) {
            return;
        }
        if draft.is_worth_keeping(&details()) {
            self.desk.save_draft(&self.draft_key(), &draft);
        } else {
            self.desk.drop_draft(&self.draft_key());
        }
    }

    fn keep_details(self) {
        if self.desk.consent.get_untracked() {
            // Not kept means typing it again, which the reader will notice soon enough.
            let _ = Storage.set(Details::STORAGE_KEY, &self.desk.fields.with_untracked(Details::of).to_json());
        } else {
            Storage.remove(Details::STORAGE_KEY);
        }
    }

    fn draft_key(self) -> DraftKey {
        let feed = self.state.feed_url().map(|url| url.to_string()).unwrap_or_default();
        DraftKey { feed, article: self.article().id.clone(), parent: self.desk.answered.get_untracked() }
    }

    fn in_place<T>(self, ask: impl FnOnce(Service, Place<'_>) -> T) -> T {
        let feed = self.state.feed_url().map(|url| url.to_string()).unwrap_or_default();
        ask(self.service, Place { feed: &feed, article: &self.article() })
    }
}

/// The lines of `thread`. What the reader wrote and is not with its service, has just posted, answers, or was led to is
/// never folded away.
fn shown(desk: Desk, thread: Memo<Thread>, pages: Pages) -> Vec<Line> {
    let wanted: Vec<ItemId> =
        [desk.target.get(), desk.answered.get(), desk.last_written()].into_iter().flatten().collect();
    let keep = |row: &Row| row.comment.status != Status::Published || wanted.contains(&row.comment.id);
    let rows = thread.with(|thread| thread.rows(desk.order.get()));
    pages.here.with(|here| desk.opened.with(|opened| lines(&rows, opened, &here.more, &keep)))
}
