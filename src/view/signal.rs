//! Leptos's signals and memos, with the types of their values erased inside.
//!
//! Leptos compiles its code for reading, writing and following once for each type of value: some 500 bytes for each signal,
//! and twice that for a memo. Here it is compiled once, for [`Value`], and what a type adds is a cast (`docs/size.md`). They
//! behave as Leptos's `RwSignal` and `Memo` do.

use std::{any::Any, marker::PhantomData};

use leptos::prelude::{self as reactive, Read, ReadUntracked, Set, Update};

/// What signals and memos hold.
type Value = Box<dyn Any + Send + Sync>;

/// A value that is followed: [`RwSignal`](reactive::RwSignal). Cheap to copy; it ends with the owner that it was made under.
pub struct Signal<T>(reactive::RwSignal<Value>, PhantomData<fn() -> T>);

/// A value made of others, which changes with them: [`Memo`](reactive::Memo). Cheap to copy; it ends with the owner that it was made
/// under.
pub struct Memo<T>(reactive::Memo<Value>, PhantomData<fn() -> T>);

fn cast<T: 'static>(value: &Value) -> &T {
    match value.downcast_ref() {
        Some(value) => value,
        None => unreachable!("a signal holds what it was made with"),
    }
}

impl<T: Send + Sync + 'static> Signal<T> {
    /// A signal of `value`.
    #[cfg_attr(debug_assertions, track_caller)]
    pub fn new(value: T) -> Self {
        Self(reactive::RwSignal::new(Box::new(value)), PhantomData)
    }

    /// What `f` makes of the value, unless the owner has ended.
    pub fn try_with_untracked<U>(self, f: impl FnOnce(&T) -> U) -> Option<U> {
        self.0.try_read_untracked().map(|value| f(cast(&value)))
    }

    /// Another value; nothing when the owner has ended.
    #[cfg_attr(debug_assertions, track_caller)]
    pub fn set(self, value: T) {
        set(self.0, Box::new(value));
    }

    /// Changes the value in its place; nothing when the owner has ended.
    #[cfg_attr(debug_assertions, track_caller)]
    pub fn update(self, f: impl FnOnce(&mut T)) {
        let mut f = Some(f);
        update(self.0, &mut |value| {
            if let (Some(value), Some(f)) = (value.downcast_mut(), f.take()) {
                f(value);
            }
        });
    }
}

impl<T: Default + Send + Sync + 'static> Default for Signal<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

#[cfg_attr(debug_assertions, track_caller)]
fn set(signal: reactive::RwSignal<Value>, value: Value) {
    signal.set(value);
}

#[cfg_attr(debug_assertions, track_caller)]
fn update(signal: reactive::RwSignal<Value>, f: &mut dyn FnMut(&mut Value)) {
    signal.update(f);
}

impl<T: Send + Sync + 'static> Memo<T> {
    /// What `compute` makes of the value before. Who follows it runs again only when the value is another one.
    #[cfg_attr(debug_assertions, track_caller)]
    pub fn new(compute: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self
    where
        T: PartialEq,
    {
        Self::owning(Box::new(move |before| {
            let before = before.as_ref().map(cast);
            let now = compute(before);
            let changed = before != Some(&now);
            (Box::new(now), changed)
        }))
    }

    /// What `compute` makes, for values that are dear to compare: who follows it runs again each time.
    #[cfg_attr(debug_assertions, track_caller)]
    pub fn uncompared(compute: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self::owning(Box::new(move |_| (Box::new(compute()), true)))
    }

    #[cfg_attr(debug_assertions, track_caller)]
    fn owning(compute: Box<dyn Fn(Option<Value>) -> (Value, bool) + Send + Sync>) -> Self {
        Self(memo(compute), PhantomData)
    }
}

#[cfg_attr(debug_assertions, track_caller)]
fn memo(compute: Box<dyn Fn(Option<Value>) -> (Value, bool) + Send + Sync>) -> reactive::Memo<Value> {
    reactive::Memo::new_owning(compute)
}

/// What signals and memos have in common: they are read, and as cheap to copy as they look.
macro_rules! readable {
    ($name:ident) => {
        impl<T: Send + Sync + 'static> $name<T> {
            /// What `f` makes of the value. Tracks.
            #[cfg_attr(debug_assertions, track_caller)]
            pub fn with<U>(self, f: impl FnOnce(&T) -> U) -> U {
                f(cast(&self.0.read()))
            }

            /// What `f` makes of the value.
            #[cfg_attr(debug_assertions, track_caller)]
            pub fn with_untracked<U>(self, f: impl FnOnce(&T) -> U) -> U {
                f(cast(&self.0.read_untracked()))
            }

            /// A copy of the value. Tracks.
            #[cfg_attr(debug_assertions, track_caller)]
            pub fn get(self) -> T
            where
                T: Clone,
            {
                self.with(T::clone)
            }

            /// A copy of the value.
            #[cfg_attr(debug_assertions, track_caller)]
            pub fn get_untracked(self) -> T
            where
                T: Clone,
            {
                self.with_untracked(T::clone)
            }
        }

        impl<T> Clone for $name<T> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<T> Copy for $name<T> {}

        impl<T> std::fmt::Debug for $name<T> {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

readable!(Signal);
readable!(Memo);
