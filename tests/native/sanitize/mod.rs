//! Tests of `sanitize`.

mod addresses;
mod disarm;
mod lists;
mod nesting;
mod players;
mod properties;
mod slices;
mod text;
