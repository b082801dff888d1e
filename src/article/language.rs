//! In which language and direction the feed's texts stand on the page.

use crate::{feed::Item, i18n, view::El, widget::State, words::is_uncased};

/// The language of `item`, or else of the feed, where one of them says it.
pub(super) fn language(state: State, item: Option<&Item>) -> Option<String> {
    let own = item.and_then(|item| item.language.clone());
    own.or_else(|| state.edition().and_then(|edition| edition.feed.language.clone()))
}

/// `element`, which holds what is `item`'s, in its language and direction where those are not the page's.
pub fn in_its_language(state: State, element: El, item: &Item) -> El {
    speaks(state, element, language(state, Some(item)))
}

/// `element`, which holds nothing but `text` of `item`, or of the feed: the same. Where nobody says the language, it goes the way
/// of its first letter.
pub fn theirs(state: State, element: El, item: Option<&Item>, text: &str) -> El {
    let element = element.maybe("data-uncased", is_uncased(text).then_some(""));
    match language(state, item) {
        None => element.attr("dir", "auto"),
        known => speaks(state, element, known),
    }
}

fn speaks(state: State, element: El, language: Option<String>) -> El {
    let language = language.filter(|own| !own.eq_ignore_ascii_case(&state.language()));
    element.maybe("dir", language.as_deref().map(i18n::direction)).maybe("lang", language)
}
