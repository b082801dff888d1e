//! What is told about a comment that is not with its service, and what its writer can do about it.

use leptos::task::spawn_local;

use super::{
    Discussion,
    clock::ticking,
    comment_view::selector,
    dispatch::Dispatch,
    form::FORM,
    messages,
    outbox::{Entry, Stand},
};
use crate::{
    feed::{Date, ItemId},
    platform,
    view::{El, Memo, dynamic, el},
};

/// The note under such a comment.
pub fn unsent(discussion: Discussion, id: &ItemId) -> El {
    let messages = messages(discussion.state);
    let outbox = discussion.outbox();
    // Another tab may change it: then the words change, and the buttons, one of which may have focus, stay.
    let entry = {
        let id = id.clone();
        Memo::new(move |_| outbox.entry(&id))
    };
    let reason = move || match entry.get() {
        Some(Entry { stand: Stand::Refused(reason), .. }) => reason,
        Some(Entry { stand: Stand::Unknown, .. }) => messages.unknown.into(),
        Some(Entry { kept: false, .. }) => messages.unsent_not_kept.into(),
        _ => messages.unsent.into(),
    };
    let again =
        move || entry.get().filter(|entry| entry.stand == Stand::Unsent).map(|entry| countdown(discussion, entry));
    let button = |text: &'static str, act: fn(Dispatch, &ItemId), target: &'static str| {
        let id = id.clone();
        el("button").class("link").attr("type", "button").child(text).on("click", move |_| {
            act(outbox, &id);
            // The button goes with what it did.
            let target = if target.is_empty() { selector(&id) } else { target.into() };
            platform::focus_soon(&discussion.state.root(), target);
        })
    };
    let actions = el("div")
        .class("actions")
        .child(button(messages.send_now, Dispatch::send_now, ""))
        .child(button(messages.edit, Dispatch::take_back, FORM))
        .child(copy(discussion, id))
        .child(button(messages.discard, Dispatch::discard, FORM));
    el("div").class("note unsent").child(dynamic(reason)).child(dynamic(again)).child(actions)
}

/// How long it is until the next try. Nothing is announced: it would be, each second.
fn countdown(discussion: Discussion, entry: Entry) -> El {
    let state = discussion.state;
    let now = ticking(1000);
    let text = move || {
        let messages = messages(state);
        let time = wait(discussion, &entry, now.get())?;
        let sentence = if entry.due.asked { messages.asked_to_wait } else { messages.again_in };
        Some([" ", &sentence(&time)].concat())
    };
    el("span").class("again").child(dynamic(text))
}

/// Seconds, and from a minute and a half on, minutes.
fn wait(discussion: Discussion, entry: &Entry, now: Date) -> Option<String> {
    let messages = messages(discussion.state);
    let seconds = u64::try_from(entry.wait(now)?).ok()?.div_ceil(1000);
    let number = |number| platform::format_number(number, &discussion.state.language());
    match seconds {
        0 => None,
        1..90 => Some((messages.seconds)(seconds, &number(seconds))),
        _ => Some((messages.minutes)(seconds.div_ceil(60), &number(seconds.div_ceil(60)))),
    }
}

/// The button that puts the text into the clipboard: whatever becomes of the comment, its writer has it.
fn copy(discussion: Discussion, id: &ItemId) -> El {
    let state = discussion.state;
    let messages = messages(state);
    let id = id.clone();
    el("button").class("link").attr("type", "button").child(messages.copy).on("click", move |_| {
        let Some(entry) = discussion.outbox().find(&id) else { return };
        spawn_local(async move {
            let copied = platform::copy(entry.text()).await;
            state.announce(if copied { messages.copied } else { messages.not_copied });
        });
    })
}
