//! Tests of the walk in a real engine.
