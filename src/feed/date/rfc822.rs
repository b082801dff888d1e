//! `Fri, 31 May 2019 12:17:58 -0700`, as in e-mail and RSS. Pure.

use super::{
    Date,
    civil::{self, Clock},
    zone,
};

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Reads RFC 822 and its successors: the weekday, the seconds, the zone and the whole time may be missing.
pub(super) fn parse(text: &str) -> Option<Date> {
    let (weekday, date) = text.split_once(',').unwrap_or(("", text));
    if !weekday.trim().bytes().all(|b| b.is_ascii_alphabetic()) {
        return None;
    }
    // A comment, as in `-0700 (PDT)`, repeats the zone.
    let date = date.split('(').next().unwrap_or_default();
    let mut words = date.split_ascii_whitespace();
    let day = number(words.next()?, 2)?;
    let month = month(words.next()?)?;
    let day = civil::day(year(words.next()?)?, month, day)?;
    let Some(time) = words.next() else { return Some(day) };
    let clock = clock(time)?;
    let zone = words.next().unwrap_or_default();
    let zone = zone::minutes(zone.as_bytes()).or_else(|| zone::unknown(zone))?;
    if words.next().is_some() { None } else { civil::moment(day, clock, zone) }
}

fn month(word: &str) -> Option<i64> {
    let name = word.get(..3)?.to_ascii_lowercase();
    (1..).zip(MONTHS).find(|(_, month)| *month == name).map(|(number, _)| number)
}

/// Two digits mean 1950 to 2049, as RFC 5322 (section 4.3) has it.
fn year(word: &str) -> Option<i64> {
    let year = number(word, 4)?;
    match word.len() {
        4 => Some(year),
        2 if year < 50 => Some(2000 + year),
        2 => Some(1900 + year),
        _ => None,
    }
}

fn clock(word: &str) -> Option<Clock> {
    let mut parts = word.split(':');
    let clock = Clock {
        hour: number(parts.next()?, 2)?,
        minute: number(parts.next()?, 2)?,
        second: parts.next().map_or(Some(0), |seconds| number(seconds, 2))?,
        millis: 0,
    };
    parts.next().is_none().then_some(clock)
}

fn number(word: &str, longest: usize) -> Option<i64> {
    let fits = !word.is_empty() && word.len() <= longest && word.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| word.bytes().fold(0, |value, digit| value * 10 + i64::from(digit - b'0')))
}
