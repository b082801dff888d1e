//! The share button.

use super::card::title;
use crate::{
    feed::Item,
    platform::{self, ShareOutcome},
    view::{El, Signal, dynamic, el},
    widget::State,
};

/// Shares the article's own page; nothing when it has none.
pub fn share(state: State, item: &Item) -> Option<El> {
    let messages = state.messages();
    let url = platform::resolve(&state.item_href(item)?, &state.host());
    let title = title(state, item);
    let note = Signal::new(String::new());
    let click = move |_| {
        let (title, url) = (title.clone(), url.clone());
        platform::spawn(async move {
            let text = match platform::share(&title, &url).await {
                ShareOutcome::Shared => String::new(),
                ShareOutcome::Copied => messages.link_copied.into(),
                ShareOutcome::Refused => (messages.copy_this)(&url),
            };
            // The reader may have left the article meanwhile; then there is nobody to tell.
            note.set(text);
        });
    };
    let button = el("button").class("button").attr("part", "button").attr("type", "button").on("click", click);
    let note = el("span").class("share-note").attr("role", "status").child(dynamic(move || state.say(&note.get())));
    Some(el("div").part("share").child(button.child(state.say(messages.share))).child(note))
}
