//! The widget's languages.

use news_widget::i18n::{comment_messages, direction, foreign, messages};

const LANGUAGES: [&str; 2] = ["en", "ar"];

/// Every sentence that is a function, with what it was given.
fn built(language: &str) -> Vec<(String, &'static str)> {
    let (page, comments) = (messages(language), comment_messages(language));
    let of_page = [page.reading_time, page.copy_this, page.play_from];
    let all = [of_page.as_slice(), &[comments.reply_to, comments.in_reply_to, comments.leave_reply_to]].concat();
    let counting = [page.comment_count, comments.too_long];
    let all = all.into_iter().map(|sentence| sentence("‹ARGUMENT›"));
    all.chain(counting.into_iter().map(|sentence| sentence(5, "‹ARGUMENT›"))).map(|text| (text, "‹ARGUMENT›")).collect()
}

/// Every sentence that is one already: `Debug` names every field, so none is forgotten here.
fn fixed(language: &str) -> Vec<(String, String)> {
    let text = format!("{:#?}{:#?}", messages(language), comment_messages(language));
    let pairs = text.lines().filter_map(|line| line.trim().trim_end_matches(',').split_once(": \""));
    // `Debug` escapes the Arabic vowel signs: their codes are no Latin letters of ours.
    let plain =
        |text: &str| text.split("\\u{").map(|part| part.split_once('}').map_or(part, |(_, rest)| rest)).collect();
    pairs.map(|(name, text)| (name.to_owned(), plain(text.trim_end_matches('"')))).collect()
}

#[test]
fn every_language_says_everything() {
    let english = fixed("en");
    assert!(english.len() > 40, "{english:?}");
    for language in LANGUAGES {
        let messages = messages(language);
        assert_eq!(messages.language, language);
        let fixed = fixed(language);
        assert_eq!(fixed.len(), english.len());
        for (name, text) in &fixed {
            assert!(!text.trim().is_empty(), "{language}: {name}");
            assert_eq!(text.trim(), text, "{language}: {name}");
        }
        for (text, argument) in built(language) {
            assert!(text.contains(argument) && text.len() > argument.len() + 2, "{language}: {text}");
        }
        for number in [0, 1, 2, 3, 11, 100, 1_000_000] {
            assert!(!(messages.comment_count)(number, &number.to_string()).is_empty());
        }
    }
}

#[test]
fn nothing_was_left_in_another_language() {
    let latin = |text: &str| text.replace("https://example.org", "").chars().any(|c| c.is_ascii_alphabetic());
    for (name, text) in fixed("ar").into_iter().filter(|(name, _)| name != "language") {
        assert!(!latin(&text), "{name}: {text}");
    }
    for (text, argument) in built("ar") {
        assert!(!latin(&text.replace(argument, "")), "{text}");
    }
}

#[test]
fn the_texts_that_readers_know() {
    let english = comment_messages("en");
    assert_eq!(english.comment_missing, "Please enter your comment!");
    assert_eq!(english.name_missing, "Please enter your name here");
    assert_eq!(english.email_missing, "Please enter your email address here");
    assert_eq!(english.email_wrong, "You have entered an incorrect email address!");
    assert_eq!(english.consent, "Save my name, email, and website in this browser for the next time I comment.");
    assert_eq!(english.awaiting, "Your comment is awaiting moderation");
    assert_eq!(english.closed, "Comments are closed.");
    let count = |number: u64| (messages("en").comment_count)(number, &number.to_string());
    assert_eq!([count(0), count(1), count(2)], ["NO COMMENTS", "1 COMMENT", "2 COMMENTS"]);
}

/// CLDR's plural rules for Arabic.
#[test]
fn arabic_counts_in_six_ways() {
    let count = |number: u64| (messages("ar").comment_count)(number, &number.to_string());
    assert_eq!([count(0), count(1), count(2)], ["لا تعليقات", "تعليق واحد", "تعليقان"]);
    for few in [3, 10, 103, 110, 1003] {
        assert_eq!(count(few), format!("{few} تعليقات"));
    }
    for many in [11, 26, 99, 111, 199, 1011] {
        assert_eq!(count(many), format!("{many} تعليقاً"));
    }
    for other in [100, 101, 102, 200, 1000, 1002] {
        assert_eq!(count(other), format!("{other} تعليق"));
    }
}

#[test]
fn a_language_by_its_primary_subtag_and_english_where_there_is_none() {
    for (tag, language) in [("ar-EG", "ar"), ("en-GB", "en"), ("de", "en"), ("arn", "en"), ("", "en"), ("ar_EG", "ar")]
    {
        assert_eq!(messages(tag).language, language, "{tag}");
    }
}

#[test]
fn direction_by_language_unless_the_script_says_otherwise() {
    let rtl = [
        "ar",
        "ar-EG",
        "arz",
        "he",
        "fa-IR",
        "prs",
        "ur",
        "ur-Aran",
        "yi",
        "ckb",
        "ps",
        "sd",
        "ug",
        "dv",
        "skr",
        "az-Arab",
        "pa-Arab-PK",
        "ku-arab",
        "uz-Arab-AF",
        "ff-Adlm",
        "rhg-Rohg",
    ];
    for tag in rtl {
        assert_eq!(direction(tag), "rtl", "{tag}");
    }
    for tag in ["en", "de-CH", "", "ku", "ur-Latn", "sd-Deva", "ar-Latn-EG", "az-Cyrl", "zh-Hant", "arn", "hebrew"] {
        assert_eq!(direction(tag), "ltr", "{tag}");
    }
}

/// In a paper in Urdu our English sentences are a foreign language.
#[test]
fn sentences_are_foreign_where_the_page_speaks_another_language() {
    for tag in ["ur", "fa-IR", "he", "de", "hi-IN", "arn", ""] {
        assert_eq!(foreign(tag), Some("en"), "{tag}");
    }
    for tag in ["en", "en-GB", "ar", "ar-EG", "en_US"] {
        assert_eq!(foreign(tag), None, "{tag}");
    }
}

#[test]
fn one_byte_is_no_bytes() {
    let too_long = comment_messages("en").too_long;
    assert_eq!(too_long(1, "1"), "This is too long by 1 byte. Please shorten it.");
    assert_eq!(too_long(2, "2"), "This is too long by 2 bytes. Please shorten it.");
}
