//! One at a time, among all the tabs of a site: [Web Locks](https://w3c.github.io/web-locks/).

use std::{
    cell::{Cell, RefCell},
    future::{Future, poll_fn},
    pin::Pin,
    rc::Rc,
    task::{Poll, Waker},
};

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::JsFuture;

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
    // A page whose storage is forbidden has locks, and is refused each: where there is no telling, everybody gets a turn.
    let Ok(request) = request.call3(&locks, &name.into(), &options, &granted) else { return Some(Turn(None)) };
    let mut request = JsFuture::from(Promise::resolve(&request));
    poll_fn(|context| {
        if let Some(turn) = asked.answer.take() {
            return Poll::Ready(turn);
        }
        asked.waker.replace(Some(context.waker().clone()));
        match Pin::new(&mut request).poll(context) {
            Poll::Ready(Err(_)) => Poll::Ready(Some(Turn(None))),
            _ => Poll::Pending,
        }
    })
    .await
}

fn locks() -> Option<(JsValue, Function)> {
    let locks = Reflect::get(&window().navigator(), &"locks".into()).ok().filter(JsValue::is_object)?;
    let request = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    Some((locks, request))
}
