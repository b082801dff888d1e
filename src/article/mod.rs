//! The article, and how articles are named elsewhere: cards, lists and links.

mod body;
mod breadcrumb;
mod byline;
mod card;
mod embed;
mod language;
mod list;
mod media;
mod model;
mod pictures;
mod share;
mod space;
mod view;

pub use body::untrusted;
pub use breadcrumb::breadcrumb;
pub use card::{CardSize, card, card_list, headline_link, title};
pub use language::theirs;
pub use list::{Unrolled, story_list};
pub use media::sized;
pub use model::{MediaKind, begins_with, media_kind, reading_minutes};
pub use space::{is_portrait, settled, space};
pub use view::article;
