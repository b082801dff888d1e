//! Pure means pure: the files named here may not know of the browser. And nothing may use what weighs too much.

use std::{fs, path::Path};

const PURE: &[&str] = &[
    "src/feed",
    "src/json",
    "src/markup",
    "src/bounds.rs",
    "src/order.rs",
    "src/percent.rs",
    "src/words.rs",
    "src/article/model.rs",
    "src/related/rank.rs",
    "src/popular/rank.rs",
    "src/comments/destination.rs",
    "src/comments/mine.rs",
    "src/comments/model.rs",
    "src/comments/thread.rs",
    "src/comments/validate.rs",
    "src/comments/draft.rs",
    "src/comments/keys.rs",
    "src/comments/outbox.rs",
    "src/comments/text.rs",
    "src/comments/tree.rs",
    "src/comments/website.rs",
    "src/comments/services",
    "src/sanitize/policy",
    "src/widget/config.rs",
    "src/widget/load.rs",
    "src/widget/page.rs",
    "src/widget/routing.rs",
];

const BROWSER: &[(&str, &str)] = &[
    ("leptos", "draws"),
    ("web_sys", "is the browser"),
    ("js_sys", "is JavaScript"),
    ("gloo", "is the browser"),
    ("wasm_bindgen", "is JavaScript"),
];

/// Finds each of `words` in the code of the files at `path`, with what is said of it.
fn scan(path: &Path, words: &[(&str, &str)], found: &mut Vec<String>) {
    if path.is_dir() {
        for entry in fs::read_dir(path).unwrap() {
            scan(&entry.unwrap().path(), words, found);
        }
        return;
    }
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    for (number, line) in text.lines().enumerate() {
        let code = line.split("//").next().unwrap_or_default();
        for (word, why) in words {
            if code.contains(word) {
                found.push(format!("{}:{}: {word}: {why}", path.display(), number + 1));
            }
        }
    }
}

#[test]
fn pure_files_know_nothing_of_the_browser() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for path in PURE {
        scan(&root.join(path), BROWSER, &mut found);
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// What the standard library does with tables of Unicode or with a copy of its code for each type. `words` and `order`
/// do it in the small; the download would grow by the figures given.
const HEAVY: &[(&str, &str)] = &[
    (".sort", "3 KB for each type that is sorted: order::sorted"),
    (".to_lowercase(", "9 KB of tables: words::fold, or to_ascii_lowercase"),
    (".to_uppercase(", "9 KB of tables: CSS text-transform, or to_ascii_uppercase"),
    (".is_alphanumeric(", "9 KB of tables: words::is_word, or is_ascii_alphanumeric"),
    (".is_alphabetic(", "7 KB of tables: words::is_word, or is_ascii_alphabetic"),
    (".is_numeric(", "2 KB of tables: is_ascii_digit"),
    (":?}", "5 KB of tables that escape characters, if it is text: Display, or a name"),
    (".replace(\"", "3 KB of searching for a str: a char, or a loop"),
    (".split(\"", "3 KB of searching for a str: a char"),
    (".split_once(\"", "3 KB of searching for a str: a char and strip_prefix"),
    (".find(\"", "3 KB of searching for a str: feed::text::find"),
    ("Deserialize", "1 KB for each type, and number parsing: json::Json"),
];

#[test]
fn nothing_heavy_comes_along() {
    let mut found = Vec::new();
    scan(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), HEAVY, &mut found);
    assert!(found.is_empty(), "{found:#?}");
}
