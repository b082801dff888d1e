//! `srcset`, by the standard's
//! [algorithm](https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute). Pure.

use super::{Base, Policy, media};
use crate::bounds::CANDIDATES;

/// `raw` with every candidate's address resolved; candidates that may not load are left out, `None` when all are.
pub fn srcset(raw: &str, base: Base, policy: &Policy) -> Option<String> {
    let mut kept = String::new();
    let mut rest = raw;
    for _ in 0..CANDIDATES {
        let Some((url, descriptors, after)) = candidate(rest) else { break };
        rest = after;
        let (Some(href), Some(descriptor)) = (media(url, base, policy), descriptor(descriptors)) else { continue };
        // A comma at an end would be read as the separator, and the descriptor after it as an address.
        if href.ends_with(',') {
            continue;
        }
        if !kept.is_empty() {
            kept.push_str(", ");
        }
        kept.push_str(&href);
        if !descriptor.is_empty() {
            kept.push(' ');
            kept.push_str(descriptor);
        }
    }
    (!kept.is_empty()).then_some(kept)
}

/// The next candidate's address and descriptors, and what follows it.
fn candidate(input: &str) -> Option<(&str, &str, &str)> {
    let input = input.trim_start_matches(|c| is_space(c) || c == ',');
    if input.is_empty() {
        return None;
    }
    let (url, rest) = input.split_at_checked(input.find(is_space).unwrap_or(input.len()))?;
    if url.ends_with(',') {
        return Some((url.trim_end_matches(','), "", rest));
    }
    let mut in_parens = false;
    let end = rest.find(|c| {
        in_parens = if in_parens { c != ')' } else { c == '(' };
        c == ',' && !in_parens
    });
    let (descriptors, after) = rest.split_at_checked(end.unwrap_or(rest.len()))?;
    Some((url, descriptors, after))
}

/// The one descriptor that browsers use, `2x` or `640w`; empty when there is none, `None` when they are in error.
fn descriptor(descriptors: &str) -> Option<&str> {
    let mut tokens = descriptors.split(is_space).filter(|token| !token.is_empty());
    match (tokens.next(), tokens.next(), tokens.next()) {
        (None, ..) => Some(""),
        (Some(one), None, _) => (is_size(one, 'w') || is_density(one)).then_some(one),
        // A height may stand beside a width; no browser reads it.
        (Some(one), Some(two), None) if is_size(one, 'w') && is_size(two, 'h') => Some(one),
        (Some(one), Some(two), None) if is_size(one, 'h') && is_size(two, 'w') => Some(two),
        _ => None,
    }
}

fn is_size(token: &str, unit: char) -> bool {
    token
        .strip_suffix(unit)
        .is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit()) && n.parse::<u32>().is_ok_and(|n| n > 0))
}

/// `2` or `1.5`, without what else a number may be made of: signs, exponents, infinity.
fn is_density(token: &str) -> bool {
    let Some(number) = token.strip_suffix('x') else { return false };
    let count = |kind: fn(&u8) -> bool| number.bytes().filter(kind).count();
    let (digits, dots) = (count(u8::is_ascii_digit), count(|byte| *byte == b'.'));
    digits > 0 && dots < 2 && digits + dots == number.len()
}

/// ASCII white space as HTML has it.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}
