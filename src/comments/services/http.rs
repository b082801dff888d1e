//! The `http` service: any server that speaks the contract of `schema/comments.openapi.yaml`. Pure.

use super::{
    Protocol,
    exchange::{Answer, Errand, Method, Next, Outcome, Refusal, Request, Stage, is_temporary},
};
use crate::{
    comments::{
        model::{Comment, Status},
        validate::Field,
    },
    feed::{self, ArticleRef, Content, FeedError, ItemId, UrlParser, WebUrl},
    json::{Json, Writer},
    words,
};

/// How to speak with it.
pub const PROTOCOL: Protocol = Protocol {
    thread: |service, article| Some(thread(service, &article.id)),
    page: super::feed::page,
    recent,
    site,
    first,
    then: |errand, _, answer| then(errand, answer),
    is_same: None,
    changes: None,
};

/// Where the thread of `article` is, oldest first: a JSON Feed and its `next_url`s.
pub fn thread(service: &WebUrl, article: &ItemId) -> WebUrl {
    service.with_parameter("article", article.as_str())
}

/// Where the newest `n` comments of the whole site are.
pub fn recent(service: &WebUrl, n: usize) -> WebUrl {
    service.with_parameter("recent", &n.to_string())
}

/// Reads the newest comments of the whole site.
///
/// # Errors
/// [`FeedError`]
pub fn site(bytes: &[u8], url: &WebUrl, urls: &dyn UrlParser) -> Result<Vec<Comment>, FeedError> {
    Ok(super::feed::site(&feed::parse_thread(bytes, url.as_str(), urls)?.feed.items))
}

/// Posts the comment. Its id is the key by which the server knows a retry: there is nothing to look for first.
pub fn first(errand: &Errand) -> Next {
    let Errand { comment, email, .. } = *errand;
    let mut author = Writer::default();
    author.text("name", comment.author.name.as_deref());
    author.text("email", email);
    author.text("url", comment.author.url.as_ref().map(WebUrl::as_str));

    let mut body = Writer::default();
    body.text("id", Some(comment.id.as_str()));
    if let Some(article) = &comment.article {
        body.json("article", &article_json(article));
    }
    match &comment.parent {
        Some(parent) => body.text("parent", Some(parent.as_str())),
        None => body.json("parent", "null"),
    }
    body.json("author", &author.finish());
    // What the form's reader wrote is text.
    if let Content::Text(text) = &comment.content {
        body.text("content_text", Some(text));
    }
    let key = ("Idempotency-Key", comment.id.as_str().to_owned());
    Next::Ask(Stage::Send, Request::json(Method::Post, errand.address.clone(), body.finish()).header(key))
}

fn article_json(article: &ArticleRef) -> String {
    let mut json = Writer::default();
    json.text("id", Some(article.id.as_str()));
    json.text("url", article.url.as_ref().map(WebUrl::as_str));
    json.text("title", article.title.as_deref());
    json.finish()
}

/// What the answer means for the comment.
pub fn then(errand: &Errand, answer: &Answer) -> Next {
    Next::Done(match answer.status {
        200 | 201 => stored(errand, answer, Status::Published),
        202 => stored(errand, answer, Status::Pending),
        // The id is there already: some earlier try came through. Its answer was lost, not the comment. Whether everybody
        // sees it, the thread tells.
        409 => Outcome::Stored(Box::new(Comment { status: Status::Pending, ..errand.comment.clone() })),
        401 => Outcome::Refused(Refusal::LogIn),
        403 => Outcome::Refused(Refusal::Closed),
        413 => Outcome::Refused(Refusal::TooLarge),
        status if is_temporary(status) => Outcome::later(answer, errand.now),
        status => Outcome::Refused(refusal(status, &answer.body)),
    })
}

/// A success is one only if it names a comment: a captive portal answers 200 to everything.
fn stored(errand: &Errand, answer: &Answer, status: Status) -> Outcome {
    let sent = errand.comment;
    match feed::parse_comment(&answer.body, errand.address.as_str(), errand.urls) {
        Ok((item, _)) => {
            let read = Comment::from_item(&item);
            let article = sent.article.clone();
            Outcome::Stored(Box::new(Comment { status, own: true, article, date: read.date.or(sent.date), ..read }))
        }
        Err(_) => Outcome::Later { after: None, perhaps_there: true },
    }
}

/// A sentence of the service.
fn said(problem: Json, name: &str) -> Option<String> {
    Some(words::said(&problem.string(name)?))
}

/// [RFC 9457](https://www.rfc-editor.org/rfc/rfc9457) problem details, with `errors: [{field, detail}]`.
fn refusal(status: u16, body: &[u8]) -> Refusal {
    let text = String::from_utf8_lossy(body);
    // A page of HTML is no sentence.
    let Ok(problem) = Json::check(&text) else { return Refusal::Other { status, detail: String::new() } };
    let errors = problem.get("errors").and_then(Json::list).unwrap_or_default();
    let error = |error: Json| {
        let name = error.string("field")?;
        let field = Field::ALL.into_iter().find(|field| field.name() == name)?;
        Some((field, said(error, "detail").unwrap_or_default()))
    };
    let found: Vec<(Field, String)> = errors.into_iter().filter_map(error).collect();
    if !found.is_empty() && matches!(status, 400 | 422) {
        return Refusal::Fields(found);
    }
    let detail = said(problem, "detail").or_else(|| said(problem, "title")).unwrap_or_default();
    Refusal::Other { status, detail }
}
