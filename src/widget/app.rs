//! The root of the views: which page, which state of it, and what surrounds it.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{
    Config, Failure, Load, Page, State, layout, message,
    visit::{self, Visit, Whereabouts},
};
use crate::{
    article::settled,
    feed::Feed,
    i18n, platform,
    sanitize::policy::ID_PREFIX,
    view::{El, Memo, Text, dynamic, el},
};

/// Everything inside the shadow root. `has_fallback` tells whether the publisher gave children to show until the widget can:
/// then no skeleton is drawn.
pub fn app(state: State, has_fallback: bool) -> El {
    let page = Memo::new(move |_| state.page());
    visit::follow(state, page);
    // What a page is drawn anew for. Articles that arrive later are not: the lists that show them follow by themselves, and
    // what the reader is at stays as it is. A memo, since an effect that reads a signal as well as memos runs at each
    // change of what the memos read.
    let frame = Memo::new(move |_| Frame {
        feed: state.edition.with(|edition| edition.ready().map(|edition| edition.feed.clone())),
        config: state.config.get(),
        language: state.language(),
    });
    let mut place = Whereabouts::default();
    let view = dynamic(move || {
        frame.with(|_| ()); // `track` alone would leave it as it was
        let page = page.get();
        match &page {
            Load::Ready(page) => {
                if place.arrive(state, page) == Visit::Stays {
                    platform::keep_scroll(&state.root());
                }
            }
            _ => place.leave(state),
        }
        untrack(|| draw(state, page, has_fallback))
    });
    let said =
        el("p").class("hidden").attr("role", "status").child(dynamic(move || state.say(&state.announcement.get())));
    let page = el("div")
        .part("page")
        .follow("lang", move || Some(state.language().into()))
        .follow("dir", move || Some(Text::from(i18n::direction(&state.language()))))
        .follow("aria-busy", move || page.with(Load::is_waiting).then_some("true".into()))
        .on("click", move |event| navigate(state, &event))
        .on_inside("load", settled)
        .on_inside("error", settled)
        .child(view)
        .child(said);
    let fallback = dynamic(move || (!state.painted.get()).then(|| el("slot")));
    el("div").class("ground").child(el("div").class("room").child(page).child(fallback))
}

/// What a page is drawn anew for.
struct Frame {
    feed: Option<Arc<Feed>>,
    config: Arc<Config>,
    language: String,
}

impl PartialEq for Frame {
    /// Which answer it was, not what was in it: comparing two feeds would be work for nothing.
    fn eq(&self, other: &Self) -> bool {
        self.feed.as_ref().map(Arc::as_ptr) == other.feed.as_ref().map(Arc::as_ptr)
            && Arc::ptr_eq(&self.config, &other.config)
            && self.language == other.language
    }
}

fn draw(state: State, page: Load<Page, Failure>, has_fallback: bool) -> Option<El> {
    // The publisher's own words stand in the place of empty boxes, until there has been something better.
    let boxes = !has_fallback || state.painted.get();
    match page {
        Load::Waiting => boxes.then(|| message::skeleton(state, false)),
        Load::Slow if boxes => Some(message::skeleton(state, true)),
        Load::Slow => Some(message::slow(state)),
        Load::Failed(failure) => Some(failed(state, &failure)),
        Load::Ready(page) => shown(state, page),
    }
}

fn failed(state: State, failure: &Failure) -> El {
    let retry = failure.can_retry().then_some(move || state.load());
    message::failure(state, failure.message(), retry)
}

/// The page. That of a site is not ready before the site's code is.
fn shown(state: State, page: Page) -> Option<El> {
    Some(match page {
        Page::Front => (state.site()?.front)(state),
        Page::Section(name) => (state.site()?.section)(state, &name),
        Page::Article(item) => layout::article(state, &item),
        Page::NotFound => layout::site(state, (state.site()?.not_found)(state)),
        Page::Empty => message::empty(state),
    })
}

/// Which place of the open article a whole address names.
fn place_in(state: State, href: &str) -> Option<String> {
    let (page, place) = href.split_once('#')?;
    let Some(Page::Article(item)) = untrack(|| state.page()).ready().cloned() else { return None };
    let own = item.url.as_ref()?.as_str().split('#').next()?;
    (page.trim_end_matches('/') == own.trim_end_matches('/')).then(|| place.to_owned())
}

/// Offers a click on one of our links to the host first: its router may take over.
fn navigate(state: State, event: &web_sys::Event) {
    let Some(click) = event.dyn_ref::<web_sys::MouseEvent>() else { return };
    let plain = click.button() == 0 && !(click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key());
    let target = click.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let Some(link) = target.and_then(|target| target.closest("a[href]").ok().flatten()) else { return };
    if !plain || click.default_prevented() {
        return;
    }
    let attribute = |name| link.get_attribute(name).unwrap_or_default();
    if let Some(fragment) = attribute("href").strip_prefix('#').filter(|id| id.starts_with(ID_PREFIX)) {
        // The address bar does not reach into a shadow root: links within a text are followed here.
        click.prevent_default();
        if !platform::go_to_id(&state.root(), fragment) && fragment.strip_prefix(ID_PREFIX) == Some("top") {
            platform::scroll_to_element(&state.host());
        }
        return;
    }
    if let Some(place) = place_in(state, &attribute("href"))
        && platform::go_to_id(&state.root(), &[ID_PREFIX, &place].concat())
    {
        return click.prevent_default();
    }
    if !link.has_attribute("data-to") {
        return;
    }
    let url = platform::resolve(&attribute("href"), &state.host());
    let host = state.host();
    if platform::dispatch(&host, "news-widget:navigate", true, &[("id", &attribute("data-to")), ("url", &url)]) {
        if let Some(site) = untrack(|| state.site()) {
            (site.remember_place)(state);
        }
    } else {
        click.prevent_default();
    }
}
