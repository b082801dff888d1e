//! What an element may hold.

use leptos::{prelude::*, tachys::view::keyed::keyed};

use super::{El, Text};

/// Something that becomes none, one or several views.
pub trait Child {
    /// Adds itself to an element's children.
    fn add_to(self, children: &mut Vec<AnyView>);
}

impl Child for AnyView {
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(self);
    }
}

impl Child for El {
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(self.into_any());
    }
}

impl Child for Text {
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(self.into_any());
    }
}

impl Child for String {
    fn add_to(self, children: &mut Vec<AnyView>) {
        Text::from(self).add_to(children);
    }
}

impl Child for &'static str {
    fn add_to(self, children: &mut Vec<AnyView>) {
        Text::from(self).add_to(children);
    }
}

impl<C: Child> Child for Option<C> {
    fn add_to(self, children: &mut Vec<AnyView>) {
        if let Some(child) = self {
            child.add_to(children);
        }
    }
}

impl<C: Child> Child for Vec<C> {
    fn add_to(self, children: &mut Vec<AnyView>) {
        for child in self {
            child.add_to(children);
        }
    }
}

/// A view that is drawn anew when the signals it reads change.
pub fn dynamic<C: Child>(mut view: impl FnMut() -> C + Send + 'static) -> AnyView {
    let mut time = 0_u32;
    let view: Box<dyn FnMut() -> AnyView + Send> = Box::new(move || {
        let mut views = Vec::new();
        view().add_to(&mut views);
        time = time.wrapping_add(1);
        once(time, views)
    });
    view.into_any()
}

/// `views` under a key that never comes again. Elements share one type, so Leptos would take a `p` for the `button` that stood
/// there before and only change its attributes; what has a new key replaces what was there.
fn once(time: u32, views: Vec<AnyView>) -> AnyView {
    let draw = |_, (_, views): (u32, Vec<AnyView>)| ((|_| ()) as fn(usize), views);
    keyed([(time, views)], |(time, _): &(u32, Vec<AnyView>)| *time, draw).into_any()
}
