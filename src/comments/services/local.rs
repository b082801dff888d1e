//! The `local` service: this browser's storage. Pure.
//!
//! Each comment has a storage key of its own, so that two tabs never overwrite each other's. A value is a JSON Feed item:
//! the feed reader reads it. The e-mail address is never part of it.

use crate::{
    comments::{keys, model::Comment},
    feed::{Content, Date, Item, ItemId, Precision, WebUrl},
    json::{Json, Writer},
};

/// The storage key of one comment.
pub fn key(feed: &str, article: &ItemId, id: &ItemId) -> String {
    keys::comment(feed, article, id)
}

/// What the keys of all comments under one feed's articles start with, for Recent Comments.
pub fn prefix(feed: &str) -> String {
    keys::comments_of(feed)
}

/// What the keys of one thread start with.
pub fn article_prefix(feed: &str, article: &ItemId) -> String {
    keys::comments_on(feed, article)
}

/// The JSON Feed item that is stored of a comment.
pub fn to_json(comment: &Comment) -> String {
    let mut author = Writer::default();
    author.text("name", comment.author.name.as_deref().map(as_markup).as_deref());
    author.text("url", comment.author.url.as_ref().map(WebUrl::as_str));

    let mut news = Writer::default();
    news.text("parent", comment.parent.as_ref().map(ItemId::as_str));
    if let Some(article) = &comment.article {
        let mut json = Writer::default();
        json.text("id", Some(article.id.as_str()));
        json.text("title", article.title.as_deref().map(as_markup).as_deref());
        json.text("url", article.url.as_ref().map(WebUrl::as_str));
        news.json("article", &json.finish());
    }

    let mut item = Writer::default();
    item.text("id", Some(comment.id.as_str()));
    item.text("url", comment.url.as_ref().map(WebUrl::as_str));
    match &comment.content {
        Content::Html(html) => item.text("content_html", Some(html)),
        Content::Text(text) => item.text("content_text", Some(text)),
        Content::None => {}
    }
    item.json("authors", &format!("[{}]", author.finish()));
    item.text("date_published", comment.date.map(rfc3339).as_deref());
    item.json("_news", &news.finish());
    item.finish()
}

/// Plain text for a field that the feed reader takes for markup: without this, a reader called `<Ann>` would have no name
/// after a reload, and `&lt;` would become `<`.
fn as_markup(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// A JSON Feed of stored values, for the feed reader. Values that are not JSON are left out: one that another script
/// wrote or a browser cut short costs itself, not the thread.
pub fn to_feed<'a>(values: impl IntoIterator<Item = &'a str>) -> String {
    let mut feed = String::from(r#"{"version":"https://jsonfeed.org/version/1.1","title":"","items":["#);
    let mut first = true;
    for value in values.into_iter().filter(|value| Json::check(value).is_ok()) {
        if !std::mem::take(&mut first) {
            feed.push(',');
        }
        feed.push_str(value);
    }
    feed.push_str("]}");
    feed
}

/// The comments in the items that the feed reader found in [`to_feed`]'s feed: this reader's own, and nobody says that the
/// reader wrote the article.
pub fn comments(items: &[Item]) -> Vec<Comment> {
    items.iter().map(|item| Comment { own: true, by_author: false, ..Comment::from_item(item) }).collect()
}

/// A date as JSON Feed wants it: `2026-01-19T08:30:00.250Z`, or `2026-01-19` if only the day is known. Years outside
/// 0000 to 9999 have no such form: the first or last moment that has one stands for them.
pub fn rfc3339(date: Date) -> String {
    const DAY: i64 = 86_400_000;
    let millis = date.millis().clamp(-62_167_219_200_000, 253_402_300_799_999);
    let (year, month, day) = civil(millis.div_euclid(DAY));
    if date.precision() == Precision::Day {
        return format!("{year:04}-{month:02}-{day:02}");
    }
    let rest = millis.rem_euclid(DAY);
    let (hour, minute, second) = (rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{:03}Z", rest % 1000)
}

/// Year, month and day of a day counted from 1970-01-01, by
/// [Hinnant's `civil_from_days`](https://howardhinnant.github.io/date_algorithms.html#civil_from_days): years start in
/// March, so that the leap day is the last.
fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}
