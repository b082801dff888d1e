//! The names of character references, as the browser's parser knows them.

use std::cell::RefCell;

use super::parse;

/// So many bytes of names are kept; beyond that none is looked up. Nobody writes as many.
const MOST: usize = 10_000;

thread_local! {
    /// Each reference that was looked up, with what it stands for behind it.
    static KNOWN: RefCell<String> = const { RefCell::new(String::new()) };
}

/// What `&name;` stands for, `name` being ASCII letters and digits; `None` where it stands for nothing, or the page lets
/// nobody parse.
pub fn reference(name: &str) -> Option<String> {
    let written = ["&", name, ";"].concat();
    KNOWN.with_borrow_mut(|known| {
        let place = known.as_bytes().windows(written.len()).position(|found| found == written.as_bytes());
        let start = place.unwrap_or(known.len());
        if place.is_none() && start < MOST {
            // A parser that knows only the beginning of the name, as that of `&notit;`, leaves the rest behind it.
            let text = parse::body(&written).and_then(|body| body.text_content()).unwrap_or_default();
            known.push_str(&written);
            known.push_str(if text.ends_with(';') { "" } else { &text });
        }
        let found = known.get(start + written.len()..)?.split('&').next()?;
        (!found.is_empty()).then(|| found.to_owned())
    })
}
