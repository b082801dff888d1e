//! What the article says about itself.

use news_widget::{
    article::{MediaKind, begins_with, is_portrait, media_kind, reading_minutes, space},
    feed::{Content, Item},
};
use proptest::prelude::*;

use crate::comments::item;

/// A page of a microblog was a page of "Untitled".
#[test]
fn an_item_without_a_title_is_called_by_what_it_says() {
    let called = |content: Content| Item { content, ..item("a") }.name();
    let html = |html: &str| called(Content::Html(html.into()));
    for (text, name) in [
        ("<p>The bridge is <b>closed</b> again.</p><p>From noon.</p>", "The bridge is closed again. From noon."),
        ("<style>p{}</style>\n\n<p>un<i>believ</i>able &amp; so</p>", "unbelievable & so"),
        ("<figure><img src=a.jpg alt='The quay at &quot;noon&quot;'></figure>", "The quay at \"noon\""),
        ("<p><img alt=''><img alt='Second'></p> ", "Second"),
        ("<p>Words</p><img alt=Picture>", "Words"),
    ] {
        assert_eq!(html(text).as_deref(), Some(name), "{text}");
    }
    assert_eq!(html(" <p>&nbsp;</p><img alt=' '><script>x</script>"), None);
    assert_eq!(called(Content::Text("Is a < b?\n\nYes.".into())).as_deref(), Some("Is a < b? Yes."));
    assert_eq!(called(Content::None), None);
    let summary = Item { summary: Some("In short.".into()), content: Content::Text("At length.".into()), ..item("a") };
    assert_eq!(summary.name().as_deref(), Some("In short."));
    assert_eq!(Item { title: Some("T".into()), ..summary }.name().as_deref(), Some("T"));
    let picture = r#"{"id":"a","image":"a.jpg","_news":{"image_alt":"A red ferry"}}"#;
    assert_eq!(crate::feed::items(picture).feed.items[0].name().as_deref(), Some("A red ferry"));
}

#[test]
fn a_long_start_is_cut_between_words() {
    let called = |text: String| Item { content: Content::Text(text), ..item("a") }.name().unwrap();
    let words = "eight is ".repeat(40);
    assert_eq!(called(words.clone()), format!("{}…", words[..80].trim_end()));
    assert_eq!(called("x".repeat(80)), "x".repeat(80));
    assert_eq!(called("x".repeat(81)), format!("{}…", "x".repeat(80)));
    assert_eq!(called("新聞".repeat(60)).chars().count(), 81);
    let html = |html: String| Item { content: Content::Html(html), ..item("a") }.name().unwrap();
    assert_eq!(html(format!("<p>{words}{words}{words}{words}{words}{words}{words}</p>")), called(words));
    let address = "x".repeat(3_000);
    assert_eq!(html(format!("<p>Look: <a href='{address}'>here</a>")), "Look:");
    assert_eq!(called(format!("{}, and more words", "y".repeat(76))), format!("{}…", "y".repeat(76)));
}

fn minutes(content: Content) -> Option<usize> {
    reading_minutes(&Item { content, ..item("a") })
}

fn html(text: &str) -> Option<usize> {
    minutes(Content::Html(text.into()))
}

#[test]
fn a_minute_is_238_words_and_a_part_of_one_counts() {
    let words = |count: usize| format!("<p>{}</p>", "word ".repeat(count));
    assert_eq!(html(&words(1)), Some(1));
    assert_eq!(html(&words(238)), Some(1));
    assert_eq!(html(&words(239)), Some(2));
    assert_eq!(html(&words(2380)), Some(10));
    assert_eq!(minutes(Content::Text("word ".repeat(239))), Some(2));
}

#[test]
fn nothing_to_read_takes_no_time() {
    assert_eq!(minutes(Content::None), None);
    assert_eq!(html(""), None);
    assert_eq!(html("<figure><img src=\"a.jpg\" alt=\"A long description of a picture\"></figure>"), None);
    assert_eq!(minutes(Content::Text(" — … ! ".into())), None);
}

#[test]
fn tags_are_no_words_but_text_is_not_html() {
    let tags = "<a href=\"https://news.example/a b c\">one</a> ".repeat(238);
    assert_eq!(html(&tags), Some(1));
    assert_eq!(html(&"<b>half</b><i>half</i> ".repeat(119)), Some(1), "a tag ends a word");
    assert_eq!(minutes(Content::Text("a < b ".repeat(119))), Some(1), "< is no tag in a text");
}

#[test]
fn a_word_with_apostrophes_hyphens_or_vowel_points_is_one() {
    assert_eq!(html(&"goalkeeper’s well-known ".repeat(119)), Some(1));
    assert_eq!(html(&"مُحَرَّر ".repeat(238)), Some(1));
    assert_eq!(html(&"हिन्दी ".repeat(238)), Some(1));
}

#[test]
fn scripts_without_spaces_are_counted_by_characters() {
    let two_a_word = 238 * 2;
    for character in ["新", "あ", "カ", "ก", "ຂ", "ក", "မ"] {
        assert_eq!(html(&character.repeat(two_a_word)), Some(1), "{character}");
        assert_eq!(html(&character.repeat(two_a_word + 2)), Some(2), "{character}");
    }
    assert_eq!(html("新"), Some(1), "one is something to read");
    assert_eq!(html(&format!("{}{}", "新".repeat(two_a_word), "word ".repeat(238))), Some(2), "mixed");
}

#[test]
fn media_by_type_else_by_extension() {
    for (mime_type, url, kind) in [
        ("audio/mpeg", "https://news.example/a", MediaKind::Audio),
        ("video/mp4", "https://news.example/a.bin", MediaKind::Video),
        ("image/webp", "https://news.example/a", MediaKind::Picture),
        ("application/pdf", "https://news.example/a.mp3", MediaKind::File),
        ("text/plain", "https://news.example/a", MediaKind::File),
        ("", "https://news.example/a.MP3", MediaKind::Audio),
        ("", "https://news.example/a.webm?x=1.txt", MediaKind::Video),
        ("", "https://news.example/a.jpg#b.mp4", MediaKind::Picture),
        ("", "https://news.example/mp3", MediaKind::File),
        ("", "https://mp3/", MediaKind::File),
        ("", "https://news.mp3", MediaKind::File),
        ("", "https://news.mp3/a", MediaKind::File),
        ("", "", MediaKind::File),
    ] {
        assert_eq!(media_kind(mime_type, url), kind, "{mime_type} {url}");
    }
}

proptest! {
    #[test]
    fn any_text_takes_a_sensible_time(text in any::<String>()) {
        for content in [Content::Html(text.clone()), Content::Text(text.clone())] {
            if let Some(minutes) = minutes(content) {
                prop_assert!(minutes >= 1 && minutes <= 1 + text.chars().count() / 238);
            }
        }
    }
}

/// A dek that only repeats how the text begins is said once.
#[test]
fn a_summary_may_be_how_the_text_begins() {
    let html = |html: &str| Content::Html(html.into());
    let body = html(
        "<figure><img><figcaption>The quay</figcaption></figure>\n<p>The <b>ferry</b> sank, they say &mdash; again.</p><p>More.</p>",
    );
    for (summary, repeats) in [
        ("The ferry sank, they say – again.", true),
        ("The ferry sank, they […]", true),
        ("The ferry sank, they say: again. Mo…", true),
        ("The ferry floats", false),
        ("Ferry sank", false),
        ("…", false),
        ("The ferry sank, they say, again. More. And more than that.", false),
    ] {
        assert_eq!(begins_with(&body, summary), repeats, "{summary}");
    }
    assert!(begins_with(&Content::Text("One. Two.\n\nThree.".into()), "One. Two."));
    assert!(!begins_with(&Content::None, "One."));
    assert!(begins_with(&html("<script>x</script><p>مرحبا بالعالم، قال."), "مرحبا بالعالم"));
}

// A picture of 1 by 4,000,000,000 pixels, as a feed said, made the page 33 million pixels tall.
#[test]
fn a_picture_gets_the_space_of_its_size_unless_no_picture_has_it_or_it_is_too_high() {
    for (size, expected) in [
        ((800, 450), Some((800, 450))),
        ((4000, 2250), Some((4000, 2250))), // its column bounds it
        ((1500, 1500), Some((720, 720))),
        ((900, 2400), Some((270, 720))),
        ((600, 600), Some((600, 600))),
        ((1, 4_000_000_000), None),
        ((4_000_000_000, 1), None),
        ((4_000_000_000, 4_000_000_000), Some((720, 720))),
        ((970, 90), Some((970, 90))),
        ((1, 1), Some((1, 1))),
    ] {
        assert_eq!(space(size), expected, "{size:?}");
    }
    assert_eq!([(800, 450), (500, 500), (900, 1200), (1, u32::MAX)].map(is_portrait), [false, false, true, true]);
}

proptest! {
    #[test]
    fn no_picture_is_given_more_than_a_screen(width in 1..=u32::MAX, height in 1..=u32::MAX) {
        if let Some((wide, high)) = space((width, height)) {
            prop_assert!(wide <= width && high <= height && (high <= 720 || high / 5 <= wide / 8));
        }
    }
}
