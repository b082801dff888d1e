//! Tests of `sanitize`.

mod addresses;
mod lists;
mod nesting;
mod properties;
mod text;
