//! The element's attributes, read once and strictly. Pure.

use crate::{sanitize::policy::Hosts, words::listed};

/// A part of the page, by its name in `sections=`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Today's date.
    Date,
    /// The spot.
    Spot,
    /// The breadcrumb.
    Breadcrumb,
    /// The article; on front and section pages their lists.
    Article,
    /// Related articles.
    Related,
    /// The thread.
    Comments,
    /// The reply form.
    Reply,
    /// Most popular.
    Popular,
    /// Recent comments.
    Recent,
}

impl Part {
    /// All parts, in the order of the page.
    pub const ALL: [Self; 9] = [
        Self::Date,
        Self::Spot,
        Self::Breadcrumb,
        Self::Article,
        Self::Related,
        Self::Comments,
        Self::Reply,
        Self::Popular,
        Self::Recent,
    ];

    /// The name in `sections=`, also the part's `::part` name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Spot => "spot",
            Self::Breadcrumb => "breadcrumb",
            Self::Article => "article",
            Self::Related => "related",
            Self::Comments => "comments",
            Self::Reply => "reply",
            Self::Popular => "popular",
            Self::Recent => "recent",
        }
    }
}

/// Where links lead.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Routing {
    /// To the items' own pages.
    #[default]
    None,
    /// To fragments of this page: the widget is the site.
    Hash,
}

/// What the `feed` attribute is the address of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// A JSON Feed.
    #[default]
    JsonFeed,
    /// The REST interface of a site on WordPress.
    WordPress,
}

/// What tells programs from people when a comment is posted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Traps {
    /// A field that nobody sees, and that programs fill in.
    pub field: bool,
    /// The time that nobody is below.
    pub time: bool,
}

impl Default for Traps {
    fn default() -> Self {
        Self { field: true, time: true }
    }
}

/// Everything the attributes say. What the feed may still decide is an `Option`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The feed's address, as written; empty when the attribute is missing.
    pub feed: String,
    /// What is at that address.
    pub source: Source,
    /// An item's id or address.
    pub article: Option<String>,
    /// The parts to show, in order, each once.
    pub parts: Vec<Part>,
    /// Where links lead.
    pub routing: Routing,
    /// The comment service's name.
    pub comments: Option<String>,
    /// The comment service's address, as written.
    pub comments_url: Option<String>,
    /// The hosts that pictures, films and further lists may come from; any, where there is no list.
    pub media_hosts: Option<Hosts>,
    /// The hosts whose frames are players.
    pub embeds: Hosts,
    /// Whether the page may be asked for a Trusted Types policy.
    pub trusted_types: bool,
    /// The traps that comments are sent through.
    pub traps: Traps,
    /// BCP 47, as written.
    pub language: Option<String>,
    /// The level of the headline, 1 to 4.
    pub heading_level: u8,
}

/// An attribute that was not understood: what was written, and what would have been.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadAttribute {
    name: &'static str,
    value: String,
    allowed: &'static str,
}

impl std::fmt::Display for BadAttribute {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}=\"{}\" is not understood and ignored; allowed: {}", self.name, self.value, self.allowed)
    }
}

const PARTS: &str = "a list of date, spot, breadcrumb, article, related, comments, reply, popular, recent";

impl Config {
    /// Reads the attributes through `get`. A value that is not understood costs that attribute and is reported.
    pub fn read(get: &dyn Fn(&str) -> Option<String>) -> (Self, Vec<BadAttribute>) {
        let get = |name| get(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty());
        let mut bad = Vec::new();
        let mut refuse = |name, value: &str, allowed| bad.push(BadAttribute { name, value: value.to_owned(), allowed });

        let mut parts = Vec::new();
        for name in listed(&get("sections").unwrap_or_default()) {
            match Part::ALL.into_iter().find(|part| part.name() == name) {
                Some(part) if parts.contains(&part) => {}
                Some(part) => parts.push(part),
                None => refuse("sections", name, PARTS),
            }
        }
        if parts.is_empty() {
            parts = Part::ALL.into();
        }
        let routing = match get("routing").as_deref() {
            Some("hash") => Routing::Hash,
            Some("none") | None => Routing::None,
            Some(other) => {
                refuse("routing", other, "none, hash");
                Routing::None
            }
        };
        let source = match get("source").as_deref() {
            Some("wordpress") => Source::WordPress,
            Some("json-feed") | None => Source::JsonFeed,
            Some(other) => {
                refuse("source", other, "json-feed, wordpress");
                Source::JsonFeed
            }
        };
        let heading_level = match get("heading-level").as_deref() {
            Some("1") | None => 1,
            Some("2") => 2,
            Some("3") => 3,
            Some("4") => 4,
            Some(other) => {
                refuse("heading-level", other, "1 to 4");
                1
            }
        };
        let traps = match get("spam-traps").as_deref() {
            Some("none") => Traps { field: false, time: false },
            Some("field") => Traps { field: true, time: false },
            Some("time") => Traps { field: false, time: true },
            Some("all") | None => Traps::default(),
            Some(other) => {
                refuse("spam-traps", other, "all, field, time, none");
                Traps::default()
            }
        };
        for (name, known, allowed) in [
            ("theme", ["auto", "light", "dark"].as_slice(), "auto, light, dark"),
            ("loading", &["lazy", "eager"], "lazy, eager"),
            ("trusted-types", &["none"], "none"),
            ("new-comments", &["none"], "none"),
        ] {
            if let Some(value) = get(name).filter(|value| !known.contains(&value.as_str())) {
                refuse(name, &value, allowed);
            }
        }
        let config = Self {
            feed: get("feed").unwrap_or_default(),
            source,
            article: get("article"),
            parts,
            routing,
            comments: get("comments"),
            comments_url: get("comments-url"),
            media_hosts: get("media-hosts").as_deref().map(Hosts::parse),
            embeds: Hosts::parse(&get("embeds").unwrap_or_default()),
            trusted_types: get("trusted-types").as_deref() != Some("none"),
            traps,
            language: get("lang"),
            heading_level,
        };
        (config, bad)
    }

    /// Whether `part` is shown.
    pub fn shows(&self, part: Part) -> bool {
        self.parts.contains(&part)
    }
}
