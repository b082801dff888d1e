//! Bounds on what is drawn at once, so that no feed and no comment holds the page. Pure.
//!
//! Everything that a text makes a browser build has a *weight*: one for a plain element or some words, more for what takes
//! longer (`sanitize::policy::weight`). On the machine of docs/security.md a browser draws some 40 of them in a millisecond.
//! Nothing is lost: what is beyond a bound comes by itself a moment later, or behind "Show the rest".

/// What is drawn before the browser gets a turn, for whatever reader's key or click waits: some 50 ms, and as much for layout.
pub const TASK: usize = 2_000;
/// Bytes of an answer that are read and drawn in one go; more take longer than a key should wait.
pub const READ: usize = 300_000;
/// Bytes of markup that are made ready for a parser at once.
pub const PIECE: usize = 32_000;
/// Bytes of a text that take as long to look through as an element to draw.
pub const LOOKED_THROUGH: usize = 4_000;

/// A slice of an article. Long ones have some hundreds of elements, and so are one slice.
pub const ARTICLE: usize = 2_000;
/// What is drawn of an article by itself: beyond it the page would grow heavy for no reader's sake.
pub const WHOLE_ARTICLE: usize = 20_000;

/// What is drawn of a comment before "Show the rest": 3,000 words, and 50 such comments are one screenful of buttons.
pub const COMMENT: usize = 800;
/// What each "Show the rest" draws of a comment.
pub const WHOLE_COMMENT: usize = 8_000;

/// Entries of a list (tags, authors, attachments) before "Show the rest".
pub const ENTRIES: usize = 50;
/// Entries of any list of a feed that are read, but items and comments.
pub const LISTED: usize = 1_000;
/// Items or comments of one page of a feed.
pub const ITEMS: usize = 20_000;
/// Reports of what a feed has and the page will not. Who wants more of them knows by then what to mend.
pub const REPORTS: usize = 200;
/// Steps of a path of sections. Newspapers have three.
pub const PATH: usize = 20;
/// Sections in the masthead.
pub const SECTIONS: usize = 200;
/// Blocks of sections on the front page, each with four cards.
pub const BLOCKS: usize = 30;

/// Characters of a title, a name or a caption. Headlines have under 200.
pub const TITLE: usize = 1_000;
/// Characters of a summary or a description.
pub const SUMMARY: usize = 5_000;
/// Bytes of a shortcode in a WordPress post: its end is looked for at each bracket.
pub const SHORTCODE: usize = 2_000;
/// Bytes of what an attribute says to readers or browsers, but addresses.
pub const ATTRIBUTE: usize = 1_000;
/// Attributes of an element: it is looked through for each that is asked for.
pub const ATTRIBUTES: usize = 100;
/// Bytes of any value in a text that is given to a parser, but of a picture: it may be in its address (`data:`).
pub const VALUE: usize = 50_000;
/// Bytes of an address in a text; what servers take at most. Pictures that are addresses (`data:`) have none.
pub const ADDRESS: usize = 8_000;
/// Candidates of a `srcset`. Programs write ten.
pub const CANDIDATES: usize = 50;

/// Places that cells of a slice take by their spans, beyond one for each. A browser's layout looks at each of them.
pub const SPANNED: i64 = 500;
/// What a parser may build beyond what is written, such as formatting elements that it opens anew in each paragraph.
pub const TANGLE: usize = 1_000;
