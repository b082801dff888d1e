//! Time that passes on the page.

use crate::{
    feed::Date,
    platform::{self, Timeout},
    view::{Signal, Stored},
};

/// The present moment, anew every so many milliseconds, for as long as the current owner lives.
pub fn ticking(millis: i32) -> Signal<Date> {
    let now = Signal::new(platform::now());
    tick(millis, now, Stored::new(None));
    now
}

fn tick(millis: i32, now: Signal<Date>, timer: Stored<Option<Timeout>>) {
    timer.set(Timeout::new(millis, move || {
        now.set(platform::now());
        tick(millis, now, timer);
    }));
}
