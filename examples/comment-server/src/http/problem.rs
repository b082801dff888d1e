//! What went wrong, as RFC 9457 problem details.

use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

use crate::comment::{FieldError, Limits};

/// Why a request is not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nothing is at this address.
    NotFound,
    /// Not this method.
    Method,
    /// The query asks for nothing that is here.
    Query(FieldError),
    /// The body is no JSON; why.
    Syntax(String),
    /// `Idempotency-Key` is missing, or is not the comment's id.
    Key,
    /// Fields that the writer, or the page's developer, has to mend.
    Fields(Vec<FieldError>),
    /// The id belongs to a comment that says something else.
    Taken,
    /// The comment was stored, and has been deleted since.
    Deleted,
    /// The article takes no more comments.
    Closed,
    /// The page's origin is not in `ALLOWED_ORIGINS`.
    Origin,
    /// The body is larger than any comment.
    TooLarge,
    /// The body is not said to be JSON.
    MediaType,
    /// The body did not come in time.
    Slow,
    /// Too many comments from one client; seconds until the next may come.
    TooMany(u64),
    /// The database does not answer.
    Unavailable,
}

impl Problem {
    /// The status, the name behind `urn:news-widget:`, and a sentence for people.
    fn parts(&self) -> (StatusCode, &'static str, String) {
        let (status, name, detail) = match self {
            Self::NotFound => (StatusCode::NOT_FOUND, "not-found", "Comments are at /comments."),
            Self::Method => {
                (StatusCode::METHOD_NOT_ALLOWED, "method", "Comments are read with GET and written with POST.")
            }
            Self::Query(error) => return (StatusCode::BAD_REQUEST, "query", error.detail.clone()),
            Self::Syntax(why) => {
                return (StatusCode::BAD_REQUEST, "syntax", format!("The body must be a JSON object: {why}."));
            }
            Self::Key => (StatusCode::BAD_REQUEST, "key", "Idempotency-Key must be there and be the comment's id."),
            Self::Fields(errors) => {
                let details: Vec<&str> = errors.iter().map(|error| error.detail.as_str()).collect();
                return (StatusCode::UNPROCESSABLE_ENTITY, "fields", details.join(" "));
            }
            Self::Taken => (
                StatusCode::UNPROCESSABLE_ENTITY,
                "id-taken",
                "Another text has been posted under this id already. Post this one as a new comment.",
            ),
            Self::Deleted => {
                (StatusCode::CONFLICT, "deleted", "This comment was posted, and a moderator has deleted it.")
            }
            Self::Closed => (StatusCode::FORBIDDEN, "closed", "Comments are closed."),
            Self::Origin => {
                (StatusCode::FORBIDDEN, "origin", "This page may not post comments here: see ALLOWED_ORIGINS.")
            }
            Self::TooLarge => {
                let detail = format!("This is too long. A comment may have {} bytes.", Limits::COMMENT);
                return (StatusCode::PAYLOAD_TOO_LARGE, "too-large", detail);
            }
            Self::MediaType => (
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "media-type",
                "A comment is sent as JSON, with Content-Type: application/json.",
            ),
            Self::Slow => (StatusCode::REQUEST_TIMEOUT, "slow", "The comment did not come in time. Please try again."),
            Self::TooMany(seconds) => {
                let detail = format!("That were many comments in a short time. The next may be posted in {seconds} s.");
                return (StatusCode::TOO_MANY_REQUESTS, "too-many", detail);
            }
            Self::Unavailable => (StatusCode::SERVICE_UNAVAILABLE, "unavailable", "Not now. Please try again."),
        };
        (status, name, detail.to_owned())
    }

    fn errors(&self) -> Vec<Value> {
        let value = |error: &FieldError| json!({ "field": error.field, "detail": error.detail });
        match self {
            Self::Fields(errors) => errors.iter().map(value).collect(),
            Self::Query(error) => vec![value(error)],
            Self::Taken => vec![json!({ "field": "id", "detail": self.parts().2 })],
            _ => Vec::new(),
        }
    }

    fn headers(&self) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        match self {
            Self::Method => drop(headers.insert(header::ALLOW, HeaderValue::from_static("GET, HEAD, POST, OPTIONS"))),
            Self::TooMany(seconds) => drop(headers.insert(header::RETRY_AFTER, HeaderValue::from(*seconds))),
            Self::Unavailable => drop(headers.insert(header::RETRY_AFTER, HeaderValue::from(5))),
            // What is left of the body is not waited for.
            Self::TooLarge | Self::Slow => drop(headers.insert(header::CONNECTION, HeaderValue::from_static("close"))),
            _ => {}
        }
        headers
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let (status, name, detail) = self.parts();
        let title = status.canonical_reason().unwrap_or_default();
        let mut body = json!({
            "type": format!("urn:news-widget:{name}"),
            "title": title,
            "status": status.as_u16(),
            "detail": detail,
        });
        let errors = self.errors();
        if let (false, Value::Object(body)) = (errors.is_empty(), &mut body) {
            body.insert("errors".into(), errors.into());
        }
        (status, self.headers(), body.to_string()).into_response()
    }
}
