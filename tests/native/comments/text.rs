use news_widget::comments::text::{clean_line, clean_text, is_blank};
use proptest::prelude::*;

#[test]
fn line_breaks_become_one_kind() {
    assert_eq!(clean_text("a\r\nb\rc\nd"), "a\nb\nc\nd");
    assert_eq!(clean_text("a\r\n\r\nb"), "a\n\nb");
}

#[test]
fn control_characters_go_tabs_stay() {
    assert_eq!(clean_text("a\0b\u{7}c\u{1b}[31md\u{7f}\u{9f}\te"), "abc[31md\te");
}

#[test]
fn both_ends_are_trimmed() {
    assert_eq!(clean_text(" \n\u{A0}\u{3000}\u{FEFF}\u{200B}text\u{2060}\u{2028}\t "), "text");
}

/// A reader pastes a piece of a program: its first line is as far in as the others.
#[test]
fn the_first_line_keeps_what_it_is_indented_by() {
    for text in ["    if here:\n        go()", "\tone\n\ttwo", "  two\n    four"] {
        assert_eq!(clean_text(text), text);
        assert_eq!(clean_text(&["\r\n \n", text, " \n"].concat()), text);
    }
    assert_eq!(clean_text(" one space"), "one space");
    assert_eq!(clean_line("    Ann"), "Ann");
    assert!(is_blank(&clean_text("   \n\t ")) && clean_text("   \n\t ").is_empty());
}

#[test]
fn a_line_has_no_breaks() {
    assert_eq!(clean_line(" Ann\r\nExample\t\t  Jr. "), "Ann Example Jr.");
    assert_eq!(clean_line("Ann\u{A0}\u{A0}B"), "Ann\u{A0}\u{A0}B", "no-break spaces were meant");
}

#[test]
fn emoji_and_directions_stay_whole() {
    for text in
        ["\u{2764}\u{FE0F}", "\u{1F469}\u{200D}\u{1F680}", "\u{2067}שלום\u{2069}", "\u{1F3F4}\u{E0067}\u{E007F}"]
    {
        assert_eq!(clean_text(text), text);
        assert!(!is_blank(text));
    }
}

#[test]
fn what_nobody_sees_is_blank() {
    for text in [
        "",
        "  ",
        "\n\t",
        "\u{200B}",
        "\u{FEFF}",
        "\u{AD}",
        "\u{2800}",
        "\u{3164}",
        "\u{FE0F}",
        "\u{202E}\u{2066}",
        "\0",
    ] {
        assert!(is_blank(text), "{text:?}");
    }
    for text in [".", "0", "\u{1F600}", "ع", "\u{301}"] {
        assert!(!is_blank(text), "{text:?}");
    }
}

proptest! {
    #[test]
    fn cleaning_twice_is_cleaning_once(raw in any::<String>(), spaced in "[ \\t\\r\\n\u{0}\u{200B}\u{FEFF}a]{0,12}") {
        for raw in [raw, spaced] {
            let clean = clean_text(&raw);
            prop_assert_eq!(&clean_text(&clean), &clean);
            prop_assert!(!clean.chars().any(|c| c.is_control() && c != '\n' && c != '\t'));
            let line = clean_line(&raw);
            prop_assert_eq!(&clean_line(&line), &line);
            prop_assert!(!line.chars().any(char::is_control));
            prop_assert_eq!(is_blank(&raw), is_blank(&clean));
        }
    }
}
