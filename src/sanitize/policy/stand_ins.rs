//! What takes the place of elements that are never built: their words, or a link to what they would show. Pure.

use super::disarm::RENAMED;
use super::written::{Written, is, push, value};
use crate::markup::{Token, Tokens};

/// Elements that show what another site has: their names, the attribute that names it, and what its address begins with.
const PLAYERS: &[(&str, &str, &str)] = &[
    ("amp-dailymotion", "data-videoid", "https://www.dailymotion.com/video/"),
    ("amp-facebook", "data-href", ""),
    ("amp-instagram", "data-shortcode", "https://www.instagram.com/p/"),
    ("amp-twitter", "data-tweetid", "https://twitter.com/i/status/"),
    ("amp-vimeo", "data-videoid", "https://player.vimeo.com/video/"),
    ("amp-youtube", "data-videoid", "https://www.youtube.com/embed/"),
    ("embed", "src", ""),
    ("lite-youtube", "videoid", "https://www.youtube.com/embed/"),
];

/// Writes a frame in the place of the element `lower`, if it is one of those.
pub(super) fn player(out: &mut String, lower: &str, attributes: &Written) -> bool {
    let Some((_, named, before)) = PLAYERS.iter().find(|(name, ..)| *name == lower) else { return false };
    let id = value(attributes, named).filter(|id| !id.is_empty());
    id.iter().for_each(|id| frame(out, &[before, *id].concat(), value(attributes, "title")));
    id.is_some()
}

/// Writes what stands for an `object` that was just opened: nothing where it has words or elements of its own to fall back on.
pub(super) fn object(out: &mut String, attributes: &Written, tokens: &Tokens) {
    let mut ahead = tokens.clone();
    let has_content = ahead.find_map(|token| match token {
        Token::Text(text) => (!text.trim_ascii().is_empty()).then_some(true),
        Token::Open(tag) => (!is(tag.name, "param")).then_some(true),
        Token::Close(name) => is(name, "object").then_some(false),
        Token::Unfinished(_) => None,
    });
    let Some(data) = value(attributes, "data").filter(|_| has_content != Some(true)) else { return };
    if value(attributes, "type").is_some_and(|kind| kind.starts_with("image/")) {
        out.push_str("<img");
        push(out, "alt", value(attributes, "title").unwrap_or_default());
        push(out, "src", data);
        out.push('>');
    } else {
        frame(out, data, value(attributes, "title"));
    }
}

fn frame(out: &mut String, src: &str, title: Option<&str>) {
    let name = [RENAMED, "iframe"].concat();
    out.push('<');
    out.push_str(&name);
    push(out, "src", src);
    title.iter().for_each(|title| push(out, "title", title));
    out.push_str("></");
    out.push_str(&name);
    out.push('>');
}

/// Writes the words of a drawing: what it is called, and what is written in it.
pub(super) fn drawing(out: &mut String, attributes: &Written, inside: &str) {
    if value(attributes, "aria-hidden").is_some_and(|hidden| is(hidden, "true")) {
        return;
    }
    let mut label = value(attributes, "aria-label").unwrap_or_default().to_owned();
    let mut written = String::new();
    let (mut in_title, mut in_text) = (false, false);
    let mut tokens = Tokens::new(inside);
    while let Some(token) = tokens.next() {
        match token {
            Token::Text(text) if in_text => {
                written.push_str(text);
                written.push(' ');
            }
            Token::Text(text) if in_title => label.push_str(text),
            Token::Open(tag) if is(tag.name, "title") => in_title = label.is_empty(),
            Token::Open(tag) if is_text(tag.name) => in_text = true,
            Token::Open(tag) if is(tag.name, "style") || is(tag.name, "script") => {
                tokens.pass_raw_text(tag.name);
            }
            Token::Close(name) if is(name, "title") => in_title = false,
            Token::Close(name) if is_text(name) => in_text = false,
            _ => {}
        }
    }
    // A label often says what is written as well.
    let said = written.trim_ascii().as_bytes();
    let is_said = (1..100).contains(&said.len()) && label.as_bytes().windows(said.len()).any(|part| part == said);
    for words in [label.as_str(), if is_said { "" } else { &written }] {
        if !words.trim_ascii().is_empty() {
            out.push(' ');
            words.chars().for_each(|c| if c == '<' { out.push_str("&lt;") } else { out.push(c) });
            out.push(' ');
        }
    }
}

fn is_text(name: &str) -> bool {
    is(name, "text") || is(name, "foreignObject")
}

/// The element of HTML that one of AMP stands for, or `lower` itself.
pub(super) fn known(lower: &str) -> &str {
    match lower {
        "amp-img" | "amp-anim" => "img",
        "amp-video" => "video",
        "amp-audio" => "audio",
        "amp-iframe" => "iframe",
        _ => lower,
    }
}

/// How a picture belongs to its sentence, by the classes that programs give to emoji and formulas.
pub(super) fn in_line(attributes: &Written) -> Option<&'static str> {
    const EMOJI: [&str; 4] = ["emoji", "emoticon", "twemoji", "wp-smiley"];
    const FORMULA: [&str; 5] = ["inline", "latex", "math", "mwe-math-fallback-image-inline", "tex"];
    let classes = || value(attributes, "class").unwrap_or_default().split_ascii_whitespace();
    let has = |known: &[&str]| classes().any(|class| known.contains(&class));
    if has(&EMOJI) { Some("emoji") } else { has(&FORMULA).then_some("text") }
}

/// Whether a box to tick is one of a list of things to do, which nobody here can tick.
pub(super) fn is_task(attributes: &Written, in_new_item: bool) -> bool {
    value(attributes, "type").is_some_and(|kind| is(kind, "checkbox"))
        && (in_new_item || value(attributes, "disabled").is_some())
}
