//! The walk, in a real engine.

mod honest;
mod plain;
mod support;
