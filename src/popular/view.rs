//! Most Popular: a ranked list.

use super::popular;
use crate::{
    article::headline_link,
    feed::ItemId,
    view::{El, dynamic, el},
    widget::{Load, State, heading, message},
};

/// How many articles.
const COUNT: usize = 5;

/// The most popular articles, without the `open` one.
pub fn view(state: State, open: Option<ItemId>) -> El {
    let title = heading(state, 1, "part-title", state.say(state.messages().popular));
    let list = dynamic(move || list(state, open.as_ref()));
    el("section").part("popular").child(title).child(list)
}

fn list(state: State, open: Option<&ItemId>) -> Option<El> {
    let edition = state.edition()?;
    Some(match state.ranked(&edition) {
        Load::Waiting | Load::Slow => message::waiting(state).class("waiting reserved"),
        Load::Failed(_) => message::part_failed(state, move || state.ranking.retry()),
        Load::Ready(list) => {
            let items = popular(&edition, &list, open, COUNT);
            let rows: Vec<El> = items.iter().map(|item| el("li").child(headline_link(state, item))).collect();
            if rows.is_empty() { message::nothing(state) } else { el("ol").class("ranked").child(rows) }
        }
    })
}
