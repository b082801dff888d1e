//! A comment's way to Isso. Pure.
//!
//! Isso knows no retry by a key. So whether a comment that may have come through is there already is looked up: by its
//! writer's name, its text and its place. If it is not, and the server moderates, it may lie with the moderator, where
//! nobody can see it: its writer decides, and is taken at their word.

use super::{read::comment, refusal};
use crate::{
    comments::{
        model::{Comment, Status},
        services::exchange::{Answer, Errand, Method, Next, Outcome, Refusal, Request, Stage},
    },
    feed::{self, Content, FeedError, ItemId, UrlParser, WebUrl},
    json::{Json, Writer},
};

/// What an errand does first.
pub fn first(errand: &Errand) -> Next {
    match uri(errand) {
        // No server could be told where it belongs.
        None => Next::Done(Outcome::Refused(Refusal::Closed)),
        Some(uri) if errand.perhaps_there => {
            // All of it: nobody knows under whom the server has put a reply. `plain` gives the texts as they were written.
            let thread = errand.address.below("").with_parameter("uri", uri).with_parameter("plain", "1");
            Next::Ask(Stage::Look(String::new()), Request::get(thread))
        }
        Some(_) => send(errand),
    }
}

/// What it does next, now that its request at `stage` has this answer.
pub fn then(errand: &Errand, stage: &Stage, answer: &Answer) -> Next {
    match (stage, answer.status) {
        (Stage::Send, 200 | 201) => Next::Done(stored(errand, answer, Status::Published)),
        (Stage::Send, 202) => Next::Done(stored(errand, answer, Status::Pending)),
        (Stage::Send, _) => Next::Done(refusal::outcome(answer, errand.now)),
        (Stage::Look(_), 200) => match look(errand, &answer.body) {
            Ok(Some(found)) => Next::Done(Outcome::Stored(Box::new(found))),
            Ok(None) if errand.insists => send(errand),
            Ok(None) => Next::Ask(Stage::Locate, Request::get(errand.address.below("info"))),
            Err(_) => Next::Done(still_unknown(errand, answer)),
        },
        (Stage::Look(_), _) => Next::Done(still_unknown(errand, answer)),
        // A server that does not say whether it moderates may do so.
        (Stage::Locate, 200) if is_unmoderated(&answer.body) => send(errand),
        (Stage::Locate, _) => Next::Done(Outcome::Unknown),
    }
}

/// What Isso calls the thread.
fn uri<'a>(errand: &Errand<'a>) -> Option<&'a str> {
    Some(errand.comment.article.as_ref()?.url.as_ref()?.path())
}

/// Posts the comment. The cookie that comes with the answer lets its writer edit it; no other may be set by then.
fn send(errand: &Errand) -> Next {
    let Errand { comment, email, .. } = *errand;
    let uri = uri(errand).unwrap_or_default();
    let mut body = Writer::default();
    body.text("text", Some(text(comment)));
    body.text("author", comment.author.name.as_deref());
    body.text("email", email);
    body.text("website", comment.author.url.as_ref().map(WebUrl::as_str));
    // Only numbers are ids of Isso's.
    if let Some(parent) = comment.parent.as_ref().filter(|id| id.as_str().bytes().all(|byte| byte.is_ascii_digit())) {
        body.json("parent", parent.as_str());
    }
    // Without one, the server would fetch the article to find it.
    let title = comment.article.as_ref().and_then(|article| article.title.as_deref());
    body.text("title", Some(title.unwrap_or(uri)));
    let url = errand.address.below("new").with_parameter("uri", uri);
    Next::Ask(Stage::Send, Request { credentials: true, ..Request::json(Method::Post, url, body.finish()) })
}

/// A success is one only if it names a comment: a captive portal answers 200 to everything.
fn stored(errand: &Errand, answer: &Answer, status: Status) -> Outcome {
    let sent = errand.comment;
    let read =
        feed::parse_json(&answer.body, |json| comment(json, sent.article.clone(), errand.urls).ok_or(FeedError::NoId));
    match read {
        Ok(read) => Outcome::Stored(Box::new(Comment { status, own: true, date: read.date.or(sent.date), ..read })),
        Err(_) => Outcome::Later { after: None, perhaps_there: true },
    }
}

/// Nobody could tell whether it is there, so it is as it was.
fn still_unknown(errand: &Errand, answer: &Answer) -> Outcome {
    match Outcome::later(answer, errand.now) {
        Outcome::Later { after, .. } => Outcome::Later { after, perhaps_there: true },
        other => other,
    }
}

fn is_unmoderated(info: &[u8]) -> bool {
    let unmoderated = |json: Json<'_>| Ok(json.get("moderation").is_some_and(|value| value.as_str() == "false"));
    feed::parse_json(info, unmoderated).unwrap_or_default()
}

/// The comment in its thread, if it is there. Somebody who says the same twice in one place has said it once: there is no
/// telling it from a retry, and nothing is lost.
fn look(errand: &Errand, thread: &[u8]) -> Result<Option<Comment>, FeedError> {
    feed::parse_json(thread, |json| {
        let all = everything(json, errand.urls).ok_or(FeedError::NoId)?;
        let sent = errand.comment;
        let place = sent.parent.as_ref().map(|parent| top_of(parent, &all));
        let is_it = |found: &&Comment| {
            found.author.name == sent.author.name
                && text(found).trim() == text(sent).trim()
                && match &place {
                    None => found.parent.is_none(),
                    Some(Some(top)) => found.parent.as_ref() == Some(top),
                    // The comment that it answers is gone: it stands wherever that stood.
                    Some(None) => true,
                }
        };
        let content = &sent.content;
        Ok(all.iter().find(is_it).map(|found| Comment {
            article: sent.article.clone(),
            content: content.clone(),
            own: true,
            ..found.clone()
        }))
    })
}

/// The comments of both levels.
fn everything(thread: Json<'_>, urls: &dyn UrlParser) -> Option<Vec<Comment>> {
    let mut all = Vec::new();
    for top in thread.get("replies")?.list()? {
        all.extend(comment(top, None, urls));
        for reply in top.get("replies").and_then(Json::list).unwrap_or_default() {
            all.extend(comment(reply, None, urls));
        }
    }
    Some(all)
}

/// Under whom Isso puts what answers `parent`; `None` if that is gone.
fn top_of(parent: &ItemId, all: &[Comment]) -> Option<ItemId> {
    let answered = all.iter().find(|comment| comment.id == *parent)?;
    Some(answered.parent.clone().unwrap_or_else(|| parent.clone()))
}

fn text(comment: &Comment) -> &str {
    match &comment.content {
        Content::Html(text) | Content::Text(text) => text,
        Content::None => "",
    }
}
