use comment_server::{
    command::Command,
    date::rfc3339,
    log::{Level, line},
    page::{Cursor, Query},
};

#[test]
fn dates_are_rfc_3339() {
    let dates = [
        (0, "1970-01-01T00:00:00.000Z"),
        (951_782_400_000, "2000-02-29T00:00:00.000Z"),
        (1_768_811_400_250, "2026-01-19T08:30:00.250Z"),
        (1_798_761_599_999, "2026-12-31T23:59:59.999Z"),
        (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
        (i64::MAX, "9999-12-31T23:59:59.999Z"),
        (-1, "1970-01-01T00:00:00.000Z"),
    ];
    for (millis, date) in dates {
        assert_eq!(rfc3339(millis), date);
    }
}

#[test]
fn next_url_comes_back() {
    let cursor = Cursor { created: 12, id: "ä.&b".to_owned() };
    let url = cursor.next_url("https://x.example/?a=1&b#c");
    let article = "https://x.example/?a=1&b#c".to_owned();
    assert_eq!(Query::parse(&url[1..]), Ok(Query::Thread { article, after: Some(cursor) }));
    assert_eq!(Query::parse("recent=100&x=y"), Ok(Query::Recent(100)));
}

#[test]
fn commands() {
    let parse = |text: &str| Command::parse(&text.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
    assert_eq!(parse(""), Ok(Command::Serve));
    assert_eq!(parse("publish x"), Ok(Command::Publish("x".to_owned())));
    assert_eq!(parse("--help"), Ok(Command::Help));
    assert!(parse("delete").is_err() && parse("close a b").is_err() && parse("pending x").is_err());
}

#[test]
fn a_line_of_the_log() {
    assert_eq!(
        line(Level::Error, "x", &[("a", "\"\n".into())], 0),
        r#"{"a":"\"\n","event":"x","level":"error","time":"1970-01-01T00:00:00.000Z"}"#
    );
}
