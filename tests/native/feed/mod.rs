//! Tests of `feed`.
