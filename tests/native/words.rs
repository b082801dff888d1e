//! Words without Unicode's tables, held against the tables.

use news_widget::words::{both, fold, integer, is_word};
use proptest::prelude::*;

fn all(first: char, last: char) -> impl Iterator<Item = char> {
    first..=last
}

/// The ranges that `fold` knows, but the letters that it folds differently on purpose.
fn folded() -> impl Iterator<Item = char> {
    let ranges =
        [('\0', '\u{17f}'), ('Ȁ', 'ȟ'), ('\u{380}', '\u{3ce}'), ('\u{400}', '\u{52f}'), ('Ḁ', 'ẕ'), ('Ạ', 'ỿ')];
    ranges.into_iter().flat_map(|(first, last)| all(first, last)).filter(|c| !['İ', 'ς'].contains(c))
}

#[test]
fn folding_is_lower_case_in_its_ranges() {
    for c in folded() {
        // Ƞ is the one capital in its range that has no neighbour.
        if c != 'Ƞ' {
            assert_eq!(fold(&c.to_string()), c.to_lowercase().to_string(), "{c} U+{:04X}", u32::from(c));
        }
    }
    assert_eq!(fold("ΟΔΟΣ, οδος; İSTANBUL"), "οδοσ, οδοσ; istanbul");
}

#[test]
fn every_letter_outside_of_the_symbols_is_of_a_word() {
    for c in all('\0', char::MAX).filter(|c| c.is_alphanumeric() && !is_word(*c)) {
        assert!(
            matches!(c, '\u{2000}'..='\u{2bff}' | '\u{1d400}'..='\u{1d7ff}' | '\u{1f000}'..='\u{1faff}' | '\u{2e2f}'),
            "{c} U+{:04X}",
            u32::from(c)
        );
    }
}

#[test]
fn white_space_punctuation_and_emoji_are_not() {
    for c in all('\0', char::MAX).filter(|c| c.is_whitespace() || c.is_control() || c.is_ascii_punctuation()) {
        assert!(!is_word(c), "U+{:04X}", u32::from(c));
    }
    for c in "«»¿¡‘’“”„–—…·;·،؛؟٪۔।॥、。「」『』【】〜・！？（），．：；＂״׳־€£₹→≤±×÷©®™°§❤😀🇪🇸\u{fe0f}".chars()
    {
        assert!(!is_word(c), "{c} U+{:04X}", u32::from(c));
    }
    for c in "azAZ09éßłőΩжЖاבकก中かカー한々〇ªº²".chars() {
        assert!(is_word(c), "{c} U+{:04X}", u32::from(c));
    }
}

proptest! {
    #[test]
    fn folding_twice_is_folding_once(text in any::<String>()) {
        prop_assert_eq!(fold(&fold(&text)), fold(&text));
    }
}

#[test]
fn integers() {
    for (text, number) in [("0", 0), ("-0", 0), ("+7", 7), ("-12", -12), ("4294967295", 4_294_967_295), ("007", 7)] {
        assert_eq!(integer(text), Some(number), "{text}");
    }
    for text in ["", "-", "+", "--1", "-+1", "++1", "1.0", "1e3", " 1", "4294967296", "x"] {
        assert_eq!(integer(text), None, "{text}");
    }
}

#[test]
fn both_texts_or_the_one_that_there_is() {
    let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    for (first, second, wanted) in [("a", "b", "a, b"), ("a", "", "a"), ("", "b", "b"), ("", "", "")] {
        assert_eq!(both(text(first), ", ", text(second)), wanted);
    }
}

#[test]
fn no_two_names_look_alike_that_are_not() {
    for (written, name) in [
        ("A\u{200B}n\u{2060}n\u{FEFF}\u{00AD}", "Ann"),
        ("\u{202E}nnA", "nnA"),
        ("\u{200B}\u{200D} \u{3164}", ""),
        ("نازنین\u{200C}ها", "نازنین\u{200C}ها"),
        ("👩\u{200D}🚀 ☀\u{FE0F}", "👩\u{200D}🚀 ☀\u{FE0F}"),
    ] {
        assert_eq!(news_widget::words::name(written), name, "{written:?}");
    }
}
