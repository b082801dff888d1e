//! Listeners that end with what they belong to.

use leptos::prelude::window;
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{Event, EventTarget};

/// A listener on the window, or on something else, until dropped.
#[derive(Debug)]
pub struct WindowListener {
    target: EventTarget,
    event: &'static str,
    listener: Closure<dyn FnMut(Event)>,
    /// Whether it hears the event on its way down, also where that does not bubble.
    capture: bool,
}

impl WindowListener {
    /// Listens for `event`.
    pub fn new(event: &'static str, mut listener: impl FnMut() + 'static) -> Self {
        Self::of(event, Box::new(move |_| listener()))
    }

    /// The same, which is told of the event.
    pub fn of(event: &'static str, listener: Box<dyn FnMut(Event)>) -> Self {
        // That a box scrolls is told to the window on the event's way down only.
        Self::on(window().into(), event, listener, event == "scroll")
    }

    /// The same on `target`. `capture`: on the event's way down. What it hears while it is taken out of the page, such as the change of a field that has focus, comes
    /// to nobody once this is dropped.
    pub fn on(target: EventTarget, event: &'static str, listener: Box<dyn FnMut(Event)>, capture: bool) -> Self {
        let listener = Closure::wrap(listener);
        let function = listener.as_ref().unchecked_ref();
        // Fails for no name of an event and no function.
        let _ = target.add_event_listener_with_callback_and_bool(event, function, capture);
        Self { target, event, listener, capture }
    }
}

impl Drop for WindowListener {
    fn drop(&mut self) {
        let function = self.listener.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback_and_bool(self.event, function, self.capture);
    }
}
