//! What holds for whatever comes in.

use news_widget::sanitize::Policy;
use news_widget::sanitize::policy::{Base, Rule, Verdict, attributes};
use proptest::prelude::*;

use super::lists::{ARTICLE, COMMENT};
use crate::support::Urls;

const BASE: Base = Base { urls: &Urls, href: "https://news.example/2026/story.html" };

/// Every rule, once.
fn rules() -> impl Strategy<Value = Rule> {
    let policy = Policy::article(2);
    let all: Vec<Rule> =
        ARTICLE.split_whitespace().flat_map(|element| attributes(element, &policy).map(|(_, rule)| *rule)).collect();
    proptest::sample::select(all)
}

/// Text in which schemes, separators and oddities meet more often than by chance.
fn hostile() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "javascript:",
        "data:",
        "image/png",
        "image/svg+xml",
        ",",
        ";",
        " ",
        "\t",
        "\n",
        "\u{0}",
        "\u{1f}",
        "http",
        "s:",
        "//",
        "\\",
        "@",
        "e.example",
        ":",
        "#",
        "?",
        "1x",
        "2w",
        "(",
        ")",
        "nw-",
        "é",
        "\u{202e}",
        "\u{200b}",
        "%",
        "&",
        "blob:",
        "mailto:",
        "tel:",
        "[",
        "]",
        "0",
        "9",
        "-",
        ".",
        "a",
    ];
    let piece = prop_oneof![
        proptest::sample::select(PIECES).prop_map(str::to_owned),
        any::<char>().prop_map(|c| c.to_string())
    ];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn loads_or_leads_somewhere_allowed(value: &str) -> bool {
    ["https://", "http://", "mailto:", "tel:", "#", "data:image/"].iter().any(|start| value.starts_with(start))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn whatever_comes_in_a_list_goes_out(name in "[a-z][a-z0-9-]{0,10}|\\PC{0,8}") {
        for policy in [Policy::article(2), Policy::comment()] {
            if let Verdict::Keep(kept) = policy.element(&name) {
                prop_assert_eq!(kept, &name);
                let list = if policy.is_comment() { COMMENT } else { ARTICLE };
                prop_assert!(list.split_whitespace().any(|listed| listed == kept));
            }
        }
    }

    #[test]
    fn addresses_go_nowhere_else_and_twice_is_once(rule in rules(), raw in hostile()) {
        let policy = Policy::article(2);
        let Some(value) = rule.value(&raw, BASE, &policy) else { return Ok(()) };
        if matches!(rule, Rule::Link | Rule::Media | Rule::Image) {
            prop_assert!(loads_or_leads_somewhere_allowed(&value), "{:?} of {:?}", value, raw);
        }
        if rule == Rule::Srcset {
            for candidate in value.split(", ") {
                prop_assert!(candidate.starts_with("https://") || candidate.starts_with("http://"), "{:?} of {:?}", value, raw);
            }
        }
        prop_assert_eq!(rule.value(&value, BASE, &policy), Some(value.clone()), "{:?}", raw);
    }
}
