//! Our cursor over JSON, held against `serde_json::Value`.

use news_widget::json::{Json, LongStrings, Writer};
use proptest::prelude::*;
use serde_json::{Map, Value};

/// Reads all of it, one level after the other. Of equal keys the last counts, as in `serde_json`.
fn value(json: Json) -> Value {
    if let Some(pairs) = json.object() {
        return Value::Object(pairs.into_iter().map(|(key, json)| (key.into_owned(), value(json))).collect());
    }
    if let Some(list) = json.list() {
        return Value::Array(list.into_iter().map(value).collect());
    }
    if let Some(text) = json.text() {
        assert!(!text.broken);
        return Value::String(text.text.into_owned());
    }
    serde_json::from_str(json.as_str()).unwrap()
}

/// What JSON is.
fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-1e9..1e9).prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 64, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((text(), inner), 0..6).prop_map(|pairs| Value::from(Map::from_iter(pairs))),
        ]
    })
}

/// Text with all that a reader of JSON may stumble over.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[\"\\\\/{}\\[\\],: \n\u{0}-\u{1f}a😀é]{0,8}"]
}

/// `text` with every UTF-16 unit escaped.
fn escaped(text: &str) -> String {
    let units: String = text.encode_utf16().map(|unit| format!("\\u{unit:04X}")).collect();
    format!("\"{units}\"")
}

#[test]
fn the_short_escapes_and_half_characters() {
    for (json, text, broken) in [
        (r#""""#, "", false),
        (r#""\"\\\/\b\f\n\r\tx""#, "\"\\/\u{8}\u{c}\n\r\tx", false),
        (r#""é\u00e9\uD83D\uDE00""#, "éé😀", false),
        (r#""\ud83d""#, "\u{fffd}", true),
        (r#""\ude00\ud83d!""#, "\u{fffd}\u{fffd}!", true),
        (r#""\ud83d\ud83d\ude00\ud83d\u0041""#, "\u{fffd}😀\u{fffd}A", true),
    ] {
        let found = Json::check(json).unwrap().text().unwrap();
        assert_eq!((found.text.as_ref(), found.broken), (text, broken), "{json}");
    }
    assert!(matches!(Json::check("\"plain\"").unwrap().text().unwrap().text, std::borrow::Cow::Borrowed("plain")));
}

#[test]
fn nothing_is_what_it_is_not() {
    for json in ["null", "1", "true", "\"[{\"", "[\"{\"]", "{\"[\":1}"].map(|json| Json::check(json).unwrap()) {
        let kinds = [json.text().is_some(), json.list().is_some(), json.object().is_some()];
        assert!(kinds.iter().filter(|kind| **kind).count() <= 1, "{json:?}");
    }
    for broken in ["", " ", "{", "[1,]", "{\"a\"}", "\"\\x\"", "\"\u{1}\"", "01", "nul", "[] []", "\"\\u12\""] {
        assert!(Json::check(broken).is_err(), "{broken}");
    }
}

#[test]
fn a_hundred_thousand_levels() {
    let text = "[{\"a\":".repeat(100_000) + "1" + &"}]".repeat(100_000);
    let json = Json::check(&text).unwrap();
    let [inner] = json.list().unwrap().try_into().unwrap();
    assert_eq!(inner.object().unwrap()[0].1.as_str().len(), text.len() - 8);
}

#[test]
fn an_object_is_written() {
    assert_eq!(Writer::default().finish(), "{}");
    let mut writer = Writer::default();
    writer.text("a", None);
    writer.json("b\"", "[1]");
    writer.text("c", Some("\u{1f}\\"));
    assert_eq!(writer.finish(), "{\"b\\\"\":[1],\"c\":\"\\u001f\\\\\"}");
}

proptest! {
    #[test]
    fn it_reads_what_serde_json_reads(written in any_value(), pretty in any::<bool>()) {
        let text = if pretty { serde_json::to_string_pretty(&written) } else { serde_json::to_string(&written) }.unwrap();
        let read: Value = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(value(Json::check(&format!(" \r\n{text}\t")).unwrap()), read);
    }

    #[test]
    fn long_strings_are_passed_over_as_if_they_were_looked_into(keys in prop::collection::vec(text(), 1..6), long in text()) {
        let long = long.repeat(100);
        let written = keys.iter().rev().fold(Value::from(long.as_str()), |inner, key| {
            Value::from(vec![Value::from(long.as_str()), Value::from(Map::from_iter([(key.clone(), inner), ("\"".into(), 1.into())]))])
        });
        let text = written.to_string();
        let strings = LongStrings::of(&text);
        prop_assert_eq!(value(Json::check(&text).unwrap().knowing(&strings)), written);
    }

    #[test]
    fn it_reads_what_is_escaped(text in text()) {
        let json = escaped(&text);
        let found = Json::check(&json).unwrap().text().unwrap();
        prop_assert_eq!((found.text.into_owned(), found.broken), (text, false));
    }

    #[test]
    fn serde_json_reads_what_it_writes(key in text(), text in text()) {
        let mut writer = Writer::default();
        writer.text(&key, Some(&text));
        let written: Value = serde_json::from_str(&writer.finish()).unwrap();
        prop_assert_eq!(written, Value::from(Map::from_iter([(key, Value::from(text))])));
    }

    #[test]
    fn whatever_is_checked_is_read(text in "[\\[\\]{},:\"\\\\u0-9a-f. eE+-]{0,12}") {
        let strings = LongStrings::of(&text);
        if let Ok(json) = Json::check(&text) {
            let json = json.knowing(&strings);
            let _ = (json.text(), json.list(), json.object());
        }
    }
}
