//! What is under way, so that a host can wait until nothing is (`element.settled`).

use std::{cell::Cell, pin::Pin};

thread_local! {
    static UNDER_WAY: Cell<usize> = const { Cell::new(0) };
}

/// Something that the widgets of the page have under way until this is dropped.
#[derive(Debug)]
pub struct Busy(());

impl Busy {
    /// One thing more.
    pub fn new() -> Self {
        UNDER_WAY.set(UNDER_WAY.get() + 1);
        Self(())
    }
}

impl Default for Busy {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        UNDER_WAY.set(UNDER_WAY.get().saturating_sub(1));
    }
}

/// Whether a widget of the page has anything under way.
pub fn is_busy() -> bool {
    UNDER_WAY.get() > 0
}

/// Runs `task` after what runs now, and as soon as what it waits for is there.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    run(Box::pin(task));
}

/// One function for all tasks: what follows is there once for each type that it is called with.
fn run(task: Pin<Box<dyn Future<Output = ()>>>) {
    let busy = Busy::new();
    leptos::task::spawn_local(async move {
        task.await;
        drop(busy);
    });
}

/// Calls `f` before the browser draws its next frame.
pub fn next_frame(f: impl FnOnce() + 'static) {
    let busy = Busy::new();
    leptos::prelude::request_animation_frame(move || {
        f();
        drop(busy);
    });
}
