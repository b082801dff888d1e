//! Changing a comment that Isso has: its writer may, for as long as the server's `max-age` says, by a cookie that came with the
//! comment and that no script sees. Pure.

use super::{read::comment, refusal};
use crate::{
    comments::{
        model::Comment,
        services::exchange::{Answer, Change, Changed, Method, Request, is_temporary},
    },
    feed::{self, Date, FeedError, ItemId, UrlParser, WebUrl},
    json::Writer,
};

/// So many milliseconds earlier than the server: what is offered at the last moment comes too late.
const MARGIN: i64 = 5_000;

/// Until when the writer may change the comment, by the age of the cookie, of which the server shows a copy
/// (`views/comments.py`, `create_cookie`).
pub fn changeable(answer: &Answer, now: Date) -> Option<Date> {
    let mut attributes = answer.set_cookie.as_deref()?.split(';');
    let seconds: u32 = attributes.find_map(|one| one.trim().strip_prefix("Max-Age=")?.parse().ok())?;
    Some(Date::from_millis(now.millis() + i64::from(seconds) * 1000 - MARGIN))
}

/// The request that changes the comment. The text alone: name and website stay as they are.
pub fn change(service: &WebUrl, id: &ItemId, change: Change<'_>) -> Request {
    let url = service.below(&["id/", id.as_str()].concat());
    let request = match change {
        Change::Text(text) => {
            let mut body = Writer::default();
            body.text("text", Some(text));
            Request::json(Method::Put, url, body.finish())
        }
        Change::Removal => Request { method: Method::Delete, ..Request::get(url) },
    };
    Request { credentials: true, ..request }
}

/// What came of it. The server refuses in one and the same way whom it does not know, who is late, and who has a cookie for a
/// text that a moderator has changed meanwhile.
pub fn changed(before: &Comment, answer: &Answer, urls: &dyn UrlParser) -> Changed {
    match answer.status {
        200 => {
            // What is gone for good is `null`.
            let read = feed::parse_json(&answer.body, |json| match json.as_str() {
                "null" => Ok(None),
                _ => comment(json, before.article.clone(), urls).map(Some).ok_or(FeedError::NoId),
            });
            let own = |read: Comment| Box::new(Comment { own: true, ..read });
            read.map_or(Changed::Unknown, |left| Changed::Done(left.map(own)))
        }
        401 | 403 | 404 => Changed::TooLate,
        status if is_temporary(status) => Changed::Unknown,
        _ => Changed::Refused(refusal::refusal(answer)),
    }
}
