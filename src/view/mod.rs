//! Leptos views without a type for each.
//!
//! `view!` gives every piece of markup a type of its own, and with it code of its own to build, rebuild, mount and drop it:
//! 210 KB (brotli) for this page. [`El`] is the same Leptos element with its attributes and children type-erased, so that all
//! markup shares one type; `docs/size.md` has the figures. It also never parses HTML (`view!` turns static markup into
//! `template.innerHTML`), which is what lets the widget run where Trusted Types are required.

mod child;
mod el;
mod keyed;

pub use child::{Child, dynamic};
pub use el::{El, Text, el};
pub use keyed::{Row, keyed};
