//! What a newspaper page has around its news: masthead, date line, spot.

use std::rc::Rc;

use super::{Failure, Load, Page, Part, State, heading::heading};
use crate::{
    article::{sized, theirs},
    feed::Edition,
    platform::{self, DateStyle, Timeout, WindowListener},
    view::{Dynamic, El, Memo, Signal, Stored, dynamic, el},
};

const MINUTE: i64 = 60_000;

/// The publication's name and sections. Only where the widget is the site: elsewhere the host page has its own.
pub fn masthead(state: State) -> Option<El> {
    let edition = state.edition()?;
    let open = state.page();
    let front = open == Load::Ready(Page::Front);
    let link = el("a").class("masthead-link").attr("data-to", "").maybe("href", state.home_href());
    let title = publication(state, &edition);
    let link = theirs(state, link, None, &title).child(title);
    let name =
        if front { heading(state, 0, "masthead-title", link) } else { el("p").part("masthead-title").child(link) };
    let line = edition.feed.description.as_ref().filter(|_| front);
    let line = line.map(|text| theirs(state, el("p").class("masthead-line"), None, text).child(text.as_str()));
    Some(el("header").part("masthead").child(name).child(line).child(sections(state, open)))
}

/// What the publication is called. One without a title, as every WordPress is for us, has its host's name.
pub fn publication(state: State, edition: &Edition) -> String {
    let host = || {
        let url = edition.feed.home_page_url.clone().or_else(|| state.feed_url())?;
        let host = url.as_str().split('/').nth(2)?;
        Some(host.strip_prefix("www.").unwrap_or(host).to_owned())
    };
    edition.feed.title.clone().or_else(host).unwrap_or_else(|| state.messages().home.into())
}

/// Links to the sections. Further pages of the feed may bring further ones.
fn sections(state: State, open: Load<Page, Failure>) -> Dynamic {
    let names = Memo::new(move |_| state.edition().map(|edition| edition.sections()).unwrap_or_default());
    dynamic(move || {
        let links: Vec<El> = names.get().into_iter().map(|name| section_link(state, &open, name)).collect();
        show_current(state);
        (!links.is_empty()).then(|| {
            el("nav").attr("aria-label", state.messages().sections).child(el("ul").class("sections").child(links))
        })
    })
}

/// In a narrow column the sections are one line that scrolls: once it is drawn, the open section is brought into sight.
fn show_current(state: State) {
    let root = state.root();
    platform::next_frame(move || {
        if let Ok(Some(link)) = root.query_selector(".sections [aria-current]")
            && let Ok(Some(line)) = link.closest(".sections")
        {
            let (place, window) = (link.get_bounding_client_rect(), line.get_bounding_client_rect());
            let middle = place.left() + place.width() / 2.0 - window.left() - window.width() / 2.0;
            line.set_scroll_left(line.scroll_left() + middle as i32);
        }
    });
}

fn section_link(state: State, open: &Load<Page, Failure>, name: String) -> El {
    let current = matches!(open, Load::Ready(Page::Section(open)) if *open == name).then_some("page");
    let link = el("a").attr("data-to", "").maybe("href", state.section_href(&name)).maybe("aria-current", current);
    el("li").child(theirs(state, link, None, &name).child(name))
}

/// The date line or the spot.
pub fn part(state: State, part: Part) -> Option<El> {
    match part {
        Part::Date => Some(date(state)),
        Part::Spot => spot(state),
        _ => None,
    }
}

/// Today's date, in the widget's language, as it is written where the reader lives.
fn date(state: State) -> El {
    let language = state.locale();
    let today = move || platform::format_date(platform::now(), &language, DateStyle::Full);
    let text = Signal::new(today());
    let look: Rc<dyn Fn()> = Rc::new(move || {
        let today = today();
        if text.try_with_untracked(|text| *text == today) == Some(false) {
            text.set(today);
        }
    });
    each_minute(look.clone(), Stored::new(None));
    // The timers of a tab that nobody sees may stand still.
    Stored::new(WindowListener::new("visibilitychange", move || look()));
    el("p").part("date").child(dynamic(move || text.get()))
}

/// Looks when the clock shows the next minute, which may be midnight, and so on while the current owner lives.
fn each_minute(look: Rc<dyn Fn()>, timer: Stored<Option<Timeout>>) {
    let left = MINUTE - platform::now().millis().rem_euclid(MINUTE);
    timer.set(Timeout::new(left as i32, move || {
        look();
        each_minute(look, timer);
    }));
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
    let label = spot.label.as_ref();
    let label = label.map(|label| theirs(state, el("p").class("spot-label"), None, label).child(label.as_str()));
    Some(el("aside").part("spot").maybe("aria-label", name).child(label).child(linked))
}
