//! Which element may stand in which.

use std::cell::Cell;

use news_widget::sanitize::policy::{Context, room};

fn within(open: &[&'static str]) -> Context {
    open.iter().fold(Context::default(), |context, name| context.within(name))
}

#[test]
fn what_a_parser_would_not_nest_does_not_fit() {
    let cases: &[(&str, &[&'static str], bool)] = &[
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
        assert_eq!(within(open).fits(name), *expected, "{name} in {open:?}");
    }
}

/// Story: ten comments of 7.5 KB took seven seconds, because our reader looked through all that was open, at each tag, once
/// for each that was open.
#[test]
fn a_tag_takes_a_step_for_each_open_element_at_most_when_a_text_nests_as_it_likes() {
    const MOST_OPEN: usize = 512;
    let texts: [&[&'static str]; 6] =
        [&["td"], &["p", "b"], &["a", "span"], &["table", "tr", "td", "a"], &["ul", "li", "p"], &["ruby", "rt"]];
    for (before, tags) in [("i", 0), ("i", 512), ("div", 512), ("blockquote", 200)]
        .into_iter()
        .flat_map(|(name, count)| texts.map(|tags| (vec![name; count], tags)))
    {
        let steps_for = |times: usize| {
            let (mut open, steps) = (Vec::<(&str, Context)>::new(), Cell::new(0));
            for name in before.iter().copied().chain(tags.iter().copied().cycle().take(times)) {
                let look = |at: usize| {
                    steps.set(steps.get() + 1);
                    open.get(at).copied()
                };
                if let Some(keep) = room(name, open.len(), &look) {
                    open.truncate(keep);
                }
                let context = open.last().map(|(_, context)| *context).unwrap_or_default();
                if open.len() < MOST_OPEN {
                    open.push((name, if context.fits(name) { context.within(name) } else { context }));
                }
            }
            steps.get()
        };
        let (some, more) = (steps_for(2_000), steps_for(4_000));
        assert!(more <= 4_000 * (MOST_OPEN + 1), "{before:?} {tags:?}: {more}");
        assert!(more <= some * 9 / 4, "{tags:?}: {some} steps for 2,000 tags, {more} for 4,000");
    }
}

#[test]
fn room_is_made_by_closing_what_the_next_element_ends() {
    let cases: &[(&str, &[&'static str], Option<usize>)] = &[
        ("p", &["div", "p", "b"], Some(1)),
        ("li", &["ul", "li", "p"], Some(1)),
        ("li", &["ul", "li", "ul"], Some(3)),
        ("td", &["table", "tbody", "tr", "td", "b"], Some(3)),
        ("tr", &["table", "tbody", "tr", "td"], Some(2)),
        ("td", &["div", "b"], None),
        ("a", &["a", "table", "tbody", "tr", "td"], None),
        ("a", &["p", "a", "b"], Some(1)),
    ];
    for (name, open, expected) in cases {
        let look = |at: usize| open.get(at).map(|name| (*name, within(open.get(..=at).unwrap())));
        assert_eq!(room(name, open.len(), &look), *expected, "{name} in {open:?}");
    }
}
