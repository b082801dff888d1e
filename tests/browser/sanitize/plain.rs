//! Plain text.

use news_widget::{
    feed::plain_text,
    markup::know_more,
    sanitize::{Policy, reference, render, render_text},
};
use wasm_bindgen_test::wasm_bindgen_test;

use super::support::serialise;

/// "&Omega;" stood in headlines as it is written here: our own table has few of HTML's 2,231 names.
#[wasm_bindgen_test]
fn the_browser_knows_all_names_of_characters() {
    know_more(reference);
    for (markup, text) in [
        ("&Omega;&lstrok;&ccaron;&NotEqualTilde;&CounterClockwiseContourIntegral;", "Ωłč≂̸∳"),
        ("&eacute;&amp;Omega;", "é&Omega;"),
        ("&bogus;&notit;&Omega &omega;&Omega;", "&bogus;&notit;&Omega ωΩ"),
    ] {
        assert_eq!(plain_text(markup), text, "{markup}");
        assert_eq!(plain_text(markup), text, "{markup}, once more");
    }
}

#[wasm_bindgen_test]
fn marks_are_not_piled_up_in_a_text() {
    let html = render_text(&format!("M{}", "\u{301}".repeat(100)), &Policy::comment()).unwrap();
    assert_eq!(serialise(&html), format!("<p>M{}</p>", "\u{301}".repeat(5)));
}

#[wasm_bindgen_test]
fn text_becomes_paragraphs_lines_and_links() {
    let cases = [
        ("one\ntwo\n\n\nthree", "<p>one<br>two</p><p>three</p>"),
        ("a < b & <script>", "<p>a &lt; b &amp; &lt;script&gt;</p>"),
        (
            "see https://a.example/x. Or (http://b.example)",
            "<p>see <a href=\"https://a.example/x\" rel=\"noopener noreferrer ugc nofollow\">https://a.example/x</a>. Or (<a href=\"http://b.example/\" rel=\"noopener noreferrer ugc nofollow\">http://b.example</a>)</p>",
        ),
        ("javascript:alert(1) http://", "<p>javascript:alert(1) http://</p>"),
        ("", ""),
        ("\r\n a\r\n", "<p> a</p>"),
        ("https://user:pass@a.example/", "<p>https://user:pass@a.example/</p>"),
    ];
    for (text, expected) in cases {
        assert_eq!(serialise(&render_text(text, &Policy::comment()).unwrap()), expected);
    }
}

/// A reader writes in Urdu on an English page.
#[wasm_bindgen_test]
fn blocks_find_their_direction_where_nobody_says_the_language() {
    let policy = Policy::comment().with_directions(true);
    assert_eq!(
        serialise(&render_text("one\n\ntwo", &policy).unwrap()),
        "<p dir=\"auto\">one</p><p dir=\"auto\">two</p>"
    );
    let html = "a<p>b</p><blockquote><p>c</p></blockquote><ul><li>d</li></ul><p dir=rtl lang=he>e</p><pre>f</pre>";
    let shown = "a<p dir=\"auto\">b</p><blockquote dir=\"auto\"><p>c</p></blockquote><ul dir=\"auto\"><li>d</li></ul>\
        <p dir=\"rtl\" lang=\"he\">e</p><pre dir=\"auto\">f</pre>";
    let once = serialise(&render(html, &policy, "https://a.example/").unwrap());
    assert_eq!(once, shown);
    assert_eq!(serialise(&render(&once, &policy, "https://a.example/").unwrap()), shown, "and once more");
}
