//! Texts in slices.

use news_widget::bounds::{ARTICLE, COMMENT};
use news_widget::sanitize::Policy;
use news_widget::sanitize::policy::{Cut, cut_markup, cut_text, disarm};
use proptest::prelude::*;

/// The slices of disarmed `markup`, each as it is parsed.
fn slices(markup: &str, budget: usize) -> Vec<(String, Cut)> {
    let (mut found, mut carried, mut at) = (Vec::new(), String::new(), 0);
    while at < markup.len() || found.is_empty() {
        let cut = cut_markup(&carried, &markup[at..], budget);
        found.push((format!("{carried}{}", &markup[at..at + cut.end]), cut.clone()));
        at += cut.end;
        carried = cut.carried;
    }
    found
}

fn texts(markup: &str, budget: usize) -> Vec<String> {
    slices(markup, budget).into_iter().map(|(text, _)| text).collect()
}

#[test]
fn a_text_is_one_slice_when_it_is_as_long_as_people_write() {
    let article =
        format!("<h2>a</h2>{}", "<p>some <b>words</b> and <a href=\"/x\">more</a>.</p><ul><li>b<li>c</ul>".repeat(60));
    assert_eq!(texts(&article, ARTICLE), [article]);
    assert_eq!(texts("", ARTICLE), [""]);
}

#[test]
fn what_is_open_where_a_slice_ends_is_open_in_the_next() {
    let list = texts("<ul dir=\"rtl\" id=\"x\"><li>a<li>b<li>c<li>d</ul>", 8);
    assert_eq!(list, ["<ul dir=\"rtl\" id=\"x\"><li>a<li>b", "<ul dir=\"rtl\"><li>c<li>d</ul>"]);
    let table = texts("<table><tr><td>a<td>b<tr><td>c</table>", 20);
    assert_eq!(table, ["<table><tr><td>a", "<table><tr><td>b<tr><td>c</table>"]);
    let paragraphs = texts("<div><p>a<p>b<p>c</div>", 4);
    assert_eq!(paragraphs, ["<div><p>a", "<div><p>b<p>c</div>"]);
    let link = texts("<a href=\"/x\">aa <i>b</i> c</a>d", 4);
    assert_eq!(link.concat(), "<a href=\"/x\">aa <a href=\"/x\"><i>b</i> c</a>d");
}

/// Words are cut where there is a blank, and never within a character or a reference.
#[test]
fn words_are_cut_at_blanks() {
    for text in ["word ".repeat(100), "w".repeat(500), "é".repeat(300), "&amp;".repeat(90), "𝄞 &copy; ".repeat(40)]
    {
        let found = texts(&text, 2);
        assert_eq!(found.concat(), text);
        for slice in found.split_last().unwrap().1 {
            let references = slice.matches('&').count() == slice.matches(';').count();
            assert!(references, "{slice}");
            assert!(!text.contains(' ') || slice.ends_with(' '), "{slice:?}");
        }
    }
}

/// Story: a comment of 9 KB held the page for four seconds, because a parser opens 120 formatting elements anew in each of
/// 1,870 paragraphs. Such a text is not given to one, and what people write is.
#[test]
fn parsers_do_not_get_what_they_would_multiply() {
    let bold: String = (0..120).map(|at| format!("<b title={at}>")).collect();
    let tangled = [
        format!("{bold}{}", "<p>x".repeat(1_000)),
        format!("<table>{}</table>", "<tr>out<b>of<td>place".repeat(200)),
        format!("<table>{}</table>", "<a href=x>".repeat(200)),
        "<a href=x><div>".repeat(120),
        "<i><b><u><s><small><tt>".to_owned() + &"<div></div>".repeat(200),
        "<b><p></b>".repeat(127).repeat(9),
        "<td>".repeat(3).repeat(9) + &"<i>".repeat(512),
        "<ruby><rt>".repeat(200),
        "<nobr>".repeat(120),
    ];
    for html in &tangled {
        assert!(Policy::is_deep(&disarm(html)), "{html:.80}");
    }
    let honest = [
        "<p>a <b>b</b> <i>c</i></p>".repeat(2_000),
        format!("<b>{}</b>", "<p>x</p>".repeat(400)),
        format!("<table>{}</table>", "<tr> <td>a</td> <td><b>b</b></td> </tr> ".repeat(400)),
        "<pre><code><span>x</span></code></pre>".repeat(900),
        "<ul><li><a href=x>a</a><li><p>b</ul>".repeat(900),
        "<ruby>a<rp>(</rp><rt>b</rt><rp>)</rp></ruby>".repeat(900),
    ];
    for html in &honest {
        assert!(!Policy::is_deep(&disarm(html)), "{html:.80}");
    }
}

/// Each of these kinds held the page for seconds. The slices of any of them are bounded, and take no more than the next one
/// however long the text is: twice the text, twice the slices.
#[test]
fn slices_are_as_heavy_as_their_bound_whatever_the_text() {
    let kinds: [&dyn Fn(usize) -> String; 9] = [
        &|n| "<td>".repeat(n),
        &|n| format!("{}{}", "<b>".repeat(120), "<p>x".repeat(n)),
        &|n| "<div>".repeat(n),
        &|n| "<audio src=a>".repeat(n),
        &|n| format!("<table>{}", "<tr><td colspan=100 rowspan=1000>x".repeat(n)),
        &|n| "<a href=x><p>".repeat(n),
        &|n| "<ruby>x<rt>y</ruby>".repeat(n),
        &|n| "word ".repeat(n * 50),
        &|n| format!("<p title=\"{}\">", "x".repeat(n)),
    ];
    for (kind, make) in kinds.iter().enumerate() {
        let count = |n: usize| {
            let found = slices(&disarm(&make(n)), COMMENT);
            for (text, cut) in &found {
                assert!(cut.weight <= COMMENT + 200 && text.matches('<').count() <= COMMENT + 200, "kind {kind}");
            }
            found.len()
        };
        let (one, two) = (count(3_000), count(6_000));
        assert!(two <= 2 * one + 1, "kind {kind}: {one}, {two}");
    }
}

#[test]
fn plain_text_ends_at_a_blank_line_if_there_is_one_in_time() {
    let text = format!("{}\n\n{}", "a\n".repeat(330), "b\n".repeat(900));
    let cut = cut_text(&text, COMMENT);
    assert_eq!(&text[..cut.end], "a\n".repeat(330), "up to the blank line");
    assert_eq!(cut_text("a\nb", COMMENT).end, 3);
    assert_eq!(cut_text("", COMMENT), Cut::default());
    for long in ["word ".repeat(20_000), "http://a.example/b ".repeat(4_000), "\n".repeat(20_000), "x\n".repeat(10_000)]
    {
        let (mut at, mut count) = (0, 0);
        while at < long.len() {
            let cut = cut_text(&long[at..], COMMENT);
            assert!(cut.end > 0 && cut.weight <= COMMENT);
            (at, count) = (at + cut.end, count + 1);
        }
        assert!(count <= 40, "{count} slices of {:.9}", long);
    }
}

proptest! {
    /// However it is cut, nothing of a text is lost, and each slice takes the scan as long as itself.
    #[test]
    fn nothing_is_lost(pieces in prop::collection::vec("<(p|b|li|td|table|/p|/b|div|/div|img src=x)>|[a-zé& ]{0,40}", 0..60), budget in 1usize..30) {
        let markup = disarm(&pieces.concat());
        let (mut carried, mut at, mut shown) = (String::new(), 0, String::new());
        while at < markup.len() {
            let cut = cut_markup(&carried, &markup[at..], budget);
            prop_assert!(cut.end > 0);
            shown.push_str(&markup[at..at + cut.end]);
            prop_assert!(cut.carried.matches('<').count() <= Policy::MAX_DEPTH);
            at += cut.end;
            carried = cut.carried;
        }
        prop_assert_eq!(shown, markup);
        let text = pieces.concat().replace('>', "\n");
        let mut at = 0;
        while at < text.len() {
            let cut = cut_text(&text[at..], budget);
            prop_assert!(cut.end > 0);
            at += cut.end;
        }
        prop_assert_eq!(at, text.len());
    }
}
