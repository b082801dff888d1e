//! `POST`: a comment.

use std::{net::SocketAddr, sync::Arc};

use axum::{
    body::Body,
    extract::{ConnectInfo, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::Value;

use super::{Problem, Server, client, cors, unavailable, upload};
use crate::{
    comment::{self, Comment, FieldError, NewComment},
    date, feed,
    log::{self, Level},
    store::Added,
};

/// Answers with the comment, or with what is wrong with it.
pub async fn post(
    State(server): State<Arc<Server>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    body: Body,
) -> Response {
    // Received first, whatever is wrong with the rest: a browser that is still sending does not look for an answer.
    let body = upload::receive(body).await;
    match store(&server, peer, &headers, body).await {
        Ok((status, comment)) => created(status, &comment),
        Err(problem) => problem.into_response(),
    }
}

async fn store(
    server: &Server,
    peer: SocketAddr,
    headers: &HeaderMap,
    body: Result<Vec<u8>, Problem>,
) -> Result<(StatusCode, Comment), Problem> {
    if !cors::may_post(server, headers) {
        return Err(Problem::Origin);
    }
    let forwarded: Vec<&str> = texts(headers, "x-forwarded-for").collect();
    let client = client(peer.ip(), forwarded.into_iter(), server.settings.proxies);
    server.count(client).map_err(Problem::TooMany)?;
    if !is_json(headers) {
        return Err(Problem::MediaType);
    }
    let new = parse(&body?, headers)?;
    if !server.settings.articles.has_page(new.words().article.url.as_deref()) {
        let detail = "Comments on articles of this site are not kept here: see ARTICLE_ORIGINS.".to_owned();
        return Err(Problem::Fields(vec![FieldError { field: "article", detail }]));
    }
    let added = server.store.add(&new, server.settings.moderation, date::now()).await;
    outcome(added.map_err(|error| unavailable(&error))?)
}

fn parse(body: &[u8], headers: &HeaderMap) -> Result<NewComment, Problem> {
    let body: Value = serde_json::from_slice(body).map_err(|error| Problem::Syntax(error.to_string()))?;
    if !body.is_object() {
        return Err(Problem::Syntax("it is another value".to_owned()));
    }
    let new = comment::read(&body).map_err(Problem::Fields)?;
    if texts(headers, "idempotency-key").next() != Some(new.id().as_str()) {
        return Err(Problem::Key);
    }
    Ok(new)
}

fn outcome(added: Added) -> Result<(StatusCode, Comment), Problem> {
    let (comment, published) = match added {
        Added::New(comment) => {
            log::event(Level::Info, "comment", &[("id", comment.id.clone().into())]);
            (comment, StatusCode::CREATED)
        }
        Added::Again(comment) => (comment, StatusCode::OK),
        Added::Deleted => return Err(Problem::Deleted),
        Added::Taken => return Err(Problem::Taken),
        Added::Closed => return Err(Problem::Closed),
        Added::NoParent => {
            let detail = "The comment that you answer is not there any more.".to_owned();
            return Err(Problem::Fields(vec![FieldError { field: "parent", detail }]));
        }
    };
    let held = comment.state == comment::State::Held;
    Ok((if held { StatusCode::ACCEPTED } else { published }, comment))
}

fn created(status: StatusCode, comment: &Comment) -> Response {
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
    (status, headers, feed::item(comment, false).to_string()).into_response()
}

fn is_json(headers: &HeaderMap) -> bool {
    let essence = |value: &str| value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    texts(headers, "content-type").next().is_some_and(|value| essence(value) == "application/json")
}

fn texts<'a>(headers: &'a HeaderMap, name: &str) -> impl DoubleEndedIterator<Item = &'a str> {
    headers.get_all(name).into_iter().filter_map(|value| value.to_str().ok())
}
