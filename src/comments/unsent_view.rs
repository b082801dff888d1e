//! What is told about a comment that is not with its service, and what its writer can do about it.

use super::{
    Discussion,
    clock::ticking,
    comment_view::selector,
    dispatch::Dispatch,
    form::FORM,
    messages,
    outbox::{Entry, Stand},
    services::Form,
};
use crate::{
    feed::{Date, ItemId},
    i18n::CommentMessages,
    platform,
    view::{El, Memo, dynamic, el, when},
};

/// The note under such a comment.
pub fn unsent(discussion: Discussion, id: &ItemId) -> El {
    let state = discussion.state;
    let messages = messages(state);
    let outbox = discussion.outbox();
    // Another tab may change it: then the words change, and the buttons, one of which may have focus, stay.
    let entry = {
        let id = id.clone();
        Memo::new(move |_| outbox.entry(&id))
    };
    // Another service than the page names now is not sent to: only the writer may post it here, through the form.
    let here = Memo::new(move |_| entry.with(|entry| entry.as_ref().is_some_and(|entry| outbox.sends(entry))));
    let reason = move || match entry.get().filter(|_| here.get()) {
        None => elsewhere(messages, entry.get().as_ref()),
        Some(Entry { stand: Stand::Refused(reason), .. }) => reason,
        Some(Entry { stand: Stand::Unknown, .. }) => messages.unknown.into(),
        Some(Entry { kept: false, .. }) => messages.unsent_not_kept.into(),
        _ => messages.unsent.into(),
    };
    let again = move || {
        entry.get().filter(|entry| here.get() && entry.stand == Stand::Unsent).map(|entry| countdown(discussion, entry))
    };
    let button = |text, act, target| button(discussion, id, text, act, target);
    let send_now = {
        let id = id.clone();
        move || self::button(discussion, &id, messages.send_now, Dispatch::send_now, "")
    };
    let actions = el("div")
        .class("actions")
        .child(when(move || here.get(), send_now))
        .child((discussion.form() == Form::Open).then(|| button(messages.edit, Dispatch::take_back, FORM)))
        .child(copy(discussion, id))
        .child(button(messages.discard, Dispatch::discard, FORM));
    el("div").class("note unsent").child(dynamic(move || state.say(&reason()))).child(dynamic(again)).child(actions)
}

/// A button that does something to the comment. Focus goes on to `target`: the button goes with what it did.
fn button(
    discussion: Discussion,
    id: &ItemId,
    text: &'static str,
    act: fn(Dispatch, &ItemId),
    target: &'static str,
) -> El {
    let id = id.clone();
    let button = el("button").class("link").attr("type", "button").child(discussion.state.say(text));
    button.on("click", move |_| {
        act(discussion.outbox(), &id);
        let target = if target.is_empty() { selector(&id) } else { target.into() };
        platform::focus_soon(&discussion.state.root(), target);
    })
}

/// What is told of a comment that waits for another service than the page names.
fn elsewhere(messages: &CommentMessages, entry: Option<&Entry>) -> String {
    match entry.and_then(|entry| entry.destination.as_ref()) {
        Some(destination) => (messages.waits_for)(destination.host()),
        None => messages.waits_elsewhere.into(),
    }
}

/// How long it is until the next try. Nothing is announced: it would be, each second.
fn countdown(discussion: Discussion, entry: Entry) -> El {
    let state = discussion.state;
    let now = ticking(1000);
    let text = move || {
        let messages = messages(state);
        let time = wait(discussion, &entry, now.get())?;
        let sentence = if entry.due.asked { messages.asked_to_wait } else { messages.again_in };
        Some(sentence(&time))
    };
    el("span").class("again").child(" ").child(dynamic(move || text().map(|text| state.say(&text))))
}

/// Seconds, and from a minute and a half on, minutes.
fn wait(discussion: Discussion, entry: &Entry, now: Date) -> Option<String> {
    let messages = messages(discussion.state);
    let seconds = u64::try_from(entry.wait(now)?).ok()?.div_ceil(1000);
    let number = |number| discussion.state.number(number);
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
    el("button").class("link").attr("type", "button").child(state.say(messages.copy)).on("click", move |_| {
        let Some(entry) = discussion.outbox().find(&id) else { return };
        platform::spawn(async move {
            let copied = platform::copy(entry.text()).await;
            state.announce(if copied { messages.copied } else { messages.not_copied });
        });
    })
}
