//! Requests.

use gloo_net::http::Request;
use js_sys::{Array, ArrayBuffer, Function, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, RequestMode, Response};

/// Why no answer could be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// The address did not answer, or not to this page: offline, no such host, refused, CORS, mixed content. Browsers do
    /// not tell these apart, on purpose.
    Unreachable,
    /// The answer's status was not a success.
    Status(u16),
    /// It began to answer, and did not end.
    Interrupted,
}

/// An answer that was a success.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Its body.
    pub bytes: Vec<u8>,
    response: Response,
}

impl Answer {
    /// The address that it came from in the end.
    pub fn url(&self) -> String {
        self.response.url()
    }

    /// Whether another address was asked.
    pub fn redirected(&self) -> bool {
        self.response.redirected()
    }

    /// Its type, without parameters, in lower case; `None` where the server gives none.
    pub fn media_type(&self) -> Option<String> {
        let value = self.response.headers().get("Content-Type").ok()??;
        Some(value.split(';').next()?.trim().to_ascii_lowercase()).filter(|kind| !kind.is_empty())
    }
}

/// Whether an answer that somebody else waits for will do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// It will: elements of a page that want the same share a request.
    Shared,
    /// It will not, nor what a cache has without asking the server: the reader, or the page, has asked again.
    Anew,
}

/// The loader's `ask`, by which all elements of a page read: it knows what others have asked for.
#[derive(Clone, Debug)]
pub struct Network(Function);

impl Network {
    /// `ask` takes an address, an `AbortSignal`, and whether to ask anew; it gives the promise of a `Response`.
    pub fn new(ask: Function) -> Self {
        Self(ask)
    }

    /// Gets what is at `url`. `signal` ends the request early. It is made at once, not when the answer is awaited.
    ///
    /// # Errors
    /// [`FetchError`], also when the request was aborted: whoever aborted no longer listens.
    pub fn get(
        &self,
        url: &str,
        freshness: Freshness,
        signal: Option<&AbortSignal>,
    ) -> impl Future<Output = Result<Answer, FetchError>> + use<> {
        let anew = freshness == Freshness::Anew;
        let response = self.0.call3(&JsValue::NULL, &url.into(), &signal.into(), &anew.into());
        async {
            let response = settle(response).await?.dyn_into::<Response>().map_err(unreachable)?;
            if !response.ok() {
                return Err(FetchError::Status(response.status()));
            }
            let body = settle(response.array_buffer().map(JsValue::from)).await;
            let body: ArrayBuffer = body.map_err(|_| FetchError::Interrupted)?.unchecked_into();
            Ok(Answer { bytes: Uint8Array::new(&body).to_vec(), response })
        }
    }
}

/// What the promise comes to.
async fn settle(promise: Result<JsValue, JsValue>) -> Result<JsValue, FetchError> {
    let promise = promise.map_err(unreachable)?.dyn_into::<Promise>().map_err(unreachable)?;
    JsFuture::from(promise).await.map_err(unreachable)
}

fn unreachable(_: JsValue) -> FetchError {
    FetchError::Unreachable
}

/// For how many milliseconds [`answers`] waits.
const PATIENCE: u32 = 5_000;

/// Whether there is an answer at all at `url`, although this page may not read it.
pub async fn answers(url: &str, signal: Option<&AbortSignal>) -> bool {
    let late = AbortSignal::timeout_with_u32(PATIENCE);
    let signals: Array = signal.into_iter().chain([&late]).collect();
    let request = Request::get(url).mode(RequestMode::NoCors).abort_signal(Some(&AbortSignal::any(&signals)));
    request.send().await.is_ok()
}
