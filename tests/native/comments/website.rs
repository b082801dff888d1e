use news_widget::{
    comments::validate::{Fields, Problem, Rules, validate},
    feed::UrlParser,
};
use proptest::prelude::*;

use super::StrictUrls;
use crate::support::Urls;

/// The website that is sent for what was typed.
fn read(typed: &str, urls: &dyn UrlParser) -> Option<String> {
    let form = Fields { comment: "Hi".into(), name: "Ann".into(), website: typed.into(), ..Fields::default() };
    match validate(&form, &Rules { website_limit: usize::MAX, ..Rules::default() }, urls) {
        Ok(valid) => Some(valid.website().unwrap().as_str().to_owned()),
        Err(problems) => {
            assert_eq!(problems.first().unwrap().1, Problem::InvalidWebsite);
            None
        }
    }
}

#[test]
fn addresses_as_readers_type_them() {
    for (typed, sent) in [
        ("https://example.org", "https://example.org/"),
        ("HTTP://Example.ORG/a b", "http://example.org/a%20b"),
        ("example.org", "https://example.org/"),
        ("www.example.org/me?x=1#y", "https://www.example.org/me?x=1#y"),
        ("example.org:8080/x", "https://example.org:8080/x"),
        ("//example.org", ""),
        ("https:example.org/x", "https://example.org/x"),
        ("http://localhost:3000", "http://localhost:3000/"),
        ("bücher.example", "https://xn--bcher-kva.example/"),
        ("example.org/a:b", "https://example.org/a:b"),
        ("example.org/@ann", "https://example.org/@ann"),
        ("https://social.example/@ann", "https://social.example/@ann"),
    ] {
        let sent = (!sent.is_empty()).then(|| sent.to_owned());
        assert_eq!(read(typed, &StrictUrls), sent, "{typed}");
        assert_eq!(read(typed, &Urls), sent, "{typed}");
    }
}

#[test]
fn what_is_no_website() {
    for typed in [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "mailto:ann@news.example",
        "ftp://example.org/",
        "tel:12345",
        "ann@news.example",
        "none",
        "n/a",
        "-",
        "/about",
        "?x",
        "#x",
        "my own site",
        "https://",
        "https:///",
        "http://a b/",
        "https://user:secret@example.org/",
        "https://bank.example@evil.example/",
        "localhost:3000",
    ] {
        assert_eq!(read(typed, &StrictUrls), None, "{typed}");
    }
}

proptest! {
    #[test]
    fn only_web_addresses_pass(typed in "[a-zA-Z:/@.?#\\\\ %0-9\u{1}\t]{1,24}") {
        if !typed.trim_matches(|c: char| c.is_whitespace() || c.is_control()).is_empty()
            && let Some(sent) = read(&typed, &StrictUrls)
        {
            let url = url::Url::parse(&sent).unwrap();
            prop_assert!(matches!(url.scheme(), "http" | "https"));
            prop_assert!(url.host_str().is_some_and(|host| !host.is_empty()));
            prop_assert!(url.username().is_empty() && url.password().is_none());
        }
    }
}
