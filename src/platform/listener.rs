//! Listeners that end with what they belong to.

use leptos::prelude::window;
use wasm_bindgen::{JsCast, prelude::Closure};

/// A listener on the window, until dropped.
#[derive(Debug)]
pub struct WindowListener {
    event: &'static str,
    listener: Closure<dyn FnMut()>,
}

impl WindowListener {
    /// Listens for `event`.
    pub fn new(event: &'static str, listener: impl FnMut() + 'static) -> Self {
        let listener = Closure::<dyn FnMut()>::new(listener);
        // Fails for no name of an event and no function.
        let _ = window().add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
        Self { event, listener }
    }
}

impl Drop for WindowListener {
    fn drop(&mut self) {
        let _ = window().remove_event_listener_with_callback(self.event, self.listener.as_ref().unchecked_ref());
    }
}
