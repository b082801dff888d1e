//! The rules of docs/development.md that a compiler does not know: what is pure, which way imports go, how long files are,
//! what weighs too much. The lists of exceptions can only shrink: one that is not needed any more fails, too.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// The crate's folder.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files below `folder` that end so, by their paths from the crate's folder, in order.
fn files(folder: &str, endings: &[&str]) -> Vec<String> {
    fn walk(path: PathBuf, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() && !entry.ends_with("target") && !entry.ends_with("node_modules") {
                walk(entry, found);
            } else {
                found.push(entry);
            }
        }
    }
    let mut found = Vec::new();
    walk(root().join(folder), &mut found);
    let names = found.into_iter().map(|path| path.strip_prefix(root()).unwrap().to_str().unwrap().to_owned());
    let mut names: Vec<String> = names.filter(|name| endings.iter().any(|ending| name.ends_with(ending))).collect();
    names.sort();
    names
}

fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The lines of code of a file, with their numbers; without comments.
fn code(path: &str) -> Vec<(usize, String)> {
    let lines = text(path);
    let lines = lines.lines().map(|line| line.split("//").next().unwrap_or_default().to_owned());
    lines.enumerate().map(|(at, line)| (at + 1, line)).collect()
}

/// Whether a file says in its header that it is pure.
fn says_pure(path: &str) -> bool {
    text(path)
        .lines()
        .take_while(|line| line.starts_with("//!"))
        .any(|line| line.split("Pure").skip(1).any(|rest| rest.starts_with(['.', ':', ','])))
}

/// The module that a file is: `["feed", "text"]` of `src/feed/text.rs`, `["feed"]` of `src/feed/mod.rs`.
fn module(path: &str) -> Vec<String> {
    let path = path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    path.split('/').map(str::to_owned).collect()
}

/// The file of the deepest module that `path` names; what follows are its items.
fn file_of(path: &[String]) -> Option<String> {
    (1..=path.len()).rev().find_map(|length| {
        let name = format!("src/{}", path[..length].join("/"));
        [format!("{name}.rs"), format!("{name}/mod.rs")].into_iter().find(|file| root().join(file).is_file())
    })
}

/// What a file imports of the crate, and what it names in full, as paths from the crate: `use crate::{a, b::{c, d}}` is
/// `a`, `b::c` and `b::d`.
fn imports(path: &str) -> Vec<Vec<String>> {
    let text: String = code(path).into_iter().map(|(_, line)| line + "\n").collect();
    let own = module(path);
    let parent = own[..own.len() - 1].to_vec();
    let above = if path.ends_with("/mod.rs") { own.clone() } else { parent.clone() };
    let mut found = Vec::new();
    for (start, base) in [("crate::", Vec::new()), ("super::", if path.ends_with("/mod.rs") { parent } else { above })]
    {
        for (at, _) in text.match_indices(start) {
            if text[..at].ends_with("::") || text[..at].ends_with("super::") {
                continue; // counted from its beginning
            }
            let mut rest = &text[at + start.len()..];
            let mut base = base.clone();
            while start == "super::" && rest.starts_with("super::") {
                base.pop();
                rest = &rest["super::".len()..];
            }
            tree(rest, &base, &mut found);
        }
    }
    found
}

/// Reads a tree of paths, of what follows `::` on. Answers what is left of the text.
fn tree<'a>(text: &'a str, base: &[String], found: &mut Vec<Vec<String>>) -> &'a str {
    if let Some(mut rest) = text.strip_prefix('{') {
        loop {
            rest = rest.trim_start();
            if let Some(rest) = rest.strip_prefix('}') {
                return rest;
            }
            let next = tree(rest, base, found).trim_start();
            rest = next.strip_prefix(',').unwrap_or(next);
            if rest.len() == next.len() && !rest.starts_with('}') {
                return rest; // no list of imports after all
            }
        }
    }
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    let mut path = base.to_vec();
    if name != "self" && !name.is_empty() {
        path.push(name.to_owned());
    }
    match rest.strip_prefix("::") {
        Some(rest) => tree(rest, &path, found),
        None => {
            found.push(path);
            rest.trim_start()
                .strip_prefix("as ")
                .map_or(rest, |rest| rest.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_'))
        }
    }
}

/// Crates that a pure file may not know.
const BROWSER: &[&str] = &["leptos", "web_sys", "js_sys", "gloo", "wasm_bindgen"];

#[test]
fn pure_files_know_nothing_of_the_browser() {
    let mut found = Vec::new();
    for file in files("src", &[".rs"]).iter().filter(|file| says_pure(file)) {
        for (number, line) in code(file) {
            found.extend(
                BROWSER.iter().filter(|name| line.contains(*name)).map(|name| format!("{file}:{number}: {name}")),
            );
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn pure_files_use_pure_files() {
    let mut found = BTreeSet::new();
    for file in files("src", &[".rs"]).into_iter().filter(|file| says_pure(file)) {
        for path in imports(&file) {
            let Some(used) = file_of(&path) else { continue };
            if !says_pure(&used) {
                found.insert((file.clone(), used));
            }
        }
    }
    assert!(found.is_empty(), "pure files that use others, which do not say that they are pure: {found:#?}");
}

#[test]
fn files_below_a_pure_module_say_that_they_are_pure() {
    let pure: Vec<String> = files("src", &[".rs"]).into_iter().filter(|file| says_pure(file)).collect();
    let folders: Vec<String> = pure
        .iter()
        .map(|file| file.trim_end_matches("mod.rs").trim_end_matches(".rs").trim_end_matches('/').to_owned() + "/")
        .collect();
    let silent: Vec<String> = files("src", &[".rs"])
        .into_iter()
        .filter(|file| folders.iter().any(|folder| file.starts_with(folder)) && !says_pure(file))
        .collect();
    assert!(silent.is_empty(), "{silent:#?}");
}

/// Which top folder or file of `src` imports from which, today: `widget` and the parts of the page still know each other, and
/// `platform` the comments' requests. What is not here must not be; what is here and not so must go.
const DIRECTIONS: &[(&str, &[&str])] = &[
    ("article", &["bounds", "feed", "i18n", "markup", "platform", "sanitize", "view", "widget", "words"]),
    (
        "comments",
        &[
            "article", "feed", "i18n", "json", "later", "markup", "order", "percent", "platform", "sanitize", "view",
            "widget", "words",
        ],
    ),
    ("feed", &["bounds", "json", "markup", "order", "percent", "words"]),
    ("platform", &["bounds", "comments", "feed"]),
    ("popular", &["article", "feed", "order", "view", "widget"]),
    ("related", &["article", "feed", "order", "view", "widget", "words"]),
    ("sanitize", &["bounds", "feed", "markup", "percent", "platform", "words"]),
    ("view", &["order", "platform"]),
    (
        "widget",
        &[
            "article", "bounds", "comments", "feed", "i18n", "later", "markup", "percent", "platform", "popular",
            "related", "sanitize", "view", "words",
        ],
    ),
];

#[test]
fn imports_go_the_ways_that_are_listed() {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in files("src", &[".rs"]) {
        let own = module(&file).remove(0);
        let used = imports(&file).into_iter().filter(|path| file_of(path).is_some());
        let used = used.filter_map(|path| path.first().cloned()).filter(|top| *top != own);
        found.entry(own.clone()).or_default().extend(used);
    }
    found.retain(|_, used| !used.is_empty());
    let listed: BTreeMap<String, BTreeSet<String>> = DIRECTIONS
        .iter()
        .map(|(top, used)| ((*top).to_owned(), used.iter().map(|name| (*name).to_owned()).collect()))
        .collect();
    assert_eq!(found, listed, "imports that are not listed, or listed and not there any more");
}

/// Lines of a file.
const LONGEST: usize = 300;
/// Files of a folder.
const FULLEST: usize = 20;

/// Files that are longer.
const LONG: &[&str] = &[
    "src/comments/discussion.rs",
    "src/comments/dispatch.rs",
    "src/comments/outbox.rs",
    "src/comments/pages.rs",
    "tests/browser/view.rs",
    "tests/e2e/configure.test.mjs",
    "tests/e2e/errors.test.mjs",
    "tests/e2e/isso.test.mjs",
    "tests/native/comments/isso.rs",
    "tests/native/feed/wordpress.rs",
    "tests/native/sanitize/addresses.rs",
];
/// Folders that are fuller.
const FULL: &[&str] = &["scripts", "src/comments", "src/widget", "tests/e2e"];

#[test]
fn files_are_short_and_folders_have_few() {
    let sources =
        ["src", "tests", "scripts", "style", "pages", "examples/comment-server/src", "examples/comment-server/tests"];
    let all: Vec<String> =
        sources.iter().flat_map(|folder| files(folder, &[".rs", ".mjs", ".js", ".css", ".sh"])).collect();
    let long: Vec<&String> = all.iter().filter(|file| text(file).lines().count() > LONGEST).collect();
    assert_eq!(long, LONG, "files of more than {LONGEST} lines, or listed and not so long any more");
    let mut folders: BTreeMap<&str, usize> = BTreeMap::new();
    for file in &all {
        *folders.entry(file.rsplit_once('/').unwrap().0).or_default() += 1;
    }
    let full: Vec<&str> = folders.into_iter().filter(|(_, count)| *count > FULLEST).map(|(folder, _)| folder).collect();
    assert_eq!(full, FULL, "folders of more than {FULLEST} files, or listed and not so full any more");
}

/// What only `platform` may use: the rest goes through it, and what it begins is under way to `element.settled`.
const PLATFORM: &[(&str, &str)] = &[
    ("spawn_local", "platform::spawn"),
    ("request_animation_frame", "platform::next_frame"),
    ("set_timeout", "platform::Timeout"),
    ("local_storage", "platform::Storage"),
];

#[test]
fn only_the_platform_folder_knows_timers_tasks_and_storage() {
    let mut found = Vec::new();
    for file in files("src", &[".rs"]).iter().filter(|file| !file.starts_with("src/platform/")) {
        for (number, line) in code(file) {
            let named = PLATFORM.iter().filter(|(name, _)| line.contains(name));
            found.extend(named.map(|(name, instead)| format!("{file}:{number}: {name}: use {instead}")));
        }
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
    for file in files("src", &[".rs"]) {
        for (number, line) in code(&file) {
            let named = HEAVY.iter().filter(|(word, _)| line.contains(word));
            found.extend(named.map(|(word, why)| format!("{file}:{number}: {word}: {why}")));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}
