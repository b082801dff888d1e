//! Home › World › headline.

use super::card::{in_its_language, title};
use crate::{
    view::{El, el},
    widget::{Page, State},
};

/// The way from the front page to the open page (the ARIA breadcrumb pattern). The separators are the style sheet's.
pub fn breadcrumb(state: State, page: &Page) -> Option<El> {
    let messages = state.messages();
    let (path, last) = match page {
        Page::Article(item) => {
            (item.news.section.clone(), in_its_language(state, el("span"), item).child(title(state, item)))
        }
        Page::Section(name) => (Vec::new(), el("span").child(name.clone())),
        _ => return None,
    };
    let sections: Vec<El> = path.into_iter().map(|name| crumb(state.section_href(&name), name)).collect();
    let crumbs = el("ol")
        .child(crumb(state.home_href(), messages.home.into()))
        .child(sections)
        .child(el("li").attr("aria-current", "page").child(last));
    Some(el("nav").part("breadcrumb").attr("aria-label", messages.breadcrumb).child(crumbs))
}

fn crumb(href: Option<String>, name: String) -> El {
    match href {
        Some(href) => el("li").child(el("a").attr("data-to", "").attr("href", href).child(name)),
        None => el("li").child(el("span").child(name)),
    }
}
