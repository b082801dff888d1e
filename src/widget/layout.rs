//! The article page: the parts in the order of `sections=`, in one column or two.

use std::sync::Arc;

use super::{
    Load, Page, Part, State, furniture,
    late::{self, Talk},
};
use crate::{
    article::{self, breadcrumb},
    comments::Comments,
    feed::Item,
    popular, related,
    view::{Child, El, Parent, el},
};

/// Where a part stands when there is room for two columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Across the page.
    Across,
    /// The text column.
    Main,
    /// Beside it.
    Side,
}

impl Column {
    fn class(self) -> &'static str {
        match self {
            Self::Across => "across",
            Self::Main => "main",
            Self::Side => "side",
        }
    }
}

impl Part {
    /// The part's column.
    pub fn column(self) -> Column {
        match self {
            Self::Date | Self::Spot | Self::Breadcrumb => Column::Across,
            Self::Article | Self::Related | Self::Comments | Self::Reply => Column::Main,
            Self::Popular | Self::Recent => Column::Side,
        }
    }
}

/// Parts in order, neighbours of the same column together: each group is one box of the grid, so that a long text column
/// and a short sidebar do not stretch each other, and the order in the document stays that of the parts.
fn groups(parts: &[Part], keep: fn(Part) -> bool) -> Vec<(Column, Vec<Part>)> {
    let mut groups: Vec<(Column, Vec<Part>)> = Vec::new();
    for part in parts.iter().copied().filter(|part| keep(*part)) {
        match groups.last_mut() {
            Some((column, parts)) if *column == part.column() => parts.push(part),
            _ => groups.push((part.column(), vec![part])),
        }
    }
    groups
}

/// In a column of fewer pixels the first screen has room for a headline or for a spot.
const NARROW: i32 = 520;

/// The parts in the order that was asked for. Only, in a narrow column of a site the spot stands behind an article, not before it.
fn ordered(state: State, is_article: bool) -> Vec<Part> {
    let mut parts = state.config.with(|config| config.parts.clone());
    let place = |wanted| parts.iter().position(|part| *part == wanted);
    if is_article
        && state.is_site()
        && is_narrow(state)
        && let (Some(spot), Some(article)) = (place(Part::Spot), place(Part::Article))
    {
        (spot..article).for_each(|at| parts.swap(at, at + 1));
    }
    parts
}

fn is_narrow(state: State) -> bool {
    state.host().client_width() < NARROW
}

/// The same for a page that is drawn, and has become narrower or wider: a telephone is turned.
pub fn reorder(state: State) {
    let root = state.root();
    let find = |css| root.query_selector(css).ok().flatten();
    let first = state
        .config
        .with_untracked(|config| config.parts.iter().copied().find(|part| matches!(part, Part::Spot | Part::Article)));
    let (Some(spot), Some(article), Some(Part::Spot)) = (find(".spot"), find(".main > .article"), first) else {
        return;
    };
    let is_behind = article.compare_document_position(&spot) & web_sys::Node::DOCUMENT_POSITION_FOLLOWING != 0;
    // Neither is inside the other.
    let _ = match (is_narrow(state), find(".breadcrumb")) {
        (true, _) if !is_behind => article.after_with_node_1(&spot),
        (false, Some(breadcrumb)) if is_behind => breadcrumb.before_with_node_1(&spot),
        _ => return,
    };
}

/// Lays out the parts that `keep` wants, each drawn by `draw`.
pub fn lay_out(state: State, keep: fn(Part) -> bool, draw: &dyn Fn(Part, &Parent)) -> El {
    // Nothing but an article has comments.
    let groups = groups(&ordered(state, keep(Part::Comments)), keep);
    let has = |wanted| groups.iter().any(|(column, _)| *column == wanted);
    let class = if has(Column::Main) && has(Column::Side) { "layout two" } else { "layout" };
    let boxes: Vec<El> = groups
        .iter()
        .map(|(column, parts)| {
            let column = el("div").class(column.class());
            for part in parts {
                draw(*part, column.node());
            }
            column
        })
        .collect();
    let layout = el("div").class(class).child(boxes);
    let talks = groups.iter().any(|(_, parts)| parts.contains(&Part::Comments) || parts.contains(&Part::Reply));
    let arriving = move || state.comments.with(|code| matches!(code, Load::Waiting)) && !state.comments_are_off();
    let layout =
        if talks { layout.follow("data-arriving", move || arriving().then_some("true".into())) } else { layout };
    site(state, layout)
}

/// `content` under the masthead.
pub fn site(state: State, content: El) -> El {
    el("div").class("site").child(state.site().and_then(|site| (site.masthead)(state))).child(content)
}

/// The page of one article.
pub fn article(state: State, item: &Arc<Item>) -> El {
    let talk = Talk::new(state, item);
    lay_out(state, |_| true, &|part, place| match part {
        Part::Breadcrumb => breadcrumb(state, &Page::Article(item.clone())).add_to(place),
        Part::Article => article::article(state, item).add_to(place),
        Part::Related => related::view::view(state, item).add_to(place),
        Part::Comments => talk.part(Comments::thread).add_to(place),
        Part::Reply => talk.part(Comments::reply).add_to(place),
        Part::Popular => popular::view::view(state, Some(item.id.clone())).add_to(place),
        Part::Recent => late::recent(state).add_to(place),
        Part::Date | Part::Spot => furniture::part(state, part).add_to(place),
    })
}
