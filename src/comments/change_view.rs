//! The buttons by which a reader changes what they wrote, and what opens under them.

use leptos::prelude::event_target_value;

use super::{Discussion, changes::Intent, clock::ticking, messages, model::Comment};
use crate::view::{Dynamic, El, Memo, dynamic, el};

/// How often it is looked whether the time is over, in milliseconds.
const LOOK: i32 = 5_000;

/// What stands under a comment of the reader's own.
pub fn change(discussion: Discussion, comment: &Comment) -> Dynamic {
    let changes = discussion.desk.changes;
    let now = ticking(LOOK);
    // A memo, since what is drawn anew loses focus: nothing is while only time passes.
    let shown = {
        let comment = comment.clone();
        Memo::new(move |_| {
            let open =
                changes.open.with(|open| open.as_ref().filter(|(id, _)| *id == comment.id).map(|(_, intent)| *intent));
            open.map(Shown::Opened).or_else(|| changes.may(&comment, now.get()).then_some(Shown::Buttons))
        })
    };
    let comment = comment.clone();
    dynamic(move || {
        Some(match shown.get()? {
            Shown::Buttons => buttons(discussion, &comment),
            Shown::Opened(Intent::Edit) => editor(discussion, &comment),
            Shown::Opened(Intent::Delete) => question(discussion, &comment),
        })
    })
}

/// What stands there, if anything.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    Buttons,
    Opened(Intent),
}

fn buttons(discussion: Discussion, comment: &Comment) -> El {
    let messages = messages(discussion.state);
    let state = discussion.state;
    let button = |text: &'static str, intent| {
        let comment = comment.clone();
        let class = match intent {
            Intent::Edit => "link edit-button",
            Intent::Delete => "link delete-button",
        };
        let button = el("button").class(class).attr("part", "button").attr("type", "button").child(state.say(text));
        button.on("click", move |_| discussion.begin(&comment, intent))
    };
    el("p")
        .class("change")
        .child(button(messages.edit, Intent::Edit))
        .child(" ")
        .child(button(messages.delete, Intent::Delete))
}

fn editor(discussion: Discussion, comment: &Comment) -> El {
    let messages = messages(discussion.state);
    let changes = discussion.desk.changes;
    let (typed, submitted) = (comment.clone(), comment.clone());
    let text = el("textarea")
        .attr("rows", "6")
        .attr("name", "edited")
        .attr("part", "input")
        .attr("dir", "auto")
        .attr("aria-label", messages.edit_comment)
        .value(move || changes.text.get())
        .on("input", move |event| discussion.retype(&typed, event_target_value(&event)));
    let submit = move |event: web_sys::Event| {
        event.prevent_default();
        discussion.apply(&submitted, Intent::Edit);
    };
    let save = el("button").class("button primary").attr("part", "submit").attr("type", "submit");
    let save = busy(discussion, save, messages.save);
    let cancel = leave(discussion, comment, Intent::Edit, messages.cancel);
    let buttons = el("div").class("buttons").child(save).child(cancel);
    el("form")
        .class("change editor")
        .attr("novalidate", "")
        .attr("aria-label", messages.edit_comment)
        .on("submit", submit)
        .child(el("div").part("field").child(text))
        .child(dynamic(move || problem(discussion)))
        .child(buttons)
}

fn question(discussion: Discussion, comment: &Comment) -> El {
    let messages = messages(discussion.state);
    let deleted = comment.clone();
    let delete = el("button").class("button").attr("part", "button").attr("type", "button");
    let delete = delete.on("click", move |_| discussion.apply(&deleted, Intent::Delete));
    let keep = leave(discussion, comment, Intent::Delete, messages.keep);
    let buttons = el("div").class("buttons").child(keep).child(busy(discussion, delete, messages.delete));
    el("div")
        .class("change")
        .attr("role", "group")
        .attr("aria-label", messages.delete_what)
        .child(el("p").class("note").attr("role", "alert").child(discussion.state.say(messages.delete_what)))
        .child(dynamic(move || problem(discussion)))
        .child(buttons)
}

fn leave(discussion: Discussion, comment: &Comment, intent: Intent, text: &'static str) -> El {
    let comment = comment.clone();
    let button = el("button").class("button").attr("part", "button").attr("type", "button");
    button.child(discussion.state.say(text)).on("click", move |_| discussion.leave(&comment, intent))
}

/// `button`, which says when it is at work. Disabled, it would lose focus.
fn busy(discussion: Discussion, button: El, text: &'static str) -> El {
    let busy = discussion.desk.changes.busy;
    let sending = messages(discussion.state).sending;
    button
        .follow("aria-disabled", move || busy.get().then(|| "true".into()))
        .child(dynamic(move || discussion.state.say(if busy.get() { sending } else { text })))
}

fn problem(discussion: Discussion) -> Option<El> {
    let problem = discussion.desk.changes.problem.get()?;
    Some(el("p").class("error").attr("part", "error").attr("role", "alert").child(discussion.state.say(&problem)))
}
