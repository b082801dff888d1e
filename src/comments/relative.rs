//! How long ago something was, in the unit that people use. Pure.

use crate::feed::{Date, Precision};

/// A time ago, for [`Intl.RelativeTimeFormat`](https://tc39.es/ecma402/#relativetimeformat-objects).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ago {
    /// How many; never more than 0.
    pub value: i32,
    /// Of which unit.
    pub unit: &'static str,
}

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// How long before `now` that was; `None` where a date says more: after a month, for a day without a time, and in a future
/// beyond what clocks differ by.
pub fn ago(date: Date, now: Date) -> Option<Ago> {
    let passed = now.millis().saturating_sub(date.millis());
    if date.precision() == Precision::Day || !(-HOUR..30 * DAY).contains(&passed) {
        return None;
    }
    let (length, unit) = match passed {
        ..MINUTE => return Some(Ago { value: 0, unit: "second" }),
        MINUTE..HOUR => (MINUTE, "minute"),
        HOUR..DAY => (HOUR, "hour"),
        DAY.. => (DAY, "day"),
    };
    i32::try_from(passed / length).ok().map(|count| Ago { value: -count, unit })
}
