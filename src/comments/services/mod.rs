//! Where comments come from and go to. Pure: a service says what is to be done and reads the answer; the state awaits.
//!
//! To add a service: a variant of [`Service`], a file here, and an arm in each `match` that the compiler then asks for.
//! Those on a server say where a thread is ([`Service::thread`]), read what comes from there ([`Service::page`]), and lead
//! an [`Errand`] from request to request ([`Service::first`], [`Service::then`]).

mod change;
pub mod exchange;
pub mod feed;
pub mod http;
pub mod isso;
pub mod local;
pub mod wordpress;

use crate::feed::{CommentService, Date, FeedError, Item, ItemId, UrlParser, WebUrl};

use super::{
    model::{Comment, article_ref},
    validate::{Rules, ValidComment},
};
use exchange::{Answer, Errand, Next, Outcome, Page, Stage};

/// A comment service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Service {
    /// The feed's own threads, read-only.
    Feed,
    /// The feed's own threads and what this browser wrote.
    Local,
    /// A server with the contract of `schema/comments.openapi.yaml`, at [`Place::service`].
    Http,
    /// A WordPress site, [`Place::service`] being the root of its REST interface.
    WordPress,
    /// An Isso server, at [`Place::service`].
    Isso,
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
    /// The service's address, for those on a server.
    pub service: Option<&'a WebUrl>,
    /// The article.
    pub article: &'a Item,
}

/// Where a thread's comments are to be had. In a list for [`Thread::new`](super::thread::Thread::new) they stand in this
/// order, so that what the feed says of a comment wins over this browser's copy.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sources {
    /// Already here.
    pub inline: Vec<Comment>,
    /// Where the first page is to be fetched; [`Service::page`] reads it.
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
    /// Bring this comment to its server, and keep it in the outbox until an answer names it.
    Send(Box<Comment>),
    /// The service takes no comments.
    Closed,
}

impl Service {
    /// Every service.
    pub const ALL: &'static [Self] = &[Self::Local, Self::Http, Self::WordPress, Self::Isso, Self::Feed, Self::None];

    /// The name in attributes and feeds.
    pub fn name(self) -> &'static str {
        match self {
            Self::Feed => "feed",
            Self::Local => "local",
            Self::Http => "http",
            Self::WordPress => "wordpress",
            Self::Isso => "isso",
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

    /// Whether its comments are on a server, at an address of its own.
    pub fn is_remote(self) -> bool {
        matches!(self, Self::Http | Self::WordPress | Self::Isso)
    }

    /// What the form asks for.
    pub fn rules(self) -> Rules {
        match self {
            Self::Feed | Self::Local | Self::Http | Self::None => Rules::default(),
            Self::WordPress => wordpress::rules(),
            Self::Isso => isso::rules(),
        }
    }

    /// Whether the reader may write under `article`.
    pub fn form(self, article: &Item) -> Form {
        match self {
            Self::None => Form::Absent,
            Self::Feed => Form::Closed,
            _ if article.news.comments_open == Some(false) => Form::Closed,
            // Isso calls a thread by the article's address.
            Self::Isso if article.url.is_none() => Form::Closed,
            Self::Local | Self::Http | Self::WordPress | Self::Isso => Form::Open,
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
            Self::Http | Self::WordPress | Self::Isso => {
                Sources { fetch: place.service.and_then(|url| self.thread(url, place.article)), ..Sources::default() }
            }
        }
    }

    /// Where the first page of the thread of `article` is, on the server at `address`; `None` where the server cannot know
    /// the article.
    fn thread(self, address: &WebUrl, article: &Item) -> Option<WebUrl> {
        match self {
            Self::Feed | Self::Local | Self::None => None,
            Self::Http => Some(http::thread(address, &article.id)),
            Self::WordPress => wordpress::thread(address, article),
            Self::Isso => isso::thread(address, article),
        }
    }

    /// Reads a page of the thread of `article` that came from `url`.
    ///
    /// # Errors
    /// [`FeedError`]
    pub fn page(self, bytes: &[u8], url: &WebUrl, article: &Item, urls: &dyn UrlParser) -> Result<Page, FeedError> {
        match self {
            Self::Feed | Self::Local | Self::Http | Self::None => http::page(bytes, url, article, urls),
            Self::WordPress => wordpress::page(bytes, url, article, urls),
            Self::Isso => isso::page(bytes, url, article, urls),
        }
    }

    /// Where the newest `n` comments of the whole site are, on the server at `address`.
    pub fn recent(self, address: &WebUrl, n: usize) -> Option<WebUrl> {
        match self {
            Self::Feed | Self::Local | Self::None => None,
            Self::Http => Some(http::recent(address, n)),
            Self::WordPress => Some(wordpress::recent(address, n)),
            Self::Isso => Some(isso::recent(address, n)),
        }
    }

    /// Reads what came from [`Self::recent`].
    ///
    /// # Errors
    /// [`FeedError`]
    pub fn site(self, bytes: &[u8], url: &WebUrl, urls: &dyn UrlParser) -> Result<Vec<Comment>, FeedError> {
        match self {
            Self::Feed | Self::Local | Self::Http | Self::None => http::site(bytes, url, urls),
            Self::WordPress => wordpress::site(bytes, url, urls),
            Self::Isso => isso::site(bytes, urls),
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
        if self.is_remote() {
            return Post::Send(Box::new(comment));
        }
        Post::Store { key, value: local::to_json(&comment), comment: Box::new(comment) }
    }

    /// What an errand does first.
    pub fn first(self, errand: &Errand) -> Next {
        match self {
            Self::Feed | Self::Local | Self::None => Next::Done(Outcome::Unknown),
            Self::Http => http::first(errand),
            Self::WordPress => wordpress::first(errand),
            Self::Isso => isso::first(errand),
        }
    }

    /// What it does next, now that its request at `stage` has this answer.
    pub fn then(self, errand: &Errand, stage: &Stage, answer: &Answer) -> Next {
        match self {
            Self::Feed | Self::Local | Self::None => Next::Done(Outcome::Unknown),
            Self::Http => http::then(errand, answer),
            Self::WordPress => wordpress::then(errand, stage, answer),
            Self::Isso => isso::then(errand, stage, answer),
        }
    }
}
