//! Comments that have come since the page was opened: asked for when the reader is back, at most once a minute, and shown
//! when the reader wishes. Nothing that is being read moves.

use leptos::prelude::untrack;

use super::{Discussion, comment_view::selector, messages, model::Comment, thread::Order};
use crate::{
    feed::{Date, ItemId},
    platform::{self, Timeout, WindowListener},
    view::{El, Stored, dynamic, effect, el, when},
};

/// The element's attribute that turns this off, with the value `none`.
const ATTRIBUTE: &str = "new-comments";

/// Milliseconds between two looks.
const MINUTE: i32 = 60_000;

/// When it was looked last, and the clock for the next time.
#[derive(Clone, Copy)]
struct Watch {
    discussion: Discussion,
    last: Stored<Date>,
    timer: Stored<Option<Timeout>>,
}

/// Looks for new comments, for as long as the current owner lives.
pub fn watch(discussion: Discussion) {
    if !discussion.pages.are_elsewhere() {
        return;
    }
    let watch = Watch { discussion, last: Stored::new(platform::now()), timer: Stored::new(None) };
    Stored::new(["focus", "visibilitychange"].map(|event| WindowListener::new(event, move || watch.look())));
    watch.wait();
    let stale = discussion.desk.stale;
    effect(move || {
        if stale.get() {
            stale.set(false);
            untrack(|| watch.ask());
        }
    });
}

impl Watch {
    fn wait(self) {
        self.timer.set(Timeout::new(MINUTE, move || {
            self.look();
            self.wait();
        }));
    }

    /// Looks, if it is time to.
    fn look(self) {
        let since = platform::now().millis() - self.last.get().millis();
        // A clock that was put back makes it negative.
        if platform::is_visible() && !(0..i64::from(MINUTE)).contains(&since) && !self.is_off() {
            self.ask();
        }
    }

    fn is_off(self) -> bool {
        let value = self.discussion.state.host().get_attribute(ATTRIBUTE);
        value.is_some_and(|value| value.trim() == "none")
    }

    fn ask(self) {
        // What is on its way is new enough.
        if self.discussion.pages.here.with_untracked(|here| here.load.ready().is_none()) {
            return;
        }
        self.last.set(platform::now());
        let discussion = self.discussion;
        let news = discussion.pages.news();
        platform::spawn(async move {
            // Nobody waits for it: next time it may be there.
            let Some(comments) = news.await else { return };
            if discussion.desk.fresh.try_with_untracked(|_| ()).is_some()
                && discussion.pages.here.try_with_untracked(|_| ()).is_some()
            {
                discussion.take(comments);
            }
        });
    }
}

impl Discussion {
    /// Keeps those that are new for when the reader wants them.
    fn take(self, comments: Vec<Comment>) {
        // What the reader wrote is there already, or was, and now published.
        let (outbox, arriving) = (self.outbox(), self.desk.arriving.get());
        let is_own = |comment: &Comment| outbox.find(&comment.id).is_some() || arriving.contains(&comment.id);
        let (own, mut fresh): (Vec<Comment>, Vec<Comment>) = comments.into_iter().partition(is_own);
        self.thread.with_untracked(|thread| fresh.retain(|comment| thread.get(&comment.id).is_none()));
        if !own.is_empty() {
            self.pages.add(own);
        }
        let count = fresh.len();
        if self.desk.fresh.with_untracked(Vec::len) == count {
            return;
        }
        self.desk.fresh.set(fresh);
        if count > 0 {
            self.state.announce(&sentence(self, count));
        }
    }

    fn show_fresh(self) {
        let fresh = self.desk.fresh.get_untracked();
        let Some(first) = fresh.first().map(|comment| comment.id.clone()) else { return };
        self.desk.fresh.set(Vec::new());
        if self.desk.order.get_untracked() != Order::Oldest {
            self.desk.window.update(|window| window.shift(fresh.len()));
        }
        let ids: Vec<ItemId> = fresh.iter().map(|comment| comment.id.clone()).collect();
        self.pages.add(fresh);
        // None of them stays folded away.
        let tops = self.thread.with_untracked(|thread| ids.iter().filter_map(|id| thread.top(id)).collect::<Vec<_>>());
        self.desk.opened.update(|opened| opened.extend(tops));
        self.show(&first);
        platform::focus_soon(&self.state.root(), selector(&first));
    }
}

fn sentence(discussion: Discussion, count: usize) -> String {
    let count = count as u64;
    let state = discussion.state;
    (messages(state).new_comments)(count, &state.number(count))
}

/// The button that shows them. It lies above the thread and takes no room in it.
pub fn button(discussion: Discussion) -> El {
    let count = move || discussion.desk.fresh.with(Vec::len);
    let button = move || {
        let button = el("button").class("button").attr("part", "button").attr("type", "button");
        button
            .child(dynamic(move || discussion.state.say(&sentence(discussion, count()))))
            .on("click", move |_| discussion.show_fresh())
    };
    el("div").class("fresh").child(when(move || count() > 0, button))
}
