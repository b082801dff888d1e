//! Where comments come from and go to. Pure: a service says what is to be done and reads the answer; the state awaits.
//!
//! To add a service: a variant of [`Service`], a file here, and an arm in each `match` that the compiler then asks for.
//! Services on a server get their address in [`Place`], a request in [`Sources`] and a `Post::Send(request)`, plus a
//! function that reads the answer.

pub mod exchange;
pub mod feed;
pub mod http;
pub mod local;

use crate::feed::{CommentService, Date, Item, ItemId, WebUrl};

use super::{
    model::{Comment, article_ref},
    validate::{Rules, ValidComment},
};

/// A comment service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Service {
    /// The feed's own threads, read-only.
    Feed,
    /// The feed's own threads and what this browser wrote.
    Local,
    /// No comments at all.
    None,
}

/// A name that is no service's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownService {
    /// The name, as given.
    pub name: String,
    /// The names that are services.
    pub known: Vec<&'static str>,
}

impl std::fmt::Display for UnknownService {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "no comment service is called \"{}\"; there are: {}", self.name, self.known.join(", "))
    }
}

impl std::error::Error for UnknownService {}

/// Where a thread is.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The feed's address.
    pub feed: &'a str,
    /// The article.
    pub article: &'a Item,
}

/// Where a thread's comments are to be had. In a list for [`Thread::new`](super::thread::Thread::new) they stand in this
/// order, so that what the feed says of a comment wins over this browser's copy.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sources {
    /// Already here.
    pub inline: Vec<Comment>,
    /// A JSON Feed to fetch, and its `next_url`s; [`feed::comments`] reads its items.
    pub fetch: Option<WebUrl>,
    /// What storage keys start with; [`local::to_feed`] and [`local::comments`] read their values.
    pub stored: Option<String>,
}

/// Whether the reader may write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The form is shown.
    Open,
    /// "Comments are closed."
    Closed,
    /// There are no comments here at all.
    Absent,
}

/// A comment to post. `id` is the browser's UUID: every retry carries the same.
#[derive(Clone, Debug)]
pub struct NewComment<'a> {
    /// The identity.
    pub id: ItemId,
    /// The comment it answers.
    pub parent: Option<ItemId>,
    /// Now.
    pub date: Date,
    /// What the form's reader wrote.
    pub text: &'a ValidComment,
}

/// What is to be done to post a comment.
#[derive(Clone, Debug, PartialEq)]
pub enum Post {
    /// Put `value` into the browser's storage at `key`, then show `comment`; as
    /// [`NotKept`](super::model::Status::NotKept) if the storage does not take it.
    Store {
        /// The storage key, of this comment only.
        key: String,
        /// A JSON Feed item.
        value: String,
        /// The comment to show.
        comment: Box<Comment>,
    },
    /// The service takes no comments.
    Closed,
}

impl Service {
    /// Every service.
    pub const ALL: &'static [Self] = &[Self::Feed, Self::Local, Self::None];

    /// The name in attributes and feeds.
    pub fn name(self) -> &'static str {
        match self {
            Self::Feed => "feed",
            Self::Local => "local",
            Self::None => "none",
        }
    }

    /// The service of that name, in whatever case, white space aside.
    pub fn from_name(name: &str) -> Result<Self, UnknownService> {
        let wanted = name.trim();
        let found = Self::ALL.iter().copied().find(|service| service.name().eq_ignore_ascii_case(wanted));
        found.ok_or_else(|| UnknownService {
            name: wanted.to_owned(),
            known: Self::ALL.iter().map(|service| service.name()).collect(),
        })
    }

    /// The service to use: what the element's attribute says, else what the feed says, else `local`.
    pub fn choose(attribute: Option<&str>, feed: Option<&CommentService>) -> Result<Self, UnknownService> {
        let attribute = attribute.filter(|name| !name.trim().is_empty());
        match attribute.or(feed.map(|feed| feed.service.as_str())) {
            Some(name) => Self::from_name(name),
            None => Ok(Self::Local),
        }
    }

    /// What the form asks for.
    pub fn rules(self) -> Rules {
        match self {
            Self::Feed | Self::Local | Self::None => Rules::default(),
        }
    }

    /// Whether the reader may write under `article`.
    pub fn form(self, article: &Item) -> Form {
        match self {
            Self::None => Form::Absent,
            Self::Feed => Form::Closed,
            Self::Local if article.news.comments_open == Some(false) => Form::Closed,
            Self::Local => Form::Open,
        }
    }

    /// Where the thread is to be had.
    pub fn sources(self, place: Place<'_>) -> Sources {
        let from_feed = || Sources {
            inline: feed::inline(place.article),
            fetch: place.article.news.comments_url.clone(),
            stored: None,
        };
        match self {
            Self::None => Sources::default(),
            Self::Feed => from_feed(),
            Self::Local => {
                Sources { stored: Some(local::article_prefix(place.feed, &place.article.id)), ..from_feed() }
            }
        }
    }

    /// What is to be done to post a comment.
    pub fn post(self, place: Place<'_>, new: NewComment<'_>) -> Post {
        if self.form(place.article) != Form::Open {
            return Post::Closed;
        }
        let NewComment { id, parent, date, text } = new;
        let key = local::key(place.feed, &place.article.id, &id);
        let comment = Comment::written(id, parent, article_ref(place.article), date, text);
        Post::Store { key, value: local::to_json(&comment), comment: Box::new(comment) }
    }
}
