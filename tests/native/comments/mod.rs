//! Tests of `comments`.
