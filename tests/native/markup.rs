//! Markup, cut into pieces.

use std::time::{Duration, Instant};

use news_widget::markup::{Token, Tokens, decoded};
use news_widget::sanitize::policy::{HIDDEN, READ, disarm};
use proptest::prelude::*;

/// The pieces, a line for each.
fn pieces(html: &str) -> Vec<String> {
    let write = |token| match token {
        Token::Text(text) => text.to_owned(),
        Token::Unfinished(text) => format!("cut {text}"),
        Token::Close(name) => format!("</{name}>"),
        Token::Open(tag) => {
            let pairs: String = tag.attributes().map(|(name, value)| format!(" {name}={value:?}")).collect();
            format!("<{}{pairs}>", tag.name)
        }
    };
    Tokens::new(html).map(write).collect()
}

#[test]
fn tags_are_cut_as_the_standard_has_it() {
    let cases: &[(&str, &[&str])] = &[
        ("a<b>c</b>", &["a", "<b>", "c", "</b>"]),
        ("<a href=x>", &["<a href=\"x\">"]),
        ("<a href = 'x y' title=\"it's\">", &["<a href=\"x y\" title=\"it's\">"]),
        ("<img/src=x/onerror=y>", &["<img src=\"x/onerror=y\">"]),
        ("<img src='x'onerror=y>", &["<img src=\"x\" onerror=\"y\">"]),
        ("<img\nsrc\n=\nx\n>", &["<img src=\"x\">"]),
        ("<a title='>'>b", &["<a title=\">\">", "b"]),
        ("<a =b=c>", &["<a =b=\"c\">"]),
        ("<a b=>c", &["<a b=\"\">", "c"]),
        ("<br/>", &["<br>"]),
        ("</p class='>'>x", &["</p>", "x"]),
        ("<a<b>", &["<a<b>"]),
        ("<é>x", &["<", "é>x"]),
        ("<3 a < b </3", &["<", "3 a ", "<", " b ", "<", "/3"]),
        ("a<!-- <b> -->c<!-->d<!--->e<!-- x --!>f<!doctype html>g<?php x ?>h", &["a", "c", "d", "e", "f", "g", "h"]),
        ("a<!-- never closed", &["a"]),
        ("a<b c", &["a", "cut <b c"]),
        ("a<b title='c>d", &["a", "<b>", "d"]),
        ("<![CDATA[<p>a</p>]]>b]]>", &["<p>", "a", "</p>", "b]]>"]),
        ("<![CDATA[a]]> b <p>x[y[0]]>1</p>\n]]>\n", &["a", " b ", "<p>", "x[y[0]]>1", "</p>"]),
        ("", &[]),
    ];
    for (html, expected) in cases {
        assert_eq!(pieces(html), *expected, "{html}");
    }
}

#[test]
fn what_an_element_contains_is_passed() {
    let mut tokens = Tokens::new("<svg><p>a</svgx></SVG >b");
    tokens.next();
    assert!(tokens.pass("svg"));
    assert_eq!(tokens.next(), Some(Token::Close("SVG")));
    assert_eq!(tokens.next(), Some(Token::Text("b")));
    let mut tokens = Tokens::new("<svg>a");
    tokens.next();
    assert!(!tokens.pass("svg"), "never closed: nothing is passed");
    assert_eq!(tokens.next(), Some(Token::Text("a")));
}

/// Chromium reports inline handlers and styles as soon as it parses them, also inertly.
#[test]
fn parsers_see_nothing_that_a_policy_would_report() {
    let cases = [
        ("<p onclick=\"a()\" title=x style='y'>b</p>", "<p title=\"x\">b</p>"),
        ("<P ONCLICK=a TITLE='\"'>b", "<P TITLE='\"'>b"),
        ("<img/onerror=a/src=b>", "<img>"),
        ("<p title='<p onclick=a>'>b", "<p title=\"<p onclick=a>\">b"),
        ("<style>p{}</style>a<STYLE >b</style\n>c", "ac"),
        ("<script>if (a<b) '</p>'</script>c", "c"),
        ("a<style>never closed", "a"),
        ("a<noscript><img title='</noscript>'>b", "a'>b"),
        ("a<!-- <p onclick=b> -->c", "ac"),
        ("<iframe src=a onload=b>no <b>frames</b></iframe>c", "<nw-iframe src=\"a\"></nw-iframe>c"),
        ("<IFRAME/src=a>b", "<nw-IFRAME src=\"a\">b"),
        ("<video src=a controls>b</VIDEO><audio src=c>", "<nw-video src=\"a\">b</nw-VIDEO><nw-audio src=\"c\">"),
        ("<svg onload=a><style>b</style></svg>c", "c"),
        ("a<svg><title/><svg/><svg><path d=/></svg></SVG>b<math/>c<svg/>d", "abcd"),
        ("<p hidden>a</p>", "<p hidden=\"\">a</p>"),
        ("a<svg><p>b", "a<svg><p>b"),
        ("<base href=//b>a<Base/>b<basefont>c", "ab<basefont>c"),
        ("a<svg x=/>b", "a<svg>b"),
        ("a &lt;b&gt; <3 &amp; c", "a &lt;b&gt; &lt;3 &amp; c"),
        ("<a href=\"a'b\">c", "<a href=\"a'b\">c"),
        ("<a href=a\"b'c title=d>e", "<a title=\"d\">e"),
        ("a<p title", "a"),
    ];
    for (html, expected) in cases {
        assert_eq!(disarm(html), expected.to_owned(), "{html}");
    }
}

#[test]
fn references_are_decoded() {
    assert_eq!(decoded("&lt;&#x41;&eacute;&unknown;&"), "<Aé&unknown;&");
}

/// Half a megabyte in well under a second, also unoptimised.
#[test]
fn long_texts_take_linear_time() {
    let clock = Instant::now();
    let hostile = [
        "<",
        "<a '",
        "<a x='",
        "<a x=\">",
        "<svg>",
        "</",
        "<p",
        "<!--",
        "<!-->",
        "<!--a>",
        "&",
        "&#",
        "<a =",
        "<a/",
        "<iframe>",
        "<style>",
        "<object>",
        "<noscript>",
        "<svg><text>",
        "<math>",
        "<b style=font-size:0>x",
        "<![CDATA[",
        "]]>",
        "<img data-src=a><noscript><img src=b></noscript>",
        "<svg aria-label=xxx><text>y</text></svg>",
        "<form hidden>",
    ];
    for piece in hostile {
        let text = piece.repeat(500_000 / piece.len());
        disarm(&text);
        let mut tokens = Tokens::new(&text);
        while let Some(token) = tokens.next() {
            if let Token::Open(tag) = token {
                tokens.pass(tag.name);
            }
        }
    }
    assert!(clock.elapsed() < Duration::from_secs(60), "{:?}", clock.elapsed());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn nothing_is_left_that_is_not_read(html in "(<|>|/|=|\"|'| |<!--|-->|onx|ON|style|<p|</p|<style|<script|title|a|\\PC){0,40}") {
        let left = disarm(&html);
        for token in Tokens::new(&left) {
            if let Token::Open(tag) = token {
                for (name, _) in tag.attributes() {
                    prop_assert!(READ.iter().chain([&HIDDEN]).any(|read| read.eq_ignore_ascii_case(name)), "{name} in {left}");
                }
                prop_assert!(!tag.name.eq_ignore_ascii_case("style") && !tag.name.eq_ignore_ascii_case("script"));
            }
        }
    }

    #[test]
    fn disarming_again_changes_nothing(html in "(<|>|/|=|\"|'| |<!--|-->|onx|style|<p|</p|<b|<iframe|title|a|\\PC){0,40}") {
        let once = disarm(&html);
        prop_assert_eq!(disarm(&once), once.clone());
    }

    #[test]
    fn text_stays(text in "[^<]{0,60}") {
        prop_assert_eq!(disarm(&text), text);
    }
}
