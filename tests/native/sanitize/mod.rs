//! Tests of `sanitize`.

mod addresses;
