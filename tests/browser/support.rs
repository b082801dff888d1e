//! What the browser tests share.

use js_sys::{Function, Promise, Reflect};
use news_widget::view::{Child, Parent, el};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

/// Effects run in microtasks; saying so twice is not wrong.
pub fn start() {
    let _ = any_spawner::Executor::init_wasm_bindgen();
}

/// Everything that waits has run: microtasks, and one turn of the browser's own loop.
pub async fn settled() {
    let turn = Function::new_with_args("done", "setTimeout(done)");
    let promise = Promise::new(&mut |done, _| {
        turn.call1(&JsValue::NULL, &done).unwrap();
    });
    JsFuture::from(promise).await.unwrap();
}

/// Waits until `holds`, however many turns that takes.
pub async fn until(what: &str, mut holds: impl FnMut() -> bool) {
    for _ in 0..2_000 {
        if holds() {
            return;
        }
        settled().await;
    }
    panic!("still not: {what}");
}

/// Calls a function written in JavaScript.
pub fn js(body: &str, argument: &JsValue) -> JsValue {
    Function::new_with_args("it", body).call1(&JsValue::NULL, argument).unwrap()
}

/// A place in the page that holds `child`.
pub fn show(child: impl Child) -> Element {
    let place: Parent = el("div").child(child).node().clone();
    let place: Element = place.unchecked_into();
    js("document.body.append(it)", &place);
    place
}

pub fn find(place: &Element, css: &str) -> Element {
    place.query_selector(css).unwrap().unwrap_or_else(|| panic!("no {css} in {}", place.inner_html()))
}

pub fn texts(place: &Element, css: &str) -> Vec<String> {
    let list = js("const [place, css] = it; return [...place.querySelectorAll(css)].map((e) => e.textContent)", &{
        js_sys::Array::of2(place, &css.into()).into()
    });
    js_sys::Array::from(&list).iter().map(|text| text.as_string().unwrap()).collect()
}

pub fn get(object: &JsValue, property: &str) -> JsValue {
    Reflect::get(object, &property.into()).unwrap()
}
