//! Pure means pure: the files named here may not know of the browser.

use std::{fs, path::Path};

const PURE: &[&str] = &[
    "src/feed",
    "src/article/model.rs",
    "src/related/rank.rs",
    "src/popular/rank.rs",
    "src/comments/model.rs",
    "src/comments/thread.rs",
    "src/comments/validate.rs",
    "src/comments/draft.rs",
    "src/comments/keys.rs",
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

const FORBIDDEN: &[&str] = &["leptos", "web_sys", "js_sys", "gloo", "wasm_bindgen"];

fn check(path: &Path, found: &mut Vec<String>) {
    if path.is_dir() {
        for entry in fs::read_dir(path).unwrap() {
            check(&entry.unwrap().path(), found);
        }
        return;
    }
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    for (number, line) in text.lines().enumerate() {
        let code = line.split("//").next().unwrap_or_default();
        for word in FORBIDDEN {
            if code.contains(word) {
                found.push(format!("{}:{}: {word}", path.display(), number + 1));
            }
        }
    }
}

#[test]
fn pure_files_know_nothing_of_the_browser() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for path in PURE {
        check(&root.join(path), &mut found);
    }
    assert!(found.is_empty(), "{found:#?}");
}
