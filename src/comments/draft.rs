//! What is kept of a comment before it is sent, and of the reader who wrote it. Pure.

use serde::{Deserialize, Serialize};

use crate::feed::ItemId;

use super::{
    keys,
    text::{clean_line, is_blank},
    validate::{Field, Fields},
};

/// Which draft: each feed, article and answered comment has its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftKey {
    /// The feed's address, which tells the widgets of one page and the feeds of one site apart.
    pub feed: String,
    /// The article.
    pub article: ItemId,
    /// The comment that is answered.
    pub parent: Option<ItemId>,
}

impl DraftKey {
    /// The key in the browser's storage.
    pub fn storage_key(&self) -> String {
        keys::draft(self)
    }
}

/// An unsent comment: what is in the form, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The form.
    pub fields: Fields,
    /// When it was saved, as `Date.now()` counts.
    pub saved: i64,
}

impl Draft {
    /// What is stored.
    pub fn to_json(&self) -> String {
        Stored { saved: Some(self.saved), ..Stored::of(self.fields.clone()) }.to_json()
    }

    /// Reads what was stored; anything unreadable is no draft.
    pub fn from_json(text: &str) -> Option<Self> {
        let Stored { saved, comment, name, email, website } = Stored::from_json(text)?;
        Some(Self { fields: Fields { comment, name, email, website }, saved: saved? })
    }

    /// Whether something would be lost without it: a comment, or a detail other than those already kept and filled in.
    pub fn is_worth_keeping(&self, kept: &Details) -> bool {
        let kept = kept.fields();
        Field::ALL.into_iter().any(|field| {
            let typed = self.fields.get(field);
            !is_blank(typed) && clean_line(typed) != clean_line(kept.get(field))
        })
    }
}

/// Name, e-mail address and website, kept in this browser when the reader agreed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Details {
    /// The name.
    pub name: String,
    /// The e-mail address.
    pub email: String,
    /// The website, as typed.
    pub website: String,
}

impl Details {
    /// The key in the browser's storage.
    pub const STORAGE_KEY: &'static str = keys::DETAILS;

    /// What the form says of its reader.
    pub fn of(fields: &Fields) -> Self {
        Self { name: clean_line(&fields.name), email: clean_line(&fields.email), website: clean_line(&fields.website) }
    }

    /// A form with these details and no comment yet.
    pub fn fields(&self) -> Fields {
        Fields {
            comment: String::new(),
            name: self.name.clone(),
            email: self.email.clone(),
            website: self.website.clone(),
        }
    }

    /// Fills in what is still blank in a form.
    pub fn fill(&self, fields: &mut Fields) {
        let kept = self.fields();
        for field in Field::ALL {
            if is_blank(fields.get(field)) && !is_blank(kept.get(field)) {
                fields.set(field, kept.get(field).to_owned());
            }
        }
    }

    /// Whether there is nothing to keep.
    pub fn is_empty(&self) -> bool {
        [&self.name, &self.email, &self.website].into_iter().all(|text| is_blank(text))
    }

    /// What is stored.
    pub fn to_json(&self) -> String {
        Stored::of(self.fields()).to_json()
    }

    /// Reads what was stored; anything unreadable is no details.
    pub fn from_json(text: &str) -> Option<Self> {
        let Stored { name, email, website, .. } = Stored::from_json(text)?;
        Some(Self { name, email, website })
    }
}

/// What is stored, of drafts and details alike: each struct that is read from JSON costs the download kilobytes.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Stored {
    #[serde(skip_serializing_if = "Option::is_none")]
    saved: Option<i64>,
    #[serde(skip_serializing_if = "String::is_empty")]
    comment: String,
    name: String,
    email: String,
    website: String,
}

impl Stored {
    fn of(fields: Fields) -> Self {
        let Fields { comment, name, email, website } = fields;
        Self { saved: None, comment, name, email, website }
    }

    /// Strings and numbers always have JSON; should they not, nothing is stored that could be read back.
    fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Only objects: serde would read a list as well, field by field.
    fn from_json(text: &str) -> Option<Self> {
        if text.starts_with('{') { serde_json::from_str(text).ok() } else { None }
    }
}
