//! Plain text.

use news_widget::sanitize::{Policy, render_text};
use wasm_bindgen_test::wasm_bindgen_test;

use super::support::serialise;

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
