//! What is drawn anew when the signals it reads change.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{
    Child, Parent,
    dom::{create_comment, create_fragment},
};

/// A place in the page that follows signals.
pub struct Dynamic(Box<dyn FnMut(&Parent)>);

/// Draws what `view` gives, and again when a signal that it read changes. Effects, listeners and requests of the former
/// drawing end with it.
pub fn dynamic<C: Child>(mut view: impl FnMut() -> C + 'static) -> Dynamic {
    Dynamic(Box::new(move |parent| view().add_to(parent)))
}

impl Child for Dynamic {
    fn add_to(self, parent: &Parent) {
        let Self(mut draw) = self;
        let (start, end) = (create_comment(""), create_comment(""));
        parent.append(start.unchecked_ref());
        parent.append(end.unchecked_ref());
        effect(Box::new(move || {
            while let Some(old) = start.next_sibling().filter(|node| *node != end) {
                old.remove();
            }
            let fragment = create_fragment();
            draw(&fragment);
            end.before(&fragment);
        }));
    }
}

/// Runs now, and again when a signal that it read changes, until the current owner ends.
pub(super) fn effect(mut run: Box<dyn FnMut()>) {
    let effect: RenderEffect<()> = RenderEffect::new(move |_| run());
    StoredValue::new_local(effect);
}
