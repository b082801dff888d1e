//! The article: headline, dek, byline, lead image, body, tags, attachments, share.

use super::{
    body::body,
    byline::byline,
    card::title,
    language::{in_its_language, theirs},
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
    let words = |element, text: &str| theirs(state, element, Some(item), text);
    let kicker = item.news.section.last().map(|name| {
        let kicker = words(el("p").class("kicker"), name);
        match state.section_href(name) {
            Some(href) => kicker.child(el("a").attr("data-to", "").attr("href", href).child(name.as_str())),
            None => kicker.child(name.as_str()),
        }
    });
    let title = title(state, item);
    let dek = item.summary.as_ref().filter(|text| !begins_with(&item.content, text));
    let dek = dek.map(|text| words(el("p").part("dek"), text).child(text.as_str()));
    let headline = words(heading(state, 0, "headline", title.as_str()), &title);
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
        .child(image.as_ref().map(|image| lead_image(state, item, image)))
        .child(body)
        .child(attachments(state, item))
        .child(tags(state, item))
}

fn tags(state: State, item: &Item) -> Option<El> {
    let item = item.clone();
    (!item.tags.is_empty()).then(|| {
        let list = el("ul").part("tags").attr("aria-label", state.messages().tags);
        let count = item.tags.len();
        let tag = move |at| {
            let tag: &String = item.tags.get(at)?;
            Some(theirs(state, el("li"), Some(&item), tag).child(tag.as_str()))
        };
        entries(state, list, "li", count, Box::new(tag))
    })
}
