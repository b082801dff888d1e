//! Dates and numbers as the reader's language writes them, by the browser's own `Intl` (ECMA-402).

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::feed::{Date, Precision};

#[wasm_bindgen]
extern "C" {
    // js-sys declares these without `catch`, and a bad language tag throws a RangeError.
    #[wasm_bindgen(catch, js_namespace = Intl, js_name = getCanonicalLocales)]
    fn canonical_locales(tag: &str) -> Result<Array, JsValue>;
}

#[wasm_bindgen]
extern "C" {
    /// Of `src/widget/modules.js`.
    #[wasm_bindgen(catch, js_name = ofReader)]
    fn readers_own(tag: &str, written: &str) -> Result<String, JsValue>;
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type RelativeTimeFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(language: &str, options: &Object) -> RelativeTimeFormat;
    #[wasm_bindgen(method)]
    fn format(this: &RelativeTimeFormat, value: i32, unit: &str) -> String;
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type Segmenter;
    // Firefox has it since 125.
    #[wasm_bindgen(catch, constructor, js_namespace = Intl)]
    fn new() -> Result<Segmenter, JsValue>;
    #[wasm_bindgen(method)]
    fn segment(this: &Segmenter, text: &str) -> Segments;
    type Segments;
    #[wasm_bindgen(method)]
    fn containing(this: &Segments, at: u32) -> Option<Segment>;
    type Segment;
    #[wasm_bindgen(method, getter)]
    fn segment(this: &Segment) -> String;
}

/// The first letter of `text` as people see it, with its marks: a flag, or a family, is one
/// ([UAX #29](https://www.unicode.org/reports/tr29/)). Where the browser cannot tell, its first character.
pub fn first_letter(text: &str) -> String {
    let found = Segmenter::new().ok().and_then(|segmenter| segmenter.segment(text).containing(0));
    found.map_or_else(|| text.chars().take(1).collect(), |found| found.segment())
}

/// `tag` in its canonical form; `None` when it is no BCP 47 language tag.
pub fn canonical_language(tag: &str) -> Option<String> {
    canonical_locales(tag).ok()?.get(0).as_string()
}

/// `language`, which must be canonical, as it is written where the reader lives: the first of the browser's languages that is
/// the same one, in the same script, if it names a region. As it is where the `written` one names a region.
pub fn of_reader(language: String, written: &str) -> String {
    readers_own(&language, written).unwrap_or(language)
}

/// How a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateStyle {
    /// `Monday, January 19, 2026`
    Full,
    /// `January 19, 2026`
    Long,
    /// `January 19, 2026 at 4:05 PM`, or only the day when no more is known
    LongWithTime,
    /// `Jan 19, 2026`
    Medium,
    /// `Jan 19, 2026, 4:05 PM`, or only the day when no more is known
    MediumWithTime,
}

/// `date` in `language`, which must be canonical. A day is shown as the feed wrote it, a moment in the reader's zone.
pub fn format_date(date: Date, language: &str, style: DateStyle) -> String {
    let options = Object::new();
    let set = |key: &str, value: &str| {
        // Setting a fresh object's property cannot fail.
        let _ = Reflect::set(&options, &key.into(), &value.into());
    };
    set(
        "dateStyle",
        match style {
            DateStyle::Full => "full",
            DateStyle::Long | DateStyle::LongWithTime => "long",
            DateStyle::Medium | DateStyle::MediumWithTime => "medium",
        },
    );
    match date.precision() {
        Precision::Day => set("timeZone", "UTC"),
        Precision::Time if matches!(style, DateStyle::LongWithTime | DateStyle::MediumWithTime) => {
            set("timeStyle", "short")
        }
        Precision::Time => {}
    }
    js_sys::Date::new(&JsValue::from_f64(date.millis() as f64)).to_locale_string(language, &options).into()
}

/// `date` for the `datetime` attribute of a `time` element (ISO 8601); a day has no time of day.
pub fn iso(date: Date) -> String {
    // Not `toISOString`: it throws on a date beyond what `Date` holds, where `toJSON` answers null.
    let json = JsValue::from(js_sys::Date::new(&JsValue::from_f64(date.millis() as f64)).to_json());
    let text = json.as_string().unwrap_or_default();
    match date.precision() {
        Precision::Day => text.split('T').next().unwrap_or_default().to_owned(),
        Precision::Time => text,
    }
}

/// `number` in `language`, which must be canonical.
pub fn format_number(number: u64, language: &str) -> String {
    js_sys::Number::from(number as f64).to_locale_string(language).into()
}

/// `value` units from now, less than 0 for the past, in `language`, which must be canonical: `5 minutes ago`.
pub fn format_relative(value: i32, unit: &str, language: &str) -> String {
    let options = Object::new();
    // Setting a fresh object's property cannot fail. "now", "yesterday":
    let _ = Reflect::set(&options, &"numeric".into(), &"auto".into());
    RelativeTimeFormat::new(language, &options).format(value, unit)
}
