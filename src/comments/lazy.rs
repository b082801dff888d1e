//! The door to this folder. In the published widget its code is a wasm module of its own, fetched after the first paint:
//! nobody reads the comments before the article. Whatever stands outside comes in through [`Comments`], for what is called
//! directly would be part of the first download again (`make size` tells).

use std::sync::Arc;

use super::{Desk, Discussion, form::reply_section, recent::recent_section, thread_view::thread_section};
use crate::{
    feed::Item,
    later::{self, NotLoaded},
    view::El,
    widget::State,
};

/// The comments' code, here and ready, with what the reader is doing.
#[derive(Clone, Copy, Debug)]
pub struct Comments {
    /// What the reader is doing.
    pub desk: Desk,
    views: Views,
}

/// The functions by their addresses.
#[derive(Clone, Copy, Debug)]
struct Views {
    desk: fn() -> Desk,
    discussion: fn(State, Desk, Arc<Item>) -> Discussion,
    thread: fn(Discussion) -> Option<El>,
    reply: fn(Discussion) -> Option<El>,
    recent: fn(State, Desk) -> Option<El>,
}

later::module!(comments: views -> Views = VIEWS);

const VIEWS: Views = Views {
    desk: Desk::default,
    discussion: Discussion::new,
    thread: thread_section,
    reply: reply_section,
    recent: recent_section,
};

/// Fetches the code, unless it is here.
///
/// # Errors
/// [`NotLoaded`]; asking again may help.
pub async fn load() -> Result<impl FnOnce() -> Comments, NotLoaded> {
    let views = views().await?;
    Ok(move || Comments { desk: (views.desk)(), views })
}

impl Comments {
    /// The discussion of an article, for as long as the current owner lives.
    pub fn discussion(self, state: State, article: Arc<Item>) -> Discussion {
        (self.views.discussion)(state, self.desk, article)
    }

    /// Its thread; nothing where there are no comments at all.
    pub fn thread(self, discussion: Discussion) -> Option<El> {
        (self.views.thread)(discussion)
    }

    /// Its form; nothing where there are no comments at all.
    pub fn reply(self, discussion: Discussion) -> Option<El> {
        (self.views.reply)(discussion)
    }

    /// Recent Comments; nothing where there are no comments at all.
    pub fn recent(self, state: State) -> Option<El> {
        (self.views.recent)(state, self.desk)
    }
}
