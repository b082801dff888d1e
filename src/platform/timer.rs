//! Timers that stop with what started them.

use std::{
    cell::Cell,
    future::poll_fn,
    rc::Rc,
    task::{Context, Poll, Waker},
};

use leptos::prelude::window;
use wasm_bindgen::{JsCast, prelude::Closure};

use super::Busy;
use crate::bounds::READ;

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

impl Timeout {
    /// The same, for what the page waits for to settle ([`Busy`]), and not for a clock.
    pub fn busy(millis: i32, run: impl FnOnce() + 'static) -> Option<Self> {
        let busy = Busy::new();
        Self::new(millis, move || {
            run();
            drop(busy);
        })
    }
}

impl Drop for Timeout {
    fn drop(&mut self) {
        window().clear_timeout_with_handle(self.handle);
    }
}

/// Gives the browser a turn before or after so many bytes are read, if that takes long: a reader's key or click may wait.
pub async fn give_turn(bytes: usize) {
    if bytes > READ {
        wait(0).await;
    }
}

/// Waits for so many milliseconds.
pub async fn wait(millis: i32) {
    let bell: Rc<Cell<(bool, Option<Waker>)>> = Rc::default();
    let ring = bell.clone();
    let timer = Timeout::new(millis, move || {
        if let (_, Some(waker)) = ring.replace((true, None)) {
            waker.wake();
        }
    });
    if timer.is_some() {
        let rung = |context: &mut Context| match bell.take() {
            (true, _) => Poll::Ready(()),
            _ => {
                bell.set((false, Some(context.waker().clone())));
                Poll::Pending
            }
        };
        poll_fn(rung).await;
    }
}
