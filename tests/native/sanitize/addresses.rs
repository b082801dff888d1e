//! Addresses: what may be linked to, what may load.

use news_widget::sanitize::Policy;
use news_widget::sanitize::policy::{Base, Hosts, host_and_path, image, link, media, srcset};

use crate::support::Urls;

const BASE: Base = Base { urls: &Urls, href: "https://news.example/2026/story.html" };

fn links(raw: &str) -> Option<String> {
    link(raw, BASE)
}

/// Addresses that are nothing to link to, to load, or to show: not as a link, a film, a picture or a candidate.
#[test]
fn no_dress_gets_a_scheme_past_the_parser() {
    let refused = [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "\tjavascript:alert(1)",
        "\njavascript:alert(1)",
        "\u{0}javascript:alert(1)",
        "\u{1}javascript:alert(1)",
        "\u{8}javascript:alert(1)",
        "\u{b}javascript:alert(1)",
        "\u{c}javascript:alert(1)",
        "\u{e}javascript:alert(1)",
        "\u{1f}javascript:alert(1)",
        "\u{1} \u{2}\tjavascript:alert(1)",
        "java\nscript:alert(1)",
        "java\rscript:alert(1)",
        "java\tscript:alert(1)",
        "j\na\nv\na\ns\nc\nr\ni\np\nt\n:alert(1)",
        "javascript\n:alert(1)",
        "javascript\t\r\n:alert(1)",
        "javascript:\nalert(1)",
        "javascript://news.example/%0aalert(1)",
        "javascript://https://news.example/%0aalert(1)",
        "javascript:/*https://*/alert(1)",
        "javascript:\"https://news.example/\";alert(1)",
        "javascript:alert(1)//https://news.example",
        "javascript:",
        "vbscript:msgbox(1)",
        "VBScript:msgbox(1)",
        "vb\nscript:msgbox(1)",
        "livescript:x",
        "mocha:x",
        "feed:javascript:alert(1)",
        "feed:https://news.example/",
        "pcast:javascript:alert(1)",
        "view-source:javascript:alert(1)",
        "view-source:https://news.example/",
        "jar:javascript:alert(1)!",
        "jar:https://news.example!/a",
        "wyciwyg://1/https://news.example",
        "data:text/html,<script>alert(1)</script>",
        "data:text/html;base64,PHNjcmlwdD4=",
        "DATA:text/html,x",
        "da\nta:text/html,x",
        "data:,x",
        "data:;base64,AAAA",
        "data:text/plain,x",
        "data:text/xml,<x/>",
        "data:application/xhtml+xml,<x/>",
        "data:application/javascript,alert(1)",
        "data:image/svg+xml,<svg onload=alert(1)>",
        "data:image/SVG+xml;base64,AAAA",
        "data:image/svg,<svg>",
        "data:image/png+xml,<svg>",
        "data:image/pngx,AAAA",
        "data: image/png,AAAA",
        "data:text/html;image/png,x",
        "data:text/html,image/png,x",
        "data:image/*,x",
        "data:image/png",
        "data:image/bmp,x",
        "blob:https://news.example/1f",
        "BLOB:null/1f",
        "filesystem:https://news.example/temporary/a.html",
        "file:///etc/passwd",
        "file:a",
        "about:blank",
        "about:srcdoc",
        "chrome://settings",
        "chrome-extension://abc/a.html",
        "moz-extension://abc/a.html",
        "resource://gre/",
        "intent://scan/#Intent;scheme=zxing;end",
        "android-app://x/y",
        "ms-settings:",
        "ms-word:ofe|u|https://news.example/a.docx",
        "search-ms:query=x",
        "ftp://news.example/a",
        "gopher://news.example/",
        "ws://news.example/",
        "wss://news.example/",
        "ssh://news.example/",
        "irc://news.example/",
        "magnet:?xt=urn:btih:1",
        "urn:isbn:1",
        "steam://run/1",
        "sms:+1",
        "x:y",
        "https://user:password@e.example/",
        "https://www.bank.example@e.example/",
        "//user@e.example/",
        "http://",
        "https://",
        "https:// /",
        "https://a b/",
        "https://[::1",
        "https://e.example:99999/",
        "",
        " ",
        "\u{0}",
        "\n\t",
    ];
    assert!(refused.len() >= 100);
    let everything = Policy::article(2);
    for raw in refused {
        assert_eq!(links(raw), None, "{raw:?}");
        assert_eq!(media(raw, BASE, &everything), None, "{raw:?}");
        assert_eq!(image(raw, BASE, &everything), None, "{raw:?}");
        // White space and commas separate candidates: what is cut there is another address.
        if !raw.is_empty() && !raw.contains([' ', '\t', '\n', '\r', '\u{c}', ',']) {
            assert_eq!(srcset(&format!("{raw} 1x"), BASE, &everything), None, "{raw:?}");
        }
    }
}

/// What a parser makes harmless is an address like any other: of the feed's site, or of the host it really names.
#[test]
fn what_parses_to_the_web_stays() {
    let kept = [
        ("https://e.example", "https://e.example/"),
        ("HTTPS://E.EXAMPLE/A", "https://e.example/A"),
        ("http://e.example/", "http://e.example/"),
        ("//e.example/a", "https://e.example/a"),
        ("\\\\e.example\\a", "https://e.example/a"),
        ("/\\e.example/a", "https://e.example/a"),
        ("https:\\\\e.example", "https://e.example/"),
        ("https:/e.example/", "https://news.example/e.example/"),
        ("https:e.example", "https://news.example/2026/e.example"),
        ("ht\ntps://e.example/", "https://e.example/"),
        (" https://e.example/ ", "https://e.example/"),
        ("\u{1}https://e.example/", "https://e.example/"),
        ("/a", "https://news.example/a"),
        ("a", "https://news.example/2026/a"),
        ("../a", "https://news.example/a"),
        ("?q=1", "https://news.example/2026/story.html?q=1"),
        ("https://news.example\\@e.example@x/", "https://news.example/@e.example@x/"),
        ("https://:@e.example/", "https://e.example/"),
        ("https://e.example/@name", "https://e.example/@name"),
        ("https://e.example?a@b", "https://e.example/?a@b"),
        ("https://e.example#a@b", "https://e.example/#a@b"),
        ("https://e.example:8080/", "https://e.example:8080/"),
        ("https://[::1]/", "https://[::1]/"),
        ("https://e.example/\" onload=x", "https://e.example/%22%20onload=x"),
        ("https://e.example/<script>", "https://e.example/%3Cscript%3E"),
        // The character is part of a name, not a scheme: white space of other kinds, look-alikes, what decoding left.
        ("\u{a0}javascript:alert(1)", "https://news.example/2026/%C2%A0javascript:alert(1)"),
        ("\u{feff}javascript:alert(1)", "https://news.example/2026/%EF%BB%BFjavascript:alert(1)"),
        ("\u{200b}javascript:alert(1)", "https://news.example/2026/%E2%80%8Bjavascript:alert(1)"),
        ("java\u{0}script:alert(1)", "https://news.example/2026/java%00script:alert(1)"),
        ("jav&#x09;ascript:x", "https://news.example/2026/jav&#x09;ascript:x"),
        ("javascript&colon;alert(1)", "https://news.example/2026/javascript&colon;alert(1)"),
        ("javascript%3Aalert(1)", "https://news.example/2026/javascript%3Aalert(1)"),
        ("javascript\u{ff1a}alert(1)", "https://news.example/2026/javascript%EF%BC%9Aalert(1)"),
        ("1javascript:alert(1)", "https://news.example/2026/1javascript:alert(1)"),
        ("./javascript:alert(1)", "https://news.example/2026/javascript:alert(1)"),
        (":javascript:alert(1)", "https://news.example/2026/:javascript:alert(1)"),
        ("\u{13a}avascript:x", "https://news.example/2026/%C4%BAavascript:x"),
        ("https://e\u{ad}.example/", "https://e.example/"),
        ("https://\u{ff45}.example/", "https://e.example/"),
        ("https://xn--e1aybc.example/", "https://xn--e1aybc.example/"),
    ];
    for (raw, expected) in kept {
        assert_eq!(links(raw).as_deref(), Some(expected), "{raw:?}");
        assert_eq!(media(raw, BASE, &Policy::article(2)).as_deref(), Some(expected), "{raw:?}");
    }
}

#[test]
fn only_links_lead_to_people() {
    for (raw, expected) in [("mailto:a@e.example?subject=x", "mailto:a@e.example?subject=x"), ("TEL:+32", "tel:+32")] {
        assert_eq!(links(raw).as_deref(), Some(expected));
        assert_eq!(media(raw, BASE, &Policy::article(2)), None);
        assert_eq!(image(raw, BASE, &Policy::article(2)), None);
    }
}

#[test]
fn fragments_follow_the_ids() {
    let cases = [
        ("#a", "#nw-a"),
        // The top of the text, not of the host's page: an empty fragment would take the host's own away.
        ("#", "#nw-top"),
        (" # ", "#nw-top"),
        ("#nw-a", "#nw-a"),
        (" #a\n", "#nw-a"),
        ("#a b", "#nw-a b"),
        ("#javascript:alert(1)", "#nw-javascript:alert(1)"),
        ("#caf%C3%A9", "#nw-caf%C3%A9"),
        ("##", "#nw-#"),
    ];
    for (raw, expected) in cases {
        assert_eq!(links(raw).as_deref(), Some(expected), "{raw:?}");
        assert_eq!(links(expected).as_deref(), Some(expected), "{raw:?}");
    }
}

#[test]
fn raster_pictures_may_be_in_the_address() {
    let policy = Policy::article(2);
    for kind in ["png", "jpeg", "gif", "webp", "avif", "PNG"] {
        for rest in [";base64,AAAA", ",x", ";charset=x;base64,AAAA"] {
            let raw = format!("data:image/{kind}{rest}");
            assert_eq!(image(&raw, BASE, &policy).as_deref(), Some(&*raw));
            assert_eq!(media(&raw, BASE, &policy), None, "only as the address of a picture");
            assert_eq!(links(&raw), None);
        }
    }
    assert!(image(" DATA:image/png,x", BASE, &policy).is_some_and(|src| src.starts_with("data:image/png,")));
    assert!(image("da\nta:image/png,x", BASE, &policy).is_none(), "nobody honest writes that");
}

#[test]
fn a_site_may_list_its_hosts() {
    let hosts = Hosts::parse("media.example, [::1] ,");
    let policy = Policy::article(2).with_media_hosts(Some(&hosts));
    for allowed in
        ["https://media.example/a", "https://a.b.media.example/", "https://media.example:8443/", "http://[::1]:80/"]
    {
        assert!(media(allowed, BASE, &policy).is_some(), "{allowed}");
    }
    let refused = [
        "https://xmedia.example/",
        "https://media.example.e.example/",
        "https://e.example/media.example",
        "https://e.example/?media.example",
        "https://e.example#media.example",
        "https://media.example@e.example/",
        "https://e.example\\media.example",
        "a.png",
    ];
    for refused in refused {
        assert_eq!(media(refused, BASE, &policy), None, "{refused}");
        assert_eq!(srcset(&format!("{refused} 2x"), BASE, &policy), None, "{refused}");
    }
    assert!(image("data:image/png,x", BASE, &policy).is_some(), "asks nobody");
    assert!(links("https://e.example/").is_some(), "links are not media");
}

#[test]
fn srcset_by_the_standard() {
    let cases = [
        ("a.png", Some("https://news.example/2026/a.png")),
        ("a.png 1x, b.png 2x", Some("https://news.example/2026/a.png 1x, https://news.example/2026/b.png 2x")),
        ("a.png 1.5x", Some("https://news.example/2026/a.png 1.5x")),
        (" , ,a.png,b.png ,", Some("https://news.example/2026/a.png,b.png")),
        ("a.png, b.png", Some("https://news.example/2026/a.png, https://news.example/2026/b.png")),
        ("a.png,, b.png", Some("https://news.example/2026/a.png, https://news.example/2026/b.png")),
        ("/w_1,h_2/a.png 640w", Some("https://news.example/w_1,h_2/a.png 640w")),
        ("a.png 640w 480h", Some("https://news.example/2026/a.png 640w")),
        ("a.png 480h 640w", Some("https://news.example/2026/a.png 640w")),
        ("a.png 480h", None),
        ("a.png 1x 640w", None),
        ("a.png 0w", None),
        ("a.png -1x", None),
        ("a.png infx", None),
        ("a.png NaNx", None),
        ("a.png 1e3x", None),
        ("a.png +1w", None),
        ("a.png x", None),
        ("a.png 1q, b.png 2x", Some("https://news.example/2026/b.png 2x")),
        ("a.png (1x, 2x), b.png 3x", Some("https://news.example/2026/b.png 3x")),
        ("a.png (1x, b.png 2x", None),
        ("javascript:alert(1) 1x, b.png 2x", Some("https://news.example/2026/b.png 2x")),
        ("data:image/png;base64,AAAA 1x, b.png 2x", Some("https://news.example/2026/b.png 2x")),
        ("a.png\t1x\n,\u{c}b.png\r2x", Some("https://news.example/2026/a.png 1x, https://news.example/2026/b.png 2x")),
        ("a.png,\u{1} 1x, b.png 2x", Some("https://news.example/2026/b.png 2x")),
        ("//e.example/a 1x", Some("https://e.example/a 1x")),
        ("", None),
        (",,,", None),
    ];
    for (raw, expected) in cases {
        let result = srcset(raw, BASE, &Policy::article(2));
        assert_eq!(result.as_deref(), expected, "{raw:?}");
        if let Some(once) = result {
            assert_eq!(srcset(&once, BASE, &Policy::article(2)).as_deref(), expected, "{raw:?} again");
        }
    }
}

/// A frame without a title was a link of five lines of parameters.
#[test]
fn a_link_without_words_says_where_it_leads() {
    let long = format!("https://a.example/{}", "é".repeat(60));
    let cases = [
        ("https://embed.example/p/80?et=dnftx&sig=xgGs#t", "embed.example/p/80"),
        ("http://a.example:8080/", "a.example:8080"),
        ("https://https/?a", "https"),
        (&long, &format!("a.example/{}…", "é".repeat(25))),
    ];
    for (href, words) in cases {
        assert_eq!(host_and_path(href), words, "{href}");
    }
}
