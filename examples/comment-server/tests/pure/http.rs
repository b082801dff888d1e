use std::net::IpAddr;

use comment_server::http::{Allowed, Limiter, Rate, client, etag, matches};

fn ip(text: &str) -> IpAddr {
    text.parse().expect("an address")
}

#[test]
fn a_minutes_worth_at_once_then_one_at_a_time() {
    let mut limiter = Limiter::new(Rate::per_minute(3).expect("a rate"));
    let mut at = |now| limiter.count(ip("192.0.2.1"), now);
    assert_eq!([at(0), at(0), at(1)], [Ok(()); 3]);
    assert_eq!(at(1), Err(20), "each takes 20 seconds");
    assert_eq!(at(19_999), Err(1));
    assert_eq!([at(20_000), at(20_001)], [Ok(()), Err(20)], "a refused one costs nothing");
    assert_eq!([at(200_000), at(200_000), at(200_000), at(200_000)], [Ok(()), Ok(()), Ok(()), Err(20)]);
}

#[test]
fn clients_are_forgotten() {
    let mut limiter = Limiter::new(Rate::per_minute(60).expect("a rate"));
    for n in 0..100_000_u32 {
        assert_eq!(limiter.count(IpAddr::V4(n.into()), u64::from(n)), Ok(()));
    }
    assert!(limiter.clients() <= 2 * 1_100, "{}", limiter.clients());
    limiter.forget(99_999);
    assert_eq!(limiter.clients(), 1_000, "a second of budget is whole again after a second");
    limiter.forget(100_999);
    assert_eq!(limiter.clients(), 0);
}

#[test]
fn rates_have_bounds() {
    assert_eq!([Rate::per_minute(0), Rate::per_minute(6001)], [None, None]);
    assert!(Rate::per_minute(6000).is_some());
}

#[test]
fn the_proxies_own_word_counts() {
    let from = |list: &[&str], proxies| client(ip("10.0.0.1"), list.iter().copied(), proxies).to_string();
    assert_eq!(from(&["192.0.2.9"], 0), "10.0.0.1");
    assert_eq!(from(&["1.1.1.1, 192.0.2.9"], 1), "192.0.2.9");
    assert_eq!(from(&["1.1.1.1", "192.0.2.9,10.0.0.2"], 2), "192.0.2.9");
    assert_eq!(from(&["192.0.2.9"], 2), "10.0.0.1", "fewer proxies than there should be");
    assert_eq!(from(&["unknown"], 1), "10.0.0.1");
    assert_eq!(from(&["2001:db8:1:2:3:4:5:6"], 1), "2001:db8:1:2::");
    assert_eq!(from(&["::ffff:192.0.2.9"], 1), "192.0.2.9");
}

#[test]
fn origins_are_compared_whole() {
    let allowed = Allowed::parse("https://a.example, http://b.example:80 http://c.example:8080/").expect("a list");
    for origin in ["https://a.example", "http://b.example", "http://c.example:8080"] {
        assert!(allowed.has(origin), "{origin}");
    }
    for origin in ["https://a.example:8443", "http://a.example", "https://b.a.example", "null", "*", ""] {
        assert!(!allowed.has(origin), "{origin}");
    }
    assert!(allowed.has_page(Some("https://a.example/2026/x")));
    assert!(!allowed.has_page(Some("https://a.example.evil.example/")) && !allowed.has_page(None));
    assert!(Allowed::All.has("null") && Allowed::All.has_page(None));
    for text in
        ["a.example", "https://a.example/x", "https://*.a.example/ x", "* https://a.example", "ftp://a.example", "null"]
    {
        assert!(Allowed::parse(text).is_err(), "{text}");
    }
}

#[test]
fn tags_name_a_body() {
    let tag = etag(b"x");
    assert_eq!(tag, "\"2d711642b726b04401627ca9fbac32f5\"");
    for known in
        [tag.as_str(), "*", "\"a\", \"2d711642b726b04401627ca9fbac32f5\"", "W/\"2d711642b726b04401627ca9fbac32f5\""]
    {
        assert!(matches(known, &tag), "{known}");
    }
    assert!(!matches("\"a\"", &tag) && !matches("", &tag) && !matches("2d711642b726b04401627ca9fbac32f5", &tag));
}
