//! Tests of `sanitize`.

mod addresses;
mod lists;
mod nesting;
mod text;
