//! What is drawn anew when the signals it reads change.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{
    Child, Parent, Stored,
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
        effect(move || {
            let fragment = create_fragment();
            draw(&fragment); // while the former drawing is still there to be looked at
            while let Some(old) = start.next_sibling().filter(|node| *node != end) {
                old.remove();
            }
            end.before(&fragment);
        });
    }
}

/// Runs now, and again when a signal that it read changes, until the current owner ends.
pub fn effect(run: impl FnMut() + 'static) {
    erased(Box::new(run));
}

fn erased(mut run: Box<dyn FnMut()>) {
    let effect: RenderEffect<()> = RenderEffect::new(move |_| run());
    Stored::new(effect);
}
