//! Headings, whose level depends on where the publisher puts the widget.

use super::State;
use crate::view::{Child, El, el};

/// A heading `depth` levels below the headline (0 is the headline itself), with the class and `::part` name `name`.
///
/// The headline can take focus from a script: that is how a change of page is told to a screen reader.
pub fn heading(state: State, depth: u8, name: &'static str, content: impl Child) -> El {
    let tag = match state.heading_level().saturating_add(depth) {
        0 | 1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    };
    el(tag).part(name).maybe("tabindex", (depth == 0).then_some("-1")).child(content)
}
