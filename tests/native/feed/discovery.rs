//! Which feed a web page names.

use news_widget::feed::find_feed;

use crate::support::Urls;

const PAGE: &str = "https://news.example/world/";

fn found(html: &str) -> Option<String> {
    find_feed(html.as_bytes(), PAGE, &Urls).map(|url| url.to_string())
}

#[test]
fn the_first_link_of_the_best_type() {
    let feed = r#"<link rel="alternate" type="application/feed+json" href="feed.json">"#;
    let json = r#"<link rel="alternate" type="application/json" href="/old.json">"#;
    let other = r#"<link rel="alternate" type="application/feed+json" href="other.json">"#;
    assert_eq!(found(feed).as_deref(), Some("https://news.example/world/feed.json"));
    assert_eq!(found(json).as_deref(), Some("https://news.example/old.json"));
    assert_eq!(found(&[json, feed, other].concat()).as_deref(), Some("https://news.example/world/feed.json"));
}

#[test]
fn as_people_write_it() {
    for html in [
        "<!doctype html><html><head><LINK REL='Alternate Feed' TYPE=Application/Feed+JSON HREF=https://news.example/a?x=1&amp;y=2>",
        "<link href=\"https://news.example/a?x=1&amp;y=2\"\n type='application/feed+json; charset=utf-8' rel=alternate />",
        "\u{feff}<title><link rel=alternate type=application/feed+json href=no></title><script>'<link rel=alternate type=application/feed+json href=no>'</script>\
         <!-- <link rel=alternate type=application/feed+json href=no> --><link rel=alternate type=application/feed+json href='https://news.example/a?x=1&y=2'>",
    ] {
        assert_eq!(found(html).as_deref(), Some("https://news.example/a?x=1&y=2"), "{html}");
    }
}

#[test]
fn against_the_page_s_base() {
    let html = "<base target=_top><base href=/elsewhere/><base href=/no/><link rel=alternate type=application/feed+json href=feed.json>";
    assert_eq!(found(html).as_deref(), Some("https://news.example/elsewhere/feed.json"));
}

#[test]
fn none_where_there_is_none() {
    for html in [
        "",
        "<p>feed.json</p>",
        "<link rel=stylesheet type=application/feed+json href=feed.json>",
        "<link rel=alternate type=application/rss+xml href=feed.xml>",
        "<link rel=alternate type=application/json+oembed href=/oembed>",
        "<link rel=alternate type=application/feed+json>",
        "<link rel=alternate type=application/feed+json href=''>",
        "<link rel=alternate type=application/feed+json href='javascript:alert(1)'>",
        "<link rel=alternate type=application/feed+json href='https://news.example@evil.example/'>",
        // WordPress, on each article.
        "<link rel='alternate' title='JSON' type='application/json' href='https://news.example/wp-json/wp/v2/posts/1' />",
        "<link rel='alternate' title='JSON' type='application/json' href='https://news.example/index.php?rest_route=/wp/v2/posts/1' />",
    ] {
        assert_eq!(found(html), None, "{html}");
    }
}

#[test]
fn wordpress_pages_with_a_feed_of_a_plugin() {
    let html = "<link rel='alternate' type='application/json' href='/wp-json/wp/v2/posts/1'>\
                <link rel='alternate' type='application/json' href='/feed/json'>";
    assert_eq!(found(html).as_deref(), Some("https://news.example/feed/json"));
}

#[test]
fn in_linear_time() {
    let html = "<link rel=alternate type=x href=y><title>".repeat(50_000);
    assert_eq!(found(&html), None);
}
