//! Objects of the document, asked for one field after the other. Pure.
//!
//! What cannot be read is reported and costs nothing but itself. One rule for all fields: `null` and blank strings are the
//! same as a field that is not there.

use std::{borrow::Cow, cell::RefCell};

use super::{
    Date, ItemId, UrlParser, WebUrl,
    report::{self, Reason, Skipped},
    value::{Value, distinct},
};
use crate::{bounds::REPORTS, json::Pair};

/// What every reader needs, and the one list of reports.
pub(super) struct Context<'a> {
    pub(super) base: &'a str,
    pub(super) urls: &'a dyn UrlParser,
    pub(super) skipped: RefCell<Vec<Skipped>>,
}

impl<'a> Context<'a> {
    /// Begins the list of reports with the characters that had to be replaced to have a text at all.
    pub(super) fn new(base: &'a str, urls: &'a dyn UrlParser, replaced: usize) -> Self {
        let encoding =
            Skipped { item: None, field: "encoding".into(), reason: Reason::Encoding(replaced), found: String::new() };
        let skipped = if replaced > 0 { vec![encoding] } else { Vec::new() };
        Self { base, urls, skipped: RefCell::new(skipped) }
    }
}

/// An object of the document.
pub(super) struct Object<'a> {
    pub(super) context: &'a Context<'a>,
    item: Option<ItemId>,
    /// The way here, ready to have a key put behind it: `_news.comments[2].`.
    path: String,
    pairs: Vec<Pair<'a>>,
}

impl<'a> Object<'a> {
    pub(super) fn root(context: &'a Context<'a>, pairs: Vec<Pair<'a>>) -> Self {
        Self { context, item: None, path: String::new(), pairs }
    }

    /// From here on, what is skipped is reported as the item's; of a comment inside an item, as that item's still.
    pub(super) fn name(&mut self, id: &ItemId) {
        if self.item.is_none() {
            self.item = Some(id.clone());
            self.path.clear();
        }
    }

    /// The object that `value` is made of.
    pub(super) fn inside(value: &Value<'_, 'a>, pairs: Vec<Pair<'a>>) -> Self {
        let outer = value.object;
        Self {
            context: outer.context,
            item: outer.item.clone(),
            path: format!("{}{}.", outer.path, value.name()),
            pairs,
        }
    }

    /// The field, when there is anything in it. Of several with the same key the last counts.
    pub(super) fn get<'o>(&'o self, key: &'static str) -> Option<Value<'o, 'a>> {
        let (_, json) = self.pairs.iter().rfind(|(name, _)| name == key)?;
        let value = Value { object: self, key, index: None, json: *json };
        value.filled()
    }

    pub(super) fn plain(&self, key: &'static str) -> Option<String> {
        self.get(key)?.plain()
    }

    pub(super) fn person(&self, key: &'static str) -> Option<String> {
        self.get(key)?.person()
    }

    pub(super) fn text(&self, key: &'static str) -> Option<Cow<'a, str>> {
        self.get(key)?.text()
    }

    pub(super) fn url(&self, key: &'static str) -> Option<WebUrl> {
        self.get(key)?.url()
    }

    pub(super) fn source(&self, key: &'static str) -> Option<WebUrl> {
        self.get(key)?.source()
    }

    pub(super) fn id(&self, key: &'static str) -> Option<ItemId> {
        self.get(key)?.id()
    }

    pub(super) fn date(&self, key: &'static str) -> Option<Date> {
        self.get(key)?.date()
    }

    pub(super) fn whole(&self, key: &'static str) -> Option<u64> {
        self.get(key)?.whole()
    }

    pub(super) fn flag(&self, key: &'static str) -> Option<bool> {
        self.get(key)?.flag()
    }

    pub(super) fn language(&self, key: &'static str) -> Option<String> {
        self.get(key)?.language()
    }

    /// The elements of a list.
    pub(super) fn list<'o>(&'o self, key: &'static str) -> Vec<Value<'o, 'a>> {
        self.get(key).and_then(|value| value.list()).unwrap_or_default()
    }

    /// What `read` makes of the elements of a list.
    pub(super) fn each<'o, T>(&'o self, key: &'static str, read: fn(Value<'o, 'a>) -> Option<T>) -> Vec<T> {
        self.get(key).map(|value| value.each(read)).unwrap_or_default()
    }

    /// The ids in a list, each once.
    pub(super) fn ids(&self, key: &'static str) -> Vec<ItemId> {
        distinct(self.each(key, |value| value.filled()?.id()), ItemId::as_str)
    }

    /// The object inside. PHP writes an empty one as `[]`, which is nothing to report.
    pub(super) fn object(&self, key: &'static str) -> Option<Object<'a>> {
        self.get(key).filter(|value| value.json.as_str() != "[]")?.object()
    }

    /// The extension, empty when there is none.
    pub(super) fn news(&self) -> Object<'a> {
        let none = || Object { context: self.context, item: None, path: String::new(), pairs: Vec::new() };
        self.object("_news").unwrap_or_else(none)
    }

    /// Width and height, both or neither.
    pub(super) fn size(&self, width: &'static str, height: &'static str) -> Option<(u32, u32)> {
        match (self.pixels(width), self.pixels(height)) {
            (Some(width), Some(height)) => Some((width, height)),
            (Some(_), None) => self.needs(height),
            (None, Some(_)) => self.needs(width),
            (None, None) => None,
        }
    }

    fn pixels(&self, key: &'static str) -> Option<u32> {
        let value = self.get(key)?;
        match u32::try_from(value.whole()?) {
            Ok(0) | Err(_) => value.skip(Reason::Expected("a number of pixels")),
            Ok(pixels) => Some(pixels),
        }
    }

    /// Without `key`, this object is of no use. Reports it when it is not there; what cannot be read is reported already.
    /// Always `None`.
    pub(super) fn needs<T>(&self, key: &'static str) -> Option<T> {
        if self.get(key).is_none() {
            self.skip(key, Reason::Missing, "");
        }
        None
    }

    /// Reports that what stands at `key` is left out.
    pub(super) fn skip(&self, key: &str, reason: Reason, found: &str) {
        let skipped = Skipped {
            item: self.item.clone(),
            field: format!("{}{key}", self.path),
            reason,
            found: report::excerpt(found),
        };
        let mut reports = self.context.skipped.borrow_mut();
        if reports.len() < REPORTS {
            reports.push(skipped);
        }
    }
}
