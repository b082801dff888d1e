//! A comment from the JSON that was sent. Every field is looked at, so that the writer hears of everything at once. Pure.

use serde_json::Value;

use super::{
    Article, CommentId, NewComment, Words, is_email,
    text::{clean_line, clean_name, clean_text, cut, is_blank},
    website,
};

/// What is wrong with a field. The four of the form have the form's names: `comment`, `name`, `email`, `website`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// `comment` is `content_text`; `name`, `email` and `website` are of `author`, the last its `url`; others are called as
    /// in the JSON.
    pub field: &'static str,
    /// A sentence for whoever filled it in.
    pub detail: String,
}

/// The longest of each, in bytes of UTF-8: those of the widget's form (`src/comments/validate.rs`), and WordPress's.
pub struct Limits;

impl Limits {
    /// A comment.
    pub const COMMENT: usize = 65_525;
    /// A name.
    pub const NAME: usize = 245;
    /// An e-mail address.
    pub const EMAIL: usize = 100;
    /// The address of a website.
    pub const WEBSITE: usize = 200;
    /// The id of an article, and its address.
    pub const ARTICLE: usize = 2_048;
    /// The headline of an article. A longer one is cut: the reader cannot help it.
    pub const TITLE: usize = 1_000;
    /// The id of a parent, which may have come from another system.
    pub const PARENT: usize = 250;
}

/// Whether the contract takes `id` for an article's.
pub fn is_article_id(id: &str) -> bool {
    is_id(id, Limits::ARTICLE)
}

fn is_id(id: &str, limit: usize) -> bool {
    id.len() <= limit && !is_blank(id) && id.trim() == id && !id.chars().any(char::is_control)
}

/// Reads a comment, or says everything that is wrong with it.
pub fn read(body: &Value) -> Result<NewComment, Vec<FieldError>> {
    let mut errors = Errors::default();
    let id = errors.note("id", id(body));
    let article = errors.note("article", article(body));
    let parent = errors.note("parent", parent(body));
    let author = body.get("author").filter(|author| author.is_object());
    let content = errors.note("comment", content(body));
    let name = errors.note("name", name(author));
    let email = errors.note("email", email(author));
    let website = errors.note("website", page(author));
    match (id, article, parent, content, name, email, website) {
        (Some(id), Some(article), Some(parent), Some(content), Some(name), Some(email), Some(website)) => {
            Ok(NewComment { id, words: Words { article, parent, name, email, website, content } })
        }
        _ => Err(errors.0),
    }
}

#[derive(Default)]
struct Errors(Vec<FieldError>);

impl Errors {
    fn note<T>(&mut self, field: &'static str, read: Result<T, String>) -> Option<T> {
        read.map_err(|detail| self.0.push(FieldError { field, detail })).ok()
    }
}

/// The text of a field that may be missing. `null` is missing; anything but a text is wrong.
fn text<'a>(object: Option<&'a Value>, key: &str) -> Result<&'a str, String> {
    match object.and_then(|object| object.get(key)) {
        None | Some(Value::Null) => Ok(""),
        Some(Value::String(text)) => Ok(text),
        Some(_) => Err(format!("{key} must be a text.")),
    }
}

fn within(what: &str, text: String, limit: usize) -> Result<String, String> {
    let actual = text.len();
    if actual <= limit {
        return Ok(text);
    }
    Err(format!("This {what} has {actual} bytes; at most {limit} are taken. Please shorten it."))
}

fn id(body: &Value) -> Result<CommentId, String> {
    let wanted = "id must be a UUID in small letters, made anew for each comment.";
    CommentId::parse(text(Some(body), "id")?).ok_or_else(|| wanted.to_owned())
}

const BAD_URL: &str = "article.url must be the http(s) address of the article's page, or missing.";

fn article(body: &Value) -> Result<Article, String> {
    let article = body.get("article").filter(|article| article.is_object());
    let id = text(article, "id")?;
    if !is_article_id(id) {
        return Err(format!("article.id must name the article, in at most {} bytes.", Limits::ARTICLE));
    }
    let url = match text(article, "url")? {
        "" => None,
        url => Some(website(url).filter(|url| url.len() <= Limits::ARTICLE).ok_or(BAD_URL)?),
    };
    let title = clean_line(text(article, "title")?);
    let title = cut(&title, Limits::TITLE).trim_end();
    Ok(Article { id: id.to_owned(), url, title: (!is_blank(title)).then(|| title.to_owned()) })
}

fn parent(body: &Value) -> Result<Option<String>, String> {
    match body.get("parent") {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(id)) if is_id(id, Limits::PARENT) => Ok(Some(id.clone())),
        Some(_) => Err("parent must be the id of the comment that is answered, or null.".to_owned()),
    }
}

fn content(body: &Value) -> Result<String, String> {
    let content = clean_text(text(Some(body), "content_text")?);
    if is_blank(&content) {
        return Err("Please enter your comment!".to_owned());
    }
    within("comment", content, Limits::COMMENT)
}

fn name(author: Option<&Value>) -> Result<String, String> {
    let name = clean_name(text(author, "name")?);
    if is_blank(&name) {
        return Err("Please enter your name here".to_owned());
    }
    within("name", name, Limits::NAME)
}

fn email(author: Option<&Value>) -> Result<Option<String>, String> {
    let email = clean_line(text(author, "email")?);
    if is_blank(&email) {
        return Ok(None);
    }
    if !is_email(&email) {
        return Err("You have entered an incorrect email address!".to_owned());
    }
    within("email address", email, Limits::EMAIL).map(Some)
}

fn page(author: Option<&Value>) -> Result<Option<String>, String> {
    let address = clean_line(text(author, "url")?);
    if is_blank(&address) {
        return Ok(None);
    }
    let address = website(&address).ok_or("This is not the address of a website, such as https://example.org.")?;
    within("address", address, Limits::WEBSITE).map(Some)
}
