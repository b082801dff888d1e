//! What Isso says of a thread and of its comments. Pure.

use crate::{
    comments::{
        model::{Comment, Status, article_ref},
        services::exchange::{More, Page},
        website,
    },
    feed::{self, ArticleRef, Author, Content, Date, FeedError, Item, ItemId, UrlParser, WebUrl, plain_text},
    json::Json,
    markup, words,
};

/// Reads a page of the thread of `article`, which came from `url`: comments at the top, each with some of its replies, or
/// further replies to one of them.
///
/// # Errors
/// [`FeedError`]
pub fn page(bytes: &[u8], url: &WebUrl, article: &Item, urls: &dyn UrlParser) -> Result<Page, FeedError> {
    feed::parse_json(bytes, |json| {
        let listed = json.get("replies").and_then(Json::list).ok_or(FeedError::NoId)?;
        let (list, before) = list_of(url, urls);
        let mut reader = Reader { list, article: article_ref(article), urls, page: Page::default() };
        for given in &listed {
            if let Some(id) = reader.add(*given) {
                reader.add_replies(*given, id);
            }
        }
        let under = id(json, "id");
        let is_thread = under.is_none();
        if !listed.is_empty() {
            reader.add_more(json, under, reader.list.clone(), before + listed.len());
        }
        let mut page = reader.page;
        if is_thread {
            // Isso counts what was taken away, too.
            let removed = page.comments.iter().filter(|comment| comment.status == Status::Removed).count() as u64;
            page.total = number(json, "total_replies").map(|total| total.saturating_sub(removed));
        }
        Ok(page)
    })
}

/// Reads the newest comments of the whole site. What each names as its article is the path, which is all that Isso knows.
///
/// # Errors
/// [`FeedError`]
pub fn site(bytes: &[u8], urls: &dyn UrlParser) -> Result<Vec<Comment>, FeedError> {
    feed::parse_json(bytes, |json| {
        let listed = json.list().ok_or(FeedError::NoId)?;
        let on = |path: String| Some(ArticleRef { id: ItemId::new(&path)?, title: Some(path), url: None });
        Ok(listed.iter().filter_map(|given| comment(*given, given.string("uri").and_then(on), urls)).collect())
    })
}

/// The list that the page at `url` is a part of, and how many stand before it there.
fn list_of(url: &WebUrl, urls: &dyn UrlParser) -> (WebUrl, usize) {
    let offset = || {
        let (list, last) = url.as_str().rsplit_once('&')?;
        Some((WebUrl::resolve(urls, list, "about:blank")?, last.strip_prefix("offset=")?.parse().ok()?))
    };
    offset().unwrap_or_else(|| (url.clone(), 0))
}

/// A page in the making.
struct Reader<'a> {
    /// The list that it is a part of.
    list: WebUrl,
    article: ArticleRef,
    urls: &'a dyn UrlParser,
    page: Page,
}

impl Reader<'_> {
    /// Adds a comment, and gives its id.
    fn add(&mut self, given: Json<'_>) -> Option<ItemId> {
        let Some(read) = comment(given, Some(self.article.clone()), self.urls) else {
            self.page.skipped.push("a comment without an id is left out".into());
            return None;
        };
        let id = read.id.clone();
        self.page.comments.push(read);
        Some(id)
    }

    fn add_replies(&mut self, given: Json<'_>, under: ItemId) {
        let Some(replies) = given.get("replies").and_then(Json::list) else { return };
        for reply in &replies {
            self.add(*reply);
        }
        let list = self.list.with_parameter("parent", under.as_str());
        self.add_more(given, Some(under), list, replies.len());
    }

    /// Where there are more in a list than the `shown` ones. By their number and not by the time of the last: in threads
    /// that were imported from elsewhere several may have been written in one second.
    fn add_more(&mut self, given: Json<'_>, under: Option<ItemId>, list: WebUrl, shown: usize) {
        let hidden = number(given, "hidden_replies").filter(|hidden| *hidden > 0);
        if hidden.is_some() {
            self.page.more.push(More { under, count: hidden, url: list.with_parameter("offset", &shown.to_string()) });
        }
    }
}

/// Reads a comment; `None` without an id.
pub(super) fn comment(given: Json<'_>, article: Option<ArticleRef>, urls: &dyn UrlParser) -> Option<Comment> {
    let status = match given.get("mode").map(Json::as_str) {
        Some("2") => Status::Pending,
        Some("4") => Status::Removed,
        _ => Status::Published,
    };
    let text = given.string("text").filter(|_| status != Status::Removed);
    Some(Comment {
        id: id(given, "id")?,
        parent: id(given, "parent"),
        author: Author { name: author(given), url: website(given, urls), avatar: None },
        content: text.map_or(Content::None, Content::Html),
        date: given.get("created").and_then(date),
        url: None,
        article,
        status,
        own: false,
        by_author: false,
    })
}

/// Names come as markup: the server has put `&lt;` for `<`.
fn author(given: Json<'_>) -> Option<String> {
    Some(words::name(&plain_text(&given.string("author")?))).filter(|name| !name.is_empty())
}

/// So do addresses, and after an edit perhaps without `http://`.
fn website(given: Json<'_>, urls: &dyn UrlParser) -> Option<WebUrl> {
    website::parse(markup::decoded(&given.string("website")?).trim(), urls)
}

fn id(given: Json<'_>, key: &str) -> Option<ItemId> {
    given.get(key).filter(|value| value.is_number()).and_then(|value| ItemId::new(value.as_str()))
}

fn number(given: Json<'_>, key: &str) -> Option<u64> {
    given.get(key)?.as_str().parse().ok()
}

/// Seconds since 1970, with a fraction. By hand: parsing floats would bring the tables of a correct conversion along.
fn date(seconds: Json<'_>) -> Option<Date> {
    let (whole, fraction) = seconds.as_str().split_once('.').unwrap_or((seconds.as_str(), ""));
    let mut digits = fraction.bytes();
    let mut millis = whole.parse::<i64>().ok()?;
    for _ in 0..3 {
        let digit = digits.next().unwrap_or(b'0').checked_sub(b'0').filter(|digit| *digit < 10)?;
        millis = millis.checked_mul(10)?.checked_add(digit.into())?;
    }
    Some(Date::from_millis(millis))
}
