//! How long ago something was.

use news_widget::{
    comments::relative::{Ago, ago},
    feed::Date,
};
use proptest::prelude::*;

fn at(seconds: i64) -> Option<(i32, &'static str)> {
    let date = Date::parse("2026-11-01T00:00:00Z").unwrap();
    ago(date, Date::from_millis(date.millis() + seconds * 1000)).map(|Ago { value, unit }| (value, unit))
}

#[test]
fn the_unit_that_people_use() {
    for (seconds, expected) in [
        (0, (0, "second")),
        (59, (0, "second")),
        (60, (-1, "minute")),
        (3599, (-59, "minute")),
        (3600, (-1, "hour")),
        (86_399, (-23, "hour")),
        (86_400, (-1, "day")),
        (29 * 86_400 + 86_399, (-29, "day")),
    ] {
        assert_eq!(at(seconds), Some(expected), "{seconds}");
    }
    assert_eq!(at(30 * 86_400), None, "a date says more");
}

#[test]
fn a_clock_that_is_a_little_slow_sees_no_future() {
    assert_eq!(at(-30), Some((0, "second")));
    assert_eq!(at(-3601), None, "this is no matter of clocks");
}

#[test]
fn a_day_is_a_day() {
    let day = Date::parse("2026-11-01").unwrap();
    assert_eq!(ago(day, Date::from_millis(day.millis() + 5_000)), None);
}

proptest! {
    #[test]
    fn nothing_gets_younger(earlier in -4_000i64..2_600_000, later in 0i64..2_600_000) {
        let weight = |(value, unit): (i32, &str)| -i64::from(value) * match unit { "minute" => 60, "hour" => 3600, "day" => 86_400, _ => 1 };
        if let (Some(a), Some(b)) = (at(earlier), at(earlier + later)) {
            prop_assert!(weight(a) <= weight(b));
        }
    }
}
