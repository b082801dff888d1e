//! Listeners that end with what they belong to.

use leptos::prelude::window;
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::Event;

/// A listener on the window, until dropped.
#[derive(Debug)]
pub struct WindowListener {
    event: &'static str,
    listener: Closure<dyn FnMut(Event)>,
}

impl WindowListener {
    /// Listens for `event`.
    pub fn new(event: &'static str, mut listener: impl FnMut() + 'static) -> Self {
        Self::of(event, Box::new(move |_| listener()))
    }

    /// The same, which is told of the event.
    pub fn of(event: &'static str, listener: Box<dyn FnMut(Event)>) -> Self {
        let listener = Closure::wrap(listener);
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
