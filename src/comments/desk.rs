//! What the reader is doing in a discussion. It outlives each drawing of the page: an attribute that changes, or a feed that
//! is fetched again, draws the page anew, and nobody's half a comment may depend on the browser's storage for that.

use super::{
    changes::Changes,
    draft::Draft,
    drafts::{Aside, Held},
    model::Comment,
    outbox::Entry,
    thread::Order,
    trap::Trap,
    validate::{Field, Fields, Problem},
    window::Window,
};
use crate::{
    feed::ItemId,
    platform::{self, Timeout},
    view::{Signal, Stored},
};

/// The form as it stands, and the choices beside it. One for each element: it shows one article at a time.
#[derive(Clone, Copy, Debug)]
pub struct Desk {
    /// In which order the thread is shown.
    pub order: Signal<Order>,
    /// The comment that the form answers; the form stands under it.
    pub answered: Signal<Option<ItemId>>,
    /// What is in the form.
    pub fields: Signal<Fields>,
    /// What stands in its elements, as far as we have written or read it: anything else there is news from the reader.
    pub(super) drawn: Stored<Fields>,
    /// What is wrong with it.
    pub problems: Signal<Vec<(Field, Problem)>>,
    /// Whether name, email and website are to be kept in this browser.
    pub consent: Signal<bool>,
    /// Whether the form holds a draft of an earlier visit.
    pub restored: Signal<bool>,
    /// What the reader wrote since the page was opened: it stays even where the browser cannot keep it.
    pub written: Signal<Vec<Comment>>,
    /// Whether the form was taken for a program's.
    pub trapped: Signal<bool>,
    /// Whether the reader is asked if all that this browser keeps is to be removed.
    pub forgetting: Signal<bool>,
    /// Whether that has been done: what was read from storage before is not shown any more.
    pub forgotten: Signal<bool>,
    /// Comments that no service has yet, or only for a moderator.
    pub outbox: Signal<Vec<Entry>>,
    /// Those of them that are being sent.
    pub sending: Signal<Vec<ItemId>>,
    /// The feed whose they are, and those of other feeds that this browser does not keep.
    outbox_of: Stored<String>,
    of_others: Stored<Vec<(String, Entry)>>,
    /// Those that have left it in another tab: their service has them, and the thread will.
    pub(super) arriving: Stored<Vec<ItemId>>,
    /// Those that another tab has removed while they were being sent here.
    pub(super) withdrawn: Stored<Vec<ItemId>>,
    /// The comment that the form waits for, and what is in it.
    pub posting: Signal<Option<(ItemId, Fields)>>,
    /// Why the service did not take what is in the form.
    pub refusal: Signal<Option<String>>,
    /// An entry whose text was put back into the form. Posted as it was, it is the same comment still.
    pub taken_back: Signal<Option<Entry>>,
    /// Whether the thread on the server has changed by what was done here.
    pub stale: Signal<bool>,
    /// The top-level comments below which all replies are shown.
    pub opened: Signal<Vec<ItemId>>,
    /// Which lines of the thread are built.
    pub window: Signal<Window>,
    /// The comments that were shown when the reader asked for more.
    pub asked: Signal<Option<Vec<ItemId>>>,
    /// The comment that a link has led to.
    pub target: Signal<Option<ItemId>>,
    /// A link has led to a comment that is not here.
    pub missing: Signal<bool>,
    /// Comments that have come since, and are not shown yet.
    pub fresh: Signal<Vec<Comment>>,
    /// Whether the reader wants to see how the comment will look.
    pub preview: Signal<bool>,
    /// What the reader may change of what they wrote.
    pub changes: Changes,
    /// Runs when the next comment in the outbox is due.
    pub(super) timer: Stored<Option<Timeout>>,
    /// The drafts that this tab has in storage.
    pub(super) drafts: Stored<Vec<Held>>,
    /// The texts that have made room in the form for another.
    pub(super) aside: Stored<Vec<Aside>>,
    /// The traps.
    pub(super) trap: Trap,
    place: Stored<Option<(String, ItemId)>>,
    warning: Stored<String>,
}

impl Default for Desk {
    /// An empty one, for as long as the current owner lives.
    fn default() -> Self {
        Self {
            order: Signal::default(),
            answered: Signal::new(None),
            fields: Signal::default(),
            drawn: Stored::new(Fields::default()),
            problems: Signal::default(),
            consent: Signal::new(false),
            restored: Signal::new(false),
            written: Signal::default(),
            trapped: Signal::new(false),
            forgetting: Signal::new(false),
            forgotten: Signal::new(false),
            outbox: Signal::default(),
            sending: Signal::default(),
            outbox_of: Stored::new(String::new()),
            of_others: Stored::new(Vec::new()),
            arriving: Stored::new(Vec::new()),
            withdrawn: Stored::new(Vec::new()),
            posting: Signal::new(None),
            refusal: Signal::new(None),
            taken_back: Signal::new(None),
            stale: Signal::new(false),
            opened: Signal::default(),
            window: Signal::default(),
            asked: Signal::new(None),
            target: Signal::new(None),
            missing: Signal::new(false),
            fresh: Signal::default(),
            preview: Signal::new(false),
            changes: Changes::default(),
            timer: Stored::new(None),
            drafts: Stored::new(Vec::new()),
            aside: Stored::new(Vec::new()),
            trap: Trap::default(),
            place: Stored::new(None),
            warning: Stored::new(String::new()),
        }
    }
}

impl Desk {
    /// What is in the form, as a draft.
    pub(super) fn draft(self) -> Draft {
        let taken_back = self.taken_back.with_untracked(|entry| entry.as_ref().map(Entry::to_json));
        Draft { fields: self.fields.get_untracked(), saved: platform::now().millis(), taken_back }
    }

    /// What is wrong with the form was said of another text.
    pub(super) fn clear_complaints(self) {
        self.problems.set(Vec::new());
        self.trapped.set(false);
        self.refusal.set(None);
    }

    /// Whether the form says what it said then.
    pub(super) fn holds(self, fields: &Fields) -> bool {
        self.fields.with_untracked(|now| now.comment == fields.comment)
    }

    /// Whether this is the article that is discussed.
    pub(super) fn is_at(self, article: &ItemId) -> bool {
        self.place.get().is_some_and(|(_, here)| here == *article)
    }

    /// The element shows this feed. What another's readers wrote, and only this page keeps, waits until it shows that again.
    pub(super) fn turn_to(self, feed: &str) {
        let before = self.outbox_of.get();
        if before == feed {
            return;
        }
        let left = self.outbox.get_untracked().into_iter().filter(|entry| !entry.kept);
        let all = self.of_others.get().into_iter().chain(left.map(|entry| (before.clone(), entry)));
        let (here, others): (Vec<_>, Vec<_>) = all.partition(|(of, _)| of == feed);
        self.outbox.set(here.into_iter().map(|(_, entry)| entry).collect());
        self.of_others.set(others);
        self.outbox_of.set(feed.to_owned());
    }

    /// What the reader posted last on this page. Tracks.
    pub fn last_written(self) -> Option<ItemId> {
        self.written.with(|written| written.last().map(|comment| comment.id.clone()))
    }

    /// Reports what was reported last only once, however often the page is drawn.
    pub(super) fn warn_once(self, text: String) {
        if self.warning.get() != text {
            platform::warn(&text);
            self.warning.set(text);
        }
    }

    /// Takes a seat at the discussion of `article` in `feed`. Tells whether that is another one than before: then the desk
    /// has been cleared.
    pub(super) fn move_to(self, feed: String, article: ItemId) -> bool {
        let place = Some((feed, article));
        if self.place.get() == place {
            return false;
        }
        self.place.set(place);
        self.answered.set(None);
        self.fields.set(Fields::default());
        self.clear_complaints();
        self.posting.set(None);
        self.taken_back.set(None);
        self.aside.set(Vec::new());
        self.opened.set(Vec::new());
        self.window.set(Window::default());
        self.asked.set(None);
        self.target.set(None);
        self.missing.set(false);
        self.fresh.set(Vec::new());
        self.changes.open.set(None);
        self.forgetting.set(false);
        self.trap.arm();
        true
    }
}
