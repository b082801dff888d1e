//! The widget: attributes, state, routing, layout, and the element with its glue.

mod app;
mod closer_look;
mod config;
mod element;
mod failure;
mod front;
mod furniture;
mod heading;
mod language;
mod late;
mod layout;
mod link;
mod load;
pub mod message;
mod page;
mod pending;
mod remote;
mod requests;
mod routing;
mod section;
mod shared;
mod source;
mod state;
mod visit;

pub use closer_look::{LOOK, Look};
pub use config::{BadAttribute, Config, Part, Routing, Traps};
pub use element::Widget;
pub use failure::Failure;
pub use heading::heading;
pub use load::Load;
pub use page::Page;
pub use pending::{Pending, aborted};
pub use remote::Remote;
pub use routing::Route;
pub use source::{Kind, Listed};
pub use state::State;
