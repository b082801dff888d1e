//! Items: articles and comments alike. Pure.

use std::sync::Arc;

use super::{
    Attachment, Author, Content, Image, Item, ItemId,
    author::authors,
    news,
    object::Object,
    report::Reason,
    value::{Value, distinct},
};
use crate::{bounds::ITEMS, order};

/// What an item has from where it stands.
#[derive(Clone, Copy, Default)]
pub(super) struct House<'h> {
    /// Who wrote what names no author.
    pub(super) authors: Option<&'h Arc<[Author]>>,
    /// The language of what names none.
    pub(super) language: Option<&'h str>,
    /// Whether its items may carry threads. Comments may not: each level would read the rest of the document again.
    pub(super) threads: bool,
}

/// The items, in their order; a broken one costs itself, and of several with the same id the first is kept.
pub(super) fn read_all(list: &[Value], house: House) -> Vec<Item> {
    if let Some(value) = list.get(ITEMS) {
        value.report(Reason::TooLong);
    }
    let found: Vec<(ItemId, Object)> = list.iter().take(ITEMS).filter_map(|value| addressed(value.object()?)).collect();
    let repeated = order::repeated(found.len(), &|at| found.get(at).map(|(id, _)| id.as_str()));
    let mut items = Vec::with_capacity(found.len());
    for ((id, object), repeated) in found.into_iter().zip(repeated) {
        match object.get("id").or_else(|| object.get("url")).filter(|_| repeated) {
            Some(value) => value.report(Reason::Duplicate),
            None => items.push(read(id, object, house)),
        }
    }
    items
}

/// An item's id; of one without an id its address, as feed readers have it.
fn addressed(object: Object) -> Option<(ItemId, Object)> {
    let url = || ItemId::new(object.url("url")?.as_str());
    match object.id("id").or_else(url) {
        Some(id) => Some((id, object)),
        None => object.needs("id"),
    }
}

/// An item's id, without which there would be no telling it from the others.
pub(super) fn identified(object: Object) -> Option<(ItemId, Object)> {
    let Some(value) = object.get("id") else { return object.needs("id") };
    let id = value.id()?;
    Some((id, object))
}

/// One item.
pub(super) fn read(id: ItemId, mut object: Object, house: House) -> Item {
    object.name(&id);
    let extension = object.news();
    let language = object.language("language");
    Item {
        id,
        url: object.url("url"),
        external_url: object.url("external_url"),
        title: object.plain("title"),
        content: content(&object),
        summary: object.plain("summary"),
        image: image(&object, &extension),
        date_published: object.date("date_published"),
        date_modified: object.date("date_modified"),
        authors: authors(&object).map(Arc::from).or_else(|| house.authors.cloned()).unwrap_or_default(),
        tags: tags(&object),
        language: language.filter(|own| !house.language.is_some_and(|other| own.eq_ignore_ascii_case(other))),
        attachments: object.each("attachments", attachment),
        news: news::of_item(&extension, house),
    }
}

fn content(item: &Object) -> Content {
    // Both are read, so that what is wrong in either is reported.
    match (item.text("content_html"), item.text("content_text")) {
        (Some(html), _) => Content::Html(html.into_owned()),
        (None, Some(text)) => Content::Text(text.into_owned()),
        (None, None) => Content::None,
    }
}

fn image(item: &Object, extension: &Object) -> Option<Image> {
    let (image, banner) = (item.source("image"), item.source("banner_image"));
    let (alt, caption) = (extension.plain("image_alt"), extension.plain("image_caption"));
    let credit = extension.plain("image_credit");
    let size = extension.size("image_width", "image_height");
    image.or(banner).map(|url| Image { url, alt, caption, credit, size })
}

fn tags(item: &Object) -> Vec<String> {
    distinct(item.each("tags", |value| value.filled()?.label()), String::as_str)
}

fn attachment(value: Value) -> Option<Attachment> {
    let object = value.object()?;
    let Some(url) = object.source("url") else { return object.needs("url") };
    Some(Attachment {
        url,
        mime_type: object.text("mime_type").unwrap_or_default().trim().to_ascii_lowercase(),
        title: object.plain("title"),
        size: object.whole("size_in_bytes"),
        duration: object.whole("duration_in_seconds"),
    })
}
