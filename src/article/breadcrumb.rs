//! Home › World › headline.

use super::{card::title, language::theirs};
use crate::{
    view::{El, el},
    widget::{Page, State},
};

/// The way from the front page to the open page (the ARIA breadcrumb pattern). The separators are the style sheet's.
pub fn breadcrumb(state: State, page: &Page) -> Option<El> {
    let messages = state.messages();
    let (path, last) = match page {
        Page::Article(item) => {
            let title = title(state, item);
            (item.news.section.clone(), theirs(state, el("span"), Some(item), &title).child(title))
        }
        Page::Section(name) => (Vec::new(), named(state, name)),
        _ => return None,
    };
    let sections: Vec<El> = path.iter().map(|name| crumb(state.section_href(name), named(state, name))).collect();
    let crumbs = el("ol")
        .child(crumb(state.home_href(), state.say(messages.home)))
        .child(sections)
        .child(el("li").attr("aria-current", "page").child(last));
    Some(el("nav").part("breadcrumb").attr("aria-label", messages.breadcrumb).child(crumbs))
}

fn named(state: State, name: &str) -> El {
    theirs(state, el("span"), None, name).child(name)
}

fn crumb(href: Option<String>, name: El) -> El {
    match href {
        Some(href) => el("li").child(el("a").attr("data-to", "").attr("href", href).child(name)),
        None => el("li").child(el("span").child(name)),
    }
}
