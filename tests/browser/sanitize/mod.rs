//! The walk, in a real engine.

mod attacks;
mod cases;
mod honest;
mod limits;
mod parsers;
mod plain;
mod support;
