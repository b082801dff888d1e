//! WordPress's REST interface: addresses, posts and comments. The answers are recorded from a real one
//! (`tests/fixtures/wordpress/record.mjs`).

use std::fs;

use news_widget::feed::{
    Content, Date, FeedError, Item, Parsed, WebUrl,
    wordpress::{self, Article, Root},
};

use crate::support::Urls;

fn recorded(name: &str) -> Vec<u8> {
    fs::read(format!("{}/tests/fixtures/wordpress/{name}.json", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn url(text: &str) -> WebUrl {
    WebUrl::resolve(&Urls, text, "about:blank").unwrap()
}

fn posts() -> Parsed {
    wordpress::posts(&recorded("posts"), &wordpress::first_page(&url("https://wp.example/wp-json/")), &Urls).unwrap()
}

fn date(text: &str) -> Option<Date> {
    Date::parse(text)
}

#[test]
fn a_root_is_found_by_any_of_its_addresses() {
    for (given, root, comments) in [
        ("https://wp.example/wp-json", "https://wp.example/wp-json", "https://wp.example/wp-json/wp/v2/comments"),
        ("https://wp.example/wp-json/", "https://wp.example/wp-json", "https://wp.example/wp-json/wp/v2/comments"),
        (
            "https://wp.example/wp-json/wp/v2/",
            "https://wp.example/wp-json",
            "https://wp.example/wp-json/wp/v2/comments",
        ),
        (
            "https://wp.example/a/wp-json/wp/v2/posts?slug=x&page=2#top",
            "https://wp.example/a/wp-json",
            "https://wp.example/a/wp-json/wp/v2/comments",
        ),
        (
            "https://wp.example/wp-json?lang=pt-br",
            "https://wp.example/wp-json?lang=pt-br",
            "https://wp.example/wp-json/wp/v2/comments?lang=pt-br",
        ),
        // WordPress.com: one interface for many sites, each below its name.
        (
            "https://api.example/wp/v2/sites/paper.example",
            "https://api.example/wp/v2/sites/paper.example",
            "https://api.example/wp/v2/sites/paper.example/comments",
        ),
        (
            "https://api.example/wp/v2/sites/123/posts?slug=x",
            "https://api.example/wp/v2/sites/123",
            "https://api.example/wp/v2/sites/123/comments",
        ),
        (
            "https://api.example/?rest_route=/wp/v2/sites/123/",
            "https://api.example/?rest_route=%2Fwp%2Fv2%2Fsites%2F123",
            "https://api.example/?rest_route=%2Fwp%2Fv2%2Fsites%2F123%2Fcomments",
        ),
        ("https://api.example/wp/v2/sites", "https://api.example", "https://api.example/wp/v2/comments"),
        // Not WordPress's namespace, but a part of somebody's path.
        (
            "https://wp.example/wp/v2x/wp-json",
            "https://wp.example/wp/v2x/wp-json",
            "https://wp.example/wp/v2x/wp-json/wp/v2/comments",
        ),
        (
            "https://wp.example/?rest_route=/",
            "https://wp.example/?rest_route=%2F",
            "https://wp.example/?rest_route=%2Fwp%2Fv2%2Fcomments",
        ),
        (
            "https://wp.example/?rest_route=",
            "https://wp.example/?rest_route=%2F",
            "https://wp.example/?rest_route=%2Fwp%2Fv2%2Fcomments",
        ),
        (
            "https://wp.example/index.php?lang=de&rest_route=/wp/v2/posts&slug=x",
            "https://wp.example/index.php?lang=de&rest_route=%2F",
            "https://wp.example/index.php?lang=de&rest_route=%2Fwp%2Fv2%2Fcomments",
        ),
    ] {
        let found = Root::of(&url(given));
        assert_eq!(found.address().as_str(), root, "{given}");
        assert_eq!(found.route("comments", &[]).as_str(), comments, "{given}");
        assert_eq!(Root::of(&found.address()), found, "{given}");
        assert_eq!(Root::of(&found.route("comments", &[("post", "5"), ("page", "2")])), found, "{given}");
    }
}

#[test]
fn a_post_is_known_by_number_else_by_slug() {
    let number = |text: &str| Some(Article::Number(text.into()));
    let slug = |text: &str| Some(Article::Slug(text.into()));
    for (id, address, article) in [
        ("5", None, number("5")),
        ("0", None, None),
        ("https://wp.example/?p=17", None, number("17")),
        ("https://wp.example/?post_type=x&p=17#a", None, number("17")),
        ("tag:1", Some("https://wp.example/?p=18"), number("18")),
        ("tag:1", Some("https://wp.example/?p=x"), None),
        ("tag:1", Some("https://wp.example/2026/01/lamp-on-the-quay/"), slug("lamp-on-the-quay")),
        ("tag:1", Some("https://wp.example/lamp.html?utm=1#c"), slug("lamp")),
        ("tag:1", Some("https://wp.example/caf%C3%A9/"), slug("café")),
        ("tag:1", Some("https://wp.example/"), None),
        ("tag:1", Some("https://wp.example"), None),
        ("tag:1", None, None),
    ] {
        let item = news_widget::feed::ItemId::new(id).unwrap();
        assert_eq!(Article::of(&item, address.map(url).as_ref()), article, "{id} {address:?}");
    }
}

#[test]
fn one_post_is_asked_for_by_what_an_article_attribute_says() {
    let root = url("https://wp.example/wp-json");
    let asked = |key: &str| {
        let url = wordpress::single(&root, key, &Urls)?;
        Some((url.parameter("include"), url.parameter("slug")))
    };
    assert_eq!(asked("5"), Some((Some("5".into()), None)));
    assert_eq!(asked("quiet-day"), Some((None, Some("quiet-day".into()))));
    assert_eq!(asked("https://wp.example/2026/01/quiet-day/"), Some((None, Some("quiet-day".into()))));
    assert_eq!(asked("https://wp.example/"), None);
}

#[test]
fn posts_are_articles() {
    let Parsed { feed, skipped } = posts();
    assert_eq!(skipped, []);
    let ids: Vec<&str> = feed.items.iter().map(|item| item.id.as_str()).collect();
    assert_eq!(ids, ["5", "6", "7", "8", "9"]);
    let Item { url, title, content, summary, image, authors, tags, news, date_published, .. } = &feed.items[0];
    assert_eq!(url.as_ref().unwrap().as_str(), "https://wp.example/2026/01/lamp-on-the-quay/");
    assert_eq!(title.as_deref(), Some("It’s back: the lamp & its “keeper” – 50%"));
    assert!(matches!(content, Content::Html(html) if html.contains("<p>After eleven dark weeks")));
    assert_eq!(summary.as_deref(), Some("The lamp on the outer quay burns again."));
    assert_eq!(*date_published, date("2026-01-19T08:30:00Z"));
    assert_eq!(authors[0].name.as_deref(), Some("Inés O’Dowd"));
    assert_eq!(authors[0].url.as_ref().unwrap().as_str(), "https://wp.example/author/ines/");
    assert_eq!(authors[0].avatar, None, "no picture from a third server");
    assert_eq!(tags, &["ferries", "light & dark"]);
    assert_eq!(news.section, ["Harbour & Sea"]);
    assert_eq!(news.comments_open, Some(true));
    let image = image.as_ref().unwrap();
    assert_eq!(image.url.as_str(), "https://wp.example/wp-content/uploads/2026/01/lamp-1536x1024.jpg");
    assert_eq!(image.size, Some((1536, 1024)));
    assert_eq!(image.alt.as_deref(), Some("A lamp above a dark quay"));
    assert_eq!(image.caption.as_deref(), Some("The lamp before the storm & after. Photograph: A. Nobody"));
}

#[test]
fn what_a_post_lacks_is_missing_and_no_more() {
    let feed = posts().feed;
    let [_, closed, locked, _, untitled] = feed.items.as_slice() else { panic!("five posts") };
    assert_eq!(closed.news.comments_open, Some(false));
    assert_eq!((&locked.content, &locked.summary), (&Content::None, &None));
    assert_eq!((&untitled.title, &untitled.image), (&None, &None));
}

#[test]
fn pages_follow_each_other_until_the_last() {
    let root = url("https://wp.example/wp-json");
    let first = wordpress::first_page(&root);
    let page = |pages: u8, url: &WebUrl| {
        let text =
            format!(r#"{{"body": [], "status": 200, "headers": {{"X-WP-Total": 50, "X-WP-TotalPages": {pages}}}}}"#);
        wordpress::posts(text.as_bytes(), url, &Urls).unwrap().feed.next_url
    };
    let second = page(3, &first).unwrap();
    assert_eq!(second.parameter("page").as_deref(), Some("2"));
    let third = page(3, &second).unwrap();
    assert_eq!(third.as_str(), second.as_str().replace("&page=2", "&page=3"));
    assert_eq!(page(3, &third), None);
    assert_eq!(page(1, &first), None);
    assert_eq!(page(0, &first), None);
}

#[test]
fn the_comments_are_the_sites_own() {
    let comments = posts().feed.news.comments.unwrap();
    assert_eq!(comments.service, "wordpress");
    assert_eq!(comments.url.unwrap().as_str(), "https://wp.example/wp-json");
}

#[test]
fn a_site_may_add_the_extension_to_its_posts() {
    let text = r#"[{"id": 1, "_news": {"views": 7, "section": "Sea", "related": [2], "comments_open": false}, "comment_status": "open"}]"#;
    let feed = wordpress::posts(text.as_bytes(), &url("https://wp.example/wp-json"), &Urls).unwrap().feed;
    let news = &feed.items[0].news;
    assert_eq!((news.views, news.section[0].as_str(), news.comments_open), (Some(7), "Sea", Some(false)));
    assert_eq!(feed.next_url, None, "a list without an envelope says nothing of further pages");
}

#[test]
fn the_narrowest_of_wide_pictures_will_do() {
    let media = |sizes: &str| {
        let text = format!(
            r#"[{{"id": 1, "_embedded": {{"wp:featuredmedia": [{{"source_url": "https://wp.example/a.jpg",
            "media_details": {{"width": 9000, "height": 6000, "sizes": {{{sizes}}}}}}}]}}}}]"#
        );
        let feed = wordpress::posts(text.as_bytes(), &url("https://wp.example/wp-json"), &Urls).unwrap().feed;
        let image = feed.items[0].image.clone().unwrap();
        (image.url.to_string(), image.size)
    };
    let size = |name: &str, width: u32| {
        format!(r#""{name}": {{"source_url": "https://wp.example/{name}.jpg", "width": {width}, "height": {width}}}"#)
    };
    assert_eq!(media(""), ("https://wp.example/a.jpg".into(), Some((9000, 6000))));
    assert_eq!(media(&size("full", 9000)), ("https://wp.example/full.jpg".into(), Some((9000, 9000))));
    let both = [size("large", 1024), size("full", 9000), size("thumbnail", 150)].join(",");
    assert_eq!(media(&both), ("https://wp.example/large.jpg".into(), Some((1024, 1024))));
    assert_eq!(media(&size("full", 800)), ("https://wp.example/full.jpg".into(), Some((800, 800))));
}

#[test]
fn an_error_in_the_place_of_what_was_embedded_is_nothing() {
    let text = r#"[{"id": 1, "_embedded": {"author": [{"code": "rest_user_invalid_id", "message": "Invalid user ID.", "data": {"status": 404}}]}}]"#;
    let Parsed { feed, skipped } =
        wordpress::posts(text.as_bytes(), &url("https://wp.example/wp-json"), &Urls).unwrap();
    assert_eq!((feed.items[0].authors.is_empty(), skipped), (true, vec![]));
}

#[test]
fn a_broken_post_costs_itself_and_a_wrong_type_its_field() {
    let text = r#"[5, {"title": {"rendered": "No number"}}, {"id": 1, "title": "Text", "content": {"rendered": 5}, "link": "javascript:0"},
        {"id": 1, "title": {"rendered": "Again"}}, {"id": 2, "title": {"rendered": "Good"}}]"#;
    let Parsed { feed, skipped } =
        wordpress::posts(text.as_bytes(), &url("https://wp.example/wp-json"), &Urls).unwrap();
    let titles: Vec<Option<&str>> = feed.items.iter().map(|item| item.title.as_deref()).collect();
    assert_eq!(titles, [None, Some("Good")]);
    let told: Vec<String> = skipped.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "feed, body[0]: expected an object, found 5",
            "feed, body[1].id: missing",
            "item \"1\", link: not an http(s) address, found \"javascript:0\"",
            "item \"1\", title: expected an object, found \"Text\"",
            "item \"1\", content.rendered: expected text, found 5",
        ]
    );
}

#[test]
fn what_is_no_list_is_an_error() {
    let read = |text: &[u8]| wordpress::posts(text, &url("https://wp.example/wp-json"), &Urls).unwrap_err();
    assert_eq!(read(&recorded("thread-locked")), FeedError::NoItems);
    assert_eq!(read(b"{}"), FeedError::NoItems);
    assert_eq!(read(b"<!doctype html><title>Maintenance</title>"), FeedError::Html);
    assert_eq!(read(b""), FeedError::Empty);
    assert_eq!(read(b"{\"body\": [{\"id\""), FeedError::Truncated);
}

/// A post, alone in a list, with this excerpt and this content.
fn post(excerpt: &str, content: &str) -> Item {
    let post = serde_json::json!([{
        "id": 1, "link": "https://wp.example/a/", "title": { "rendered": "A" },
        "excerpt": { "rendered": excerpt }, "content": { "rendered": content },
    }]);
    let first = wordpress::first_page(&url("https://wp.example/wp-json/"));
    wordpress::posts(post.to_string().as_bytes(), &first, &Urls).unwrap().feed.items.remove(0)
}

/// Themes end an excerpt with a link to the post, which the reader is looking at.
#[test]
fn an_excerpt_ends_where_the_theme_begins() {
    for (excerpt, summary) in [
        ("<p>The ferry sank [&hellip;]</p>", "The ferry sank…"),
        ("<p>The ferry sank [...]</p>", "The ferry sank…"),
        (
            "<p>The ferry&hellip; <a href=\"https://wp.example/a/#more-1\">Continue reading<span class=\"screen-reader-text\"> A</span></a></p>",
            "The ferry…",
        ),
        ("<p>The ferry. <a class=\"btn read-more\" href=\"/x\">Read More »</a></p>", "The ferry."),
        ("<p>The ferry &hellip; Continue reading A</p>", "The ferry…"),
        ("<p>The <a href=\"https://wp.example/b/\">ferry</a> sank… and rose.</p>", "The ferry sank… and rose."),
        ("<p>Read more than ever. [sic] [1]</p>", "Read more than ever. [sic] [1]"),
        ("<p>[vc_row][vc_column width=&#8221;1/2&#8243;]The ferry[/vc_column][/vc_row]</p>", "The ferry"),
    ] {
        assert_eq!(post(excerpt, "").summary.as_deref(), Some(summary), "{excerpt}");
    }
    assert_eq!(post("<p><a class=\"more-link\" href=\"/x\">More</a></p>", "").summary, None);
}

/// A plugin that is gone leaves its shortcodes behind, as words.
#[test]
fn shortcodes_are_no_words() {
    for (content, shown) in [
        ("[caption id=\"x\" align=\"left\"]<img src=a.png> The quay[/caption]", "<img src=a.png> The quay"),
        ("<p>[embed]https://youtu.be/abc[/embed]</p>", "<p>https://youtu.be/abc</p>"),
        ("<p>[my-form key=&#8220;1&#8221;]a[gallery ids='1,2' /]</p>", "<p>a</p>"),
        ("<p>a [sic] b [1] [x = 3] [/rant] [] [a, b</p>", "<p>a [sic] b [1] [x = 3] [/rant] [] [a, b</p>"),
        (
            "<pre>[gallery]</pre><p><code>[caption]</code>[caption]</p>",
            "<pre>[gallery]</pre><p><code>[caption]</code></p>",
        ),
        (
            "<p title=\"[gallery]\">a</p><script>[gallery]</script>b",
            "<p title=\"[gallery]\">a</p><script>[gallery]</script>b",
        ),
        ("<p>a</p><a class=more-link href=/x>More</a>", "<p>a</p>"),
    ] {
        assert_eq!(post("", content).content, Content::Html(shown.into()), "{content}");
    }
}
