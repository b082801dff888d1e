//! What is drawn piece by piece: a text, a list. The first pieces are there at once; the next come when the browser has had a
//! turn, so that no feed and no comment holds the page; what is beyond a bound comes by the reader's wish.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use leptos::prelude::Owner;
use wasm_bindgen::JsCast;
use web_sys::{DocumentFragment, HtmlElement};

use super::{State, message};
use crate::{
    bounds::{ENTRIES, LISTED, TASK},
    platform::Timeout,
    view::{Child, El, Parent, Stored, create_fragment, el},
};

/// What has been drawn of something.
pub struct Piece {
    /// What it takes the browser to draw it.
    pub weight: usize,
    /// How much it is of what may be drawn by itself.
    pub count: usize,
    /// Whether there is more.
    pub more: bool,
}

/// Draws the next piece.
type Draw = Box<dyn FnMut(&Parent) -> Piece>;

/// Milliseconds of a turn: what many texts draw in it is laid out together, so the bound is for all of them.
const FRAME: i32 = 16;

thread_local! {
    /// The weight of what has been drawn since the browser had its last turn, and what waits for that turn.
    static DRAWN: Cell<usize> = const { Cell::new(0) };
    static TURN: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

/// Draws pieces at the end of `into`: `bound` of them by itself, and `step` more at each "Show the rest", which stands in an
/// element `wrap`.
pub fn pieces(state: State, into: &El, wrap: &'static str, (bound, step): (usize, usize), draw: Draw) {
    let work = Work {
        state,
        into: into.node().clone(),
        wrap,
        left: bound,
        step,
        draw,
        asked: false,
        owner: Owner::current().unwrap_or_default(),
        timer: Stored::new(None),
    };
    go_on(&Rc::new(RefCell::new(work)));
}

/// `list` with so many entries, which `entry` draws by their number, each in an element `wrap`.
pub fn entries(
    state: State,
    list: El,
    wrap: &'static str,
    count: usize,
    entry: Box<dyn Fn(usize) -> Option<El>>,
) -> El {
    let mut at = 0;
    let draw = move |to: &Parent| {
        entry(at).add_to(to);
        at += 1;
        // Some have a player.
        Piece { weight: 20, count: 1, more: at < count }
    };
    if count > 0 {
        pieces(state, &list, wrap, (ENTRIES, LISTED), Box::new(draw));
    }
    list
}

struct Work {
    state: State,
    into: Parent,
    wrap: &'static str,
    /// How much may still be drawn by itself.
    left: usize,
    step: usize,
    draw: Draw,
    /// The reader has asked for what comes next: focus goes there.
    asked: bool,
    /// What is drawn belongs to it, and nothing more is when it has ended.
    owner: Owner,
    timer: Stored<Option<Timeout>>,
}

fn go_on(work: &Rc<RefCell<Work>>) {
    while DRAWN.get() < TASK {
        let Ok(mut now) = work.try_borrow_mut() else { return };
        let fragment = create_fragment();
        let owner = now.owner.clone();
        let piece = owner.with(|| (now.draw)(&fragment));
        let first = std::mem::take(&mut now.asked).then(|| first_element(&fragment)).flatten();
        fragment.add_to(&now.into);
        if let Some(first) = first {
            let _ = first.set_attribute("tabindex", "-1");
            let _ = first.focus();
        }
        spend(piece.weight);
        if !piece.more {
            return;
        }
        now.left = now.left.saturating_sub(piece.count);
        if now.left == 0 {
            let work = work.clone();
            return owner.with(|| ask(&now, work.clone()));
        }
    }
    let next = work.clone();
    let timer = Timeout::busy(FRAME + 4, move || go_on(&next));
    work.borrow().timer.set(timer);
}

fn first_element(fragment: &Parent) -> Option<HtmlElement> {
    let fragment: &DocumentFragment = fragment.unchecked_ref();
    fragment.first_element_child()?.dyn_into().ok()
}

fn ask(now: &Work, work: Rc<RefCell<Work>>) {
    let place = el(now.wrap).class("rest");
    let node: web_sys::Element = place.node().clone().unchecked_into();
    let click = move |_| {
        node.remove();
        if let Ok(mut now) = work.try_borrow_mut() {
            (now.left, now.asked) = (now.step, true);
        }
        go_on(&work);
    };
    place.child(message::rest(now.state).on("click", click)).add_to(&now.into);
}

/// What has just been done took as long as drawing so much.
pub fn spend(weight: usize) {
    if DRAWN.replace(DRAWN.get() + weight) == 0 {
        TURN.set(Timeout::new(FRAME, || DRAWN.set(0)));
    }
}
