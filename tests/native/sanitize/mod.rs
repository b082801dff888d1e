//! Tests of `sanitize`.

mod addresses;
mod lists;
mod nesting;
mod players;
mod properties;
mod text;
