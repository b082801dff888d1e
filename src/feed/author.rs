//! Who wrote. Pure.

use super::{Author, object::Object, value::Value};

/// `authors`, else `author`. `None` when nobody is named, so that the feed's authors may be inherited; an empty list when
/// somebody is, but cannot be shown: to inherit then would name the wrong people.
pub(super) fn authors(of: &Object) -> Option<Vec<Author>> {
    // Both are read, so that what is wrong in either is reported.
    let (authors, author) = (named(of, "authors"), named(of, "author"));
    match (authors, author) {
        (Some(authors), _) if !authors.is_empty() => Some(authors),
        (authors, author) => author.or(authors),
    }
}

/// A list of authors, or, as many feeds have it, only one.
fn named(of: &Object, key: &'static str) -> Option<Vec<Author>> {
    let value = of.get(key)?;
    let list = if value.json.is_list() { value.listed()? } else { vec![value] };
    let mut authors = Vec::new();
    let mut somebody = false;
    for value in list {
        if let Some(author) = value.filled().and_then(one) {
            somebody = true;
            authors.extend(author);
        }
    }
    somebody.then_some(authors)
}

/// An author, as an object or a bare name. `Some(None)` is one that cannot be shown, `None` is nobody.
fn one(value: Value) -> Option<Option<Author>> {
    if value.json.is_text() {
        return Some(value.person().map(|name| Author { name: Some(name), ..Author::default() }));
    }
    let object = value.object()?;
    let author = Author { name: object.person("name"), url: object.url("url"), avatar: object.source("avatar") };
    if author != Author::default() {
        return Some(Some(author));
    }
    if ["name", "url", "avatar"].iter().any(|key| object.get(key).is_some()) {
        return Some(None);
    }
    object.needs("name")
}
