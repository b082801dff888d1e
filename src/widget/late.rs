//! The parts whose code comes after the first paint: what stands in their place until then, and when it does not come.

use std::{cell::OnceCell, rc::Rc, sync::Arc};

use leptos::prelude::*;

use super::{Load, State, message};
use crate::{
    comments::{Comments, Discussion},
    feed::Item,
    view::{Dynamic, El, dynamic},
};

/// A part that `draw` draws once the code is here. Until then its place is held by what the style sheet lets nothing come
/// after, so that nothing moves when it comes.
fn part(state: State, draw: Box<dyn Fn(Comments) -> Option<El>>) -> Dynamic {
    dynamic(move || match state.comments.get() {
        _ if untrack(|| state.comments_are_off()) => None,
        Load::Ready(comments) => untrack(|| draw(comments)),
        Load::Failed(_) => Some(message::part_failed(state, move || state.retry_comments())),
        Load::Waiting => {
            if state.painted.get() {
                state.load_comments();
            }
            Some(message::arriving(state))
        }
        // What stands below has waited long enough.
        Load::Slow => Some(message::still_arriving(state)),
    })
}

/// Recent Comments.
pub fn recent(state: State) -> Dynamic {
    part(state, Box::new(move |comments| comments.recent(state)))
}

/// What is said about the open article: thread and form are parts of one discussion.
#[derive(Clone)]
pub struct Talk {
    state: State,
    article: Arc<Item>,
    owner: Owner,
    discussion: Rc<OnceCell<Discussion>>,
}

impl Talk {
    /// The talk about `article`, for as long as the current owner lives.
    pub fn new(state: State, article: &Arc<Item>) -> Self {
        let owner = Owner::current().unwrap_or_default();
        Self { state, article: article.clone(), owner, discussion: Rc::default() }
    }

    /// One of its parts.
    pub fn part(&self, draw: fn(Comments, Discussion) -> Option<El>) -> Dynamic {
        let talk = self.clone();
        let draw = move |comments: Comments| {
            let open = || talk.owner.with(|| comments.discussion(talk.state, talk.article.clone()));
            draw(comments, *talk.discussion.get_or_init(open))
        };
        part(self.state, Box::new(draw))
    }
}
