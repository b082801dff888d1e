//! The `http` service: any server that speaks the contract of `schema/comments.openapi.yaml`. Pure.

use super::exchange::{Answer, Outcome, Refusal, Request};
use crate::{
    comments::{
        model::{Comment, Status},
        validate::Field,
    },
    feed::{self, ArticleRef, Content, Date, ItemId, UrlParser, WebUrl},
    json::{Json, Writer},
    percent::encode,
};

/// Where the thread of `article` is, oldest first: a JSON Feed and its `next_url`s.
pub fn thread(service: &WebUrl, article: &ItemId) -> String {
    with_query(service, "article", article.as_str())
}

/// Where the newest `n` comments of the whole site are.
pub fn recent(service: &WebUrl, n: usize) -> String {
    with_query(service, "recent", &n.to_string())
}

fn with_query(service: &WebUrl, name: &str, value: &str) -> String {
    // The server is not told of a fragment.
    let before = service.as_str().split('#').next().unwrap_or_default();
    let separator = match before.rsplit_once('?') {
        None => "?",
        Some((_, "")) => "",
        Some(_) => "&",
    };
    let mut url = [before, separator, name, "="].concat();
    encode(&mut url, value);
    url
}

/// The request that posts `comment`. Its id is the key by which the server knows a retry.
pub fn post(service: &WebUrl, comment: &Comment, email: Option<&str>) -> Request {
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
    Request {
        url: service.to_string(),
        headers: vec![("Content-Type", "application/json".into()), ("Idempotency-Key", comment.id.as_str().into())],
        body: body.finish(),
    }
}

fn article_json(article: &ArticleRef) -> String {
    let mut json = Writer::default();
    json.text("id", Some(article.id.as_str()));
    json.text("url", article.url.as_ref().map(WebUrl::as_str));
    json.text("title", article.title.as_deref());
    json.finish()
}

/// What the answer to [`post`] means for `sent`. `now` is the browser's clock, for a `Retry-After` that is a date.
pub fn read(answer: &Answer, sent: &Comment, service: &WebUrl, now: Date, urls: &dyn UrlParser) -> Outcome {
    match answer.status {
        200 | 201 => stored(answer, sent, Status::Published, service, urls),
        202 => stored(answer, sent, Status::Pending, service, urls),
        // The id is there already: some earlier try came through. Its answer was lost, not the comment.
        409 => Outcome::Stored(Box::new(sent.clone())),
        401 => Outcome::Refused(Refusal::LogIn),
        403 => Outcome::Refused(Refusal::Closed),
        413 => Outcome::Refused(Refusal::TooLarge),
        408 | 425 | 429 | 500..=599 => {
            Outcome::Later { after: answer.retry_after.as_deref().and_then(|text| seconds(text, now)) }
        }
        status => Outcome::Refused(refusal(status, &answer.body)),
    }
}

/// A success is one only if it names a comment: a captive portal answers 200 to everything.
fn stored(answer: &Answer, sent: &Comment, status: Status, service: &WebUrl, urls: &dyn UrlParser) -> Outcome {
    match feed::parse_comment(&answer.body, service.as_str(), urls) {
        Ok((item, _)) => {
            let read = Comment::from_item(&item);
            let article = sent.article.clone();
            Outcome::Stored(Box::new(Comment { status, own: true, article, date: read.date.or(sent.date), ..read }))
        }
        Err(_) => Outcome::Later { after: None },
    }
}

/// [RFC 9457](https://www.rfc-editor.org/rfc/rfc9457) problem details, with `errors: [{field, detail}]`.
fn refusal(status: u16, body: &[u8]) -> Refusal {
    let text = String::from_utf8_lossy(body);
    // A page of HTML is no sentence.
    let Ok(problem) = Json::check(&text) else { return Refusal::Other { status, detail: String::new() } };
    let errors = find(problem, "errors").and_then(Json::list).unwrap_or_default();
    let error = |error: Json| {
        let name = string(error, "field")?;
        let field = Field::ALL.into_iter().find(|field| field.name() == name)?;
        Some((field, string(error, "detail").unwrap_or_default()))
    };
    let found: Vec<(Field, String)> = errors.into_iter().filter_map(error).collect();
    if !found.is_empty() && matches!(status, 400 | 422) {
        return Refusal::Fields(found);
    }
    let detail = string(problem, "detail").or_else(|| string(problem, "title")).unwrap_or_default();
    Refusal::Other { status, detail }
}

fn find<'a>(object: Json<'a>, key: &str) -> Option<Json<'a>> {
    object.object()?.into_iter().find(|(found, _)| found == key).map(|(_, value)| value)
}

fn string(object: Json, key: &str) -> Option<String> {
    find(object, key)?.text().map(|text| text.text.into_owned())
}

/// `Retry-After` ([RFC 9110, 10.2.3](https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3)) in seconds from `now`.
fn seconds(text: &str, now: Date) -> Option<u32> {
    let text = text.trim();
    if let Ok(seconds) = text.parse() {
        return Some(seconds);
    }
    let then = Date::parse(text)?;
    u32::try_from((then.millis() - now.millis()).max(0) / 1000).ok()
}
