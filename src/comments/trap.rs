//! Traps for programs that fill in forms: a field that nobody sees, and the time that nobody is below. People notice neither;
//! a person who is caught all the same, by a browser that fills in too much, posts again.

use crate::{
    platform,
    view::{El, Stored, el},
    widget::Traps,
};

/// Nobody reads a form, writes in it and posts it in fewer milliseconds.
const LEAST_MILLIS: i64 = 2_000;

/// What the traps of one form have seen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Trap {
    /// When the form came up.
    since: Stored<i64>,
    /// Whether the field has been filled in.
    filled: Stored<bool>,
}

impl Default for Trap {
    fn default() -> Self {
        Self { since: Stored::new(0), filled: Stored::new(false) }
    }
}

impl Trap {
    /// A form has come up.
    pub(super) fn arm(self) {
        self.since.set(platform::now().millis());
        self.filled.set(false);
    }

    /// Whether something was caught. Only once for each time that the field is filled in.
    pub(super) fn shuts(self, traps: Traps) -> bool {
        let quick = platform::now().millis() - self.since.get() < LEAST_MILLIS;
        let filled = self.filled.get();
        self.filled.set(false);
        traps.field && filled || traps.time && quick
    }

    /// The field. Hidden from view, from the keyboard and from screen readers; not by `hidden`, which programs look for.
    pub(super) fn field(self) -> El {
        let filled = move |event| self.filled.set(!leptos::prelude::event_target_value(&event).is_empty());
        let input = el("input").attr("name", "subject").attr("tabindex", "-1").attr("autocomplete", "off");
        el("div").class("hidden").attr("aria-hidden", "true").child(input.on("input", filled))
    }
}
