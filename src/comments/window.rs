//! Which lines of a long thread are built. Pure.
//!
//! A thread of 10,000 comments is not 10,000 elements: the first lines are there, more by the reader's wish, and wherever a
//! link or the reader's own comment leads. Between those places stand buttons.

use std::ops::Range;

/// How many lines are built at first, and how many more each time.
pub const PAGE: usize = 50;
/// How many lines are built above one that is gone to.
const ABOVE: usize = 5;

/// The lines that are built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// From top to bottom; between two is a gap.
    ranges: Vec<Range<usize>>,
}

/// A part of the thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// These lines.
    Built(Range<usize>),
    /// A button instead of these.
    Gap(Range<usize>),
}

impl Default for Window {
    /// The first lines.
    fn default() -> Self {
        let first = 0..PAGE;
        Self { ranges: vec![first] }
    }
}

impl Window {
    /// Builds the line at `at`, and what is around it.
    pub fn show(&mut self, at: usize) {
        if !self.ranges.iter().any(|range| range.contains(&at)) {
            let start = at.saturating_sub(ABOVE);
            // A gap that one click would fill is none.
            let near = |end: &usize| (*end..=*end + PAGE).contains(&start);
            let start = self.ranges.iter().map(|range| range.end).filter(near).max().unwrap_or(start);
            self.add(start..at + PAGE - ABOVE);
        }
    }

    /// Builds more lines of a gap: its first ones, or the last ones of a gap that nothing stands above.
    pub fn fill(&mut self, gap: Range<usize>) {
        self.add(if gap.start == 0 {
            gap.end.saturating_sub(PAGE)..gap.end
        } else {
            gap.start..gap.end.min(gap.start + PAGE)
        });
    }

    /// Where a gap's new lines begin.
    pub fn filled(gap: &Range<usize>) -> usize {
        if gap.start == 0 { gap.end.saturating_sub(PAGE) } else { gap.start }
    }

    /// `count` lines have come at the top: what is built stays built.
    pub fn shift(&mut self, count: usize) {
        for range in &mut self.ranges {
            if range.start > 0 {
                range.start += count;
            }
            range.end += count;
        }
    }

    fn add(&mut self, new: Range<usize>) {
        let at = self.ranges.iter().position(|range| range.start > new.start).unwrap_or(self.ranges.len());
        self.ranges.insert(at, new);
        let mut merged: Vec<Range<usize>> = Vec::with_capacity(self.ranges.len());
        for range in self.ranges.drain(..) {
            match merged.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => merged.push(range),
            }
        }
        self.ranges = merged;
    }

    /// The parts of a thread of so many lines, from top to bottom.
    pub fn pieces(&self, lines: usize) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut done = 0;
        for range in &self.ranges {
            let range = range.start.min(lines)..range.end.min(lines);
            if range.is_empty() {
                continue;
            }
            if done < range.start {
                pieces.push(Piece::Gap(done..range.start));
            }
            done = range.end;
            pieces.push(Piece::Built(range));
        }
        if done < lines {
            pieces.push(Piece::Gap(done..lines));
        }
        pieces
    }
}
