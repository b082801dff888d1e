//! What the form lets through, the server stores unchanged: both clean texts alike.

use comment_server::comment::text::{clean_line, clean_name, clean_text, is_blank, is_invisible};

use crate::{widget_text, words};

#[test]
fn the_same_characters_are_invisible() {
    let different: Vec<char> = ('\0'..=char::MAX).filter(|c| is_invisible(*c) != words::is_invisible(*c)).collect();
    assert!(different.is_empty(), "{different:?}");
}

/// Every text of up to five pieces, of those that matter.
#[test]
fn the_same_texts_come_out() {
    const PIECES: [&str; 13] = [
        "a", "\u{915}", " ", "\t", "\r", "\n", "\u{0}", "\u{200b}", "\u{200d}", "\u{202e}", "\u{2028}", "\u{fe0f}",
        "\u{feff}",
    ];
    let mut texts = vec![String::new()];
    for _ in 0..5 {
        let longer = texts.iter().flat_map(|text| PIECES.map(|piece| format!("{text}{piece}"))).collect();
        texts = longer;
        for text in &texts {
            assert_eq!(clean_text(text), widget_text::clean_text(text), "{text:?}");
            let line = widget_text::clean_line(text);
            assert_eq!(clean_line(text), line, "{text:?}");
            assert_eq!(clean_name(text), words::name(&line), "{text:?}");
            assert_eq!(is_blank(text), widget_text::is_blank(text), "{text:?}");
        }
    }
}

/// What was sent once more is the same: a retry may send what came back.
#[test]
fn cleaning_twice_changes_nothing() {
    for text in [" a \r\n b ", "\u{200b}a\u{202e}", "a\u{200b} \u{200b}b"] {
        assert_eq!(clean_text(&clean_text(text)), clean_text(text));
        assert_eq!(clean_name(&clean_name(text)), clean_name(text));
    }
}
