//! A stand-in for the crate `wasm-streams`, which Leptos brings for the streams of server functions.
//!
//! The widget calls no server function. The real crate exports classes to JavaScript, and what is exported stays in the wasm
//! with all that it calls, used or not: 3 KB of the download. This has what Leptos names of it, so that it compiles; and
//! nothing here can be reached, or the streams would be empty.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use futures_core::Stream;
use wasm_bindgen::{JsCast, JsValue};

/// A stream of the browser's, with nothing in it.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Takes a stream of the browser's.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// A stream of the browser's that gives nothing of `_stream`.
    pub fn from_stream<S>(_stream: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        Self(JsValue::UNDEFINED.unchecked_into())
    }

    /// The browser's stream.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// A stream that is over.
    pub fn into_stream(self) -> Empty {
        Empty
    }
}

/// A stream that is over.
#[derive(Clone, Copy, Debug)]
pub struct Empty;

impl Stream for Empty {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
