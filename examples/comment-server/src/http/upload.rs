//! The body of a request, within bounds.

use std::time::Duration;

use axum::body::Body;
use http_body_util::BodyExt;

use super::Problem;

/// No comment that fits into the limits of its fields is larger, however it is written in JSON.
const LIMIT: usize = 512 * 1024;

/// What is larger is read all the same and thrown away, up to here: a browser that cannot finish sending does not look for
/// an answer.
const PATIENCE: usize = 4 * 1024 * 1024;

/// How long a body may take.
const TIME: Duration = Duration::from_secs(10);

/// Reads a body.
pub async fn receive(body: Body) -> Result<Vec<u8>, Problem> {
    tokio::time::timeout(TIME, collect(body)).await.unwrap_or(Err(Problem::Slow))
}

async fn collect(mut body: Body) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    let mut size = 0;
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| Problem::Syntax("it broke off".to_owned()))?;
        let Ok(data) = frame.into_data() else { continue };
        size += data.len();
        if size <= LIMIT {
            bytes.extend_from_slice(&data);
        } else if size > PATIENCE {
            break;
        }
    }
    if size <= LIMIT { Ok(bytes) } else { Err(Problem::TooLarge) }
}
