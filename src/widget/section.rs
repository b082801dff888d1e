//! A section's page.

use super::{Page, Part, State, furniture, heading::heading, late, layout::lay_out};
use crate::{
    article::{breadcrumb, story_list, theirs},
    popular,
    view::{Child, El, Memo, el},
};

/// The page of the section `name`.
pub fn section(state: State, name: &str) -> El {
    let wanted = |part| !matches!(part, Part::Related | Part::Comments | Part::Reply);
    lay_out(state, wanted, &|part, place| match part {
        Part::Breadcrumb => breadcrumb(state, &Page::Section(name.to_owned())).add_to(place),
        Part::Popular => popular::view::view(state, None).add_to(place),
        Part::Recent => late::recent(state).add_to(place),
        Part::Article => stories(state, name.to_owned()).add_to(place),
        _ => furniture::part(state, part).add_to(place),
    })
}

fn stories(state: State, name: String) -> El {
    let title = theirs(state, heading(state, 0, "section-title", name.as_str()), None, &name);
    let list = name.clone();
    let items = Memo::uncompared(move || {
        state.edition().map(|edition| edition.in_section(&name).cloned().collect()).unwrap_or_default()
    });
    el("section").part("section-page").child(title).child(story_list(state, list, items, 1))
}
