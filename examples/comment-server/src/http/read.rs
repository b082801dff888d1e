//! `GET`: a thread, or the newest comments of the site.

use std::sync::Arc;

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use serde_json::Value;

use super::{Problem, Server, etag, matches, unavailable};
use crate::{
    feed,
    page::{Cursor, Query},
};

/// Answers with a feed, or with "not modified".
pub async fn read(State(server): State<Arc<Server>>, uri: Uri, headers: HeaderMap) -> Response {
    let query = match Query::parse(uri.query().unwrap_or_default()) {
        Ok(query) => query,
        Err(error) => return Problem::Query(error).into_response(),
    };
    match feed(&server, query).await {
        Ok(feed) => answer(&server, &headers, &feed),
        Err(error) => unavailable(&error).into_response(),
    }
}

async fn feed(server: &Server, query: Query) -> Result<Value, sqlx::Error> {
    match query {
        Query::Recent(n) => Ok(feed::recent(&server.store.recent(n).await?)),
        Query::Thread { article, after } => {
            let size = server.settings.page_size;
            // One more than is given out tells whether there are more.
            let mut comments = server.store.thread(&article, after.as_ref(), size.saturating_add(1)).await?;
            let size = usize::try_from(size).unwrap_or(usize::MAX);
            let more = comments.len() > size;
            comments.truncate(size);
            let next = comments.last().filter(|_| more).map(|last| Cursor::behind(last).next_url(&article));
            Ok(feed::thread(&comments, next))
        }
    }
}

fn answer(server: &Server, headers: &HeaderMap, feed: &Value) -> Response {
    let body = feed.to_string();
    let tag = etag(body.as_bytes());
    let known = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let unchanged = known.into_iter().any(|value| matches(value, &tag));
    // A browser asks each time, so that its reader sees what was just posted; a shared cache answers for some seconds.
    let cache = format!("public, max-age=0, s-maxage={}", server.settings.cache_seconds);
    let headers = [(header::CACHE_CONTROL, cache), (header::ETAG, tag)];
    if unchanged {
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    (headers, [(header::CONTENT_TYPE, "application/feed+json")], body).into_response()
}
