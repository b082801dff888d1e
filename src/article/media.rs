//! Pictures, sound and films that belong to the article.

use super::{
    MediaKind,
    language::theirs,
    media_kind,
    space::{is_portrait, space},
};
use crate::{
    feed::{Attachment, Image, Item},
    sanitize::policy::weight,
    view::{El, el},
    widget::{State, entries, heading, spend},
    words::both,
};

/// The lead image with caption and credit. It is wanted at once; its size, or else the style sheet, reserves its space.
pub fn lead_image(state: State, item: &Item, image: &Image) -> El {
    let class = if image.size.is_some_and(is_portrait) { "lead-picture portrait" } else { "lead-picture" };
    let picture = sized(image, class, "lead-picture unsized").attr("fetchpriority", "high");
    let caption = image.caption.as_ref().map(|text| el("span").child(text.as_str()));
    let credit = image.credit.as_ref();
    let credit = credit.map(|text| theirs(state, el("span").class("credit"), Some(item), text).child(text.as_str()));
    let text = image.caption.as_ref().or(image.credit.as_ref());
    let text =
        text.map(|text| theirs(state, el("figcaption"), Some(item), text).child(caption).child(" ").child(credit));
    el("figure")
        .class("lead-figure")
        .attr("part", "figure")
        .child(picture.attr("src", image.url.to_string()))
        .child(text)
}

/// An `img` that knows its space, but not yet its address: `src` comes last.
pub fn sized(image: &Image, class: &'static str, unsized_class: &'static str) -> El {
    let picture = el("img").attr("alt", image.alt.clone().unwrap_or_default()).attr("decoding", "async");
    match image.size.and_then(space) {
        Some((width, height)) => {
            picture.class(class).attr("width", width.to_string()).attr("height", height.to_string())
        }
        None => picture.class(unsized_class),
    }
}

/// Attachments: played where the browser can, linked otherwise. Nothing is fetched before the reader asks.
pub fn attachments(state: State, item: &Item) -> Option<El> {
    let files = item.attachments.clone();
    (!files.is_empty()).then(|| {
        el("section")
            .part("attachments")
            .child(heading(state, 1, "attachments-title", state.say(state.messages().attachments)))
            .child(entries(state, el("ul"), "li", files.len(), Box::new(move |at| files.get(at).map(one))))
    })
}

fn one(attachment: &Attachment) -> El {
    let url = attachment.url.to_string();
    let name = attachment.title.clone().unwrap_or_else(|| file_name(&url).to_owned());
    let player = |tag| {
        spend(weight(tag));
        el(tag).attr("controls", "").attr("preload", "none").attr("aria-label", name.clone())
    };
    let shown = match media_kind(&attachment.mime_type, &url) {
        MediaKind::Audio => Some(player("audio")),
        MediaKind::Video => Some(player("video").attr("playsinline", "")),
        MediaKind::Picture => {
            Some(el("img").attr("alt", name.clone()).attr("loading", "lazy").attr("decoding", "async"))
        }
        MediaKind::File => None,
    };
    let details = both(attachment.duration.map(duration), ", ", attachment.size.map(size));
    let link = el("a").attr("rel", "noopener").attr("href", url.clone()).attr("dir", "auto").child(name);
    el("li")
        .child(el("p").child(link).child(" ").child(el("span").class("meta").attr("dir", "ltr").child(details)))
        .child(shown.map(|shown| shown.attr("src", url)))
}

fn file_name(url: &str) -> &str {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let path = path.trim_end_matches('/');
    path.bytes().rposition(|byte| byte == b'/').and_then(|at| path.get(at + 1..)).unwrap_or(url)
}

/// `1:02:03`, or `2:03`.
fn duration(seconds: u64) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// In kB or MB (SI), whole numbers: nobody needs more to decide whether to load it.
fn size(bytes: u64) -> String {
    if bytes < 1_000_000 { format!("{} kB", bytes.div_ceil(1000)) } else { format!("{} MB", bytes.div_ceil(1_000_000)) }
}
