//! Depth and size.

use news_widget::bounds::{COMMENT, TANGLE};
use news_widget::sanitize::{Policy, Slices, render_text};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, Node};

use super::parsers::{self, Parser, with};
use super::support::{BASE, elements, fragment, nodes, sanitised, serialise};

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

/// The slices of a comment, each as how many nodes it has.
fn slices(mut slices: Slices) -> Vec<usize> {
    let mut found = Vec::new();
    while !slices.is_done() {
        let slice = slices.next(&Policy::comment(), BASE).unwrap();
        found.push(nodes(&slice.nodes).len());
    }
    found
}

/// Story: comments of a few kilobytes held the page for seconds each, because as much was built as a parser makes of them.
#[wasm_bindgen_test]
fn a_slice_of_a_comment_has_few_nodes_whatever_is_written() {
    let strong: String = (0..120).map(|at| format!("<strong title=s{at}>")).collect();
    let texts = [
        format!("{strong}{}", "<p>word".repeat(1_900)),
        "<em>".repeat(500) + &"<th>".repeat(1_500),
        "<blockquote>".repeat(20_000),
        "<a href=/x>w<p>".repeat(3_000),
        "<table>w<b>v<tr>".repeat(2_000),
        "<p>w".repeat(10_000),
    ];
    for html in texts {
        for parser in [vec![Parser::None], parsers::all()].concat() {
            let found = with(parser, || slices(Slices::of_html(&html)));
            assert!(found.len() < 60 && found.iter().all(|count| *count <= COMMENT + TANGLE), "{html:.40}: {found:?}");
        }
    }
    for text in ["w\n".repeat(30_000), "w\n\n".repeat(20_000), "http://a.example/w ".repeat(3_000)] {
        let found = slices(Slices::of_text(&text));
        assert!(found.iter().all(|count| *count <= COMMENT), "{text:.20}: {found:?}");
    }
}

#[wasm_bindgen_test]
fn all_words_are_there_when_every_slice_is_drawn() {
    let html = format!("{}<p>the <b>end</b></p><p>of it</p><script>alert(1)</script>", "<p>x</p>".repeat(45_000));
    let shown = fragment(&html, &Policy::article(2));
    assert_eq!(count(&shown), 45_000 + 3);
    let text = shown.text_content().unwrap();
    assert_eq!(text.matches('x').count(), 45_000);
    assert!(text.ends_with("the endof it") && !text.contains("alert"));
    let shown = render_text(&"x\n".repeat(20_000), &Policy::comment()).unwrap();
    assert_eq!(shown.text_content().unwrap().matches('x').count(), 20_000);
}

/// Story: a table of 10 KB held the page for 12 seconds, in Firefox for two minutes, because its cells claimed 30,000 columns.
#[wasm_bindgen_test]
fn cells_span_no_more_than_people_make_them() {
    let spans = |html: &str| -> usize {
        let span = |cell: &Element, name| cell.get_attribute(name).and_then(|n| n.parse::<usize>().ok()).unwrap_or(1);
        let cells = elements(&fragment(html, &Policy::article(2)));
        cells.iter().map(|cell| span(cell, "colspan") * span(cell, "rowspan").max(1) * span(cell, "span") - 1).sum()
    };
    const SPANNED: usize = news_widget::bounds::SPANNED as usize;
    let wide = format!("<table>{}</table>", "<tr><td colspan=90 rowspan=900>w".repeat(150));
    assert!(spans(&wide) <= SPANNED, "{}", spans(&wide));
    assert!(spans(&format!("<table>{}", "<col span=100>".repeat(300))) <= SPANNED);
    let honest = format!("<table>{}</table>", "<tr><td colspan=3>a<td rowspan=2>b".repeat(100));
    assert_eq!(spans(&honest), 300, "a table as people write it keeps its spans");
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
