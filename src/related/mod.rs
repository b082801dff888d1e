//! Related articles.

mod rank;
pub mod view;

pub use rank::related;
