//! HTML read without the browser's parser, on pages that let nobody use it: `trusted-types 'none'` where there is no
//! `Document.parseHTML`. What people write keeps its shape; what only a parser's error handling could make sense of is
//! plainer than elsewhere, and as safe: it is built from the same lists.

use wasm_bindgen::JsValue;

use super::copy::{Copier, Step};
use super::policy::{Context, is_math, is_table_part, room};
use crate::markup::{Token, Tokens, decoded};

/// Elements that have no content.
const VOID: [&str; 7] = ["br", "col", "hr", "img", "source", "track", "wbr"];

/// Elements deeper than this lose their shape: what is open is looked through at each tag.
const MAX_OPEN: usize = 512;

/// Hands what `markup`, which is disarmed, contains to `copier`.
pub(super) fn read(markup: &str, copier: &mut Copier) -> Result<(), JsValue> {
    let mut reader = Reader { copier, open: Vec::new() };
    let mut tokens = Tokens::new(markup);
    while let Some(token) = tokens.next() {
        match token {
            Token::Text(raw) => {
                reader.copier.builder.text(&decoded(raw))?;
            }
            Token::Unfinished(_) => {}
            Token::Close(name) => reader.close(&name.to_ascii_lowercase()),
            Token::Open(tag) => {
                let name = tag.name.to_ascii_lowercase();
                reader.make_room(&name)?;
                let step = reader.copier.enter(&name, &tag)?;
                let is_void = VOID.contains(&name.as_str());
                if step == Step::Leaf && !is_void {
                    tokens.pass_element(tag);
                } else if is_void || reader.open.len() >= MAX_OPEN {
                    reader.copier.leave(step);
                } else {
                    reader.push(name, step);
                }
            }
        }
    }
    reader.close_down_to(0);
    Ok(())
}

struct Reader<'c, 'a> {
    copier: &'c mut Copier<'a>,
    /// What is open, outermost first, and what may stand in it.
    open: Vec<(String, Step, Context)>,
}

impl Reader<'_, '_> {
    fn context(&self) -> Context {
        self.open.last().map(|(_, _, context)| *context).unwrap_or_default()
    }

    fn push(&mut self, name: String, step: Step) {
        let context = self.context();
        let context = if let Step::Open(built) = step { context.within(built) } else { context };
        self.open.push((name, step, context));
    }

    /// Closes what ends where `name` begins, such as a paragraph where the next one does, and opens the parts of a table
    /// that may be left out.
    fn make_room(&mut self, name: &str) -> Result<(), JsValue> {
        if is_math(name) {
            return Ok(());
        }
        let open = |at: usize| self.open.get(at).map(|(name, _, context)| (name.as_str(), *context));
        if let Some(keep) = room(name, self.open.len(), &open) {
            self.close_down_to(keep);
        } else if let Some(left_out) = self.context().left_out(name) {
            self.make_room(left_out)?;
            if self.copier.builder.open(left_out)?.is_some() {
                self.push(left_out.to_owned(), Step::Open(left_out));
            }
        }
        Ok(())
    }

    /// An end tag: it ends what is open of that name, with all that is in it, but not through the wall of a cell.
    fn close(&mut self, name: &str) {
        let wall = |open: &str| !is_table_part(name) && name != "table" && matches!(open, "td" | "th" | "caption");
        let found = self.open.iter().rposition(|(open, ..)| open == name || wall(open));
        if let Some(at) = found.filter(|at| self.open.get(*at).is_some_and(|(open, ..)| open == name)) {
            self.close_down_to(at);
        }
    }

    fn close_down_to(&mut self, keep: usize) {
        while self.open.len() > keep {
            if let Some((_, step, _)) = self.open.pop() {
                self.copier.leave(step);
            }
        }
    }
}
