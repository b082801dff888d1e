//! Our own attacks, read from tests/fixtures/attacks: a file for each class, which the end-to-end tests read, too.

use serde_json::Value;

const CLASSES: &[&str] = &[
    include_str!("../../fixtures/attacks/attributes.json"),
    include_str!("../../fixtures/attacks/clobbering.json"),
    include_str!("../../fixtures/attacks/css.json"),
    include_str!("../../fixtures/attacks/depth.json"),
    include_str!("../../fixtures/attacks/elements.json"),
    include_str!("../../fixtures/attacks/ids.json"),
    include_str!("../../fixtures/attacks/links.json"),
    include_str!("../../fixtures/attacks/mutation.json"),
    include_str!("../../fixtures/attacks/names.json"),
    include_str!("../../fixtures/attacks/namespaces.json"),
    include_str!("../../fixtures/attacks/raw-text.json"),
    include_str!("../../fixtures/attacks/srcset.json"),
    include_str!("../../fixtures/attacks/urls.json"),
];

/// One attack.
pub struct Case {
    pub html: String,
    /// The parsers are right to read it in different ways; the file says why.
    pub differs: bool,
}

/// Every case of every class.
pub fn all() -> Vec<Case> {
    CLASSES.iter().flat_map(|class| read(&serde_json::from_str(class).unwrap())).collect()
}

fn read(class: &Value) -> Vec<Case> {
    let within = class["in"].as_str();
    let cases = class["cases"].as_array().unwrap();
    assert!(!cases.is_empty());
    cases.iter().map(|case| one(case, within)).collect()
}

/// A text, or an object with the text in `html`. `repeat` stands before it, `times` times, and `close` as often after it;
/// a class of addresses says in `in` what they stand in.
fn one(case: &Value, within: Option<&str>) -> Case {
    let html = case.as_str().or(case["html"].as_str()).unwrap();
    let times = case["times"].as_u64().unwrap_or(0) as usize;
    let repeated = |key: &str| case[key].as_str().unwrap_or_default().repeat(times);
    let html = format!("{}{html}{}", repeated("repeat"), repeated("close"));
    let html = within.map(|within| within.replace("{}", &html.replace('"', "&quot;"))).unwrap_or(html);
    Case { html, differs: case["differs"].is_string() }
}
