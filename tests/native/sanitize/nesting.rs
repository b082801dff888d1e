//! Which element may stand in which.

use news_widget::sanitize::policy::fits;

#[test]
fn what_a_parser_would_not_nest_does_not_fit() {
    let cases: &[(&str, &[&str], bool)] = &[
        ("p", &[], true),
        ("p", &["div"], true),
        ("p", &["p"], false),
        ("p", &["p", "b"], false),
        ("div", &["p", "span"], false),
        ("ul", &["p"], false),
        ("hr", &["p"], false),
        ("h2", &["p", "em"], false),
        ("em", &["p"], true),
        ("img", &["p", "a"], true),
        ("p", &["p", "table", "tbody", "tr", "td"], true),
        ("a", &["p"], true),
        ("a", &["a"], false),
        ("a", &["a", "p", "b"], false),
        ("li", &["ul"], true),
        ("li", &["ul", "li"], false),
        ("li", &["ul", "li", "b"], false),
        ("li", &["ul", "li", "div"], false),
        ("li", &["ul", "li", "section"], true),
        ("li", &["ul", "li", "ul"], true),
        ("li", &["ul", "li", "p"], false),
        ("dd", &["dl", "dt"], false),
        ("dt", &["dl", "dd", "i"], false),
        ("dd", &["dl", "dd", "dl"], true),
        ("h2", &["h1"], false),
        ("h2", &["h1", "span"], true),
        ("h2", &["section"], true),
        ("rt", &["ruby"], true),
        ("rt", &["ruby", "rt"], false),
        ("rp", &["ruby", "rt", "b"], true),
        ("b", &["b", "b"], true),
        ("caption", &["table"], true),
        ("caption", &["span"], false),
        ("tr", &["table"], false),
        ("tr", &["table", "thead"], true),
        ("td", &["table", "tbody", "tr"], true),
        ("th", &[], false),
        ("col", &["table", "colgroup"], true),
        ("col", &["table"], false),
    ];
    for (name, open, expected) in cases {
        assert_eq!(fits(name, open), *expected, "{name} in {open:?}");
    }
}
