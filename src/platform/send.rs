//! Requests to comment services.

use gloo_net::http::{Method as HttpMethod, RequestBuilder};
use web_sys::{AbortSignal, RequestCache, RequestCredentials, Response};

use super::fetch::{COMMENTS_BYTES, body};
use crate::comments::services::exchange::{Answer, Method, Request};

/// After this many milliseconds of silence nobody waits any longer.
const PATIENCE: u32 = 15_000;

/// Sends it; `None` where no answer came that this page may read, or one that is too large to be read.
pub async fn send(wanted: &Request) -> Option<Answer> {
    let method = match wanted.method {
        Method::Get => HttpMethod::GET,
        Method::Post => HttpMethod::POST,
        Method::Put => HttpMethod::PUT,
        Method::Delete => HttpMethod::DELETE,
    };
    let mut request = RequestBuilder::new(wanted.url.as_str()).method(method);
    for (name, value) in &wanted.headers {
        request = request.header(name, value);
    }
    if wanted.credentials {
        request = request.credentials(RequestCredentials::Include);
    }
    let signal = AbortSignal::timeout_with_u32(PATIENCE);
    // What a cache has tells nothing of what is there now.
    let request = request.cache(RequestCache::NoStore).abort_signal(Some(&signal));
    let request = match &wanted.body {
        Some(body) => request.body(body.as_str()).ok()?,
        None => request.build().ok()?,
    };
    let response: Response = request.send().await.ok()?.into();
    let (status, headers) = (response.status(), response.headers());
    let header = |name| headers.get(name).ok().flatten();
    let (retry_after, set_cookie) = (header("Retry-After"), header("X-Set-Cookie"));
    Some(Answer { status, retry_after, set_cookie, body: body(&response, COMMENTS_BYTES).await.ok()? })
}
