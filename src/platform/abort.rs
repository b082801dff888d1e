//! Requests that end with what asked for them.

use web_sys::{AbortController, AbortSignal};

/// Aborts its request when dropped. An answer nobody waits for must neither cost the reader's data nor reach the state.
#[derive(Debug)]
pub struct AbortGuard(Option<AbortController>);

impl AbortGuard {
    /// A guard, and the signal for the request.
    pub fn new() -> (Self, Option<AbortSignal>) {
        let controller = AbortController::new().ok();
        let signal = controller.as_ref().map(AbortController::signal);
        (Self(controller), signal)
    }
}

impl Drop for AbortGuard {
    fn drop(&mut self) {
        if let Some(controller) = &self.0 {
            controller.abort();
        }
    }
}
