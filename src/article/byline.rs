//! Who wrote it and when.

use super::reading_minutes;
use crate::{
    feed::{Author, Date, Item},
    platform::{self, DateStyle},
    view::{El, el},
    widget::{State, entries},
};

/// A change within this many milliseconds of publication is part of publishing.
const SAME_EDITION: i64 = 60_000;

/// Authors, dates and reading time.
pub fn byline(state: State, item: &Item) -> El {
    let messages = state.messages();
    let language = state.locale();
    let avatar = item.authors.iter().find_map(|author| author.avatar.as_ref()).map(|url| avatar(url.to_string()));
    let named: Vec<Author> = item.authors.iter().filter(|author| author.name.is_some()).cloned().collect();
    let authors = (!named.is_empty()).then(|| {
        let count = named.len();
        let names = el("span").class("names");
        let names = entries(state, names, "span", count, Box::new(move |at| named.get(at).and_then(author)));
        el("p").class("authors").child(state.say(messages.by)).child(" ").child(names)
    });
    let published = item.date_published.map(|date| el("span").class("published").child(time(date, &language)));
    let updated = item.date_modified.filter(|modified| is_later(*modified, item.date_published));
    let updated = updated.map(|date| {
        el("span").class("updated").child(state.say(messages.updated)).child(" ").child(time(date, &language))
    });
    let reading = reading_minutes(item).map(|minutes| {
        let sentence = (messages.reading_time)(&state.number(minutes as u64));
        el("span").class("reading-time").child(state.say(&sentence))
    });
    let meta = el("p").class("meta").child(published).child(updated).child(reading);
    el("div").part("byline").child(avatar).child(el("div").child(authors).child(meta))
}

fn avatar(url: String) -> El {
    el("img")
        .class("avatar")
        .attr("alt", "")
        .attr("width", "48")
        .attr("height", "48")
        .attr("loading", "lazy")
        .attr("decoding", "async")
        .attr("src", url)
}

fn author(author: &Author) -> Option<El> {
    // Commas stand between names, and outside of each: a name goes its own way.
    let name = el("bdi").child(author.name.as_deref()?);
    Some(match &author.url {
        Some(url) => el("a").attr("rel", "author noopener").attr("href", url.to_string()).child(name),
        None => el("span").child(name),
    })
}

fn time(date: Date, language: &str) -> El {
    let text = platform::format_date(date, language, DateStyle::LongWithTime);
    el("time").attr("datetime", platform::iso(date)).child(text)
}

fn is_later(modified: Date, published: Option<Date>) -> bool {
    published.is_none_or(|published| modified.millis() - published.millis() > SAME_EDITION)
}
