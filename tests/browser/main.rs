//! The browser ring: what needs a real engine, in wasm.
#![cfg(target_arch = "wasm32")]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

mod platform;
mod sanitize;
mod support;
mod view;
mod widget;
