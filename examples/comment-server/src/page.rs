//! What a reader asks for, in the query of an address. Pure.

use url::form_urlencoded::{Serializer, parse};

use crate::comment::{Comment, FieldError, is_article_id};

/// The most comments that `recent` may ask for.
pub const MOST_RECENT: u32 = 100;

/// A place in a thread: behind this comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// When the comment came.
    pub created: i64,
    /// Which one it is: several may have come in one millisecond.
    pub id: String,
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Query {
    /// A thread, oldest first.
    Thread {
        /// The article's id.
        article: String,
        /// Where the page before ended.
        after: Option<Cursor>,
    },
    /// So many of the newest comments of the whole site.
    Recent(u32),
}

impl Query {
    /// Reads the query of an address. Unknown names are for others: trackers add theirs to every link.
    pub fn parse(query: &str) -> Result<Self, FieldError> {
        let value =
            |name: &str| parse(query.as_bytes()).find(|(key, _)| key == name).map(|(_, value)| value.into_owned());
        match (value("article"), value("recent")) {
            (Some(article), None) if is_article_id(&article) => {
                let after = value("after").map(|text| Cursor::parse(&text)).transpose()?;
                Ok(Self::Thread { article, after })
            }
            (None, Some(_)) if value("after").is_some() => Err(error("after", "after goes with article.")),
            (None, Some(n)) => {
                let most = format!("recent must be a number from 1 to {MOST_RECENT}.");
                let n = n.parse().ok().filter(|n| (1..=MOST_RECENT).contains(n));
                n.map(Self::Recent).ok_or(FieldError { field: "recent", detail: most })
            }
            (None, None) => {
                Err(error("article", "Ask with ?article=ID for a thread, or with ?recent=N for the newest."))
            }
            (Some(_), Some(_)) => Err(error("recent", "Ask for article or for recent, not for both.")),
            (Some(_), None) => Err(error("article", "article must be the id of an article.")),
        }
    }
}

impl Cursor {
    /// The place behind `comment`.
    pub fn behind(comment: &Comment) -> Self {
        Self { created: comment.created, id: comment.id.clone() }
    }

    fn parse(text: &str) -> Result<Self, FieldError> {
        let wrong = || error("after", "after is given by next_url. Follow that address as it stands.");
        let (created, id) = text.split_once('.').ok_or_else(wrong)?;
        let created = created.parse().ok().filter(|created| *created >= 0).ok_or_else(wrong)?;
        if !is_article_id(id) {
            return Err(wrong());
        }
        Ok(Self { created, id: id.to_owned() })
    }

    /// The address of the page that begins here, as seen from any page of the thread.
    pub fn next_url(&self, article: &str) -> String {
        let mut query = Serializer::new(String::from("?"));
        query.append_pair("article", article);
        query.append_pair("after", &format!("{}.{}", self.created, self.id));
        query.finish()
    }
}

fn error(field: &'static str, detail: &str) -> FieldError {
    FieldError { field, detail: detail.to_owned() }
}
