//! What the thread shows from top to bottom: comments, and the buttons that bring more replies. Pure.

use crate::feed::ItemId;

use super::{services::exchange::More, thread::Row};

/// With so many replies below it at most, a top-level comment shows all of them.
pub const MOST_REPLIES: usize = 6;
/// With more, it shows so many of them first. Two less, or the button would stand for a single one.
pub const FIRST_REPLIES: usize = MOST_REPLIES - 2;

/// A line of the thread.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// A comment.
    Comment(Row),
    /// A button for replies that are here and not shown.
    Folded {
        /// The top-level comment that they are below.
        top: ItemId,
        /// How many.
        count: u64,
    },
    /// A button for replies that the service has.
    Remote {
        /// How far the button is indented.
        depth: u8,
        /// Where they are.
        more: More,
    },
}

impl Line {
    /// The comment of this line.
    pub fn comment(&self) -> Option<&ItemId> {
        match self {
            Self::Comment(row) => Some(&row.comment.id),
            Self::Folded { .. } | Self::Remote { .. } => None,
        }
    }
}

/// Puts `rows` into lines. Long conversations are folded, but for those below `opened` comments and those with a comment that
/// `keep` tells to show.
pub fn lines(rows: &[Row], opened: &[ItemId], more: &[More], keep: &dyn Fn(&Row) -> bool) -> Vec<Line> {
    let mut lines = Vec::with_capacity(rows.len());
    let mut rest = rows;
    while let Some(top) = rest.first() {
        let (conversation, others) = rest.split_at_checked(top.descendants + 1).unwrap_or((rest, &[]));
        rest = others;
        let open = conversation.len() <= MOST_REPLIES + 1
            || opened.contains(&top.comment.id)
            || conversation.iter().skip(FIRST_REPLIES + 1).any(keep);
        let shown = if open { conversation.len() } else { FIRST_REPLIES + 1 };
        push(&mut lines, conversation, shown, more);
        if !open {
            let count = (conversation.len() - shown) as u64;
            lines.push(Line::Folded { top: top.comment.id.clone(), count });
        }
    }
    lines
}

/// The first rows of a conversation, each comment's remote replies below what is here of them.
fn push(lines: &mut Vec<Line>, conversation: &[Row], shown: usize, more: &[More]) {
    if more.is_empty() {
        lines.extend(conversation.iter().take(shown).cloned().map(Line::Comment));
        return;
    }
    // After how many rows a button stands, the inner ones first.
    let mut waiting: Vec<(usize, Line)> = Vec::new();
    for (at, row) in conversation.iter().take(shown).enumerate() {
        while let Some((_, line)) = waiting.pop_if(|(end, _)| *end <= at) {
            lines.push(line);
        }
        lines.push(Line::Comment(row.clone()));
        if let Some(more) = more.iter().find(|more| more.under.as_ref() == Some(&row.comment.id)) {
            let depth = row.depth.saturating_add(1).min(super::thread::MAX_DEPTH);
            waiting.push((at + row.descendants + 1, Line::Remote { depth, more: more.clone() }));
        }
    }
    // Those below what is folded come when it is unfolded.
    while let Some((end, line)) = waiting.pop() {
        if end <= shown {
            lines.push(line);
        }
    }
}
