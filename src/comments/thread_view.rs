//! The thread: how many comments, in which order, and the comments.

use leptos::prelude::*;

use super::{
    Desk, Discussion, comment_view, messages, permalink, refresh,
    replies::{self, remote},
    services::Form,
    thread::{Order, Thread, total},
    window::{Piece, Window},
};
use crate::{
    feed::Content,
    platform,
    view::{Dynamic, El, Memo, dynamic, effect, el, keyed, when},
    widget::{Load, heading, message},
};

/// The thread of the open article; nothing where there are no comments at all.
pub fn thread_section(discussion: Discussion) -> Option<El> {
    if discussion.form() == Form::Absent {
        return None;
    }
    let Discussion { state, desk, thread, lines, .. } = discussion;
    permalink::follow(discussion);
    refresh::watch(discussion);
    follow_order(discussion);
    follow_reader(discussion);
    replies::follow(discussion);
    let pieces = move || desk.window.with(|window| window.pieces(lines.with(Vec::len)));
    let visible = keyed(move || {
        platform::keep_typing(&state.root()); // a row that is drawn anew, or moves, may have a form in it
        let pieces = pieces();
        lines.with(|lines| pieces.into_iter().flat_map(|piece| replies::rows(discussion, lines, piece)).collect())
    });
    let choice = when(move || thread.with(|thread| thread.comments().len()) > 1, move || order_choice(discussion));
    let title = heading(state, 1, "part-title", dynamic(move || state.say(&title(discussion))));
    let rest = move || matches!(pieces().last(), Some(Piece::Gap(_))) || discussion.has_more();
    let missing =
        when(move || desk.missing.get(), move || el("p").class("note").child(state.say(messages(state).not_here)));
    Some(
        el("section")
            .part("comments")
            .child(el("div").class("part-row").child(title).child(choice))
            .child(missing)
            .child(el("ol").class("thread").child(visible))
            .child(when(rest, move || message::more(state, move |_| discussion.show_more())))
            .child(end(discussion))
            .child(refresh::button(discussion)),
    )
}

/// Any order but the service's own needs the whole thread.
fn follow_order(discussion: Discussion) {
    let Discussion { desk, pages, .. } = discussion;
    effect(move || {
        if desk.order.get() != Order::Oldest {
            untrack(|| pages.until(|here| !here.more.iter().any(|more| more.under.is_none())));
        }
    });
}

/// What the reader has just written, and what they are answering, is there: the form stands under it.
fn follow_reader(discussion: Discussion) {
    effect(move || {
        let _ = (discussion.desk.last_written(), discussion.answers());
        discussion.show_readers();
    });
}

impl Discussion {
    fn show_readers(self) {
        let ids = untrack(|| [self.desk.last_written(), self.answers()]);
        for id in ids.into_iter().flatten() {
            self.show(&id);
        }
    }
}

fn title(discussion: Discussion) -> String {
    let complete = discussion.is_complete();
    let declared =
        discussion.pages.here.with(|here| here.total).unwrap_or_else(|| discussion.article().comment_count());
    let count = discussion.thread.with(|thread| total(thread, complete, Some(declared)));
    let state = discussion.state;
    if !complete && count == 0 {
        return messages(state).comments.to_owned(); // nobody knows yet, or ever will
    }
    (state.messages().comment_count)(count, &state.number(count))
}

/// What stands under the comments, if anything.
#[derive(Clone, Copy, PartialEq)]
enum End {
    /// There are more on their way.
    Waiting { empty: bool },
    /// They did not come.
    Failed,
    /// There are none.
    Nothing,
}

impl End {
    fn of(discussion: Discussion) -> Option<Self> {
        let empty = discussion.thread.with(Thread::is_empty);
        // Replies that are asked for tell of themselves where they belong.
        if discussion.pages.here.with(remote) {
            return None;
        }
        match discussion.arrival() {
            Load::Waiting | Load::Slow => Some(Self::Waiting { empty }),
            Load::Failed(_) => Some(Self::Failed),
            Load::Ready(()) => (empty && discussion.form() == Form::Open).then_some(Self::Nothing),
        }
    }
}

fn end(discussion: Discussion) -> Dynamic {
    let state = discussion.state;
    // A memo: a comment that is tried again changes the thread, and would have had the failure told again each time.
    let end = Memo::new(move |_| End::of(discussion));
    dynamic(move || {
        Some(match end.get()? {
            End::Waiting { empty } => message::waiting(state).class(if empty { "waiting reserved" } else { "waiting" }),
            End::Failed => message::part_failed(state, move || discussion.try_again()).attr("role", "alert"),
            End::Nothing => el("p").class("nothing").child(state.say(messages(state).be_first)),
        })
    })
}

fn order_choice(discussion: Discussion) -> El {
    let Discussion { state, desk: Desk { order, window, .. }, .. } = discussion;
    let messages = messages(state);
    let option = |choice: &Order| {
        let choice = *choice;
        let label = match choice {
            Order::Oldest => messages.oldest,
            Order::Newest => messages.newest,
            Order::Replies => messages.most_replies,
        };
        el("option").attr("value", choice.name()).state("selected", move || order.get() == choice).child(label)
    };
    let options: Vec<El> = Order::ALL.iter().map(option).collect();
    let change = move |event: web_sys::Event| {
        if let Some(choice) = Order::from_name(&event_target_value(&event)) {
            order.set(choice);
            window.set(Window::default());
            discussion.show_readers();
        }
    };
    state
        .mark(el("select"))
        .class("order")
        .attr("part", "select")
        .attr("aria-label", messages.order)
        .on("change", change)
        .child(options)
}

/// A row of the thread for a comment. It is drawn again when anything that it shows has changed.
pub fn view_row(discussion: Discussion, row: &super::thread::Row) -> crate::view::Row {
    let row = row.clone();
    // Only what the reader wrote themselves changes while they look at it.
    let text = match &row.comment.content {
        Content::Html(text) if row.comment.own => text,
        _ => "",
    };
    let key = format!("{} {} {} {text}", row.depth, row.comment.status.name(), row.comment.id.as_str());
    crate::view::Row { key, draw: Box::new(move || comment_view::comment(discussion, &row)) }
}
