//! What the reader is doing in a discussion. It outlives each drawing of the page: an attribute that changes, or a feed that
//! is fetched again, draws the page anew, and nobody's half a comment may depend on the browser's storage for that.

use leptos::prelude::*;

use super::{
    thread::Order,
    validate::{Field, Fields, Problem},
};
use crate::feed::ItemId;

/// The form as it stands, and the choices beside it. One for each element: it shows one article at a time.
#[derive(Clone, Copy, Debug)]
pub struct Desk {
    /// In which order the thread is shown.
    pub order: RwSignal<Order>,
    /// The comment that the form answers; the form stands under it.
    pub answered: RwSignal<Option<ItemId>>,
    /// What is in the form.
    pub fields: RwSignal<Fields>,
    /// What is wrong with it.
    pub problems: RwSignal<Vec<(Field, Problem)>>,
    /// Whether name, email and website are to be kept in this browser.
    pub consent: RwSignal<bool>,
    /// Whether the form holds a draft of an earlier visit.
    pub restored: RwSignal<bool>,
    place: StoredValue<Option<(String, ItemId)>>,
}

impl Default for Desk {
    /// An empty one, for as long as the current owner lives.
    fn default() -> Self {
        Self {
            order: RwSignal::default(),
            answered: RwSignal::new(None),
            fields: RwSignal::default(),
            problems: RwSignal::default(),
            consent: RwSignal::new(false),
            restored: RwSignal::new(false),
            place: StoredValue::new(None),
        }
    }
}

impl Desk {
    /// Takes a seat at the discussion of `article` in `feed`. Tells whether that is another one than before: then the desk
    /// has been cleared.
    pub(super) fn move_to(self, feed: String, article: ItemId) -> bool {
        let place = Some((feed, article));
        if self.place.get_value() == place {
            return false;
        }
        self.place.set_value(place);
        self.answered.set(None);
        self.fields.set(Fields::default());
        self.problems.set(Vec::new());
        true
    }
}
