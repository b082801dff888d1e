//! What stands in the form's fields.

use super::{
    Discussion,
    validate::{Field, Fields},
};
use crate::platform;

impl Discussion {
    /// Takes over what stands in the form. Browsers and extensions fill fields in without an event for each, or without any: so
    /// all are read at every event, and when what they hold is needed. An event may also come between the moment in which we
    /// empty the form and the one in which its elements follow, as when a page removes the element that is posting: what was
    /// posted is not read again.
    pub fn read_form(self) {
        let root = self.state.root();
        let mut fields = self.desk.fields.get_untracked();
        for field in Field::ALL {
            let text = platform::property(&root, &field.selector(), "value").as_string();
            let drawn = self.desk.drawn.get();
            if let Some(text) = text.filter(|text| text != drawn.get(field)) {
                self.drawn(field, &text);
                fields.set(field, text);
            }
        }
        if let Some(consent) = platform::property(&root, "[name=consent]", "checked").as_bool()
            && consent != self.desk.consent.get_untracked()
        {
            self.desk.consent.set(consent);
        }
        if self.desk.fields.with_untracked(|before| *before != fields) {
            self.edit(fields);
        }
    }

    /// This stands in the field's element now.
    pub(super) fn drawn(self, field: Field, text: &str) {
        let mut drawn = self.desk.drawn.get();
        drawn.set(field, text.to_owned());
        self.desk.drawn.set(drawn);
    }

    /// The reader typed.
    fn edit(self, fields: Fields) {
        let before = self.desk.fields.get_untracked();
        let is_changed = |field: Field| before.get(field) != fields.get(field);
        // An error leaves when it is corrected, and only then: none appears while somebody is still typing.
        let corrected: Vec<Field> = self.desk.problems.with_untracked(|problems| {
            problems.iter().map(|(field, _)| *field).filter(|field| is_changed(*field)).collect()
        });
        self.desk.fields.set(fields);
        self.desk.trapped.set(false);
        self.desk.refusal.set(None);
        self.save_draft();
        if !corrected.is_empty() {
            let left = self.check().err().unwrap_or_default();
            self.desk.problems.update(|problems| {
                problems.retain(|(field, _)| !corrected.contains(field));
                problems.extend(left.into_iter().filter(|(field, _)| corrected.contains(field)));
            });
        }
    }
}
