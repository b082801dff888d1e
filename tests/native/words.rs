//! Words without Unicode's tables, held against the tables.

use news_widget::{
    feed::plain_text,
    words::{both, fold, integer, is_invisible, is_uncased, is_word, name, said, unpiled},
};
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

/// Two names that differ in their white space, or in what nobody sees, are one.
#[test]
fn a_name_is_a_name_of_its_own() {
    for c in all('\0', char::MAX).filter(|c| c.is_whitespace()) {
        assert_eq!(name(&format!("Ann{c}Lee{c}")), "Ann Lee", "U+{:04X}", u32::from(c));
    }
    for c in all('\0', char::MAX).filter(|c| is_invisible(*c)) {
        assert_eq!(name(&format!("{c}An{c}n {c} Lee {c}")), "Ann Lee", "U+{:04X}", u32::from(c));
    }
}

/// A hundred marks on one letter were drawn over the host's page.
#[test]
fn marks_are_not_piled_up() {
    for mark in [
        '\u{301}', '\u{489}', '\u{5b0}', '\u{650}', '\u{e4a}', '\u{f74}', '\u{1ab0}', '\u{1dd7}', '\u{93f}',
        '\u{20d7}', '\u{fe2f}',
    ] {
        let piled = format!("M{}n", String::from(mark).repeat(100));
        let kept = format!("M{}n", String::from(mark).repeat(5));
        assert_eq!(unpiled(&piled), kept, "U+{:04X}", u32::from(mark));
        assert_eq!(name(&piled), kept);
        assert_eq!(plain_text(&piled), kept);
        // Nor with something invisible in between.
        assert!(
            unpiled(&format!("M{}", format!("{mark}\u{200d}").repeat(100))).chars().filter(|c| *c == mark).count() <= 5
        );
    }
    for text in ["Việt Nam", "é̱̃", "בְּרֵאשִׁ֖ית", "السَّلَامُ", "क्षत्रियाणां", "น้ำ", "བསྒྲུབས", "Nguyê\u{303}n\u{323}"]
    {
        assert!(matches!(unpiled(text), std::borrow::Cow::Borrowed(_)), "{text}");
    }
}

#[test]
fn what_another_program_says_turns_nothing() {
    assert_eq!(said("no\u{202E}drow\u{2066}\u{202C}."), "nodrow.");
    assert_eq!(said(&"a".repeat(5000)).len(), 1000);
}

#[test]
fn no_two_names_look_alike_that_are_not() {
    for (written, wanted) in [
        ("A\u{200B}n\u{2060}n\u{FEFF}\u{00AD}", "Ann"),
        ("\u{202E}nnA", "nnA"),
        ("\u{200B}\u{200D} \u{3164}", ""),
        ("نازنین\u{200C}ها", "نازنین\u{200C}ها"),
        ("👩\u{200D}🚀 ☀\u{FE0F}", "👩\u{200D}🚀 ☀\u{FE0F}"),
        // White space of every kind is white space, wherever what nobody sees stands between.
        ("Ann\u{A0}Lee", "Ann Lee"),
        ("\u{3000}Ann\u{2003} \u{202F}Lee\u{2028}", "Ann Lee"),
        ("Ann\u{2003}\u{200B}", "Ann"),
        ("Ann\u{3000}\u{200B}\u{200D}", "Ann"),
        // Signs that are blank, or stand for nothing.
        ("Ann\u{FFFC}", "Ann"),
        ("Ann \u{1D159}\u{2800}\u{16FE4}\u{13441}", "Ann"),
        // A joiner between letters that do not join.
        ("A\u{200D}nn\u{200C}\u{FE0F}", "Ann"),
        ("Зо\u{200D}я", "Зоя"),
        ("क्\u{200D}ष", "क्\u{200D}ष"),
    ] {
        assert_eq!(name(written), wanted, "{written:?}");
    }
}

/// Letter spacing tears the line that Hindi letters hang on, and the joins of Arabic ones.
#[test]
fn scripts_without_capitals_are_known_by_one_letter() {
    for text in [
        "हिन्दी",
        "বাংলা",
        "தமிழ்",
        "ไทย",
        "اردو",
        "فارسی",
        "עברית",
        "ქართული",
        "漢字",
        "かな",
        "한국어",
        "བོད",
        "አማርኛ",
        "ދިވެހި",
        "𞤆𞤵𞤤𞤢𞤪",
        "CPEC اور",
    ] {
        assert_eq!(is_uncased(text), text != "ქართული", "{text}");
    }
    for text in [
        "",
        "English",
        "Ελληνικά",
        "Русский",
        "Türkçe",
        "Tiếng Việt",
        "Հայերեն",
        "ᏣᎳᎩ",
        "“A – b…” 🎉 €5 ½ ™",
        "ﬁne",
        "Ａｂ",
    ] {
        assert!(!is_uncased(text), "{text}");
    }
}
