//! The thread: how many comments, in which order, and the comments.

use leptos::prelude::*;

use super::{
    Discussion, comment_view,
    services::Form,
    thread::{Order, Row, Thread, total},
};
use crate::{
    platform,
    view::{self, El, dynamic, el, keyed},
    widget::{Failure, Load, heading, message},
};

/// How many comments are shown at first, and how many more each time.
const PAGE: usize = 50;

/// The thread of the open article; nothing where there are no comments at all.
pub fn thread_section(discussion: Discussion) -> Option<El> {
    if discussion.form() == Form::Absent {
        return None;
    }
    let Discussion { state, order, .. } = discussion;
    let thread = Memo::new(move |_| discussion.thread());
    let rows = Memo::new(move |_| {
        thread.with(|thread| thread.ready().map(|thread| thread.rows(order.get())).unwrap_or_default())
    });
    let shown = RwSignal::new(PAGE);
    show_what_is_written(discussion, rows, shown);
    let visible =
        keyed(move || rows.with(|rows| rows.iter().take(shown.get()).map(|row| view_row(discussion, row)).collect()));
    let several = Memo::new(move |_| rows.with(|rows| rows.len() > 1));
    let choice = dynamic(move || several.get().then(|| order_choice(discussion)));
    let title = heading(state, 1, "part-title", dynamic(move || title(discussion, thread)));
    Some(
        el("section")
            .part("comments")
            .child(el("div").class("part-row").child(title).child(choice))
            .child(el("ol").class("thread").child(visible))
            .child(dynamic(move || end(discussion, thread, rows, shown))),
    )
}

/// A comment that was just written is always within what is shown.
fn show_what_is_written(discussion: Discussion, rows: Memo<Vec<Row>>, shown: RwSignal<usize>) {
    Effect::new(move |_| {
        let newest = discussion.state.written.with(|written| written.last().map(|comment| comment.id.clone()));
        let at = rows.with(|rows| rows.iter().position(|row| Some(&row.comment.id) == newest.as_ref()));
        if let Some(at) = at.filter(|at| *at >= shown.get_untracked()) {
            shown.set(at + 1);
        }
    });
}

fn title(discussion: Discussion, thread: Memo<Load<Thread, Failure>>) -> String {
    let declared = discussion.article().comment_count();
    let count = thread.with(|thread| thread.ready().map_or(declared, |thread| total(thread, true, Some(declared))));
    let state = discussion.state;
    (state.messages().comment_count)(count, &platform::format_number(count, &state.language()))
}

/// What stands under the comments: more, or why there are none.
fn end(
    discussion: Discussion,
    thread: Memo<Load<Thread, Failure>>,
    rows: Memo<Vec<Row>>,
    shown: RwSignal<usize>,
) -> Option<El> {
    let state = discussion.state;
    match thread.with(|thread| (thread.is_waiting(), matches!(thread, Load::Failed(_)))) {
        (true, _) => return Some(message::waiting(state).class("waiting reserved")),
        (_, true) => return Some(message::part_failed(state, move || discussion.retry())),
        _ => {}
    }
    match rows.with(Vec::len) {
        0 => (discussion.form() == Form::Open).then(|| el("p").class("nothing").child(state.messages().be_first)),
        all => (all > shown.get()).then(|| message::more(state, move |_| shown.update(|shown| *shown += PAGE))),
    }
}

/// A row is drawn again when anything that it shows has changed.
fn view_row(discussion: Discussion, row: &Row) -> view::Row {
    let row = row.clone();
    let key = format!("{} {} {}", row.depth, row.comment.status.name(), row.comment.id.as_str());
    view::Row { key, draw: Box::new(move || comment_view::comment(discussion, &row)) }
}

fn order_choice(discussion: Discussion) -> El {
    let Discussion { state, order, .. } = discussion;
    let messages = state.messages();
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
