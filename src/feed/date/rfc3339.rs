//! `2026-01-19T08:30:00+02:00`, and less of it. Pure.

use super::{
    Date,
    civil::{self, Clock},
    zone,
};

/// Reads RFC 3339 (either case, `T` or a space, any fraction), without seconds, without a zone, or the day alone.
pub(super) fn parse(text: &[u8]) -> Option<Date> {
    let (year, rest) = digits(text, 4)?;
    let (month, rest) = digits(rest.strip_prefix(b"-")?, 2)?;
    let (day, rest) = digits(rest.strip_prefix(b"-")?, 2)?;
    let day = civil::day(year, month, day)?;
    match rest {
        [] => Some(day),
        [b'T' | b't' | b' ', rest @ ..] => time(day, rest),
        _ => None,
    }
}

fn time(day: Date, text: &[u8]) -> Option<Date> {
    let mut clock = Clock::default();
    let mut rest = text;
    (clock.hour, rest) = digits(rest, 2)?;
    (clock.minute, rest) = digits(rest.strip_prefix(b":")?, 2)?;
    if let Some(seconds) = rest.strip_prefix(b":") {
        (clock.second, rest) = digits(seconds, 2)?;
        if let Some(fraction) = rest.strip_prefix(b".") {
            (clock.millis, rest) = millis(fraction)?;
        }
    }
    civil::moment(day, clock, zone::minutes(rest.trim_ascii_start())?)
}

/// The first `count` characters as a number, and what follows.
pub(super) fn digits(text: &[u8], count: usize) -> Option<(i64, &[u8])> {
    let (number, rest) = text.split_at_checked(count)?;
    let value = number.iter().try_fold(0, |value, digit| Some(value * 10 + ascii_digit(*digit)?))?;
    Some((value, rest))
}

/// The digits after the decimal point, as milliseconds, and what follows.
fn millis(text: &[u8]) -> Option<(i64, &[u8])> {
    let length = text.iter().take_while(|b| b.is_ascii_digit()).count();
    let (fraction, rest) = text.split_at_checked(length).filter(|_| length > 0)?;
    let three = fraction.iter().chain(b"00").take(3);
    Some((three.fold(0, |value, digit| value * 10 + i64::from(*digit - b'0')), rest))
}

fn ascii_digit(byte: u8) -> Option<i64> {
    byte.is_ascii_digit().then(|| i64::from(byte - b'0'))
}
