//! The calendar. Pure.

use super::{Date, Precision};

/// Hours, minutes, seconds and milliseconds of a day.
#[derive(Clone, Copy, Default)]
pub(super) struct Clock {
    pub(super) hour: i64,
    pub(super) minute: i64,
    pub(super) second: i64,
    pub(super) millis: i64,
}

/// A day of the calendar as a [`Date`]; `None` when the calendar has no such day.
pub(super) fn day(year: i64, month: i64, day: i64) -> Option<Date> {
    if day < 1 || day > days_in_month(year, month)? {
        return None;
    }
    Some(Date { millis: days_from_civil(year, month, day) * 86_400_000, precision: Precision::Day })
}

/// The moment when the clock of a zone, `offset` minutes ahead of UTC, shows `clock` on `day`.
pub(super) fn moment(day: Date, clock: Clock, offset: i64) -> Option<Date> {
    // A leap second, `:60`, is the first second of the next minute: no clock that a reader looks at knows better.
    if clock.hour > 23 || clock.minute > 59 || clock.second > 60 {
        return None;
    }
    let seconds = (clock.hour * 60 + clock.minute - offset) * 60 + clock.second;
    Some(Date::from_millis(day.millis + seconds * 1000 + clock.millis))
}

fn days_in_month(year: i64, month: i64) -> Option<i64> {
    Some(match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        1..=12 => 31,
        _ => return None,
    })
}

/// Days since 1970-01-01 in the proleptic Gregorian calendar: Howard Hinnant's `days_from_civil`
/// (<https://howardhinnant.github.io/date_algorithms.html#days_from_civil>). A date crate would weigh more than the reader.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    // Years begin in March, so that a leap day is the last day of its year.
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}
