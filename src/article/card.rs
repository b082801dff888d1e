//! An article as other pages show it.

use std::sync::Arc;

use crate::{
    feed::{Image, Item},
    i18n,
    platform::{self, DateStyle},
    view::{El, el},
    widget::{State, heading},
};

/// How much room a card has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardSize {
    /// The lead story: a large picture, and the dek.
    Lead,
    /// A picture above the headline.
    Small,
    /// The headline alone.
    Line,
}

/// The headline of `item`, linked where it has a page.
pub fn headline_link(state: State, item: &Item) -> El {
    let link = match state.item_href(item) {
        Some(href) => el("a").attr("data-to", item.id.as_str()).attr("href", href),
        None => el("span"),
    };
    in_its_language(state, link, item).child(title(state, item))
}

/// What `item` is called; one that says nothing, by its date.
pub fn title(state: State, item: &Item) -> String {
    let date = || Some(platform::format_date(item.date_published?, &state.locale(), DateStyle::Long));
    item.name().or_else(date).unwrap_or_else(|| state.messages().untitled.into())
}

/// `element` in the language and direction of `item`, where that is not what the widget itself speaks.
pub fn in_its_language(state: State, element: El, item: &Item) -> El {
    let feed = || state.edition().and_then(|edition| edition.feed.language.clone());
    let language = item.language.clone().or_else(feed).filter(|own| !own.eq_ignore_ascii_case(&state.language()));
    element.maybe("dir", language.as_deref().map(i18n::direction)).maybe("lang", language)
}

/// A card, its headline `depth` levels below the page's.
pub fn card(state: State, item: &Item, size: CardSize, depth: u8) -> El {
    let class = match size {
        CardSize::Lead => "card lead",
        CardSize::Small => "card",
        CardSize::Line => "card line",
    };
    let image = item.image.as_ref().filter(|_| size != CardSize::Line);
    // Without a title the summary's start is the headline.
    let summary = item.summary.clone().filter(|_| size != CardSize::Line && item.title.is_some());
    let text = el("div")
        .class("card-text")
        .child(item.news.section.first().cloned().map(|section| el("p").class("kicker").child(section)))
        .child(heading(state, depth, "card-title", headline_link(state, item)))
        .child(summary.map(|text| el("p").class("card-dek").child(text)))
        .child(meta(state, item));
    in_its_language(state, el("article"), item)
        .class(class)
        .attr("part", "card")
        .child(image.map(|image| picture(image, size == CardSize::Lead)))
        .child(text)
}

/// Cards in a list.
pub fn card_list(state: State, items: &[Arc<Item>], size: CardSize, depth: u8) -> El {
    let rows: Vec<El> = items.iter().map(|item| el("li").child(card(state, item, size, depth))).collect();
    el("ul").class(if size == CardSize::Line { "lines" } else { "cards" }).child(rows)
}

/// The date, and how many comments.
fn meta(state: State, item: &Item) -> El {
    let (language, locale) = (state.language(), state.locale());
    let date = item
        .date_published
        .map(|date| el("span").attr("dir", "auto").child(platform::format_date(date, &locale, DateStyle::Medium)));
    let comments = Some(item.comment_count()).filter(|count| *count > 0).map(|count| {
        let text = (state.messages().comment_count)(count, &platform::format_number(count, &locale));
        el("span").class("card-comments").attr("dir", "auto").child(text)
    });
    // Here the widget speaks, in an article that may go the other way.
    el("p").class("meta").attr("lang", language).child(date).child(comments)
}

/// A picture in a box of fixed shape: a card's space is known before its picture is here. It says nothing that the headline
/// does not, so it is no second stop for a screen reader. `src` comes last: by then the browser knows how to load it.
fn picture(image: &Image, eager: bool) -> El {
    el("img")
        .class("card-picture")
        .attr("alt", "")
        .attr("loading", if eager { "eager" } else { "lazy" })
        .attr("decoding", "async")
        .attr("src", image.url.to_string())
}
