//! Requests.

use gloo_net::http::Request;
use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, RequestMode, Response};

use super::timer::give_turn;

/// The most bytes that are read of a feed, or of a list of articles. A newspaper's feed has less than 1 MB.
pub const FEED_BYTES: u32 = 20_000_000;
/// The most bytes that are read of a page of comments, or of a comment service's answer. A hundred of the longest comments
/// that WordPress takes are 6.5 MB.
pub const COMMENTS_BYTES: u32 = 8_000_000;
/// An answer that is not complete after so many milliseconds is given up.
pub const ANSWER_TIME: u32 = 60_000;

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
    /// The answer has more bytes than are read of one, which are these.
    TooLarge(u32),
    /// The answer took longer than a minute.
    TooSlow,
    /// Another address answered, and its host is none of those that may be asked.
    NotListed,
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

    /// Gets what is at `url`, up to `most` bytes. `signal` ends the request early. It is made at once, not when the answer is
    /// awaited. The browser has a turn between a long answer and whoever reads it. After a failure the caller aborts: of an answer that several wait for, the rest comes until then.
    ///
    /// # Errors
    /// [`FetchError`], also when the request was aborted: whoever aborted no longer listens.
    pub fn get(
        &self,
        url: &str,
        freshness: Freshness,
        most: u32,
        signal: Option<&AbortSignal>,
    ) -> impl Future<Output = Result<Answer, FetchError>> + use<> {
        let anew = freshness == Freshness::Anew;
        let late = AbortSignal::timeout_with_u32(ANSWER_TIME);
        let either = any(signal, &late);
        let response = self.0.call3(&JsValue::NULL, &url.into(), &either, &anew.into());
        async move {
            let answer = async {
                let response = settle(response).await?.dyn_into::<Response>().map_err(unreachable)?;
                if !response.ok() {
                    return Err(FetchError::Status(response.status()));
                }
                let bytes = body(&response, most).await?;
                give_turn(bytes.len()).await;
                Ok(Answer { bytes, response })
            };
            answer.await.map_err(|error| if late.aborted() { FetchError::TooSlow } else { error })
        }
    }
}

#[wasm_bindgen]
extern "C" {
    /// Of `src/widget/modules.js`: the promise of a body as a `Uint8Array`, or of nothing if it has more than `most` bytes.
    #[wasm_bindgen(js_name = readBody)]
    fn read_body(response: &Response, most: u32) -> Promise;
}

/// The body of `response`, of which no more than `most` bytes are read.
///
/// # Errors
/// [`FetchError::TooLarge`], [`FetchError::Interrupted`]
pub async fn body(response: &Response, most: u32) -> Result<Vec<u8>, FetchError> {
    let body = JsFuture::from(read_body(response, most)).await.map_err(|_| FetchError::Interrupted)?;
    body.dyn_into::<Uint8Array>().map(|body| body.to_vec()).map_err(|_| FetchError::TooLarge(most))
}

/// A signal that is given with either.
fn any(signal: Option<&AbortSignal>, other: &AbortSignal) -> AbortSignal {
    AbortSignal::any(&signal.into_iter().chain([other]).collect::<Array>())
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
    let request = Request::get(url).mode(RequestMode::NoCors).abort_signal(Some(&any(signal, &late)));
    request.send().await.is_ok()
}
