//! The native ring: pure logic, in milliseconds.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod article;
mod codes;
mod comments;
mod config;
mod edition;
mod feed;
mod i18n;
mod json;
mod markup;
mod order;
mod ranking;
mod routing;
mod rules;
mod sanitize;
mod support;
mod words;
