//! Whole numbers out of JSON's numbers. Pure.

use crate::words::integer;

/// The whole number that `text` is, its fraction dropped: `12`, `12.0`, `12.9`, `1.2e1`. `None` when it is negative, too
/// large, or no number.
///
/// By hand and in integers: parsing floats would bring the tables of a correct conversion into the bundle.
pub(super) fn whole(text: &str) -> Option<u64> {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, integer(exponent)?),
        None => (text, 0),
    };
    let (before, after) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    if !is_digits(before) || !is_digits(after) {
        return None;
    }
    let point = i64::try_from(before.len()).ok()?.saturating_add(exponent);
    let mut digits = before.bytes().chain(after.bytes());
    let mut value = 0u64;
    for _ in 0..point {
        let digit = match digits.next() {
            Some(digit) => u64::from(digit - b'0'),
            // Past the last digit, zero stays zero; anything else overflows after at most twenty steps.
            None if value == 0 => break,
            None => 0,
        };
        value = value.checked_mul(10)?.checked_add(digit)?;
    }
    Some(value)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}
