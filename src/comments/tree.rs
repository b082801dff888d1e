//! From a flat list to reading order, by positions instead of pointers. Pure, and without recursion.

use std::sync::Arc;

use crate::{feed::ItemId, order};

use super::{
    model::Comment,
    thread::{MAX_DEPTH, Row},
};

/// The positions in the order of the ids.
pub(super) fn by_id(comments: &[Arc<Comment>]) -> Vec<usize> {
    let id = |i: usize| comments.get(i).map(|comment| &comment.id);
    order::positions(comments.len(), &|a, b| id(a).cmp(&id(b)))
}

/// Where the comment `id` is, by the index that [`by_id`] made. What was put behind the indexed comments is not found.
pub(super) fn find(index: &[usize], comments: &[Arc<Comment>], id: &ItemId) -> Option<usize> {
    let found = index.binary_search_by(|&i| comments.get(i).map(|known| &known.id).cmp(&Some(id))).ok()?;
    index.get(found).copied()
}

/// The rows of `comments`, which are oldest first and each there once.
pub(super) fn rows(comments: &[Arc<Comment>]) -> Vec<Row> {
    let answered = answered(comments);
    let mut parents = answered.clone();
    open_circles(&mut parents);
    let links = Links::new(parents);
    let order = links.reading_order();
    let descendants = links.descendants(&order);
    order
        .iter()
        .filter_map(|&(at, depth)| {
            let target = answered.get(at).copied().flatten().filter(|&target| target != at);
            Some(Row {
                comment: comments.get(at)?.clone(),
                depth: u8::try_from(depth).unwrap_or(MAX_DEPTH).min(MAX_DEPTH),
                in_reply_to: target.and_then(|target| comments.get(target).cloned()),
                replies: links.node(at).replies,
                descendants: descendants.get(at).copied().unwrap_or_default(),
            })
        })
        .collect()
}

/// For each comment the position of the one it answers.
fn answered(comments: &[Arc<Comment>]) -> Vec<Option<usize>> {
    let index = by_id(comments);
    comments.iter().map(|comment| find(&index, comments, comment.parent.as_ref()?)).collect()
}

/// Makes the oldest comment of each circle top-level; the list is oldest first, so that is the lowest position.
fn open_circles(parents: &mut [Option<usize>]) {
    let up = |parents: &[Option<usize>], at: usize| parents.get(at).copied().flatten();
    // Which walk came by first; each position is walked once, then only met.
    let mut walked_by: Vec<Option<usize>> = vec![None; parents.len()];
    for walk in 0..parents.len() {
        let mut at = Some(walk);
        while let Some(here) = at {
            let Some(mark) = walked_by.get_mut(here) else { break };
            if let Some(earlier) = *mark {
                if earlier == walk {
                    let mut oldest = here;
                    let mut member = up(parents, here);
                    while let Some(m) = member.filter(|&m| m != here) {
                        oldest = oldest.min(m);
                        member = up(parents, m);
                    }
                    if let Some(parent) = parents.get_mut(oldest) {
                        *parent = None;
                    }
                }
                break;
            }
            *mark = Some(walk);
            at = up(parents, here);
        }
    }
}

#[derive(Clone, Copy, Default)]
struct Node {
    parent: Option<usize>,
    first_reply: Option<usize>,
    next_sibling: Option<usize>,
    replies: usize,
}

struct Links {
    nodes: Vec<Node>,
    tops: Vec<usize>,
}

impl Links {
    fn new(parents: Vec<Option<usize>>) -> Self {
        let mut nodes: Vec<Node> = parents.into_iter().map(|parent| Node { parent, ..Node::default() }).collect();
        let mut tops = Vec::new();
        // From the newest to the oldest, each put in front of its siblings: they end up oldest first.
        for at in (0..nodes.len()).rev() {
            let Some(parent) = nodes.get(at).and_then(|node| node.parent) else {
                tops.push(at);
                continue;
            };
            let mut next = None;
            if let Some(parent) = nodes.get_mut(parent) {
                next = parent.first_reply.replace(at);
                parent.replies += 1;
            }
            if let Some(node) = nodes.get_mut(at) {
                node.next_sibling = next;
            }
        }
        tops.reverse();
        Self { nodes, tops }
    }

    fn node(&self, at: usize) -> Node {
        self.nodes.get(at).copied().unwrap_or_default()
    }

    /// Positions with their depth, each parent before its replies.
    fn reading_order(&self) -> Vec<(usize, usize)> {
        let mut order = Vec::with_capacity(self.nodes.len());
        for &top in &self.tops {
            let mut next = Some((top, 0));
            while let Some((at, depth)) = next {
                order.push((at, depth));
                next = match self.node(at).first_reply {
                    Some(reply) => Some((reply, depth + 1)),
                    None => self.after(at, depth),
                };
            }
        }
        order
    }

    /// What follows when `at` and all that belongs to it are done: the nearest sibling, its own or further up.
    fn after(&self, mut at: usize, mut depth: usize) -> Option<(usize, usize)> {
        loop {
            let node = self.node(at);
            if let Some(sibling) = node.next_sibling {
                return Some((sibling, depth));
            }
            at = node.parent?;
            depth = depth.saturating_sub(1);
        }
    }

    /// How many belong to each position. Bottom up: what belongs to a reply is known before its parent asks.
    fn descendants(&self, order: &[(usize, usize)]) -> Vec<usize> {
        let mut counts = vec![0; self.nodes.len()];
        for &(at, _) in order.iter().rev() {
            let below = counts.get(at).copied().unwrap_or_default();
            if let Some(count) = self.node(at).parent.and_then(|parent| counts.get_mut(parent)) {
                *count += below + 1;
            }
        }
        counts
    }
}
