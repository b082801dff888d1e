//! Requests that carry something.

use gloo_net::http::Request;
use web_sys::AbortSignal;

use crate::comments::services::exchange::{Answer, Request as Wanted};

/// After this many milliseconds of silence nobody waits any longer.
const PATIENCE: u32 = 15_000;

/// Posts it; `None` where no answer came that this page may read. Closing the page does not stop it.
pub async fn post(wanted: &Wanted) -> Option<Answer> {
    let mut request = Request::post(&wanted.url);
    for (name, value) in &wanted.headers {
        request = request.header(name, value);
    }
    let signal = AbortSignal::timeout_with_u32(PATIENCE);
    let response = request.abort_signal(Some(&signal)).body(wanted.body.as_str()).ok()?.send().await.ok()?;
    let (status, retry_after) = (response.status(), response.headers().get("Retry-After"));
    Some(Answer { status, retry_after, body: response.binary().await.ok()? })
}
