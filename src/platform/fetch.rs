//! Requests.

use gloo_net::http::{Request, Response};
use web_sys::AbortSignal;

/// Why no answer could be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// The address did not answer, or not to this page: offline, no such host, refused, CORS, mixed content. Browsers do
    /// not tell these apart, on purpose.
    Unreachable,
    /// The answer's status was not a success.
    Status(u16),
}

/// Gets `url`'s bytes. `signal` ends the request early.
///
/// # Errors
/// [`FetchError`], also when the request was aborted: whoever aborted no longer listens.
pub async fn get(url: &str, signal: Option<&AbortSignal>) -> Result<Vec<u8>, FetchError> {
    let response = Request::get(url)
        .header("Accept", "application/feed+json, application/json;q=0.9, */*;q=0.1")
        .abort_signal(signal)
        .send()
        .await
        .map_err(|_| FetchError::Unreachable)?;
    read(response).await
}

/// The body of an answer that somebody else asked for.
///
/// # Errors
/// [`FetchError`].
pub async fn read(response: Response) -> Result<Vec<u8>, FetchError> {
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    response.binary().await.map_err(|_| FetchError::Unreachable)
}
