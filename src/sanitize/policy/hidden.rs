//! What the publisher's own page does not show, and furniture that programs put around a text. Pure.

use super::written::{Written, is, value};

/// Classes by which content systems hide words from sight, or mark what belongs to their own page: the buttons that share
/// it, and lists of other articles. Sorted.
#[rustfmt::skip]
const CLASSES: &[&str] = &[
    "addtoany_content", "addtoany_share_save_container", "crp_related", "essb_links", "heateor_sss_sharing_container",
    "jp-relatedposts", "katex-html", "screen-reader-text", "sd-sharing", "share-buttons", "sharedaddy", "shariff",
    "social-share", "sr-only", "ssba", "visually-hidden", "visuallyhidden", "wp-block-jetpack-sharing-buttons",
    "wp-block-social-links", "yarpp-related",
];

/// Whether a browser would not show an element with these attributes. `aria-hidden` alone hides nothing from the eye, but in
/// a button it is the sign beside the words.
pub(super) fn is_hidden(written: &Written, in_button: bool) -> bool {
    written.iter().any(|(name, value)| {
        // `until-found` is content that a search in the page opens.
        is(name, "hidden") && !is(value, "until-found")
            || is(name, "style") && hides(value)
            || is(name, "class") && value.split_ascii_whitespace().any(|class| CLASSES.binary_search(&class).is_ok())
            || is(name, "aria-hidden") && in_button && is(value, "true")
            // What AMP shows while, or where, a component does not come.
            || value.is_empty() && (is(name, "placeholder") || is(name, "fallback"))
    })
}

/// Whether a style takes an element out of sight. One of no height may have room by its padding, as around players.
fn hides(style: &str) -> bool {
    let style = squeezed(style);
    let has = |wanted: &[&str]| style.split(';').any(|one| wanted.contains(&one));
    let begins = |wanted: &[&str]| style.split(';').any(|one| wanted.iter().any(|wanted| one.starts_with(wanted)));
    has(&["display:none", "visibility:hidden"])
        || begins(&["left:-999", "text-indent:-999", "top:-999"])
        || has(&["overflow:hidden"])
            && has(&["height:0", "height:0px", "max-height:0", "max-height:0px"])
            && !style.split(';').any(|one| one.starts_with("padding") && one.contains('%'))
}

/// Whether these attributes make words too small to be seen. What is in it may be larger again: mail programs need that.
pub(super) fn is_tiny(written: &Written) -> bool {
    value(written, "style")
        .is_some_and(|style| squeezed(style).split(';').any(|one| matches!(one, "font-size:0" | "font-size:0px")))
}

/// Whether a picture or a frame is there to be asked for, not to be seen.
pub(super) fn is_dot(written: &Written) -> bool {
    ["width", "height"]
        .iter()
        .all(|side| value(written, side).is_some_and(|size| matches!(size, "0" | "1" | "0px" | "1px")))
}

/// A style in small letters, without white space and weights.
fn squeezed(style: &str) -> String {
    let mut squeezed = String::new();
    for one in style.split(';') {
        let one = one.split('!').next().unwrap_or_default();
        squeezed.extend(one.chars().filter(|c| !c.is_ascii_whitespace()).map(|c| c.to_ascii_lowercase()));
        squeezed.push(';');
    }
    squeezed
}
