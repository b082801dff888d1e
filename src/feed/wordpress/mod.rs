//! WordPress's REST interface, [`wp/v2`](https://developer.wordpress.org/rest-api/reference/), read as a JSON Feed is: a
//! broken item costs that item, a wrong type costs that field, and all of it is reported. Pure.
//!
//! Lists are asked for in an [envelope](https://developer.wordpress.org/rest-api/using-the-rest-api/global-parameters/#_envelope):
//! how many there are stands in headers, which not every site lets another site's page read.

mod article;
mod comment;
mod envelope;
mod leftovers;
mod post;
mod root;

pub use article::Article;
pub use comment::{Listing, comment, comments};
pub use post::{first_page, numbers, posts, single};
pub use root::Root;

use std::sync::Arc;

use super::{Content, Item, ItemId, ItemNews, object::Object, value::Value};

/// An item of which nothing is known yet.
fn bare(id: ItemId) -> Item {
    Item {
        id,
        url: None,
        external_url: None,
        title: None,
        content: Content::None,
        summary: None,
        image: None,
        date_published: None,
        date_modified: None,
        authors: Arc::default(),
        tags: Vec::new(),
        language: None,
        attachments: Vec::new(),
        news: ItemNews::default(),
    }
}

/// The number of a post or a comment, which must be there. From here on, what is skipped is reported as this item's.
fn identified<'a>(value: Value<'_, 'a>) -> Option<(ItemId, Object<'a>)> {
    let (id, mut object) = super::item::identified(value.object()?)?;
    object.name(&id);
    Some((id, object))
}

/// The HTML that WordPress makes of a field.
fn html(of: &Object, key: &'static str) -> Option<String> {
    Some(of.object(key)?.text("rendered")?.into_owned())
}

/// The same as plain text.
fn plain(of: &Object, key: &'static str) -> Option<String> {
    of.object(key)?.plain("rendered")
}

/// What WordPress put into the answer under a link's name, where it is not an error. WordPress has a list for each link.
fn embedded<'a>(of: &Object<'a>, link: &'static str) -> Option<Object<'a>> {
    let first = of.object("_embedded")?.list(link).into_iter().next()?.object()?;
    first.get("code").is_none().then_some(first)
}
