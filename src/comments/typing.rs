//! What stands in the form's fields.

use super::{
    Discussion,
    validate::{Field, Fields},
};
use crate::platform;

impl Discussion {
    /// Takes over what stands in the form. Browsers and extensions fill fields in without an event for each, or without any: so
    /// all are read at every event, and when what they hold is needed.
    pub fn read_form(self) {
        let root = self.state.root();
        let mut fields = self.desk.fields.get_untracked();
        for field in Field::ALL {
            let text = platform::property(&root, &field.selector(), "value").as_string();
            if let Some(text) = text.filter(|text| text != fields.get(field)) {
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
