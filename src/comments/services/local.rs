//! The `local` service: this browser's storage. Pure.
//!
//! Each comment has a storage key of its own, so that two tabs never overwrite each other's. A value is a JSON Feed item:
//! the feed reader reads it. The e-mail address is never part of it.

use serde::Serialize;

use crate::{
    comments::{keys, model::Comment},
    feed::{Content, Date, Item, ItemId, Precision},
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

#[derive(Serialize)]
struct Stored<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_html: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_text: Option<&'a str>,
    authors: [StoredAuthor<'a>; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(rename = "_news")]
    news: StoredNews<'a>,
}

#[derive(Serialize)]
struct StoredAuthor<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
}

#[derive(Serialize)]
struct StoredNews<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    parent: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<StoredArticle<'a>>,
}

#[derive(Serialize)]
struct StoredArticle<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
}

/// The JSON Feed item that is stored of a comment.
pub fn to_json(comment: &Comment) -> String {
    let (content_html, content_text) = match &comment.content {
        Content::Html(html) => (Some(html.as_str()), None),
        Content::Text(text) => (None, Some(text.as_str())),
        Content::None => (None, None),
    };
    let stored = Stored {
        id: comment.id.as_str(),
        url: comment.url.as_ref().map(|url| url.as_str()),
        content_html,
        content_text,
        authors: [StoredAuthor {
            name: comment.author.name.as_deref().map(as_markup),
            url: comment.author.url.as_ref().map(|url| url.as_str()),
        }],
        date_published: comment.date.map(rfc3339),
        news: StoredNews {
            parent: comment.parent.as_ref().map(ItemId::as_str),
            article: comment.article.as_ref().map(|article| StoredArticle {
                id: article.id.as_str(),
                title: article.title.as_deref().map(as_markup),
                url: article.url.as_ref().map(|url| url.as_str()),
            }),
        },
    };
    // Strings always have JSON; should they not, nothing is stored that could be read back.
    serde_json::to_string(&stored).unwrap_or_default()
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
    for value in values.into_iter().filter(|value| serde_json::from_str::<serde::de::IgnoredAny>(value).is_ok()) {
        if !std::mem::take(&mut first) {
            feed.push(',');
        }
        feed.push_str(value);
    }
    feed.push_str("]}");
    feed
}

/// The comments in the items that the feed reader found in [`to_feed`]'s feed: this reader's own.
pub fn comments(items: &[Item]) -> Vec<Comment> {
    items.iter().map(|item| Comment { own: true, ..Comment::from_item(item) }).collect()
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
