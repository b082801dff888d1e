//! Character references. Pure.
//!
//! All numeric ones, and by name those of Latin-1 and of typography. HTML has 2,231 names, and a table of them would outweigh
//! the reader: the others are the browser's to know ([`know_more`]). A name that nobody knows stays as it is written.

use std::cell::Cell;

/// What a name stands for that is not in our tables.
pub type LookUp = fn(&str) -> Option<String>;

thread_local! {
    static MORE: Cell<LookUp> = const { Cell::new(|_| None) };
}

/// Has the names looked up that are not in our tables.
pub fn know_more(look_up: LookUp) {
    MORE.set(look_up);
}

/// Longer than the longest name.
const LONGEST: usize = 32;

/// The names of U+00A0 to U+00FF, in order.
const LATIN_1: &str = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 \
    sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring \
    AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash \
    Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc \
    euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute \
    thorn yuml";

/// Names, each with its character behind it.
const NAMED: &str = "amp& lt< gt> quot\" apos' AMP& LT< GT> QUOT\" ndash– mdash— lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ \
    lsaquo‹ rsaquo› hellip… bull• dagger† Dagger‡ permil‰ prime′ Prime″ euro€ trade™ minus− ne≠ le≤ ge≥ \
    infin∞ larr← uarr↑ rarr→ darr↓ hearts♥ OEligŒ oeligœ ScaronŠ scaronš YumlŸ ensp\u{2002} emsp\u{2003} \
    thinsp\u{2009} zwnj\u{200C} zwj\u{200D}";

/// What the HTML standard puts in the place of the numbers 0x80 to 0x9F, which are meant as Windows-1252.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// `text` with its character references resolved.
pub fn decoded(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        decoded.push_str(before);
        rest = reference(after, &mut decoded).unwrap_or_else(|| {
            decoded.push('&');
            after
        });
    }
    decoded.push_str(rest);
    decoded
}

/// Adds what a reference stands for, and gives what follows it. `text` begins after the `&`.
fn reference<'a>(text: &'a str, decoded: &mut String) -> Option<&'a str> {
    if let Some(number) = text.strip_prefix('#') {
        let (found, rest) = numeric(number)?;
        decoded.push(found);
        return Some(rest);
    }
    let length = text.bytes().take(LONGEST).take_while(u8::is_ascii_alphanumeric).count();
    let (name, rest) = text.split_at_checked(length).filter(|_| length > 1)?;
    let rest = rest.strip_prefix(';')?; // looked for first: names are many
    match named(name) {
        Some(found) => decoded.push(found),
        None => decoded.push_str(&MORE.get()(name)?),
    }
    Some(rest)
}

fn named(name: &str) -> Option<char> {
    let mut latin_1 = ('\u{A0}'..='\u{FF}').zip(LATIN_1.split(' '));
    if let Some((found, _)) = latin_1.find(|(_, known)| *known == name) {
        return Some(found);
    }
    NAMED.split(' ').find_map(|known| {
        // What is left is the character, or more when the name only begins alike.
        let mut left = known.strip_prefix(name)?.chars();
        left.next().filter(|_| left.next().is_none())
    })
}

/// Like the HTML standard: the semicolon may be missing, and what is no character becomes U+FFFD.
fn numeric(text: &str) -> Option<(char, &str)> {
    let (radix, text) = match text.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => (16, hexadecimal),
        None => (10, text),
    };
    let length = text.chars().take_while(|c| c.is_digit(radix)).count();
    let (digits, rest) = text.split_at_checked(length).filter(|_| length > 0)?;
    let found = match u32::from_str_radix(digits, radix) {
        Ok(code @ 0x80..=0x9F) => WINDOWS_1252.get(code as usize - 0x80).copied(),
        Ok(code @ 1..) => char::from_u32(code),
        _ => None,
    };
    Some((found.unwrap_or(char::REPLACEMENT_CHARACTER), rest.strip_prefix(';').unwrap_or(rest)))
}
