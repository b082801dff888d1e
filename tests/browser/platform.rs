//! The door to the outside.

use std::{cell::Cell, rc::Rc};

use js_sys::Promise;
use news_widget::{
    feed::Date,
    platform::{
        AbortGuard, BrowserUrls, DateStyle, Storage, StorageError, Timeout, canonical_language, dispatch, first_letter,
        format_date, format_number, iso, keep_scroll, now, random_id, scroll_to, scrolled,
    },
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{EventTarget, ShadowRoot};

use crate::support::{get, js, settled, until};

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

#[wasm_bindgen_test]
fn a_day_is_the_day_that_the_feed_wrote_in_every_zone() {
    let day = date("2026-01-19");
    assert_eq!(format_date(day, "en", DateStyle::Full), "Monday, January 19, 2026");
    assert_eq!(format_date(day, "en", DateStyle::Long), "January 19, 2026");
    assert_eq!(format_date(day, "en", DateStyle::LongWithTime), "January 19, 2026", "no time that nobody wrote");
    assert_eq!(format_date(day, "en", DateStyle::MediumWithTime), "Jan 19, 2026");
    assert_eq!(iso(day), "2026-01-19");
}

#[wasm_bindgen_test]
fn a_moment_has_a_time_of_day() {
    let moment = date("2026-01-19T12:30:00Z");
    let shown = format_date(moment, "en", DateStyle::LongWithTime);
    assert!(shown.contains("2026") && shown.contains(":30") || shown.contains(":00"), "{shown}");
    assert!(!format_date(moment, "en", DateStyle::Long).contains(':'));
    assert_eq!(iso(moment), "2026-01-19T12:30:00.000Z");
    assert_eq!(iso(date("2026-01-19T12:30:00+05:30")), "2026-01-19T07:00:00.000Z");
}

#[wasm_bindgen_test]
fn dates_and_numbers_in_the_readers_language() {
    let arabic = format_date(date("2026-01-19"), "ar", DateStyle::Full);
    assert!(arabic.contains("الاثنين") && arabic.contains("يناير"), "{arabic}");
    assert_eq!(format_date(date("2026-01-19"), "de", DateStyle::Long), "19. Januar 2026");
    assert_eq!(format_number(1_234_567, "en"), "1,234,567");
    assert_eq!(format_number(1_234_567, "de"), "1.234.567");
}

#[wasm_bindgen_test]
fn dates_beyond_what_a_browser_holds_do_no_harm() {
    for millis in [i64::MIN, i64::MAX, 8_640_000_000_000_001] {
        assert_eq!(iso(Date::from_millis(millis)), "");
        assert!(!format_date(Date::from_millis(millis), "en", DateStyle::Full).is_empty());
    }
    assert!(now().millis() > 1_700_000_000_000);
}

#[wasm_bindgen_test]
fn language_tags_are_canonical_or_none() {
    assert_eq!(canonical_language("EN-us").as_deref(), Some("en-US"));
    assert_eq!(canonical_language("ar").as_deref(), Some("ar"));
    for tag in ["", "english language", "en_US", "-", "e"] {
        assert_eq!(canonical_language(tag), None, "{tag}");
    }
}

/// Half a flag, or the father of a family, stood for a commenter.
#[wasm_bindgen_test]
fn a_first_letter_is_what_people_take_for_one() {
    for (name, letter) in [
        ("Ann", "A"),
        ("👨‍👩‍👧‍👦 Family", "👨‍👩‍👧‍👦"),
        ("🇵🇰🇳🇵", "🇵🇰"),
        ("किरण", "कि"),
        ("E\u{301}lodie", "E\u{301}"),
        ("𠮷野家", "𠮷"),
        ("", ""),
    ] {
        assert_eq!(first_letter(name), letter, "{name}");
    }
    let segmenter = js("const { Segmenter } = Intl; delete Intl.Segmenter; return Segmenter", &"".into());
    assert_eq!(first_letter("🇵🇰"), "🇵", "where the browser cannot tell");
    js("Intl.Segmenter = it", &segmenter);
}

/// Scripts of the host write what they like beside ours.
#[wasm_bindgen_test]
fn storage_tells_of_the_keys_that_were_asked_for_and_of_the_end_of_all() {
    let told: Rc<Cell<Vec<Option<String>>>> = Rc::default();
    let listener = {
        let told = told.clone();
        Storage.watch("test/ours/", move |key| told.set(told.take().into_iter().chain([key]).collect()))
    };
    let change = "dispatchEvent(new StorageEvent('storage', { key: it }))";
    for key in ["test/ours/1".into(), "test/other".into(), "".into(), JsValue::NULL, "test/ours".into()] {
        js(change, &key);
    }
    assert_eq!(told.take(), [Some("test/ours/1".to_owned()), None]);
    drop(listener);
    js(change, &JsValue::NULL);
    assert_eq!(told.take(), []);
}

#[wasm_bindgen_test]
fn an_id_is_a_version_4_uuid_and_no_two_are_alike() {
    let mut ids: Vec<String> = (0..500).map(|_| random_id()).collect();
    for id in &ids {
        let shape = "return /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(it)";
        assert_eq!(js(shape, &id.into()), true, "{id}");
    }
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 500);
}

#[wasm_bindgen_test]
fn storage_keeps_lists_and_forgets() {
    for (key, value) in [("test/a/1", "one"), ("test/a/2", ""), ("test/b", "ü\u{0}\u{1F5DE}")] {
        assert_eq!(Storage.set(key, value), Ok(()));
        assert_eq!(Storage.get(key).as_deref(), Some(value));
    }
    let mut keys = Storage.keys("test/a/");
    keys.sort();
    assert_eq!(keys, ["test/a/1", "test/a/2"]);
    assert_eq!(Storage.get("test/none"), None);
    Storage.remove("test/none");
    for key in Storage.keys("test/") {
        Storage.remove(&key);
    }
    assert_eq!(Storage.keys("test/"), [""; 0]);
}

#[wasm_bindgen_test]
fn full_storage_says_so_and_loses_nothing() {
    assert_eq!(Storage.set("test/kept", "before"), Ok(()));
    let huge = "x".repeat(20_000_000);
    assert_eq!(Storage.set("test/huge", &huge), Err(StorageError::Full));
    assert_eq!(Storage.set("test/kept", &huge), Err(StorageError::Full));
    assert_eq!(Storage.get("test/kept").as_deref(), Some("before"));
    Storage.remove("test/kept");
}

#[wasm_bindgen_test]
fn an_event_reaches_the_page_and_may_be_cancelled() {
    let place = js(
        "const place = document.createElement('div'); document.body.append(place);
         place.seen = []; place.addEventListener('said', (e) => { place.seen.push(e); if (e.detail.stop) e.preventDefault(); });
         return place",
        &"".into(),
    );
    let target: &EventTarget = place.unchecked_ref();
    assert!(dispatch(target, "said", true, &[("id", "1"), ("url", "https://news.example/")]));
    assert!(!dispatch(target, "said", true, &[("stop", "yes")]));
    assert!(dispatch(target, "said", false, &[("stop", "yes")]), "only one that is cancelable");
    let seen = js(
        "return JSON.stringify(it.seen.map(({ bubbles, composed, detail }) => [bubbles, composed, detail]))",
        &place,
    );
    assert_eq!(
        seen.as_string().unwrap(),
        r#"[[true,true,{"id":"1","url":"https://news.example/"}],[true,true,{"stop":"yes"}],[true,true,{"stop":"yes"}]]"#
    );
    js("it.remove()", &place);
}

#[wasm_bindgen_test]
fn a_request_ends_with_its_guard() {
    let (guard, signal) = AbortGuard::new();
    let signal = signal.unwrap();
    assert!(!signal.aborted());
    drop(guard);
    assert!(signal.aborted());
    assert_eq!(get(&signal, "aborted"), true);
}

#[wasm_bindgen_test]
async fn a_timer_runs_once_unless_it_was_dropped() {
    let ran = Rc::new(Cell::new(0));
    let add = |by: i32| {
        let ran = ran.clone();
        move || ran.set(ran.get() + by)
    };
    let dropped = Timeout::new(0, add(100));
    drop(dropped);
    let kept = Timeout::new(0, add(1));
    until("the timer", || ran.get() > 0).await;
    settled().await;
    assert_eq!(ran.get(), 1);
    drop(kept);
}

#[wasm_bindgen_test]
fn addresses_by_the_browser() {
    use news_widget::feed::UrlParser;
    assert_eq!(BrowserUrls.parse("../b?c", "https://news.example/a/x").as_deref(), Some("https://news.example/b?c"));
    assert_eq!(BrowserUrls.parse("b", "no address"), None);
    assert_eq!(BrowserUrls.parse("https://[", "https://news.example/"), None);
}

// The next article was left where the last one had been read to, when the comments' code came in the frame of the way there.
#[wasm_bindgen_test]
async fn a_page_that_was_led_elsewhere_meanwhile_is_left_there() {
    let body = "const host = document.body.appendChild(document.createElement('div')); host.style.height = '5000px';
        return host.attachShadow({ mode: 'open' })";
    let root: ShadowRoot = js(body, &"".into()).unchecked_into();
    let host = root.host();
    for (elsewhere, end) in [(None, 700.0), (Some(20.0), 20.0)] {
        scroll_to(&host, &js_sys::Array::of1(&700.0.into()));
        keep_scroll(&root);
        js("scrollTo(0, 100)", &"".into()); // as WebKit does
        if let Some(top) = elsewhere {
            scroll_to(&host, &js_sys::Array::of1(&top.into()));
        }
        let frames = "return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))";
        JsFuture::from(js(frames, &"".into()).unchecked_into::<Promise>()).await.unwrap();
        assert_eq!(scrolled(&host).get(0), end);
    }
    host.remove();
}
