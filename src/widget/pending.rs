//! A request under way, which ends with the owner that it belongs to.

use web_sys::AbortSignal;

use crate::{
    platform::{AbortGuard, Timeout},
    view::Stored,
};

/// At most one request, with its timer. Beginning another ends it, and so does the end of the owner it was made under.
#[derive(Clone, Copy, Debug)]
pub struct Pending(Stored<Option<(AbortGuard, Option<Timeout>)>>);

impl Default for Pending {
    /// Nothing under way.
    fn default() -> Self {
        Self(Stored::new(None))
    }
}

impl Pending {
    /// Ends what was under way. `timer` runs at most as long as the new request.
    pub fn begin(self, timer: Option<Timeout>) -> Option<AbortSignal> {
        let (guard, signal) = AbortGuard::new();
        self.0.set(Some((guard, timer)));
        signal
    }

    /// The request is answered: its timer has nothing to wait for.
    pub fn end(self) {
        self.0.set(None);
    }
}

/// Whether nobody waits for the answer any more.
pub fn aborted(signal: Option<&AbortSignal>) -> bool {
    signal.is_some_and(AbortSignal::aborted)
}
