//! What is kept of a comment before it is sent, and of the reader who wrote it. Pure.

use crate::{
    feed::ItemId,
    json::{Json, Writer},
};

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
    /// The entry of the outbox that its text was taken back from, as it is stored there: posted unchanged, it is the same
    /// comment still.
    pub taken_back: Option<String>,
}

impl Draft {
    /// What is stored.
    pub fn to_json(&self) -> String {
        write(&self.fields, Some(self.saved), self.taken_back.as_deref())
    }

    /// Reads what was stored; anything unreadable is no draft.
    pub fn from_json(text: &str) -> Option<Self> {
        let Stored { fields, saved, taken_back } = read(text)?;
        Some(Self { fields, saved: saved?, taken_back })
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
        write(&self.fields(), None, None)
    }

    /// Reads what was stored; anything unreadable is no details.
    pub fn from_json(text: &str) -> Option<Self> {
        let Fields { name, email, website, .. } = read(text)?.fields;
        Some(Self { name, email, website })
    }
}

const TAKEN_BACK: &str = "taken_back";

/// What is stored, of drafts and details alike; blank fields are left out.
fn write(fields: &Fields, saved: Option<i64>, taken_back: Option<&str>) -> String {
    let mut json = Writer::default();
    if let Some(saved) = saved {
        json.json("saved", &saved.to_string());
    }
    for field in Field::ALL {
        json.text(field.name(), Some(fields.get(field)).filter(|text| !text.is_empty()));
    }
    if let Some(entry) = taken_back {
        json.json(TAKEN_BACK, entry);
    }
    json.finish()
}

/// The parts of it.
#[derive(Default)]
struct Stored {
    fields: Fields,
    saved: Option<i64>,
    taken_back: Option<String>,
}

/// `None` when a field is there and is not what it should be.
fn read(text: &str) -> Option<Stored> {
    let Stored { mut fields, mut saved, mut taken_back } = Stored::default();
    for (key, value) in Json::check(text).ok()?.object()? {
        match Field::ALL.into_iter().find(|field| field.name() == key) {
            Some(field) => fields.set(field, value.text()?.text.into_owned()),
            None if key == "saved" => saved = Some(value.as_str().parse().ok()?),
            None if key == TAKEN_BACK => taken_back = Some(value.as_str().to_owned()),
            None => {}
        }
    }
    Some(Stored { fields, saved, taken_back })
}
