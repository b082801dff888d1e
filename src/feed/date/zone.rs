//! Time zones as dates name them. Pure.

/// Minutes ahead of UTC: nothing (taken for UTC), `Z`, `+02:00`, `+0200`, `+02`, or a name of RFC 822.
pub(super) fn minutes(zone: &[u8]) -> Option<i64> {
    let (sign, digits) = match zone {
        [b'+', digits @ ..] => (1, digits),
        [b'-', digits @ ..] => (-1, digits),
        _ => return named(zone).map(|hours| hours * 60),
    };
    let (hours, minutes) = match digits {
        [a, b] => (pair(*a, *b)?, 0),
        [a, b, c, d] | [a, b, b':', c, d] => (pair(*a, *b)?, pair(*c, *d)?),
        _ => return None,
    };
    (hours < 24 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}

fn pair(tens: u8, ones: u8) -> Option<i64> {
    (tens.is_ascii_digit() && ones.is_ascii_digit()).then(|| i64::from(tens - b'0') * 10 + i64::from(ones - b'0'))
}

/// The zones that RFC 822 names, in hours.
fn named(zone: &[u8]) -> Option<i64> {
    if ["", "Z", "UT", "UTC", "GMT"].iter().any(|utc| zone.eq_ignore_ascii_case(utc.as_bytes())) {
        return Some(0);
    }
    // Eastern, Central, Mountain and Pacific, Standard and Daylight Time.
    let [place, season, b'T' | b't'] = zone else { return None };
    let standard = match place.to_ascii_uppercase() {
        b'E' => -5,
        b'C' => -6,
        b'M' => -7,
        b'P' => -8,
        _ => return None,
    };
    match season.to_ascii_uppercase() {
        b'S' => Some(standard),
        b'D' => Some(standard + 1),
        _ => None,
    }
}

/// Any other name says nothing that can be relied on and is taken for UTC, as RFC 5322 (section 4.3) has it. Two letters are
/// no zone but `AM` and `PM`.
pub(super) fn unknown(zone: &str) -> Option<i64> {
    let name = matches!(zone.len(), 1 | 3..=5) && zone.bytes().all(|b| b.is_ascii_alphabetic());
    name.then_some(0)
}
