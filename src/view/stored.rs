//! What is kept for as long as an owner lives, and is followed by nobody.
//!
//! Leptos's `StoredValue` needs values that may go from thread to thread, or wraps them in a check of the thread; and with that
//! check comes all that the standard library has about threads, and an allocator for it: 2 KB of the download, for a program
//! that never has a second thread.

use std::{any::Any, cell::RefCell, marker::PhantomData, rc::Rc};

use leptos::prelude::on_cleanup;

/// A value that nobody follows, of whatever type. Cheap to copy; the value is dropped when the owner ends that it was made
/// under.
pub struct Stored<T>(Key, PhantomData<fn() -> T>);

/// A place, and which of the values that have been there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Key {
    at: usize,
    turn: u32,
}

#[derive(Default)]
struct Slot {
    turn: u32,
    value: Option<Rc<dyn Any>>,
}

thread_local! {
    static SLOTS: RefCell<Vec<Slot>> = const { RefCell::new(Vec::new()) };
    /// The places that are empty: looking for one would take longer the more there are.
    static FREE: RefCell<Vec<usize>> = const { RefCell::new(Vec::new()) };
}

fn keep(value: Rc<dyn Any>) -> Key {
    let key = SLOTS.with_borrow_mut(|slots| {
        let at = FREE.with_borrow_mut(Vec::pop).unwrap_or_else(|| {
            slots.push(Slot::default());
            slots.len() - 1
        });
        let turn = slots.get_mut(at).map_or(0, |slot| {
            slot.turn += 1;
            slot.value = Some(value);
            slot.turn
        });
        Key { at, turn }
    });
    on_cleanup(move || {
        drop(swap(key, None));
        FREE.with_borrow_mut(|free| free.push(key.at));
    });
    key
}

/// Answers what is to be dropped, what was there or else `value`: when nothing is borrowed, for dropping may run anything.
fn swap(key: Key, mut value: Option<Rc<dyn Any>>) -> Option<Rc<dyn Any>> {
    SLOTS.with_borrow_mut(|slots| {
        if let Some(slot) = slots.get_mut(key.at).filter(|slot| slot.turn == key.turn && slot.value.is_some()) {
            std::mem::swap(&mut slot.value, &mut value);
        }
    });
    value
}

fn look(key: Key) -> Option<Rc<dyn Any>> {
    SLOTS.with_borrow(|slots| slots.get(key.at).filter(|slot| slot.turn == key.turn)?.value.clone())
}

impl<T: 'static> Stored<T> {
    /// Keeps `value`.
    pub fn new(value: T) -> Self {
        Self(keep(Rc::new(value)), PhantomData)
    }

    /// A copy of the value.
    ///
    /// # Panics
    /// When the owner has ended.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        match look(self.0).as_deref().and_then(<dyn Any>::downcast_ref::<T>) {
            Some(value) => value.clone(),
            None => unreachable!("a value is not asked for after its owner's end"),
        }
    }

    /// Another value; nothing when the owner has ended.
    pub fn set(self, value: T) {
        drop(swap(self.0, Some(Rc::new(value))));
    }
}

impl<T> Clone for Stored<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Stored<T> {}

impl<T> std::fmt::Debug for Stored<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}
