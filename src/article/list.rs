//! A long list of stories, a page at a time.

use std::{rc::Rc, sync::Arc};

use super::{CardSize, card};
use crate::{
    feed::Item,
    view::{El, Memo, Row, Signal, dynamic, el, keyed},
    widget::{Load, State, message},
};

/// How many stories are shown at first, and how many more each time.
const PAGE: usize = 12;

/// How far the reader has unrolled each list, by its name: the way back leads to where they were.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unrolled(Signal<Vec<(String, usize)>>);

impl Unrolled {
    fn get(self, name: &str) -> usize {
        self.0.with_untracked(|lists| lists.iter().find(|(known, _)| known == name).map_or(PAGE, |(_, shown)| *shown))
    }

    fn set(self, name: &str, shown: usize) {
        self.0.update(|lists| match lists.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) => *known = shown,
            None => lists.push((name.to_owned(), shown)),
        });
    }
}

/// Cards with a "More" button, which goes on with the feed's next page where the items end. `depth` is how many levels their
/// headlines are below the page's; `name` tells the list from others.
pub fn story_list(state: State, name: String, items: Memo<Vec<Arc<Item>>>, depth: u8) -> El {
    let shown = Signal::new(state.unrolled.get(&name));
    let count = move || items.with(Vec::len);
    let rows =
        keyed(move || items.with(|items| items.iter().take(shown.get()).map(|item| row(state, item, depth)).collect()));
    let name: Rc<str> = name.into();
    let more = move |_| {
        shown.update(|shown| *shown += PAGE);
        state.unrolled.set(&name, shown.get_untracked());
        if items.with_untracked(Vec::len) < shown.get_untracked() {
            state.load_further();
        }
    };
    let end = dynamic(move || match state.further.get() {
        Load::Failed(_) => Some(message::part_failed(state, move || state.load_further())),
        Load::Waiting | Load::Slow => Some(message::waiting(state)),
        Load::Ready(()) if count() > shown.get() || state.goes_on() => Some(message::more(state, more.clone())),
        Load::Ready(()) if count() == 0 => Some(message::nothing(state)),
        Load::Ready(()) => None,
    });
    el("div").class("story-list").child(el("ul").class("cards").child(rows)).child(end)
}

fn row(state: State, item: &Arc<Item>, depth: u8) -> Row {
    let (key, item) = (item.id.as_str().to_owned(), item.clone());
    Row { key, draw: Box::new(move || el("li").child(card(state, &item, CardSize::Small, depth))) }
}
