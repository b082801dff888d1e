//! What stands where there is no news: waiting, failed, not found, empty.

use super::{State, heading::heading};
use crate::view::{El, el};

/// Boxes in the place of what is coming. `slow` tells the reader that it takes long.
pub fn skeleton(state: State, slow: bool) -> El {
    let messages = state.messages();
    let text = if slow { messages.slow } else { messages.loading };
    let bars = ["kicker", "headline", "headline short", "dek", "picture", "line", "line", "line short"];
    let bars: Vec<El> =
        bars.into_iter().map(|bar| el("div").class(format!("bar {bar}")).attr("aria-hidden", "true")).collect();
    let text =
        el("p").class(if slow { "waiting" } else { "waiting hidden" }).attr("role", "status").child(state.say(text));
    el("div").part("skeleton").child(text).child(bars)
}

/// One line above the publisher's own words, which are better to look at than boxes.
pub fn slow(state: State) -> El {
    el("p").class("waiting slow").attr("role", "status").child(state.say(state.messages().slow))
}

/// What is wrong and what to do, with a way to try again where that can help.
pub fn failure(state: State, sentence: String, retry: Option<impl Fn() + 'static>) -> El {
    let messages = state.messages();
    let retry = retry.map(|retry| button(state, messages.retry).on("click", move |_| retry()));
    el("div")
        .part("message")
        .attr("role", "alert")
        .child(heading(state, 0, "message-title", state.say(messages.failed)))
        .child(el("p").child(state.say(&sentence)))
        .child(retry)
}

/// One line in the place of a part that failed alone.
pub fn part_failed(state: State, retry: impl Fn() + 'static) -> El {
    let messages = state.messages();
    let retry = el("button").class("link").attr("type", "button").on("click", move |_| retry());
    el("p")
        .class("part-failed")
        .attr("part", "message")
        .child(state.say(messages.section_failed))
        .child(" ")
        .child(retry.child(state.say(messages.retry)))
}

/// One line in the place of a part that is on its way.
pub fn waiting(state: State) -> El {
    el("p").class("waiting").attr("role", "status").child(state.say(state.messages().loading))
}

/// One line in the place of a part whose code is on its way. No status: there may be three of them, for a moment.
pub fn arriving(state: State) -> El {
    el("p").class("waiting arriving").child(state.say(state.messages().loading))
}

/// The same when it takes long.
pub fn still_arriving(state: State) -> El {
    el("p").class("waiting").child(state.say(state.messages().slow))
}

/// One line in the place of a list without entries.
pub fn nothing(state: State) -> El {
    el("p").class("nothing").child(state.say(state.messages().nothing_here))
}

/// The button that shows more of a list.
pub fn more(state: State, more: impl FnMut(web_sys::Event) + 'static) -> El {
    button(state, state.messages().more).class("button more").on("click", more)
}

/// The button that shows the rest of a text or a list.
pub fn rest(state: State) -> El {
    el("button").class("link").attr("type", "button").child(state.say(state.messages().rest))
}

/// An address that leads nowhere, with the way back.
pub fn not_found(state: State) -> El {
    let messages = state.messages();
    let back = el("a").class("button").attr("part", "button").attr("data-to", "").maybe("href", state.home_href());
    el("div")
        .part("message")
        .child(heading(state, 0, "message-title", state.say(messages.not_found)))
        .child(el("p").child(state.say(messages.not_found_text)))
        .child(el("p").child(back.child(state.say(messages.back_home))))
}

/// A feed without items.
pub fn empty(state: State) -> El {
    el("p").part("message").child(state.say(state.messages().empty_feed))
}

fn button(state: State, text: &'static str) -> El {
    el("button").class("button").attr("part", "button").attr("type", "button").child(state.say(text))
}
