//! Timers that stop with what started them.

use leptos::prelude::window;
use wasm_bindgen::{JsCast, prelude::Closure};

/// Runs once after a while, unless dropped before.
#[derive(Debug)]
pub struct Timeout {
    handle: i32,
    _run: Closure<dyn FnMut()>,
}

impl Timeout {
    /// `run` in `millis` milliseconds; `None` when the browser refuses, as it does in a page that is being closed.
    pub fn new(millis: i32, run: impl FnOnce() + 'static) -> Option<Self> {
        let run = Closure::once(run);
        let handle = window()
            .set_timeout_with_callback_and_timeout_and_arguments_0(run.as_ref().unchecked_ref(), millis)
            .ok()?;
        Some(Self { handle, _run: run })
    }
}

impl Drop for Timeout {
    fn drop(&mut self) {
        window().clear_timeout_with_handle(self.handle);
    }
}
