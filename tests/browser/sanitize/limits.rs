//! Depth and size.

use news_widget::sanitize::{Policy, render_text};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Node;

use super::parsers::{self, with};
use super::support::{elements, fragment, nodes, sanitised, serialise};

fn depth(root: &Node) -> usize {
    nodes(root).into_iter().map(|(_, depth)| depth).max().unwrap_or(0)
}

fn count(root: &Node) -> usize {
    elements(root).len()
}

fn check_depth(open: &str, close: &str, times: usize) {
    let html = format!("<p>before</p>{}deep{}<p>after</p>", open.repeat(times), close.repeat(times));
    let shown = fragment(&html, &Policy::article(2));
    assert!(depth(&shown) <= Policy::MAX_DEPTH + 1, "{open}: {}", depth(&shown));
    assert_eq!(shown.text_content().unwrap(), "beforedeepafter", "{open}");
}

#[wasm_bindgen_test]
fn depth_is_bounded_and_the_words_stay() {
    // Chromium's own parser takes a second for this.
    check_depth("<div>", "</div>", 20_000);
    let nests = [("<div>", "</div>"), ("<b>", "</b>"), ("<ul><li>", ""), ("<blockquote>", ""), ("<font>", "")];
    for (open, close) in nests {
        for parser in parsers::all() {
            with(parser, || check_depth(open, close, 2_000));
        }
    }
}

/// Where nothing more is opened, words still keep to their lines.
#[wasm_bindgen_test]
fn lines_break_at_every_depth() {
    let html = format!("{}a<br>b<p>c</p>d", "<b>".repeat(300));
    assert!(sanitised(&html, &Policy::comment()).contains("a<br>b<br>c<br>d"));
}

#[wasm_bindgen_test]
fn a_comment_of_tags_is_plain_text() {
    let nest = |times: usize| fragment(&format!("{}x", "<blockquote>".repeat(times)), &Policy::comment());
    assert!(depth(&nest(2_000)) > 100);
    let clock = js_sys::Date::now();
    let shown = nest(20_000);
    assert!(js_sys::Date::now() - clock < 1_000.0);
    assert_eq!(serialise(&shown), "<p>x</p>");
}

#[wasm_bindgen_test]
fn what_is_too_much_is_plain_text() {
    let html = format!("{}<p>the <b>end</b></p><p>of it</p><script>alert(1)</script>", "<p>x</p>".repeat(45_000));
    let shown = fragment(&html, &Policy::article(2));
    assert!(count(&shown) <= 50_001);
    let text = shown.text_content().unwrap();
    assert_eq!(text.matches('x').count(), 45_000);
    assert!(text.ends_with("\nthe end\nof it"), "{:?}", &text[text.len() - 40..]);
    assert!(!text.contains("alert"));
}

#[wasm_bindgen_test]
fn plain_text_has_the_same_bounds() {
    let shown = render_text(&"x\n".repeat(60_000), &Policy::comment()).unwrap();
    assert!(count(&shown) <= 50_001);
    assert_eq!(shown.text_content().unwrap().matches('x').count(), 60_000);
}

#[wasm_bindgen_test]
fn wide_and_odd_texts_take_bounded_time() {
    let attributes: String = (0..20_000).map(|i| format!(" onx{i}=1")).collect();
    let pieces = [
        format!("<p{attributes}>x</p>"),
        format!("<a href=/a>{}</a>", "<a>".repeat(5_000)),
        "<form><input name=a>".repeat(5_000),
        format!("<img srcset='{}'>", "a.png 1x,".repeat(5_000)),
        "<table><tr><td>".repeat(500),
        "<p id=a><b>".repeat(3_000),
        "<svg><p>".repeat(2_000),
    ];
    for html in pieces {
        let clock = js_sys::Date::now();
        let shown = fragment(&html, &Policy::article(2));
        let took = js_sys::Date::now() - clock;
        assert!(took < 20_000.0, "{took} ms: {:.60}", html);
        drop(shown);
    }
}

#[wasm_bindgen_test]
fn nothing_gives_nothing() {
    for html in ["", " ", "<", "<!---->", "<script>"] {
        let shown = fragment(html, &Policy::comment());
        assert_eq!(elements(&shown), [], "{html}: {}", serialise(&shown));
    }
}
