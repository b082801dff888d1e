//! Lists whose rows come and go one by one.

use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{Child, El, Parent, dom::create_comment, dynamic::effect};
use crate::order;

/// A row: its key, and how to draw it when the key is new.
pub struct Row {
    /// Two rows with one key are the same row, which is then not drawn again.
    pub key: String,
    /// Draws the row.
    pub draw: Box<dyn FnOnce() -> El>,
}

/// A list that follows signals.
pub struct Keyed(Box<dyn FnMut() -> Vec<Row>>);

/// The rows that `rows` gives: only new ones are drawn, and the others stay as they are, with focus and what was typed.
pub fn keyed(rows: impl FnMut() -> Vec<Row> + 'static) -> Keyed {
    Keyed(Box::new(rows))
}

/// What `view` gives, while `on` holds. Signals that `on` reads may change without a new drawing: what stands there keeps
/// its focus and what was typed.
pub fn when(mut on: impl FnMut() -> bool + 'static, view: impl Fn() -> El + 'static) -> Keyed {
    let view: Rc<dyn Fn() -> El> = Rc::new(view);
    keyed(move || {
        let view = view.clone();
        on().then(|| Row { key: String::new(), draw: Box::new(move || view()) }).into_iter().collect()
    })
}

/// A row that is in the page, with the owner of its effects.
struct Drawn {
    key: String,
    node: Parent,
    owner: Owner,
}

impl Child for Keyed {
    fn add_to(self, parent: &Parent) {
        let Self(mut rows) = self;
        let end = create_comment("");
        parent.append(end.unchecked_ref());
        // Not the effect's owner: that one ends at every change, and the rows that stay with it.
        let owner = Owner::current().unwrap_or_default();
        let mut drawn: Vec<Drawn> = Vec::new();
        effect(move || drawn = update(std::mem::take(&mut drawn), rows(), &end, &owner));
    }
}

/// Makes the page show `rows` before `end`: takes away, draws and moves as little as that needs.
fn update(mut old: Vec<Drawn>, rows: Vec<Row>, end: &Parent, owner: &Owner) -> Vec<Drawn> {
    // Sorted: a thread may have thousands of rows, and each is looked for.
    let key = |at: usize| rows.get(at).map(|row| row.key.as_str());
    let wanted = order::positions(rows.len(), &|a, b| key(a).cmp(&key(b)));
    old.retain(|drawn| {
        let stays = wanted.binary_search_by(|&at| key(at).cmp(&Some(&drawn.key))).is_ok();
        if !stays {
            drawn.node.remove();
            drawn.owner.cleanup();
        }
        stays
    });
    let mut here = old.first().map_or_else(|| end.clone(), |drawn| drawn.node.clone());
    let mut old: Vec<Option<Drawn>> = old.into_iter().map(Some).collect();
    let mut next = 0;
    let mut new = Vec::with_capacity(rows.len());
    for row in rows {
        // Most rows follow each other as before.
        let is_it = |drawn: &Option<Drawn>| drawn.as_ref().is_some_and(|drawn| drawn.key == row.key);
        let at = if old.get(next).is_some_and(is_it) { Some(next) } else { old.iter().position(is_it) };
        let known = at.and_then(|at| {
            next = at + 1;
            old.get_mut(at)?.take()
        });
        let drawn = known.unwrap_or_else(|| draw(row, owner));
        if drawn.node == here {
            here = here.next_sibling().unwrap_or_else(|| end.clone());
        } else {
            here.before(&drawn.node);
        }
        new.push(drawn);
    }
    new
}

fn draw(row: Row, owner: &Owner) -> Drawn {
    let owner = owner.with(Owner::new);
    let node = owner.with(row.draw).node().clone();
    Drawn { key: row.key, node, owner }
}
