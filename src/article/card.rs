//! An article as other pages show it.

use std::sync::Arc;

use super::language::{in_its_language, theirs};
use crate::{
    feed::{Image, Item},
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
    let title = title(state, item);
    theirs(state, link(state, item), Some(item), &title).child(title)
}

fn link(state: State, item: &Item) -> El {
    match state.item_href(item) {
        Some(href) => el("a").attr("data-to", item.id.as_str()).attr("href", href),
        None => el("span"),
    }
}

/// What `item` is called; one that says nothing, by its date.
pub fn title(state: State, item: &Item) -> String {
    let date = || Some(platform::format_date(item.date_published?, &state.locale(), DateStyle::Long));
    item.name().or_else(date).unwrap_or_else(|| state.messages().untitled.into())
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
    let summary = item.summary.as_ref().filter(|_| size != CardSize::Line && item.title.is_some());
    let words = |element, text: &str| theirs(state, element, Some(item), text);
    let title = title(state, item);
    let headline = heading(state, depth, "card-title", link(state, item).child(title.as_str()));
    let text = el("div")
        .class("card-text")
        .child(item.news.section.first().map(|name| words(el("p").class("kicker"), name).child(name.as_str())))
        .child(words(headline, &title))
        .child(summary.map(|text| words(el("p").class("card-dek"), text).child(text.as_str())))
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
        let text = (state.messages().comment_count)(count, &state.number(count));
        el("span").class("card-comments").child(state.say(&text))
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
