//! Tests of `sanitize`.
