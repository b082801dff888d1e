//! Where comments come from and go to. Pure: a service says what is to be done and reads the answer; the state awaits.
//!
//! To add a service: a variant of [`Service`], a file here, and an arm in each `match` that the compiler then asks for.
//! Those on a server have a [`Protocol`], which is fetched for the one that a page uses (`comments/protocols.rs`): they say
//! where a thread is, read what comes from there, and lead an [`Errand`] from request to request.

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
use exchange::{Answer, Change, Changed, Errand, Next, Page, Request, Stage};

/// A comment service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Service {
    /// The feed's own threads, read-only.
    Feed,
    /// The feed's own threads and what this browser wrote.
    Local,
    /// A server with the contract of `schema/comments.openapi.yaml`.
    Http,
    /// A WordPress site, its address being the root of its REST interface.
    WordPress,
    /// An Isso server.
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
    /// The article.
    pub article: &'a Item,
}

/// Where a thread's comments are to be had. In a list for [`Thread::new`](super::thread::Thread::new) they stand in this
/// order, so that what the feed says of a comment wins over this browser's copy.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sources {
    /// Already here.
    pub inline: Vec<Comment>,
    /// Where the first page is to be fetched; [`feed::page`] reads it.
    pub fetch: Option<WebUrl>,
    /// What storage keys start with; [`local::to_feed`] and [`local::comments`] read their values.
    pub stored: Option<String>,
}

/// Reads a page of the thread of an article that came from this address.
pub type Read = fn(&[u8], &WebUrl, &Item, &dyn UrlParser) -> Result<Page, FeedError>;

/// Reads the newest comments of the whole site that came from this address.
pub type ReadSite = fn(&[u8], &WebUrl, &dyn UrlParser) -> Result<Vec<Comment>, FeedError>;

/// How to speak with a service on a server. By addresses of functions, because their code is fetched for the one service that a
/// page uses: called by their names they would come with the comments, for everybody.
#[derive(Clone, Copy, Debug)]
pub struct Protocol {
    /// Where the first page of the thread of an article is, on the server at this address; `None` where the server cannot
    /// know the article.
    pub thread: fn(&WebUrl, &Item) -> Option<WebUrl>,
    /// Reads a page of it.
    pub page: Read,
    /// Where the newest so many comments of the whole site are, on the server at this address.
    pub recent: fn(&WebUrl, usize) -> WebUrl,
    /// Reads what came from there.
    pub site: ReadSite,
    /// What an errand does first.
    pub first: fn(&Errand) -> Next,
    /// What it does next, now that its request at this stage has this answer.
    pub then: fn(&Errand, &Stage, &Answer) -> Next,
    /// Whether the second, which is listed, is what became of the first, where the service may hold that under a name that
    /// it has not told; `None` where it never does.
    pub is_same: Option<fn(&Comment, &Comment) -> bool>,
    /// How a comment is changed by who wrote it; `None` where nobody ever may.
    pub changes: Option<Changes>,
}

/// How writers change a comment that the service has.
#[derive(Clone, Copy, Debug)]
pub struct Changes {
    /// Until when they may, by the answer that says that it is stored.
    pub until: fn(&Answer, Date) -> Option<Date>,
    /// How it is done, on the server at this address.
    pub change: fn(&WebUrl, &ItemId, Change<'_>) -> Request,
    /// What came of it.
    pub changed: fn(&Comment, &Answer, &dyn UrlParser) -> Changed,
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

    /// Where the thread is to be had, if it is not on a server: where it is there, its [`Protocol`] says.
    pub fn sources(self, place: Place<'_>) -> Sources {
        let from_feed = || Sources {
            inline: feed::inline(place.article),
            fetch: place.article.news.comments_url.clone(),
            stored: None,
        };
        match self {
            Self::Feed => from_feed(),
            Self::Local => {
                Sources { stored: Some(local::article_prefix(place.feed, &place.article.id)), ..from_feed() }
            }
            Self::Http | Self::WordPress | Self::Isso | Self::None => Sources::default(),
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
}
