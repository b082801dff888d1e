use comment_server::{http::Allowed, http::Rate, settings::Settings, store::Kind};

fn read(given: &[(&str, &str)]) -> Result<Settings, Vec<String>> {
    Settings::read(|name| given.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
}

#[test]
fn nothing_has_to_be_said() {
    let settings = read(&[("LISTEN", " ")]).expect("the defaults are good");
    assert_eq!(settings.database, "sqlite:comments.db?mode=rwc");
    assert_eq!((settings.kind, settings.listen.to_string().as_str()), (Kind::Sqlite, "127.0.0.1:8090"));
    assert_eq!((settings.moderation, settings.origins, settings.rate), (false, Allowed::All, Rate::per_minute(10)));
    assert_eq!((settings.proxies, settings.page_size, settings.cache_seconds), (0, 100, 5));
}

#[test]
fn everything_can_be_said() {
    let given = [
        ("DATABASE_URL", "postgresql://u:p@db.example/comments?sslmode=require"),
        ("LISTEN", "[::]:80"),
        ("MODERATION", "on"),
        ("RATE_LIMIT", "off"),
        ("PROXIES", "2"),
    ];
    let settings = read(&given).expect("these are good");
    assert_eq!((settings.kind, settings.database.as_str()), (Kind::Postgres, given[0].1));
    assert_eq!((settings.moderation, settings.rate, settings.proxies), (true, None, 2));
    let file = |url| read(&[("DATABASE_URL", url)]).map(|settings| settings.database);
    assert_eq!(file("sqlite:///var/c.db").as_deref(), Ok("sqlite:///var/c.db?mode=rwc"));
    assert_eq!(file("sqlite:c.db?mode=rw").as_deref(), Ok("sqlite:c.db?mode=rw"));
    assert_eq!(file("sqlite:c.db?cache=private").as_deref(), Ok("sqlite:c.db?cache=private&mode=rwc"));
}

#[test]
fn every_mistake_is_named_at_once() {
    let given = [
        ("DATABASE_URL", "mysql://u:secret@db.example/x"),
        ("LISTEN", "8090"),
        ("MODERATION", "yes"),
        ("ALLOWED_ORIGINS", "news.example"),
        ("ARTICLE_ORIGINS", "https://news.example/a"),
        ("RATE_LIMIT", "0"),
        ("PROXIES", "-1"),
        ("PAGE_SIZE", "1001"),
        ("CACHE_SECONDS", "x"),
    ];
    let wrong = read(&given).expect_err("none is good");
    assert_eq!(wrong.len(), given.len());
    for ((name, _), problem) in given.iter().zip(&wrong) {
        assert!(problem.starts_with(name), "{problem}");
    }
    assert!(!wrong.join(" ").contains("secret"));
    assert!(read(&[("DATABASE_URL", "sqlite::memory:")]).is_err());
}
