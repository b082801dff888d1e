//! Most popular.

mod rank;
pub mod view;

pub use rank::popular;
