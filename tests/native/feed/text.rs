//! Titles, names and summaries are plain text.

use news_widget::feed::plain_text;
use proptest::prelude::*;

#[test]
fn entities_are_decoded() {
    for (markup, text) in [
        ("Fish &amp; Chips", "Fish & Chips"),
        ("&lt;b&gt;", "<b>"),
        ("&amp;lt;", "&lt;"),
        ("&quot;Caf&eacute;&quot; &#8212; &#x2014; &mdash;", "\"Café\" — — —"),
        ("It&#39;s, it&#039;s, it&apos;s, it&rsquo;s", "It's, it's, it's, it’s"),
        ("&#39 &#x27x", "' 'x"),
        ("&#128;&#150;&#x9F;", "€–Ÿ"),
        ("a&#0;b&#xD800;c&#x110000;d&#99999999999999999999;e", "a\u{fffd}b\u{fffd}c\u{fffd}d\u{fffd}e"),
        ("a&#1;&#129;&#10;b", "a b"),
        ("10&nbsp;000&nbsp;km", "10\u{a0}000\u{a0}km"),
        ("&Agrave;&yuml;&szlig;&times;&divide;&ETH;&thorn;&iexcl;&sup2;&frac34;&iquest;", "Àÿß×÷Ðþ¡²¾¿"),
        ("&OElig;&hellip;&euro;&trade;&ldquo;&raquo;", "Œ…€™“»"),
        ("AT&T, Q&A, &c., &, &&, &;, &#;, &#x;, &bogus;, &amp", "AT&T, Q&A, &c., &, &&, &;, &#;, &#x;, &bogus;, &amp"),
        ("?a=1&copy=2&lang=en", "?a=1&copy=2&lang=en"),
    ] {
        assert_eq!(plain_text(markup), text, "{markup}");
    }
}

#[test]
fn tags_are_stripped_and_what_only_looks_like_one_stays() {
    for (markup, text) in [
        ("<em>Now</em> or <STRONG class='x'>never</STRONG>", "Now or never"),
        ("un<b>believ</b>able", "unbelievable"),
        ("one<br>two<br/>three</p><p>four", "one two three four"),
        ("<a title=\"a > b\" href='>'>link</a>", "link"),
        ("<a title=\"open>link</a>", "link"),
        ("I <don't> know, <b>it's</b>", "I know, it's"),
        ("a<!-- <b> -- > -->b<!doctype html>c<![CDATA[x]]>d", "abcxd"),
        ("x<script>alert('<b>')</script >y<style type=a>p{}</STYLE>z", "xyz"),
        ("the <script> tag", "the tag"),
        ("a < b > c, <3, </3, <-, <>, <!, <, a<1", "a < b > c, <3, </3, <-, <>, <!, <, a<1"),
        ("if a <b then", "if a <b then"),
        ("end <", "end <"),
        ("&<b>amp;</b>", "&amp;"),
        ("<b></b>", ""),
    ] {
        assert_eq!(plain_text(markup), text, "{markup}");
    }
}

#[test]
fn white_space_collapses_and_control_characters_go() {
    assert_eq!(plain_text("  a\n\t b\r\n\u{2028}c\u{85} "), "a b c");
    assert_eq!(plain_text("a\0b\u{7f}c\u{9d}d\u{1b}[31m"), "abcd[31m");
    assert_eq!(plain_text("&nbsp; \u{a0}"), "");
    assert_eq!(plain_text(" a <b> </b> b "), "a b");
}

#[test]
fn hostile_markup_is_read_in_one_pass() {
    for piece in
        ["<a", "<a>", "<!--", "<script>", "<style><script>", "<a b=\"", "<a b='>\"", "&#1", "&amp", "<a>\"=", "<"]
    {
        let text = piece.repeat(200_000);
        plain_text(&text);
        plain_text(&format!("{text}>"));
        plain_text(&format!("{text}'\"-->"));
    }
}

proptest! {
    #[test]
    fn text_has_no_control_characters_and_single_spaces(markup in any::<String>(), noise in "[<>&#x;a-c0-9\"'=/! -]{0,60}") {
        for text in [plain_text(&markup), plain_text(&noise)] {
            prop_assert!(!text.contains(char::is_control), "{text:?}");
            prop_assert!(!text.contains("  ") && text.trim() == text, "{text:?}");
        }
    }

    #[test]
    fn words_survive_and_tags_do_not(words in prop::collection::vec("[\\PC&&[^<>&]]{1,8}", 1..8), tag in "(b|em|a href=\"x>y\"|span)") {
        let marked: String = words.iter().map(|word| format!("<{tag}>{word}</{tag}>")).collect();
        prop_assert_eq!(plain_text(&marked), plain_text(&words.concat()));
    }

    #[test]
    fn text_without_markup_is_stable(text in "[^<&]{0,60}") {
        let once = plain_text(&text);
        prop_assert_eq!(plain_text(&once), once.clone());
    }

    #[test]
    fn escaped_text_comes_back(text in "[\\PC&&[^\\s]]{0,30}") {
        let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        prop_assert_eq!(plain_text(&escaped), text);
    }

    #[test]
    fn every_number_is_a_character(code in any::<u32>()) {
        let text = plain_text(&format!("a&#{code};b&#x{code:x};c"));
        prop_assert!(text.chars().count() <= 7, "{}", text);
    }
}

/// A name with a right-to-left override would turn the words around it, and could pass for another.
#[test]
fn nothing_turns_the_text_around_it() {
    assert_eq!(plain_text("a\u{202E}b\u{202C}\u{2066}c\u{2069}&#8238;d"), "abcd");
    assert_eq!(plain_text("\u{200F}א\u{200E} b"), "\u{200F}א\u{200E} b", "marks turn nothing");
}
