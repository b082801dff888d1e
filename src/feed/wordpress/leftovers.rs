//! What plugins and themes leave in a post that is for the site's own pages. Pure.

use crate::{
    bounds::{SHORTCODE, SUMMARY},
    feed::plain_text,
    markup::{Tag, Token, Tokens, is_raw_text},
    words::start,
};

/// Shortcodes by name, or by how their names begin. What their plugin would have made of them is gone; what stands between two
/// of them stays.
const SHORTCODES: [&str; 8] =
    ["audio", "caption", "contact-form-7", "embed", "gallery", "playlist", "video", "wp_caption"];
const FAMILIES: [&str; 8] = ["av_", "cs_", "et_pb_", "fusion_", "kc_", "su_", "vc_", "wpb_"];

/// Classes of the link that leads from an excerpt to the post.
const MORE: [&str; 5] = ["more", "more-link", "moretag", "read-more", "readmore"];

/// The HTML of a post without shortcodes, but for those that code quotes, and without links to the post itself.
pub(super) fn body(html: &str) -> String {
    without(html, None)
}

/// An excerpt's plain text; `link` is the post's own address.
pub(super) fn excerpt(html: &str, link: Option<&str>) -> Option<String> {
    let mut text = start(&plain_text(&without(html, link)), SUMMARY).to_owned();
    for (at, _) in text.clone().char_indices() {
        let (before, after) = text.split_at_checked(at)?;
        if !after.starts_with('…') && !after.starts_with("...") {
            continue;
        }
        let after = after.trim_start_matches(['…', '.', ' ', ']']);
        let says_more = ["Continue reading", "Read more", "Read the rest"]
            .iter()
            .any(|more| after.get(..more.len()).is_some_and(|start| start.eq_ignore_ascii_case(more)));
        // `[…]`, which WordPress puts where it cuts a text.
        if says_more || after.is_empty() && before.ends_with('[') {
            text = [before.trim_end_matches([' ', '[']), "…"].concat();
            break;
        }
    }
    (!text.is_empty()).then_some(text)
}

fn without(html: &str, link: Option<&str>) -> String {
    let mut out = String::with_capacity(html.len());
    let mut tokens = Tokens::new(html);
    let (mut from, mut code) = (0, 0_usize);
    while let Some(token) = tokens.next() {
        let is_left_out = match token {
            Token::Open(tag) if is_raw_text(tag.name) => {
                tokens.pass(tag.name);
                false
            }
            Token::Open(tag) if is_more(tag, link) || is_for_ears(tag) => tokens.pass_element(tag),
            _ => false,
        };
        let to = html.len() - tokens.left();
        let raw = html.get(from..to).unwrap_or_default();
        from = to;
        match token {
            _ if is_left_out => {}
            Token::Text(_) if code == 0 => without_shortcodes(&mut out, raw),
            _ => out.push_str(raw),
        }
        match token {
            Token::Open(tag) if is_code(tag.name) => code += 1,
            Token::Close(name) if is_code(name) => code = code.saturating_sub(1),
            _ => {}
        }
    }
    out
}

fn is_code(name: &str) -> bool {
    name.eq_ignore_ascii_case("code") || name.eq_ignore_ascii_case("pre")
}

fn has_class(tag: Tag, classes: &[&str]) -> bool {
    tag.value("class").is_some_and(|own| own.split(' ').any(|class| classes.contains(&class)))
}

/// Whether a link leads on to the post.
fn is_more(tag: Tag, link: Option<&str>) -> bool {
    let leads = || tag.value("href").zip(link).is_some_and(|(href, link)| href.starts_with(link));
    tag.name.eq_ignore_ascii_case("a") && (has_class(tag, &MORE) || leads())
}

fn is_for_ears(tag: Tag) -> bool {
    has_class(tag, &["screen-reader-text"])
}

fn without_shortcodes(out: &mut String, mut text: &str) {
    while let Some((before, after)) = text.split_once('[') {
        out.push_str(before);
        match start(after, SHORTCODE).split_once(']').filter(|(inside, _)| is_shortcode(inside)) {
            Some((inside, _)) => text = after.get(inside.len() + 1..).unwrap_or_default(),
            None => {
                out.push('[');
                text = after;
            }
        }
    }
    out.push_str(text);
}

/// Whether that stands in the brackets of a shortcode: a known name, or `name key="value"`. Not `sic`, and not `1`.
fn is_shortcode(inside: &str) -> bool {
    let inside = inside.strip_prefix('/').unwrap_or(inside);
    let is_name = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b'-');
    let length = inside.bytes().take_while(|byte| is_name(*byte)).count();
    let Some((name, rest)) = inside.split_at_checked(length) else { return false };
    let is_known = SHORTCODES.contains(&name) || FAMILIES.iter().any(|family| name.starts_with(family));
    let is_quoted = |value: &str| value.starts_with(['"', '\'', '”', '“', '″', '’', '&']);
    let has_values = rest.split_once('=').is_some_and(|(key, value)| !key.ends_with(' ') && is_quoted(value));
    // `[]`, and a sentence in brackets, are none.
    !name.is_empty() && (rest.is_empty() || rest.starts_with([' ', '/', '\n'])) && (is_known || has_values)
}
