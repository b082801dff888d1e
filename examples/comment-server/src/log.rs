//! What the server says of itself: a line of JSON on the standard error for each event.
//!
//! Nothing of a reader is in it: no network address, no name, no text, no address that was asked for. The id of a comment
//! is one by chance and leads to nobody.

use std::io::Write;

use serde_json::{Map, Value};

use crate::date;

/// How much an event matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// As it should be.
    Info,
    /// Somebody should look.
    Error,
}

/// Writes one event. A log that cannot be written is no reason to stop serving.
pub fn event(level: Level, name: &str, fields: &[(&str, Value)]) {
    let line = line(level, name, fields, date::now());
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

/// The line.
pub fn line(level: Level, name: &str, fields: &[(&str, Value)], now: i64) -> String {
    let mut object = Map::new();
    object.insert("time".into(), date::rfc3339(now).into());
    object.insert("level".into(), if level == Level::Info { "info" } else { "error" }.into());
    object.insert("event".into(), name.into());
    object.extend(fields.iter().map(|(name, value)| ((*name).to_owned(), value.clone())));
    Value::Object(object).to_string()
}
