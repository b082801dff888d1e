//! The thread: a flat list of comments, put in order. Pure.
//!
//! A thread is kept flat and normalised, never as nested replies: a chain of 100,000 answers is 100,000 rows, and nothing
//! here recurses. Whatever the list says (ids twice, parents that are not there, comments that answer each other in a
//! circle), every comment is one row, and a reply comes after the comment it answers.

use std::{cmp::Ordering, sync::Arc};

use crate::{
    feed::{Date, ItemId},
    order::positions,
};

use super::{model::Comment, tree};

/// The deepest indentation; deeper replies are flat at this depth and say whom they answer.
pub const MAX_DEPTH: u8 = 6;

/// The order of the top-level comments. Replies are a conversation and stay oldest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Oldest first.
    #[default]
    Oldest,
    /// Newest first: the exact reverse, so that comments of one day or without a date turn round as well.
    Newest,
    /// Those with the most replies below them first, equals oldest first.
    Replies,
}

impl Order {
    /// Every order, as a control offers them.
    pub const ALL: &'static [Self] = &[Self::Oldest, Self::Newest, Self::Replies];

    /// The order's name in a control's `value`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Oldest => "oldest",
            Self::Newest => "newest",
            Self::Replies => "replies",
        }
    }

    /// The order of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|order| order.name() == name)
    }
}

/// A comment in its place on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The comment.
    pub comment: Arc<Comment>,
    /// The indentation: 0 at the top, [`MAX_DEPTH`] at most.
    pub depth: u8,
    /// The comment it answers, if that is in the thread. Set on every reply; and on a top-level comment when a circle of
    /// replies had to be opened there.
    pub in_reply_to: Option<Arc<Comment>>,
    /// How many comments answer this one directly.
    pub replies: usize,
    /// How many rows below this one belong to it.
    pub descendants: usize,
}

/// A normalised thread.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Thread {
    /// Oldest first; each id once.
    comments: Vec<Arc<Comment>>,
    /// The same in reading order, top-level comments oldest first.
    rows: Vec<Row>,
}

impl Thread {
    /// Puts a list in order.
    ///
    /// - Of comments with the same id the first stays; it is the reader's own if any of them was.
    /// - A comment whose parent is not in the list is top-level, and finds its parent again when that is inserted.
    /// - A circle of replies is opened at its oldest comment.
    /// - A comment without a date counts as old as the dated one before it in the list; equally old ones keep the list's
    ///   order, which services give oldest first.
    pub fn new(comments: Vec<Comment>) -> Self {
        Self::of(comments.into_iter().map(Arc::new).collect())
    }

    /// The same for a list that others have too.
    pub fn of(comments: Vec<Arc<Comment>>) -> Self {
        let comments = chronological(without_duplicates(comments));
        let rows = tree::rows(&comments);
        Self { comments, rows }
    }

    /// The rows from top to bottom: every comment once, each reply below its parent.
    pub fn rows(&self, order: Order) -> Vec<Row> {
        match order {
            Order::Oldest => self.rows.clone(),
            Order::Newest => {
                let mut conversations = self.conversations();
                conversations.reverse();
                conversations.concat()
            }
            Order::Replies => {
                let all = self.conversations();
                let size = |i: usize| all.get(i).map_or(0, |one| one.len());
                let order = positions(all.len(), &|a, b| size(b).cmp(&size(a)));
                order.into_iter().filter_map(|i| all.get(i).copied()).collect::<Vec<_>>().concat()
            }
        }
    }

    /// The top-level comments, each with what belongs to it. Any [`Order`] is an order of these slices.
    fn conversations(&self) -> Vec<&[Row]> {
        let mut rest = self.rows.as_slice();
        let mut all = Vec::new();
        while let Some(top) = rest.first() {
            let Some((one, others)) = rest.split_at_checked(top.descendants + 1) else { break };
            all.push(one);
            rest = others;
        }
        all
    }

    /// Adds a comment. One that is already here by its id is replaced, so that doing it twice is doing it once and a
    /// comment's status can change; the reader's own stays the reader's own.
    pub fn insert(&mut self, comment: Comment) {
        self.extend(vec![comment]);
    }

    /// Adds a page of the thread, each comment as [`Self::insert`] does: what a service says of a comment is newer than
    /// what is here, such as that it is no longer pending.
    pub fn extend(&mut self, page: Vec<Comment>) {
        let mut comments = std::mem::take(&mut self.comments);
        let index = tree::by_id(&comments);
        for mut comment in page {
            let known = tree::find(&index, &comments, &comment.id);
            match known.and_then(|at| comments.get_mut(at)) {
                Some(known) => {
                    comment.own |= known.own;
                    *known = Arc::new(comment);
                }
                None => comments.push(Arc::new(comment)),
            }
        }
        *self = Self::of(comments);
    }

    /// Takes a comment out. Its replies stay, at the top level.
    pub fn remove(&mut self, id: &ItemId) {
        let mut comments = std::mem::take(&mut self.comments);
        comments.retain(|comment| comment.id != *id);
        *self = Self::of(comments);
    }

    /// The comment of that id.
    pub fn get(&self, id: &ItemId) -> Option<&Arc<Comment>> {
        self.comments.iter().find(|comment| comment.id == *id)
    }

    /// The top-level comment that `id` is below, or is itself.
    pub fn top(&self, id: &ItemId) -> Option<ItemId> {
        let at = self.rows.iter().position(|row| row.comment.id == *id)?;
        let top = self.rows.iter().take(at + 1).rev().find(|row| row.depth == 0)?;
        Some(top.comment.id.clone())
    }

    /// All comments, oldest first.
    pub fn comments(&self) -> &[Arc<Comment>] {
        &self.comments
    }

    /// Whether there is nothing to show. Not the same as a [`Self::count`] of 0: a comment may await moderation.
    pub fn is_empty(&self) -> bool {
        self.comments.is_empty()
    }

    /// The number in "N COMMENTS": what [counts](super::model::Status::counts), at any depth.
    pub fn count(&self) -> usize {
        self.comments.iter().filter(|comment| comment.status.counts()).count()
    }

    /// The newest `n` that count, newest first.
    pub fn recent(&self, n: usize) -> Vec<Arc<Comment>> {
        self.comments.iter().rev().filter(|comment| comment.status.counts()).take(n).cloned().collect()
    }
}

/// The number in "N COMMENTS" for a thread that may not be all here: `declared` is the feed's `comment_count`, which is
/// believed only as long as there is more to load.
pub fn total(thread: &Thread, complete: bool, declared: Option<u64>) -> u64 {
    let here = thread.count() as u64;
    if complete { here } else { here.max(declared.unwrap_or_default()) }
}

/// The newest `n` that count of comments on any articles, newest first; those without a date come last, in their order.
/// An id is one comment per article: two articles may both have a comment "1".
pub fn recent(comments: &[Comment], n: usize) -> Vec<Comment> {
    let counting = |i: usize| comments.get(i).filter(|comment| comment.status.counts()).cloned();
    newest(n, comments.len(), &|i| comments.get(i).and_then(|comment| comment.date), &counting)
}

/// [`recent`] of `count` comments that `pick` makes when they are wanted.
pub(super) fn newest(
    n: usize,
    count: usize,
    date: &dyn Fn(usize) -> Option<Date>,
    pick: &dyn Fn(usize) -> Option<Comment>,
) -> Vec<Comment> {
    let millis = |i: usize| date(i).map(Date::millis);
    let mut chosen: Vec<Comment> = Vec::new();
    for i in positions(count, &|a, b| millis(b).cmp(&millis(a))) {
        if chosen.len() >= n {
            break;
        }
        if let Some(comment) = pick(i).filter(|comment| !chosen.iter().any(|known| same(known, comment))) {
            chosen.push(comment);
        }
    }
    chosen
}

fn same(a: &Comment, b: &Comment) -> bool {
    a.id == b.id && a.article.as_ref().map(|article| &article.id) == b.article.as_ref().map(|article| &article.id)
}

fn without_duplicates(mut comments: Vec<Arc<Comment>>) -> Vec<Arc<Comment>> {
    let mut twice = vec![false; comments.len()];
    let mut first: Option<usize> = None;
    for i in tree::by_id(&comments) {
        let kept = first.and_then(|f| comments.get(f));
        let Some(this) = comments.get(i) else { continue };
        if kept.is_none_or(|kept| kept.id != this.id) {
            first = Some(i);
            continue;
        }
        let own = this.own;
        if let Some(flag) = twice.get_mut(i) {
            *flag = true;
        }
        if let Some(kept) = first.and_then(|f| comments.get_mut(f)).filter(|kept| own && !kept.own) {
            Arc::make_mut(kept).own = true;
        }
    }
    let mut twice = twice.into_iter();
    comments.retain(|_| twice.next() == Some(false));
    comments
}

fn chronological(comments: Vec<Arc<Comment>>) -> Vec<Arc<Comment>> {
    let mut latest = i64::MIN;
    let dates: Vec<i64> = comments
        .iter()
        .map(|comment| {
            latest = comment.date.map_or(latest, |date| date.millis());
            latest
        })
        .collect();
    let order = positions(comments.len(), &|a, b| dates.get(a).map_or(Ordering::Equal, |a| Some(a).cmp(&dates.get(b))));
    order.into_iter().filter_map(|i| comments.get(i).cloned()).collect()
}
