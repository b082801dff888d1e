//! What may stay: the closed lists as data, the decisions as functions. Pure.

mod attributes;
mod disarm;
mod elements;
mod headings;
mod hidden;
mod hosts;
mod nesting;
mod players;
mod resolve;
mod slices;
mod sources;
mod srcset;
mod stand_ins;
mod text;
mod written;

pub use attributes::{Attribute, ID_PREFIX, IN_LINE, READ, Rule, attributes, forced};
pub use disarm::{Disarming, HIDDEN, RENAMED, disarm};
pub use elements::{Verdict, is_block, is_dropped, is_math};
pub use headings::{heading_shift, lower};
pub use hosts::Hosts;
pub use nesting::{Context, is_table_part, room};
pub use players::Player;
pub use resolve::{Base, fragment, host, host_and_path, image, link, media};
pub use slices::{Cut, cut_markup, cut_text, weight};
pub use sources::is_same_picture;
pub use srcset::srcset;
pub use text::{Span, linkify, paragraphs, strip_tags};

use crate::bounds::{ARTICLE, COMMENT};

/// Which lists hold, and what the publisher adds to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy<'a> {
    kind: Kind,
    top_heading: u8,
    media_hosts: Option<&'a Hosts>,
    players: Option<&'a Hosts>,
    finds_directions: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Article,
    Comment,
}

impl<'a> Policy<'a> {
    /// How many elements may stand in one another. People write some tens; at twice as many the layout of `<details>` takes
    /// Chromium seconds.
    pub const MAX_DEPTH: usize = 128;

    /// An article's body: text, pictures, sound, tables. Its highest heading becomes `top_heading` (1 to 6) and the
    /// others follow, so that no heading of the body outranks the widget's headline; a body that starts lower is left.
    pub fn article(top_heading: u8) -> Self {
        let top_heading = top_heading.clamp(1, 6);
        Self { kind: Kind::Article, top_heading, media_hosts: None, players: None, finds_directions: false }
    }

    /// A reader's comment: text, lists, quotations and links. No pictures, which track readers.
    pub fn comment() -> Self {
        Self { kind: Kind::Comment, top_heading: 1, media_hosts: None, players: None, finds_directions: false }
    }

    /// Pictures, sound and films only from these hosts; from any where there is no list.
    #[must_use]
    pub fn with_media_hosts(mut self, hosts: Option<&'a Hosts>) -> Self {
        self.media_hosts = hosts;
        self
    }

    /// Frames of these hosts are players, besides those of YouTube and Vimeo.
    #[must_use]
    pub fn with_players(mut self, hosts: &'a Hosts) -> Self {
        self.players = Some(hosts);
        self
    }

    /// Nobody says in which language the text is: each block goes the way of its first letter.
    #[must_use]
    pub fn with_directions(mut self, finds: bool) -> Self {
        self.finds_directions = finds;
        self
    }

    /// Whether blocks do.
    pub fn finds_directions(&self) -> bool {
        self.finds_directions
    }

    /// The player that a frame with the address `href` is; none of other hosts than those listed.
    pub fn player(&self, href: &str) -> Option<Player> {
        let listed = || {
            let allowed = href.starts_with("https:") && self.players.is_some_and(|hosts| hosts.allows(href));
            allowed.then(|| Player::at(href.to_owned()))
        };
        Player::known(href).or_else(listed)
    }

    /// What becomes of the HTML element `name`, in lower case.
    pub fn element(&self, name: &str) -> Verdict {
        elements::verdict(name, self.is_comment())
    }

    /// How much of a text is drawn at once.
    pub fn slice(&self) -> usize {
        if self.is_comment() { COMMENT } else { ARTICLE }
    }

    /// Whether `html`, which is [disarmed](disarm()), is nested deeper than [`MAX_DEPTH`](Self::MAX_DEPTH), or so that a parser
    /// would build far more of it than is written. The browser's is not asked to follow: WebKit's never returns where its own
    /// limit of 512 falls into a table, which takes a comment of 3 KB, and all of them open 120 formatting elements anew in
    /// each of 2,000 paragraphs.
    pub fn is_deep(html: &str) -> bool {
        cut_markup("", html, usize::MAX >> 8).tangled
    }

    /// The level that a body's highest heading gets.
    pub fn top_heading(&self) -> u8 {
        self.top_heading
    }

    /// Whether this is a comment's policy.
    pub fn is_comment(&self) -> bool {
        self.kind == Kind::Comment
    }

    /// The `rel` of a link. Readers' links earn no search rank and learn nothing of the page they are on.
    pub fn rel(&self) -> &'static str {
        match self.kind {
            Kind::Article => "noopener",
            Kind::Comment => "noopener noreferrer ugc nofollow",
        }
    }

    fn allows_media(&self, href: &str) -> bool {
        self.media_hosts.is_none_or(|hosts| hosts.allows(href))
    }
}

/// Elements that hold nothing, or that end where the next one begins: however many there are, they are no depth.
fn ends_by_itself(name: &str) -> bool {
    ["br", "dd", "dt", "hr", "img", "input", "li", "p", "source", "wbr"]
        .iter()
        .any(|one| one.eq_ignore_ascii_case(name))
}
