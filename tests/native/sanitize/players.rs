//! Frames that may be played.

use news_widget::sanitize::Policy;
use news_widget::sanitize::policy::Hosts;

fn src(href: &str, embeds: &str) -> Option<String> {
    let hosts = Hosts::parse(embeds);
    Policy::article(2).with_players(&hosts).player(href).map(|player| player.src)
}

#[test]
fn youtube_and_vimeo_are_known() {
    let cases = [
        ("https://www.youtube.com/embed/abc-_12", Some("https://www.youtube-nocookie.com/embed/abc-_12?autoplay=1")),
        ("http://youtube.com/embed/abc", Some("https://www.youtube-nocookie.com/embed/abc?autoplay=1")),
        (
            "https://www.youtube.com/embed/abc?si=track&start=30&autoplay=0&list=PL1#t=1",
            Some("https://www.youtube-nocookie.com/embed/abc?autoplay=1&start=30&list=PL1"),
        ),
        ("https://www.youtube-nocookie.com/embed/abc", Some("https://www.youtube-nocookie.com/embed/abc?autoplay=1")),
        (
            "https://player.vimeo.com/video/123?h=a1&title=0",
            Some("https://player.vimeo.com/video/123?dnt=1&autoplay=1&h=a1"),
        ),
        ("https://www.youtube.com/watch?v=abc", Some("https://www.youtube-nocookie.com/embed/abc?autoplay=1")),
        (
            "https://www.youtube.com/watch?app=m&v=abc&list=PL1",
            Some("https://www.youtube-nocookie.com/embed/abc?autoplay=1&list=PL1"),
        ),
        ("https://www.youtube.com/watch", None),
        ("https://www.youtube.com/@channel", None),
        ("https://youtu.be/abc?si=track", Some("https://www.youtube-nocookie.com/embed/abc?autoplay=1")),
        ("https://youtube.com/shorts/abc", Some("https://www.youtube-nocookie.com/embed/abc?autoplay=1")),
        ("https://www.youtube.com/v/abc", Some("https://www.youtube-nocookie.com/embed/abc?autoplay=1")),
        ("https://www.youtube.com/embed/", None),
        ("https://www.youtube.com/embed/a%22b", None),
        (
            "https://www.youtube.com/embed/abc?start=1&start='",
            Some("https://www.youtube-nocookie.com/embed/abc?autoplay=1&start=1"),
        ),
        ("https://xyoutube.com/embed/abc", None),
        ("https://www.youtube.com.e.example/embed/abc", None),
        ("https://e.example/embed/abc", None),
        ("https://vimeo.com/123", Some("https://player.vimeo.com/video/123?dnt=1&autoplay=1")),
        ("https://vimeo.com/channels", None),
    ];
    for (href, expected) in cases {
        assert_eq!(src(href, "").as_deref(), expected, "{href}");
    }
}

#[test]
fn the_publisher_adds_hosts() {
    assert_eq!(
        src("https://tv.player.example/1?a=b", "player.example").as_deref(),
        Some("https://tv.player.example/1?a=b")
    );
    assert_eq!(src("http://player.example/1", "player.example"), None, "only over https");
    assert_eq!(src("https://other.example/1", "player.example"), None);
    assert_eq!(src("https://youtube.com/watch", "youtube.com").as_deref(), Some("https://youtube.com/watch"));
}

#[test]
fn hosts_are_read_as_people_write_them() {
    let hosts = Hosts::parse(" A.example,https://b.example/path c.example:8080\n, ");
    for (href, allowed) in [
        ("https://a.example/", true),
        ("https://x.b.example/", true),
        ("https://c.example:1/", true),
        ("https://example/", false),
        ("", false),
    ] {
        assert_eq!(hosts.allows(href), allowed, "{href}");
    }
    assert!(!Hosts::default().allows("https://a.example/"));
    assert!(Hosts::default().with("https://feed.example:1/x").allows("http://feed.example/"));
}
