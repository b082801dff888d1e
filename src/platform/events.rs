//! Events of the element contract.

use js_sys::Object;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, EventTarget};

/// Dispatches `name` on `target`: bubbling, composed, with `detail` as a plain object.
///
/// Returns `false` when a listener cancelled it, which only a `cancelable` event allows.
pub fn dispatch(target: &EventTarget, name: &str, cancelable: bool, detail: &[(&str, &str)]) -> bool {
    let object = Object::new();
    for (key, value) in detail {
        // Setting a fresh object's property cannot fail.
        let _ = js_sys::Reflect::set(&object, &JsValue::from_str(key), &JsValue::from_str(value));
    }
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_cancelable(cancelable);
    init.set_detail(&object);
    CustomEvent::new_with_event_init_dict(name, &init).and_then(|event| target.dispatch_event(&event)).unwrap_or(true)
}
