//! One value of the document, read as what its field wants. Pure.

use std::borrow::Cow;

use super::{Date, ItemId, WebUrl, number, object::Object, report::Reason, text::plain_text};
use crate::{
    bounds::{LISTED, SUMMARY, TITLE},
    json::Json,
    order, words,
};

/// A field of an object, or an element of the list that the field is.
#[derive(Clone, Copy)]
pub(super) struct Value<'o, 'a> {
    pub(super) object: &'o Object<'a>,
    pub(super) key: &'static str,
    pub(super) index: Option<usize>,
    pub(super) json: Json<'a>,
}

impl<'o, 'a> Value<'o, 'a> {
    /// `null`, or a string with nothing in it.
    pub(super) fn is_blank(self) -> bool {
        match self.json.as_str().strip_prefix('"').map(str::trim_start) {
            // White space may be written as an escape.
            Some(text) if text.starts_with('\\') => self.json.text().is_some_and(|found| found.text.trim().is_empty()),
            Some(text) => text == "\"",
            None => self.json.as_str() == "null",
        }
    }

    /// This value, unless it is blank.
    pub(super) fn filled(self) -> Option<Self> {
        (!self.is_blank()).then_some(self)
    }

    pub(super) fn text(self) -> Option<Cow<'a, str>> {
        let Some(found) = self.json.text() else {
            return self.skip(Reason::Expected("text"));
        };
        if found.broken {
            self.report(Reason::HalfCharacter);
        }
        Some(found.text)
    }

    pub(super) fn plain(self) -> Option<String> {
        let markup = self.text()?;
        let most = if matches!(self.key, "summary" | "description") { SUMMARY } else { TITLE };
        // Markup is longer than what it says.
        let mut text = plain_text(words::start(&markup, most * 16));
        if let Some((end, _)) = text.char_indices().nth(most) {
            text.truncate(end);
            text.push('…');
            self.report(Reason::TooLong);
        }
        Some(text).filter(|text| !text.is_empty())
    }

    /// Plain text that names somebody.
    pub(super) fn person(self) -> Option<String> {
        Some(words::name(&self.plain()?)).filter(|name| !name.is_empty())
    }

    /// Plain text, or a number's digits.
    pub(super) fn label(self) -> Option<String> {
        if self.json.is_number() { Some(self.json.as_str().to_owned()) } else { self.plain() }
    }

    pub(super) fn url(self) -> Option<WebUrl> {
        let text = self.text()?;
        let url = WebUrl::resolve(self.object.context.urls, &text, self.object.context.base);
        url.or_else(|| self.skip(Reason::NotAnAddress))
    }

    /// The address of something that is loaded without being asked for, unlike a link's.
    pub(super) fn source(self) -> Option<WebUrl> {
        let url = self.url()?;
        if self.object.context.urls.may_load(url.as_str()) { Some(url) } else { self.skip(Reason::NotListed) }
    }

    pub(super) fn date(self) -> Option<Date> {
        Date::parse(&self.text()?).or_else(|| self.skip(Reason::NotADate))
    }

    /// An id; of a number, the digits as they are written.
    pub(super) fn id(self) -> Option<ItemId> {
        if self.json.is_number() {
            return ItemId::new(self.json.as_str());
        }
        if !self.json.is_text() {
            return self.skip(Reason::Expected("text or a number"));
        }
        ItemId::new(&self.text()?)
    }

    pub(super) fn whole(self) -> Option<u64> {
        let number = if self.json.is_text() { self.text()? } else { Cow::Borrowed(self.json.as_str()) };
        number::whole(number.trim()).or_else(|| self.skip(Reason::Expected("a number, not negative")))
    }

    pub(super) fn flag(self) -> Option<bool> {
        match self.json.as_str() {
            "true" => Some(true),
            "false" => Some(false),
            _ => self.skip(Reason::Expected("true or false")),
        }
    }

    /// A language tag, well-formed enough for the browser's `Intl` to take it; `en_US` is meant as `en-US`.
    pub(super) fn language(self) -> Option<String> {
        let tag = self.text()?.trim().replace('_', "-");
        let mut parts = tag.split('-');
        let fits = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
        let primary =
            parts.next().is_some_and(|p| (2..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphabetic()));
        if primary && parts.all(fits) { Some(tag) } else { self.skip(Reason::Expected("a language, such as \"en\"")) }
    }

    pub(super) fn list(self) -> Option<Vec<Value<'o, 'a>>> {
        let Some(elements) = self.json.list() else {
            return self.skip(Reason::Expected("a list"));
        };
        let place = |(index, json)| Value { index: Some(index), json, ..self };
        Some(elements.into_iter().enumerate().map(place).collect())
    }

    /// The elements of a list, but those behind the first thousand.
    pub(super) fn listed(self) -> Option<Vec<Value<'o, 'a>>> {
        let mut list = self.list()?;
        if list.len() > LISTED {
            list.truncate(LISTED);
            self.report(Reason::TooLong);
        }
        Some(list)
    }

    /// What `read` makes of the elements of a list, as far as anybody reads one.
    pub(super) fn each<T>(self, read: fn(Value<'o, 'a>) -> Option<T>) -> Vec<T> {
        let mut found = Vec::new();
        for value in self.listed().unwrap_or_default() {
            found.extend(read(value));
        }
        found
    }

    pub(super) fn object(self) -> Option<Object<'a>> {
        let Some(pairs) = self.json.object() else {
            return self.skip(Reason::Expected("an object"));
        };
        Some(Object::inside(&self, pairs))
    }

    /// Reports that this is left out. Always `None`.
    pub(super) fn skip<T>(self, reason: Reason) -> Option<T> {
        self.report(reason);
        None
    }

    pub(super) fn report(self, reason: Reason) {
        self.object.skip(&self.name(), reason, self.json.as_str());
    }

    /// Its place in the object: `title`, `tags[1]`.
    pub(super) fn name(self) -> Cow<'static, str> {
        match self.index {
            Some(index) => Cow::Owned(format!("{}[{index}]", self.key)),
            None => Cow::Borrowed(self.key),
        }
    }
}

/// The first of each text.
pub(super) fn distinct<T>(list: Vec<T>, text: fn(&T) -> &str) -> Vec<T> {
    let repeated = order::repeated(list.len(), &|at| list.get(at).map(text));
    list.into_iter().zip(repeated).filter_map(|(one, repeated)| (!repeated).then_some(one)).collect()
}
