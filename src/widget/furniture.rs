//! What a newspaper page has around its news: masthead, date line, spot.

use super::{Failure, Load, Page, Part, State, heading::heading};
use crate::{
    article::sized,
    platform::{self, DateStyle},
    view::{Dynamic, El, Memo, dynamic, el},
};

/// The publication's name and sections. Only where the widget is the site: elsewhere the host page has its own.
pub fn masthead(state: State) -> Option<El> {
    let edition = state.edition()?;
    let open = state.page();
    let front = open == Load::Ready(Page::Front);
    let link = el("a").class("masthead-link").attr("data-to", "").maybe("href", state.home_href());
    let link = link.child(edition.feed.title.clone());
    let name =
        if front { heading(state, 0, "masthead-title", link) } else { el("p").part("masthead-title").child(link) };
    let line =
        edition.feed.description.clone().filter(|_| front).map(|text| el("p").class("masthead-line").child(text));
    Some(el("header").part("masthead").child(name).child(line).child(sections(state, open)))
}

/// Links to the sections. Further pages of the feed may bring further ones.
fn sections(state: State, open: Load<Page, Failure>) -> Dynamic {
    let names = Memo::new(move |_| state.edition().map(|edition| edition.sections()).unwrap_or_default());
    dynamic(move || {
        let links: Vec<El> = names.get().into_iter().map(|name| section_link(state, &open, name)).collect();
        (!links.is_empty()).then(|| {
            el("nav").attr("aria-label", state.messages().sections).child(el("ul").class("sections").child(links))
        })
    })
}

fn section_link(state: State, open: &Load<Page, Failure>, name: String) -> El {
    let current = matches!(open, Load::Ready(Page::Section(open)) if *open == name).then_some("page");
    let link = el("a").attr("data-to", "").maybe("href", state.section_href(&name)).maybe("aria-current", current);
    el("li").child(link.child(name))
}

/// The date line or the spot.
pub fn part(state: State, part: Part) -> Option<El> {
    match part {
        Part::Date => Some(date(state)),
        Part::Spot => spot(state),
        _ => None,
    }
}

/// Today's date, in the widget's language.
fn date(state: State) -> El {
    el("p").part("date").child(platform::format_date(platform::now(), &state.language(), DateStyle::Full))
}

/// The spot. Its space is reserved before its picture is here.
fn spot(state: State) -> Option<El> {
    let edition = state.edition()?;
    let spot = edition.feed.news.spot.as_ref()?;
    let picture = sized(&spot.image, "spot-picture", "spot-picture unsized").attr("src", spot.image.url.to_string());
    let linked = match &spot.url {
        Some(url) => el("a")
            .attr("href", url.to_string())
            .attr("rel", "sponsored noopener")
            .attr("target", "_blank")
            .child(picture),
        None => picture,
    };
    let name = spot.label.clone().or_else(|| spot.image.alt.clone());
    let label = spot.label.clone().map(|label| el("p").class("spot-label").child(label));
    Some(el("aside").part("spot").maybe("aria-label", name).child(label).child(linked))
}
