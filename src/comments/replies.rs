//! The thread's lines as they are drawn, and the buttons that bring more of them.

use super::{
    Discussion,
    comment_view::selector,
    lines::Line,
    messages,
    pages::Here,
    services::exchange::More,
    thread_view::view_row,
    window::{Piece, Window},
};
use crate::{
    feed::ItemId,
    order, platform,
    view::{El, Memo, Row, dynamic, effect, el},
    widget::{Load, State, message},
};

/// The rows of a part of the thread.
pub fn rows(discussion: Discussion, lines: &[Line], piece: Piece) -> Vec<Row> {
    match piece {
        Piece::Built(range) => lines.get(range).unwrap_or_default().iter().map(|line| row(discussion, line)).collect(),
        // The one at the end is a button of its own.
        Piece::Gap(gap) if gap.end == lines.len() => Vec::new(),
        Piece::Gap(gap) => {
            let key = format!("gap {} {}", gap.start, gap.end);
            vec![Row { key, draw: Box::new(move || gap_button(discussion, gap)) }]
        }
    }
}

fn row(discussion: Discussion, line: &Line) -> Row {
    match line {
        Line::Comment(row) => view_row(discussion, row),
        Line::Folded { top, count } => {
            let (top, count) = (top.clone(), *count);
            let key = format!("folded {count} {}", top.as_str());
            Row { key, draw: Box::new(move || folded(discussion, top, count)) }
        }
        Line::Remote { depth, more } => {
            let (depth, more) = (*depth, more.clone());
            let key = format!("remote {}", more.url);
            Row { key, draw: Box::new(move || remote_replies(discussion, depth, &more)) }
        }
    }
}

fn button(state: State, depth: u8, text: String, act: impl Fn() + 'static) -> El {
    let button = el("button").class("link replies").attr("type", "button").child(state.say(&text));
    let button = button.on("click", move |_| act());
    el("li").class(format!("row depth-{depth}")).child(button)
}

fn more_replies(discussion: Discussion, count: u64) -> String {
    let state = discussion.state;
    (messages(state).more_replies)(count, &state.number(count))
}

fn folded(discussion: Discussion, top: ItemId, count: u64) -> El {
    button(discussion.state, 1, more_replies(discussion, count), move || {
        let known = discussion.shown();
        discussion.desk.opened.update(|opened| opened.push(top.clone()));
        discussion.focus_new(&known);
    })
}

fn remote_replies(discussion: Discussion, depth: u8, more: &More) -> El {
    let state = discussion.state;
    let text = match more.count {
        Some(count) => more_replies(discussion, count),
        None => messages(state).some_more_replies.into(),
    };
    let more = more.clone();
    // A memo: other pages that come would draw the button anew, and whoever is at it would be led away.
    let asked = {
        let more = more.clone();
        Memo::new(move |_| discussion.pages.here.with(|here| Asked::of(here, &more)))
    };
    let content = dynamic(move || match asked.get() {
        Asked::Waiting => message::waiting(state),
        Asked::Failed => message::part_failed(state, move || discussion.try_again()).attr("role", "alert"),
        Asked::Not => {
            let more = more.clone();
            let act = move || discussion.load_replies(&more);
            el("button")
                .class("link replies")
                .attr("type", "button")
                .child(state.say(&text.clone()))
                .on("click", move |_| act())
        }
    });
    el("li").class(format!("row depth-{depth}")).child(content)
}

/// What became of replies that were asked for.
#[derive(Clone, Copy, PartialEq)]
enum Asked {
    /// They are on their way.
    Waiting,
    /// They did not come.
    Failed,
    /// Nobody has asked for them.
    Not,
}

impl Asked {
    fn of(here: &Here, more: &More) -> Self {
        match here.load {
            _ if here.asked.as_ref() != Some(more) => Self::Not,
            Load::Waiting | Load::Slow => Self::Waiting,
            Load::Failed(_) => Self::Failed,
            Load::Ready(()) => Self::Not,
        }
    }
}

fn gap_button(discussion: Discussion, gap: std::ops::Range<usize>) -> El {
    let state = discussion.state;
    let text = if gap.start == 0 { messages(state).earlier } else { state.messages().more };
    button(state, 0, text.into(), move || discussion.fill(gap.clone()))
}

/// Whether replies to a comment are on their way, or have failed.
pub fn remote(here: &Here) -> bool {
    here.load.ready().is_none() && here.asked.as_ref().is_some_and(|more| more.under.is_some())
}

/// Moves focus to the first of the comments that the reader asked for, once they are here.
pub fn follow(discussion: Discussion) {
    effect(move || {
        let arrival = discussion.arrival();
        let Some(known) = discussion.desk.asked.get() else { return };
        match arrival {
            Load::Waiting | Load::Slow => {}
            Load::Ready(()) => {
                discussion.desk.asked.set(None);
                discussion.focus_new(&known);
            }
            Load::Failed(_) => {
                discussion.desk.asked.set(None);
                platform::focus_soon(&discussion.state.root(), ".comments .part-failed button".into());
            }
        }
    });
}

impl Discussion {
    /// Fetches what did not come. The button that asks for it goes.
    pub fn try_again(self) {
        self.desk.asked.set(Some(self.shown()));
        self.more();
    }

    /// The button at the end: more of what is here, else the next page.
    pub fn show_more(self) {
        let lines = self.lines.with_untracked(Vec::len);
        let gap = self.desk.window.with_untracked(|window| match window.pieces(lines).pop() {
            Some(Piece::Gap(gap)) => Some(gap),
            _ => None,
        });
        match gap {
            Some(gap) => self.fill(gap),
            None => {
                self.desk.asked.set(Some(self.shown()));
                self.pages.more(None);
            }
        }
    }

    fn fill(self, gap: std::ops::Range<usize>) {
        let first = Window::filled(&gap);
        self.desk.window.update(|window| window.fill(gap));
        // The button may be gone, and who cannot see would not know where the new ones are.
        let id = self.lines.with_untracked(|lines| lines.iter().skip(first).find_map(|line| line.comment().cloned()));
        if let Some(id) = id {
            platform::focus_soon(&self.state.root(), selector(&id));
        }
    }

    fn load_replies(self, more: &More) {
        let top = more.under.as_ref().and_then(|id| self.thread.with_untracked(|thread| thread.top(id)));
        self.desk.opened.update(|opened| opened.extend(top));
        self.desk.asked.set(Some(self.shown()));
        self.pages.more(Some(more.clone()));
    }

    /// The comments that have a line, sorted by their ids.
    fn shown(self) -> Vec<ItemId> {
        let ids: Vec<ItemId> =
            self.lines.with_untracked(|lines| lines.iter().filter_map(|line| line.comment().cloned()).collect());
        order::sorted(&ids, &Ord::cmp)
    }

    /// Shows the first comment that is not among `known`, and moves focus to it.
    fn focus_new(self, known: &[ItemId]) {
        let is_new = |id: &&ItemId| known.binary_search(id).is_err();
        let new = self.lines.with_untracked(|lines| lines.iter().filter_map(Line::comment).find(is_new).cloned());
        if let Some(id) = new {
            self.show(&id);
            platform::focus_soon(&self.state.root(), selector(&id));
        }
    }

    /// Whether the whole thread is here. Tracks.
    pub fn is_complete(self) -> bool {
        self.pages.here.with(|here| here.load.ready().is_some() && here.more.is_empty())
    }

    /// Whether the button at the end has a page to fetch. Tracks.
    pub fn has_more(self) -> bool {
        self.pages.here.with(|here| here.load.ready().is_some() && here.more.iter().any(|more| more.under.is_none()))
    }
}
