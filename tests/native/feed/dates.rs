//! Dates in every form that feeds write.

use news_widget::feed::{Date, Precision};
use proptest::prelude::*;

/// 2019-05-31T19:17:58Z.
const MOMENT: i64 = 1_559_330_278_000;

fn time(text: &str) -> Option<i64> {
    Date::parse(text).filter(|date| date.precision() == Precision::Time).map(Date::millis)
}

#[test]
fn dates_are_rfc_3339() {
    for text in [
        "2019-05-31T19:17:58Z",
        "2019-05-31t19:17:58z",
        "2019-05-31 19:17:58Z",
        " 2019-05-31T19:17:58Z\n",
        "2019-05-31T12:17:58-07:00",
        "2019-05-31T12:17:58-0700",
        "2019-06-01T00:47:58+05:30",
        "2019-05-31T21:17:58+02",
        "2019-05-31T19:17:58-00:00",
        "2019-05-31 19:17:58 +0000",
        "2019-05-31 19:17:58 UTC",
        "2019-05-31T19:17:58.000Z",
        "2019-05-31T19:17:58",
    ] {
        assert_eq!(time(text), Some(MOMENT), "{text}");
    }
    assert_eq!(time("2019-05-31T19:17:58.5Z"), Some(MOMENT + 500));
    assert_eq!(time("2019-05-31T19:17:58.0129999999999999999999Z"), Some(MOMENT + 12));
    assert_eq!(time("2016-12-31T23:59:60Z"), time("2017-01-01T00:00:00Z"));
    assert_eq!(time("2019-05-31T19:17"), Some(MOMENT - 58_000));
    assert_eq!(time("1969-12-31T23:59:59.999Z"), Some(-1));
    assert_eq!(time("0001-01-01T00:00:00Z"), Some(-62_135_596_800_000));
}

#[test]
fn dates_may_be_a_day() {
    let day = Date::parse("2024-02-29").unwrap();
    assert_eq!((day.precision(), day.millis()), (Precision::Day, 1_709_164_800_000));
    assert_eq!(Date::parse("29 Feb 2024"), Some(day));
}

#[test]
fn dates_are_rfc_822() {
    for text in [
        "Fri, 31 May 2019 12:17:58 -0700",
        "fri, 31 may 2019 12:17:58 -0700 (PDT)",
        "Friday, 31 May 2019 19:17:58 GMT",
        "31 May 2019 19:17:58 UT",
        "31 May 19 19:17:58 Z",
        "31 May 2019 19:17:58",
        "31 May 2019 12:17:58 PDT",
        "31 May 2019 11:17:58 PST",
        "31 May 2019 15:17:58 EDT",
        "31 May 2019 14:17:58 EST",
        "31 May 2019 14:17:58 CDT",
        "31 May 2019 13:17:58 CST",
        "31 May 2019 13:17:58 MDT",
        "31 May 2019 12:17:58 MST",
        "31 May 2019 19:17:58 CEST",
    ] {
        assert_eq!(time(text), Some(MOMENT), "{text}");
    }
    assert_eq!(time("Fri, 31 May 2019 19:17 GMT"), Some(MOMENT - 58_000));
    assert_eq!(time("1 Sept 99 0:00 GMT"), Some(936_144_000_000));
}

#[test]
fn everything_else_is_no_date() {
    for text in [
        "",
        "yesterday",
        "2019",
        "2019-05",
        "2019-5-31",
        "2019-02-29",
        "1900-02-29",
        "2019-13-01",
        "2019-00-10",
        "2019-01-00",
        "2019-04-31",
        "2019-05-31T",
        "2019-05-31T24:00:00Z",
        "2019-05-31T19:60Z",
        "2019-05-31T19:17:61Z",
        "2019-05-31T19:17:58.Z",
        "2019-05-31T19:17:58+24:00",
        "2019-05-31T19:17:58+1",
        "2019-05-31T19:17:58Zzz",
        "2019-05-31T07:17pm",
        "2019-05-31T19:17 Mars",
        "02019-05-31",
        "-019-05-31",
        "+019-05-31",
        "２０１９-05-31",
        "31 May 2019 07:17 PM",
        "31 May 019",
        "31 Mai 2019",
        "32 May 2019",
        "May 31, 2019",
        "Fri 31 May 2019",
        "31 May 2019 19",
        "31 May 2019 19:17:58:00",
        "31 May 2019 19:17 GMT extra",
        "1547000000",
        "31 M\u{e9}y 2019",
    ] {
        assert_eq!(Date::parse(text), None, "{text}");
    }
}

fn lengths(year: i64) -> [i64; 12] {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
}

/// Days from the year 0 to this one, by adding them up.
fn days_before(year: i64) -> i64 {
    (0..year).map(|year| lengths(year).iter().sum::<i64>()).sum()
}

/// Counts days one by one: slow, and with nothing in common with the arithmetic that it checks.
#[test]
fn every_day_of_eight_centuries_follows_the_one_before() {
    let mut days = Date::parse("1600-01-01").unwrap().millis() / 86_400_000;
    for year in 1600..2400 {
        for (month, length) in (1..).zip(lengths(year)) {
            for day in 1..=length {
                let date = Date::parse(&format!("{year}-{month:02}-{day:02}")).unwrap();
                assert_eq!(date.millis(), days * 86_400_000);
                days += 1;
            }
            assert_eq!(Date::parse(&format!("{year}-{month:02}-{:02}", length + 1)), None);
        }
    }
    assert_eq!(Date::parse("1970-01-01").unwrap().millis(), 0);
}

proptest! {
    #[test]
    fn a_formatted_date_reads_as_the_moment_it_was(
        year in 0i64..=9999, month in 1usize..=12, day in 1i64..=28, clock in 0i64..86_400_000, offset in -1439i64..=1439,
    ) {
        let (sign, ahead) = if offset < 0 { ('-', -offset) } else { ('+', offset) };
        let text = format!(
            "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}.{:03}{sign}{:02}:{:02}",
            clock / 3_600_000, clock / 60_000 % 60, clock / 1000 % 60, clock % 1000, ahead / 60, ahead % 60,
        );
        let days = days_before(year) - days_before(1970) + lengths(year)[..month - 1].iter().sum::<i64>() + day - 1;
        prop_assert_eq!(time(&text), Some(days * 86_400_000 + clock - offset * 60_000), "{}", text);
    }

    #[test]
    fn any_text_is_a_date_or_none(text in any::<String>(), like in "[0-9TZtz:+. -]{0,40}", words in "([A-Za-z]{1,5},? |[0-9:]{1,8} ){0,7}") {
        Date::parse(&text);
        Date::parse(&like);
        Date::parse(&words);
    }
}
