//! Code that is fetched when it is wanted, as one element knows it.

use super::Load;
use crate::{
    later::NotLoaded,
    platform::{self, Timeout},
    view::{Signal, Stored},
};

/// What a module hands out ([`crate::later`]), once it is here.
#[derive(Debug)]
pub struct Code<T> {
    here: Signal<Load<T, NotLoaded>>,
    asked: Stored<bool>,
}

impl<T: Clone + Send + Sync + 'static> Code<T> {
    /// Fetches it by `fetch`, unless it is here or on its way; after `slow` milliseconds it is late.
    pub fn load(self, slow: i32, fetch: impl Future<Output = Result<T, NotLoaded>> + 'static) {
        if self.asked.get() || self.here.with_untracked(|code| code.ready().is_some()) {
            return;
        }
        self.asked.set(true);
        // The element may be gone when these run, and its signals with it.
        let late = Timeout::new(slow, move || {
            if self.here.try_with_untracked(|code| matches!(code, Load::Waiting)) == Some(true) {
                self.here.set(Load::Slow);
            }
        });
        platform::spawn(async move {
            let loaded = fetch.await;
            drop(late);
            if self.here.try_with_untracked(|_| ()).is_some() {
                self.asked.set(false);
                self.here.set(match loaded {
                    Ok(code) => Load::Ready(code),
                    Err(failure) => Load::Failed(failure),
                });
            }
        });
    }

    /// It failed, and is asked for again: whoever waits for it has waited long enough to be told.
    pub fn again(self) {
        if self.here.with_untracked(|code| matches!(code, Load::Failed(_))) {
            self.here.set(Load::Slow);
        }
    }

    /// What is here. Tracks.
    pub fn get(self) -> Load<T, NotLoaded> {
        self.here.get()
    }

    /// What `f` makes of what is here. Tracks.
    pub fn with<U>(self, f: impl FnOnce(&Load<T, NotLoaded>) -> U) -> U {
        self.here.with(f)
    }
}

impl<T: Send + Sync + 'static> Default for Code<T> {
    /// Not asked for yet.
    fn default() -> Self {
        Self { here: Signal::new(Load::Waiting), asked: Stored::new(false) }
    }
}

impl<T> Clone for Code<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Code<T> {}
