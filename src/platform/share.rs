//! Sharing: the Web Share API, with copying the link as the fallback.

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareOutcome {
    /// The system's own dialog took over, whatever the reader did there.
    Shared,
    /// The link is in the clipboard.
    Copied,
    /// Neither is allowed here.
    Refused,
}

/// Offers `title` and `url` to the reader's apps, or copies `url`. Must be called from a click.
pub async fn share(title: &str, url: &str) -> ShareOutcome {
    let navigator = JsValue::from(window().navigator());
    let data = Object::new();
    for (key, value) in [("title", title), ("url", url)] {
        let _ = Reflect::set(&data, &key.into(), &value.into());
    }
    // Both are looked up: neither exists outside secure contexts, and a frame's policy may take them away.
    if let Some(answer) = call(&navigator, "share", &data) {
        match JsFuture::from(answer).await {
            Ok(_) => return ShareOutcome::Shared,
            Err(error) if name(&error) == "AbortError" => return ShareOutcome::Shared,
            Err(_) => {}
        }
    }
    if copy(url).await { ShareOutcome::Copied } else { ShareOutcome::Refused }
}

/// Puts `text` into the clipboard; whether that is allowed here. Must be called from a click.
pub async fn copy(text: &str) -> bool {
    let navigator = JsValue::from(window().navigator());
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).unwrap_or_default();
    match call(&clipboard, "writeText", &text.into()) {
        Some(answer) => JsFuture::from(answer).await.is_ok(),
        None => false,
    }
}

fn call(object: &JsValue, method: &str, argument: &JsValue) -> Option<Promise> {
    let function: Function = Reflect::get(object, &method.into()).ok()?.dyn_into().ok()?;
    function.call1(object, argument).ok()?.dyn_into().ok()
}

fn name(error: &JsValue) -> String {
    Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default()
}
