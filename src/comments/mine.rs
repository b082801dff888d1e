//! A comment of this reader's that its service lets them change for a while, as this browser keeps it. Pure.

use super::{destination::Destination, keys, model::Comment};
use crate::{
    feed::{Date, ItemId},
    json::{Json, Writer},
};

/// What is kept of such a comment.
#[derive(Clone, Debug, PartialEq)]
pub struct Mine {
    /// The service that has it; `None` in what was stored before services were named: nobody may change that any more.
    pub destination: Option<Destination>,
    /// The article that it is on.
    pub article: ItemId,
    /// Its id at the service, which may give it again once this comment is gone.
    pub id: ItemId,
    /// When it was written, by the service's clock: with the id, that is this comment and no other.
    pub date: Date,
    /// Until when it may be changed, by this browser's clock.
    pub until: Date,
    /// What it says, as it was written.
    pub text: String,
    /// What it is to say, as far as that is typed and not sent.
    pub draft: Option<String>,
}

impl Mine {
    /// What is to be kept of `stored`, which was written as `text`; `None` where nothing would tell it from another.
    pub fn new(destination: Destination, stored: &Comment, text: &str, until: Date) -> Option<Self> {
        let article = stored.article.as_ref()?.id.clone();
        let (id, date, text) = (stored.id.clone(), stored.date?, text.to_owned());
        Some(Self { destination: Some(destination), article, id, date, until, text, draft: None })
    }

    /// Whether it is this comment.
    pub fn is(&self, comment: &Comment) -> bool {
        self.id == comment.id && comment.date == Some(self.date)
    }

    /// The storage key.
    pub fn key(&self, feed: &str) -> String {
        keys::mine(feed, &self.article, &self.id)
    }

    /// What is stored.
    pub fn to_json(&self) -> String {
        let mut json = Writer::default();
        if let Some(destination) = &self.destination {
            destination.write(&mut json);
        }
        json.text("article", Some(self.article.as_str()));
        json.text("id", Some(self.id.as_str()));
        json.json("date", &self.date.millis().to_string());
        json.json("until", &self.until.millis().to_string());
        json.text("text", Some(&self.text));
        json.text("draft", self.draft.as_deref());
        json.finish()
    }

    /// What was stored; `None` for anything else.
    pub fn from_json(text: &str) -> Option<Self> {
        let json = Json::check(text).ok()?;
        let date = |key: &str| Some(Date::from_millis(json.get(key)?.as_str().parse().ok()?));
        Some(Self {
            destination: Destination::read(json),
            article: ItemId::new(&json.string("article")?)?,
            id: ItemId::new(&json.string("id")?)?,
            date: date("date")?,
            until: date("until")?,
            text: json.string("text")?,
            draft: json.string("draft"),
        })
    }
}
