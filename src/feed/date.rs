//! Dates as feeds write them. Pure.

mod civil;
mod rfc3339;
mod rfc822;
mod zone;

/// How much of a date the feed gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// A calendar day: shown as it is, in no time zone.
    Day,
    /// A moment, shown in the reader's time zone.
    Time,
}

/// A moment or a calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    millis: i64,
    precision: Precision,
}

impl Date {
    /// A moment, in milliseconds since 1970-01-01T00:00:00Z, as `Date.now()` counts.
    pub fn from_millis(millis: i64) -> Self {
        Self { millis, precision: Precision::Time }
    }

    /// Reads a date as feeds write it: RFC 3339, then the same without seconds or without a zone (UTC is meant, as far as
    /// anybody can tell), the day alone, and RFC 822, the form of e-mail and RSS.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        rfc3339::parse(text.as_bytes()).or_else(|| rfc822::parse(text))
    }

    /// Milliseconds since 1970-01-01T00:00:00Z; for a [`Precision::Day`] the day's start in UTC.
    pub fn millis(self) -> i64 {
        self.millis
    }

    /// Whether a moment or only a day is known.
    pub fn precision(self) -> Precision {
        self.precision
    }
}
