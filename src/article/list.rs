//! A long list of stories, a page at a time.

use std::sync::Arc;

use leptos::prelude::*;

use super::{CardSize, card};
use crate::{
    feed::Item,
    view::{El, Row, dynamic, el, keyed},
    widget::{Load, State, message},
};

/// How many stories are shown at first, and how many more each time.
const PAGE: usize = 12;

/// Cards with a "More" button, which goes on with the feed's next page where the items end. `depth` is how many levels their
/// headlines are below the page's.
pub fn story_list(state: State, items: impl Fn() -> Vec<Arc<Item>> + Send + Sync + 'static, depth: u8) -> El {
    let shown = RwSignal::new(PAGE);
    // Comparing two lists of articles would cost more than drawing the rows that are new.
    let items = Memo::new_with_compare(move |_| items(), |_, _| true);
    let count = move || items.with(Vec::len);
    let rows =
        keyed(move || items.with(|items| items.iter().take(shown.get()).map(|item| row(state, item, depth)).collect()));
    let more = move |_| {
        shown.update(|shown| *shown += PAGE);
        if items.with_untracked(Vec::len) < shown.get_untracked() {
            state.load_further();
        }
    };
    let end = dynamic(move || match state.further.get() {
        Load::Failed(_) => Some(message::part_failed(state, move || state.load_further())),
        Load::Waiting | Load::Slow => Some(message::waiting(state)),
        Load::Ready(()) if count() > shown.get() || state.goes_on() => Some(message::more(state, more)),
        Load::Ready(()) if count() == 0 => Some(message::nothing(state)),
        Load::Ready(()) => None,
    });
    el("div").class("story-list").child(el("ul").class("cards").child(rows)).child(end)
}

fn row(state: State, item: &Arc<Item>, depth: u8) -> Row {
    let (key, item) = (item.id.as_str().to_owned(), item.clone());
    Row { key, draw: Box::new(move || el("li").child(card(state, &item, CardSize::Small, depth))) }
}
