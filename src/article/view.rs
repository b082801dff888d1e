//! The article: headline, dek, byline, lead image, body, tags, attachments, share.

use super::{
    body::body,
    byline::byline,
    card::{in_its_language, title},
    media::{attachments, lead_image},
    model::begins_with,
    pictures::take_lead,
    share::share,
};
use wasm_bindgen::JsCast;

use crate::{
    feed::Item,
    i18n,
    view::{El, el},
    widget::{State, entries, heading},
};

/// One article, in its own language and direction.
pub fn article(state: State, item: &Item) -> El {
    let kicker = item.news.section.last().cloned().map(|name| match state.section_href(&name) {
        Some(href) => el("p").class("kicker").child(el("a").attr("data-to", "").attr("href", href).child(name)),
        None => el("p").class("kicker").child(name),
    });
    let repeats = |text: &String| begins_with(&item.content, text);
    let dek = item.summary.clone().filter(|text| !repeats(text)).map(|text| el("p").part("dek").child(text));
    let headline = heading(state, 0, "headline", title(state, item));
    // Without a title nobody sees a headline: the text says it all. The page has a heading still, for screen readers.
    let headline = if item.title.is_some() { headline } else { headline.class("hidden") };
    // Here the widget speaks, not the article.
    let language = state.language();
    let byline_row = el("div").class("byline-row").attr("dir", i18n::direction(&language)).attr("lang", language);
    let byline_row = byline_row.child(byline(state, item)).child(share(state, item));
    let header = el("header").child(kicker).child(headline).child(dek).child(byline_row);
    let (mut image, body) = (item.image.clone(), body(state, item));
    if let (Some(image), Some(body)) = (&mut image, &body) {
        let bases = [state.base_url(), state.content_base(item.url.as_ref())];
        take_lead(body.node().unchecked_ref(), image, bases.each_ref().map(String::as_str));
    }
    in_its_language(state, el("article"), item)
        .part("article")
        .child(header)
        .child(image.as_ref().map(lead_image))
        .child(body)
        .child(attachments(state, item))
        .child(tags(state, item))
}

fn tags(state: State, item: &Item) -> Option<El> {
    let tags = item.tags.clone();
    (!tags.is_empty()).then(|| {
        let list = el("ul").part("tags").attr("aria-label", state.messages().tags);
        entries(state, list, "li", tags.len(), Box::new(move |at| Some(el("li").child(tags.get(at)?.clone()))))
    })
}
