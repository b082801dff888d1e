//! The levels of a body's headings. Pure.

use super::Policy;
use crate::markup::{Token, Tokens};

const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/// How many levels the headings of `markup`, which is [disarmed](super::disarm()), go down, so that the highest has the level
/// that the policy asks for.
///
/// It is read off the markup, not off what was made of it: parsers leave out different things that are not shown. Every
/// heading that can come out is counted, so what comes out is not moved again.
pub fn heading_shift(markup: &str, policy: &Policy) -> usize {
    let top = usize::from(policy.top_heading()) - 1;
    let level = |token| {
        let Token::Open(tag) = token else { return None };
        HEADINGS.iter().position(|heading| heading.eq_ignore_ascii_case(tag.name))
    };
    top.saturating_sub(Tokens::new(markup).filter_map(level).min().unwrap_or(top))
}

/// The heading `name`, `shift` levels down, `h6` at the lowest; other names as they are.
pub fn lower(name: &'static str, shift: usize) -> &'static str {
    let level = HEADINGS.iter().position(|heading| *heading == name);
    level.and_then(|level| HEADINGS.get((level + shift).min(5))).copied().unwrap_or(name)
}

/// Whether `name` is one of `h1` to `h6`.
pub(super) fn is_heading(name: &str) -> bool {
    HEADINGS.contains(&name)
}
