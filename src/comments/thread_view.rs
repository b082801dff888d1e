//! The thread: how many comments, in which order, and the comments.

use leptos::prelude::*;

use super::{
    Desk, Discussion, comment_view, messages,
    services::Form,
    thread::{Order, Row, Thread, total},
};
use crate::{
    feed::ItemId,
    platform,
    view::{self, El, Memo, Signal, dynamic, el, keyed, when},
    widget::{Load, heading, message},
};

/// How many comments are shown at first, and how many more each time.
const PAGE: usize = 50;

/// The thread of the open article; nothing where there are no comments at all.
pub fn thread_section(discussion: Discussion) -> Option<El> {
    if discussion.form() == Form::Absent {
        return None;
    }
    let Discussion { state, desk, thread, .. } = discussion;
    let rows = Memo::new(move |_| thread.with(|thread| thread.rows(desk.order.get())));
    let asked = Signal::new(PAGE);
    let shown = Memo::new(move |before: Option<&usize>| {
        let most = asked.get().max(before.copied().unwrap_or_default());
        rows.with(|rows| needed(discussion, rows)).max(most)
    });
    let visible =
        keyed(move || rows.with(|rows| rows.iter().take(shown.get()).map(|row| view_row(discussion, row)).collect()));
    let choice = when(move || rows.with(Vec::len) > 1, move || order_choice(discussion));
    let title = heading(state, 1, "part-title", dynamic(move || title(discussion)));
    let more = move |shown| {
        asked.set(shown + PAGE);
        // The button may be gone, and who cannot see would not know where the new ones are.
        let first_new = format!(".thread > :nth-child({}) > .comment", shown + 1);
        platform::focus_soon(&state.root(), first_new);
    };
    let rest = move || rows.with(Vec::len) > shown.get();
    Some(
        el("section")
            .part("comments")
            .child(el("div").class("part-row").child(title).child(choice))
            .child(el("ol").class("thread").child(visible))
            .child(when(rest, move || message::more(state, move |_| more(shown.get_untracked()))))
            .child(dynamic(move || end(discussion))),
    )
}

/// How many rows it takes to show what the reader just wrote, and what they are answering: the form stands there.
fn needed(discussion: Discussion, rows: &[Row]) -> usize {
    let written = discussion.desk.written.with(|written| written.last().map(|comment| comment.id.clone()));
    let place = |id: ItemId| rows.iter().position(|row| row.comment.id == id).map_or(0, |at| at + 1);
    written.map_or(0, place).max(discussion.answers().map_or(0, place))
}

fn title(discussion: Discussion) -> String {
    let complete = discussion.arrival().ready().is_some();
    let declared = Some(discussion.article().comment_count());
    let count = discussion.thread.with(|thread| total(thread, complete, declared));
    let state = discussion.state;
    if !complete && count == 0 {
        return messages(state).comments.to_owned(); // nobody knows yet, or ever will
    }
    (state.messages().comment_count)(count, &platform::format_number(count, &state.language()))
}

/// What stands under the comments: that there are more on their way, or why there are none.
fn end(discussion: Discussion) -> Option<El> {
    let state = discussion.state;
    let empty = discussion.thread.with(Thread::is_empty);
    match discussion.arrival() {
        Load::Waiting | Load::Slow => {
            Some(message::waiting(state).class(if empty { "waiting reserved" } else { "waiting" }))
        }
        Load::Failed(_) => Some(message::part_failed(state, move || discussion.more())),
        Load::Ready(()) => {
            let invites = empty && discussion.form() == Form::Open;
            invites.then(|| el("p").class("nothing").child(messages(state).be_first))
        }
    }
}

/// A row is drawn again when anything that it shows has changed.
fn view_row(discussion: Discussion, row: &Row) -> view::Row {
    let row = row.clone();
    let key = format!("{} {} {}", row.depth, row.comment.status.name(), row.comment.id.as_str());
    view::Row { key, draw: Box::new(move || comment_view::comment(discussion, &row)) }
}

fn order_choice(discussion: Discussion) -> El {
    let Discussion { state, desk: Desk { order, .. }, .. } = discussion;
    let messages = super::messages(state);
    let option = |choice: &Order| {
        let choice = *choice;
        let label = match choice {
            Order::Oldest => messages.oldest,
            Order::Newest => messages.newest,
        };
        el("option").attr("value", choice.name()).state("selected", move || order.get() == choice).child(label)
    };
    let options: Vec<El> = Order::ALL.iter().map(option).collect();
    let change = move |event: web_sys::Event| {
        if let Some(choice) = Order::from_name(&event_target_value(&event)) {
            order.set(choice);
        }
    };
    el("select")
        .class("order")
        .attr("part", "select")
        .attr("aria-label", messages.order)
        .on("change", change)
        .child(options)
}
