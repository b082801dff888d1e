//! Requests and answers: the contract of `schema/comments.openapi.yaml`.

mod address;
mod cache;
mod cors;
mod origin;
mod post;
mod problem;
mod rate;
mod read;
mod upload;

pub use address::client;
pub use cache::{etag, matches};
pub use origin::Allowed;
pub use problem::Problem;
pub use rate::{Limiter, Rate};

use std::{
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
    time::Instant,
};

use axum::{
    Router,
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::get,
};
use serde_json::json;

use crate::{
    log::{self, Level},
    settings::Settings,
    store::Store,
};

/// What every request has at hand.
pub struct Server {
    settings: Settings,
    store: Store,
    limiter: Option<Mutex<Limiter>>,
    started: Instant,
}

impl Server {
    /// A server of `store`.
    pub fn new(settings: Settings, store: Store) -> Self {
        let limiter = settings.rate.map(|rate| Mutex::new(Limiter::new(rate)));
        Self { settings, store, limiter, started: Instant::now() }
    }

    /// Counts a post of `client`, or says in how many seconds it may come again.
    fn count(&self, client: IpAddr) -> Result<(), u64> {
        let Some(limiter) = &self.limiter else { return Ok(()) };
        limiter.lock().unwrap_or_else(PoisonError::into_inner).count(client, self.now())
    }

    /// Forgets who posted a minute ago or earlier.
    pub fn forget_clients(&self) {
        if let Some(limiter) = &self.limiter {
            limiter.lock().unwrap_or_else(PoisonError::into_inner).forget(self.now());
        }
    }

    /// Milliseconds since the start.
    fn now(&self) -> u64 {
        u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX)
    }
}

/// All of the server's addresses.
pub fn router(server: Arc<Server>) -> Router {
    let comments = get(read::read).post(post::post).options(cors::options).fallback(|| async { Problem::Method });
    Router::new()
        .route("/comments", comments)
        .route("/health", get(health))
        .fallback(|| async { Problem::NotFound })
        .layer(middleware::from_fn_with_state(server.clone(), cors::layer))
        .layer(middleware::from_fn(logged))
        .with_state(server)
}

async fn health(State(server): State<Arc<Server>>) -> Response {
    match server.store.ping().await {
        Ok(()) => ([(header::CACHE_CONTROL, "no-store")], StatusCode::NO_CONTENT).into_response(),
        Err(error) => unavailable(&error).into_response(),
    }
}

/// The database does not answer: the reader's browser tries again.
fn unavailable(error: &sqlx::Error) -> Problem {
    log::event(Level::Error, "database", &[("problem", error.to_string().into())]);
    Problem::Unavailable
}

/// A line for each request, without what was asked for and by whom.
async fn logged(request: Request, next: Next) -> Response {
    let started = Instant::now();
    let method = request.method().as_str().to_owned();
    let known = matches!(request.uri().path(), "/comments" | "/health");
    let path = if known { request.uri().path().to_owned() } else { "other".to_owned() };
    let mut answer = next.run(request).await;
    // Nothing here is a page or a script, whatever a browser may find in it.
    answer.headers_mut().insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    let fields = [
        ("method", method.into()),
        ("path", path.into()),
        ("status", answer.status().as_u16().into()),
        ("ms", json!(u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX))),
    ];
    log::event(Level::Info, "request", &fields);
    answer
}
