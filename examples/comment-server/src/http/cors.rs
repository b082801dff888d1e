//! What lets pages of other origins use the server. Every answer carries it, those to what went wrong as well: otherwise a
//! page could not tell a refusal from a broken network.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::{Allowed, Problem, Server};

/// Adds the headers.
pub async fn layer(State(server): State<Arc<Server>>, request: Request, next: Next) -> Response {
    let origin = request.headers().get(header::ORIGIN).cloned();
    let mut answer = next.run(request).await;
    let headers = answer.headers_mut();
    if server.settings.origins == Allowed::All {
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    } else {
        headers.append(header::VARY, HeaderValue::from_static("Origin"));
        match origin.filter(|origin| is_allowed(&server, origin)) {
            Some(origin) => drop(headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin)),
            None => return answer,
        }
    }
    // Without this a page cannot read when it may try again.
    headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static("ETag, Retry-After"));
    answer
}

/// Whether a page of the request's origin may post. A request without one comes from no page.
pub fn may_post(server: &Server, headers: &HeaderMap) -> bool {
    headers.get(header::ORIGIN).is_none_or(|origin| is_allowed(server, origin))
}

fn is_allowed(server: &Server, origin: &HeaderValue) -> bool {
    origin.to_str().is_ok_and(|origin| server.settings.origins.has(origin))
}

/// `OPTIONS`, which browsers send before they post.
pub async fn options(State(server): State<Arc<Server>>, headers: HeaderMap) -> Response {
    if !may_post(&server, &headers) {
        return Problem::Origin.into_response();
    }
    let allow = [
        (header::ALLOW, "GET, HEAD, POST, OPTIONS"),
        (header::ACCESS_CONTROL_ALLOW_METHODS, "GET, POST"),
        (header::ACCESS_CONTROL_ALLOW_HEADERS, "Content-Type, Idempotency-Key"),
        (header::ACCESS_CONTROL_MAX_AGE, "7200"),
    ];
    (StatusCode::NO_CONTENT, allow).into_response()
}
