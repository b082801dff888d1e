//! The front page: the lead story, the latest, a block for each section, and everything else a page at a time.

use std::sync::Arc;

use super::{Part, State, furniture, heading::heading, late, layout::lay_out, message};
use crate::{
    article::{CardSize, card, card_list, story_list, theirs},
    bounds::BLOCKS,
    feed::{Edition, Item},
    popular,
    view::{Child, El, Memo, Parent, el, when},
};

/// How many of the newest stand beside the lead.
const LATEST: usize = 5;
/// How many stories a section's block shows.
const IN_SECTION: usize = 4;

/// The front page.
pub fn front(state: State) -> El {
    let wanted = |part| !matches!(part, Part::Breadcrumb | Part::Related | Part::Comments | Part::Reply);
    lay_out(state, wanted, &|part, place| match part {
        Part::Popular => popular::view::view(state, None).add_to(place),
        Part::Recent => late::recent(state).add_to(place),
        Part::Article => stories(state, place),
        _ => furniture::part(state, part).add_to(place),
    })
}

/// What the front page has room for.
struct Picked {
    lead: Arc<Item>,
    latest: Vec<Arc<Item>>,
    blocks: Vec<(String, Vec<Arc<Item>>)>,
}

impl Picked {
    fn new(edition: &Edition) -> Option<Self> {
        let (lead, rest) = edition.by_date().split_first()?;
        let latest = rest.iter().take(LATEST).cloned().collect();
        let mut picked = Self { lead: lead.clone(), latest, blocks: Vec::new() };
        for name in edition.sections() {
            if picked.blocks.len() >= BLOCKS {
                break;
            }
            let items: Vec<_> =
                edition.in_section(&name).filter(|item| !picked.has(item)).take(IN_SECTION).cloned().collect();
            if !items.is_empty() {
                picked.blocks.push((name, items));
            }
        }
        Some(picked)
    }

    fn has(&self, item: &Item) -> bool {
        let blocks = self.blocks.iter().flat_map(|(_, items)| items);
        blocks.chain(&self.latest).chain([&self.lead]).any(|other| other.id == item.id)
    }
}

fn stories(state: State, place: &Parent) {
    // What is picked stays in place while further pages of the feed arrive; they go to the list at the end.
    let Some(picked) = state.edition().and_then(|edition| Picked::new(&edition)) else {
        return message::empty(state).add_to(place);
    };
    let messages = state.messages();
    let latest = || {
        el("section")
            .class("latest")
            .child(heading(state, 1, "part-title", state.say(messages.latest)))
            .child(card_list(state, &picked.latest, CardSize::Line, 2))
    };
    let top = el("div")
        .part("front")
        .child(card(state, &picked.lead, CardSize::Lead, 1))
        .child((!picked.latest.is_empty()).then(latest));
    let blocks: Vec<El> = picked.blocks.iter().map(|(name, items)| section_block(state, name, items)).collect();
    let rest = Memo::uncompared(move || {
        let items = state.edition().map(|edition| edition.by_date().to_vec()).unwrap_or_default();
        items.into_iter().filter(|item| !picked.has(item)).collect::<Vec<_>>()
    });
    let more = move || {
        let list = story_list(state, String::new(), rest, 2);
        el("section").part("block").child(heading(state, 1, "part-title", state.say(messages.more_stories))).child(list)
    };
    top.add_to(place);
    blocks.add_to(place);
    when(move || state.goes_on() || !rest.with(Vec::is_empty), more).add_to(place);
}

fn section_block(state: State, name: &str, items: &[Arc<Item>]) -> El {
    let link = el("a").attr("data-to", "").maybe("href", state.section_href(name)).child(name);
    let link = theirs(state, link, None, name);
    el("section").part("block").child(heading(state, 1, "part-title", link)).child(card_list(
        state,
        items,
        CardSize::Small,
        2,
    ))
}
