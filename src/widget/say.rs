//! What the widget says itself. There are pages in languages that it has no sentences for: there each sentence carries its own
//! language and direction, or "2 COMMENTS" would be read from the right.

use super::State;
use crate::{
    i18n, platform,
    view::{El, el, fragment},
};

impl State {
    /// A sentence of ours.
    pub fn say(self, sentence: &str) -> El {
        self.ours().child(sentence)
    }

    /// Begins a sentence of ours.
    pub fn ours(self) -> El {
        if self.foreign().is_some() { self.mark(el("span")) } else { fragment() }
    }

    /// `element`, which holds nothing but sentences of ours and cannot hold other elements.
    pub fn mark(self, element: El) -> El {
        let language = self.foreign();
        element.maybe("dir", language.map(i18n::direction)).maybe("lang", language)
    }

    /// `number` as our sentences write it.
    pub fn number(self, number: u64) -> String {
        match self.foreign() {
            Some(language) => platform::format_number(number, language),
            None => platform::format_number(number, &self.locale()),
        }
    }
}
