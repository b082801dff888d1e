//! The page's elements, driven by Leptos's signals, effects and owners.
//!
//! Leptos's own renderer gives every piece of markup a type, and with it code of its own to build, rebuild, mount and drop
//! it: the wasm had 210 KB (brotli) with `view!`; and, compared with one set of flags, 151 KB with every element's type erased
//! and 131 KB with this module (`docs/size.md`). Here, markup is made at once with `createElement`; what follows
//! signals is an effect under the owner of the view that it belongs to, so that ending the owner ends its effects and
//! listeners, as in Leptos.
//! No HTML is ever parsed (`view!` turns static markup into `template.innerHTML`), which is what lets the widget run where
//! Trusted Types are required.

mod child;
mod dom;
mod dynamic;
mod el;
mod keyed;
mod signal;
mod stored;

pub use child::Child;
pub use dom::{Parent, create_fragment};
pub use dynamic::{Dynamic, dynamic, effect};
pub use el::{El, Text, el, fragment};
pub use keyed::{Keyed, Row, keyed, when};
pub use signal::{Memo, Signal};
pub use stored::Stored;
