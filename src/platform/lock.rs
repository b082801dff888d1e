//! One at a time, among all the tabs of a site: [Web Locks](https://w3c.github.io/web-locks/).

use std::{
    cell::{Cell, RefCell},
    future::poll_fn,
    rc::Rc,
    task::{Poll, Waker},
};

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};

/// A turn that nobody else has, until dropped.
#[derive(Debug)]
pub struct Turn(Option<Function>);

impl Turn {
    /// Whether it is sure that nobody else has it.
    pub fn is_exclusive(&self) -> bool {
        self.0.is_some()
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if let Some(end) = &self.0 {
            // Settling a promise throws nothing.
            let _ = end.call0(&JsValue::NULL);
        }
    }
}

/// What came of asking for a turn.
#[derive(Default)]
struct Asked {
    answer: Cell<Option<Option<Turn>>>,
    waker: RefCell<Option<Waker>>,
}

impl Asked {
    fn answer(&self, turn: Option<Turn>) {
        self.answer.set(Some(turn));
        if let Some(waker) = self.waker.take() {
            waker.wake();
        }
    }
}

/// The turn at `name`, unless another tab has it. Browsers know turns on secure pages only: elsewhere everybody gets one.
pub async fn turn(name: &str) -> Option<Turn> {
    let Some((locks, request)) = locks() else { return Some(Turn(None)) };
    let asked = Rc::new(Asked::default());
    let options = Object::new();
    // A plain object takes any property.
    let _ = Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE);
    let granted = {
        let asked = asked.clone();
        Closure::once_into_js(move |lock: JsValue| {
            if lock.is_null() {
                asked.answer(None);
                return JsValue::NULL;
            }
            // The browser holds the lock until this promise is settled.
            let promise = Promise::new(&mut |end, _| asked.answer(Some(Turn(Some(end)))));
            promise.into()
        })
    };
    if request.call3(&locks, &name.into(), &options, &granted).is_err() {
        return Some(Turn(None));
    }
    poll_fn(|context| match asked.answer.take() {
        Some(turn) => Poll::Ready(turn),
        None => {
            asked.waker.replace(Some(context.waker().clone()));
            Poll::Pending
        }
    })
    .await
}

fn locks() -> Option<(JsValue, Function)> {
    let locks = Reflect::get(&window().navigator(), &"locks".into()).ok().filter(JsValue::is_object)?;
    let request = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    Some((locks, request))
}
