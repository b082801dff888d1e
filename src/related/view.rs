//! RELATED ARTICLES: cards.

use super::related;
use crate::{
    article::{CardSize, card_list},
    feed::Item,
    view::{El, el},
    widget::{State, heading},
};

/// How many cards: two rows of the text column.
const COUNT: usize = 4;

/// The related articles of `item`; nothing when there are none.
pub fn view(state: State, item: &Item) -> Option<El> {
    let items = related(&*state.edition()?, item, COUNT);
    let list = card_list(state, &items, CardSize::Small, 2);
    let title = heading(state, 1, "part-title", state.say(state.messages().related));
    (!items.is_empty()).then(|| el("section").part("related").child(title).child(list))
}
