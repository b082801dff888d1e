//! Plain text.

use std::time::{Duration, Instant};

use news_widget::sanitize::policy::{Span, linkify, paragraphs, strip_tags};
use proptest::prelude::*;

/// `line` with its links in brackets.
fn marked(line: &str) -> String {
    let mark = |span: Span| match span {
        Span::Text(text) => text.to_owned(),
        Span::Link(address) => format!("[{address}]"),
    };
    linkify(line).into_iter().map(mark).collect()
}

#[test]
fn addresses_are_found_in_sentences() {
    let cases = [
        ("https://a.example", "[https://a.example]"),
        ("See https://a.example.", "See [https://a.example]."),
        ("(https://a.example)", "([https://a.example])"),
        ("https://a.example/x_(y)", "[https://a.example/x_(y)]"),
        ("(https://a.example/x_(y)).", "([https://a.example/x_(y)])."),
        ("https://a.example/?q=1&b=2#c, d", "[https://a.example/?q=1&b=2#c], d"),
        ("HTTP://A.EXAMPLE!", "[HTTP://A.EXAMPLE]!"),
        ("«https://a.example»", "«[https://a.example]»"),
        ("“https://a.example”", "“[https://a.example]”"),
        ("<https://a.example>", "<[https://a.example]>"),
        ("https://a.example https://b.example", "[https://a.example] [https://b.example]"),
        ("https://a.example/http://b.example", "[https://a.example/http://b.example]"),
        ("xhttps://a.example", "xhttps://a.example"),
        ("見てhttps://a.example", "見て[https://a.example]"),
        ("httpx://a http:/a https:a http", "httpx://a http:/a https:a http"),
        ("https:// http://. https://)", "https:// http://. https://)"),
        (
            "javascript:alert(1) data:text/html,x ftp://a mailto:a@b",
            "javascript:alert(1) data:text/html,x ftp://a mailto:a@b",
        ),
        ("javascript://%0ahttps://a.example", "javascript://%0ahttps://a.example"),
        ("https://例え.example/é後", "[https://例え.example/é後]"),
        ("<3 a < b", "<3 a < b"),
        ("", ""),
    ];
    for (line, expected) in cases {
        assert_eq!(marked(line), expected);
    }
}

/// A sentence in any language ends as its writer ends it: neither its full stop nor what it is wrapped in is of the address.
#[test]
fn addresses_end_where_the_sentence_goes_on_in_any_language() {
    let cases = [
        // Urdu, Arabic, Hindi, Armenian, Ethiopic, Khmer, Burmese, Greek
        ("پڑھیں https://a.example/x۔", "پڑھیں [https://a.example/x]۔"),
        ("https://a.example/x۔پھر", "[https://a.example/x]۔پھر"),
        ("https://a.example/x، ثم", "[https://a.example/x]، ثم"),
        ("https://a.example/x؟", "[https://a.example/x]؟"),
        ("https://a.example/x؛", "[https://a.example/x]؛"),
        ("https://a.example/x। फिर https://a.example/y॥", "[https://a.example/x]। फिर [https://a.example/y]॥"),
        ("https://a.example/x։", "[https://a.example/x]։"),
        ("https://a.example/x።", "[https://a.example/x]።"),
        ("https://a.example/x។", "[https://a.example/x]។"),
        ("https://a.example/x။", "[https://a.example/x]။"),
        ("https://a.example/x\u{37e}", "[https://a.example/x]\u{37e}"),
        // Chinese and Japanese put no space there.
        ("見てhttps://a.example/x。次", "見て[https://a.example/x]。次"),
        ("https://a.example/x，然后https://a.example/y！", "[https://a.example/x]，然后[https://a.example/y]！"),
        ("https://a.example/x、https://a.example/y", "[https://a.example/x]、[https://a.example/y]"),
        ("（https://a.example/x）です", "（[https://a.example/x]）です"),
        ("「https://a.example/x」『https://a.example/y』", "「[https://a.example/x]」『[https://a.example/y]』"),
        ("《https://a.example/x》：https://a.example/y；", "《[https://a.example/x]》：[https://a.example/y]；"),
        ("https://a.example/x（写真あり）", "[https://a.example/x]（写真あり）"),
        ("https://a.example/百科（消歧义）", "[https://a.example/百科（消歧义）]"),
        ("https://a.example/百科（见下", "[https://a.example/百科]（见下"),
        // Quotation marks
        ("„https://a.example/x“", "„[https://a.example/x]“"),
        ("»https://a.example/x«", "»[https://a.example/x]«"),
        ("‹https://a.example/x›, ‘https://a.example/y’", "‹[https://a.example/x]›, ‘[https://a.example/y]’"),
        // Markdown and other marks
        ("**https://a.example/x**", "**[https://a.example/x]**"),
        ("**See https://a.example/x**.", "**See [https://a.example/x]**."),
        ("***https://a.example/x***", "***[https://a.example/x]***"),
        ("*https://a.example/x*", "*[https://a.example/x]*"),
        ("__https://a.example/x__", "__[https://a.example/x]__"),
        ("_https://a.example/x_y_", "_[https://a.example/x_y]_"),
        ("~~https://a.example/x~~", "~~[https://a.example/x]~~"),
        ("`https://a.example/x`.", "`[https://a.example/x]`."),
        ("[words](https://a.example/x).", "[words]([https://a.example/x])."),
        ("[https://a.example/x]", "[[https://a.example/x]]"),
        ("{https://a.example/x}", "{[https://a.example/x]}"),
        ("> https://a.example/x>", "> [https://a.example/x]>"),
        // These are the address's own.
        ("https://a.example/datamodel#object.__init__", "[https://a.example/datamodel#object.__init__]"),
        ("https://a.example/2026*", "[https://a.example/2026*]"),
        ("https://a.example/a_", "[https://a.example/a_]"),
        ("https://a.example/x_(y)_[z]", "[https://a.example/x_(y)_[z]]"),
        ("http://[::1]/ http://[::1]", "[http://[::1]/] [http://[::1]]"),
        ("https://münchen.example/%E3%80%82%60", "[https://münchen.example/%E3%80%82%60]"),
        ("https://fa.example/می\u{200c}شود", "[https://fa.example/می\u{200c}شود]"),
        ("https://fr.example/L’Aube", "[https://fr.example/L’Aube]"),
        ("https://\u{1f4a9}.example/\u{2764}\u{fe0f}", "[https://\u{1f4a9}.example/\u{2764}\u{fe0f}]"),
    ];
    for (line, expected) in cases {
        assert_eq!(marked(line), expected);
    }
}

#[test]
fn blank_lines_separate_paragraphs() {
    assert_eq!(paragraphs("a\nb\n\n \r\nc"), [vec!["a", "b"], vec!["c"]]);
    assert_eq!(paragraphs("a\r\n\r\nb"), [["a"], ["b"]]);
    assert_eq!(paragraphs("  a"), [["  a"]]);
    assert!(paragraphs(" \n\n").is_empty());
}

#[test]
fn tags_go_and_words_stay() {
    let cases = [
        ("<p>a</p><p>b</p>", "a|b"),
        ("<p>a\nb</p>\n\n<p>c</p>\n", "a b|c"),
        ("a<br>b", "a|b"),
        ("a <b>b</b> c", "a b c"),
        ("I <3 you <_< a < b", "I <3 you <_< a < b"),
        ("a<script>alert('</p>')</script>b", "ab"),
        ("a<STYLE>p{}</STYLE >b", "ab"),
        ("a<!-- <p> -->b<!doctype html>c", "abc"),
        ("a<img alt='x > y' src=b>c", "ac"),
        ("a<b title=it's>c</b>", "ac"),
        ("&lt;b&gt; &amp;amp; &#65;&#x42; &quot;&apos; &unknown; &", "<b> &amp; AB \"' &unknown; &"),
        ("<input>a<link>b", "ab"),
        ("<svg><path/>x</svg>a", "a"),
        ("a<p", "a"),
        ("a<b c", "a"),
        ("<ul><li>a</li><li>b</li></ul>", "a|b"),
    ];
    for (html, expected) in cases {
        let lines: Vec<_> = paragraphs(&strip_tags(html)).concat().into_iter().map(str::to_owned).collect();
        assert_eq!(lines.join("|"), expected, "{html}");
    }
}

/// None of this may take quadratic time: half a megabyte in well under a second, also unoptimised.
#[test]
fn long_texts_take_linear_time() {
    let clock = Instant::now();
    let hostile = [
        "<",
        "<a '",
        "<script>",
        "&",
        "&#",
        "<!--",
        "</",
        "<p",
        "http",
        "https://",
        "http://(",
        ")",
        "xhttp",
        "a\n\n",
        "'>",
        "https://a__",
        "https://a_b**",
        "https://a（",
        "https://百（",
    ];
    for piece in hostile {
        let text = piece.repeat(500_000 / piece.len());
        strip_tags(&text);
        linkify(&text);
        paragraphs(&text);
    }
    for end in [")", "_", "*", "a__", "。", "（", "é（"] {
        linkify(&["https://a", &end.repeat(500_000 / end.len())].concat());
    }
    assert!(clock.elapsed() < Duration::from_secs(60), "{:?}", clock.elapsed());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn linkify_loses_nothing_and_links_the_web_only(line in "(https?://|HTTPS://|javascript:|[a-z(). <>,é]|\\PC){0,20}") {
        let mut whole = String::new();
        for span in linkify(&line) {
            let text = match span {
                Span::Text(text) => text,
                Span::Link(address) => {
                    let lower = address.to_ascii_lowercase();
                    prop_assert!(lower.starts_with("https://") || lower.starts_with("http://"));
                    prop_assert!(!address.contains(char::is_whitespace));
                    address
                }
            };
            prop_assert!(!text.is_empty());
            whole.push_str(text);
        }
        prop_assert_eq!(whole, line);
    }

    #[test]
    fn stripping_never_fails(html in "(<|>|/|!|--|'|\"|&|;|#|script|p|br|\\PC){0,30}") {
        strip_tags(&html);
    }

    #[test]
    fn text_without_markup_stays_as_it_is(text in "[a-zA-Zé0-9 .,;>'\"]{0,40}") {
        prop_assert_eq!(strip_tags(&text), text);
    }
}
