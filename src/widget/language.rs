//! The language that the widget speaks.

use std::sync::Arc;

use web_sys::HtmlElement;

use super::{Config, Failure, Load};
use crate::{
    feed::Edition,
    platform,
    view::{Memo, Signal},
};

/// Canonical BCP 47: what the attribute says, else the feed, else the page around the element, else English.
pub fn follow(
    host: &HtmlElement,
    config: Signal<Arc<Config>>,
    edition: Signal<Load<Arc<Edition>, Failure>>,
) -> Memo<String> {
    let around = of_page(host);
    Memo::new(move |_| {
        let wanted = config.with(|config| config.language.clone());
        let feed = edition.with(|edition| edition.ready().and_then(|edition| edition.feed.language.clone()));
        let known = [wanted, feed, around.clone()].into_iter().flatten();
        known.filter_map(|tag| platform::canonical_language(&tag)).next().unwrap_or_else(|| "en".into())
    })
}

/// The language with the region whose dates and numbers the reader knows: the one that the attribute names, else the reader's
/// own. A feed says `en` or `en-US` and means no more than English.
pub fn regional(config: Signal<Arc<Config>>, language: Memo<String>) -> Memo<String> {
    Memo::new(move |_| {
        let written = config.with(|config| config.language.clone()).unwrap_or_default();
        platform::of_reader(language.get(), &written)
    })
}

/// The language that the page around the element declares.
fn of_page(host: &HtmlElement) -> Option<String> {
    host.parent_element()?.closest("[lang]").ok()??.get_attribute("lang")
}
