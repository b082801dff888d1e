//! The codes of `news-widget:error` are a contract: what programs may get stands in the types, in README and docs.

use std::{collections::BTreeSet, fs};

/// What stands in quotes after `before`, in code that gives a code.
fn quoted<'a>(text: &'a str, before: &str) -> Vec<&'a str> {
    text.split(before).skip(1).filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next()).collect()
}

#[test]
fn every_code_is_in_the_types_and_in_the_docs() {
    let read = |path: &str| fs::read_to_string(path).unwrap();
    let (failure, error) = (read("src/widget/failure.rs"), read("src/feed/error.rs"));
    let mut codes: BTreeSet<&str> = ["load", "blocked", "timeout"].into(); // the loader's
    for text in [&failure, &error] {
        codes.extend(quoted(text, "=>").iter().filter(|code| !code.contains(' ')));
    }
    let types = read("src/widget/news-widget.d.ts");
    let list = types.split("export type NewsErrorCode =").nth(1).unwrap().split(';').next().unwrap();
    assert_eq!(codes, quoted(list, "|").into_iter().collect());
    let docs = [read("README.md"), read("docs/feed.md")].concat();
    for code in codes {
        assert!(docs.contains(&format!("`{code}`")), "{code} is not in the docs");
    }
}
