//! The pure parts, by example.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic)] // helpers outside #[test], too

mod comment;
mod http;
mod settings;
mod small;
mod widget;

#[path = "../../../../src/comments/text.rs"]
mod widget_text;
/// The widget's own rules for text, as its form applies them: the server is held to them.
#[path = "../../../../src/words.rs"]
#[allow(dead_code)]
mod words;
