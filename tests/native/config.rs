//! The element's attributes.

use news_widget::sanitize::policy::Hosts;
use news_widget::widget::{Config, Part, Routing, Source, Traps};
use proptest::prelude::*;

/// Reads these attributes, and tells what was said about them.
fn read(attributes: &[(&str, &str)]) -> (Config, Vec<String>) {
    let get = |name: &str| attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
    let (config, bad) = Config::read(&get);
    (config, bad.iter().map(ToString::to_string).collect())
}

/// Those attributes are understood.
fn config(attributes: &[(&str, &str)]) -> Config {
    let (config, bad) = read(attributes);
    assert_eq!(bad, [""; 0], "{attributes:?}");
    config
}

#[test]
fn without_attributes_everything_is_as_the_design_says() {
    let default = Config {
        feed: String::new(),
        source: Source::JsonFeed,
        article: None,
        parts: Part::ALL.into(),
        routing: Routing::None,
        comments: None,
        comments_url: None,
        media_hosts: None,
        embeds: Hosts::default(),
        trusted_types: true,
        traps: Traps { field: true, time: true },
        language: None,
        heading_level: 1,
    };
    assert_eq!(config(&[]), default);
    let names = [
        "feed",
        "article",
        "sections",
        "routing",
        "comments",
        "comments-url",
        "lang",
        "heading-level",
        "theme",
        "media-hosts",
        "embeds",
        "trusted-types",
        "spam-traps",
        "new-comments",
    ];
    let empty: Vec<(&str, &str)> = names.iter().map(|name| (*name, " \n")).collect();
    assert_eq!(config(&empty), default, "an empty attribute is none");
}

#[test]
fn every_attribute_is_read_and_trimmed() {
    let read = config(&[
        ("feed", " feed.json\n"),
        ("article", " 42 "),
        ("sections", "article comments"),
        ("routing", "hash"),
        ("comments", "local"),
        ("comments-url", "/comments"),
        ("lang", "ar-EG"),
        ("theme", "dark"),
        ("heading-level", "3"),
        ("loading", "eager"),
        ("source", "wordpress"),
        ("media-hosts", "img.example, cdn.example"),
        ("embeds", "player.example"),
        ("trusted-types", "none"),
        ("spam-traps", "field"),
    ]);
    assert!(
        read.media_hosts
            .is_some_and(|hosts| hosts.allows("https://a.img.example/x") && hosts.allows("http://cdn.example/"))
    );
    assert!(read.embeds.allows("https://player.example/1") && !read.trusted_types);
    assert_eq!(read.traps, Traps { field: true, time: false });
    assert_eq!(read.feed, "feed.json");
    assert_eq!(read.article.as_deref(), Some("42"));
    assert_eq!(read.parts, [Part::Article, Part::Comments]);
    assert_eq!((read.routing, read.source), (Routing::Hash, Source::WordPress));
    assert_eq!((read.comments.as_deref(), read.comments_url.as_deref()), (Some("local"), Some("/comments")));
    assert_eq!((read.language.as_deref(), read.heading_level), (Some("ar-EG"), 3));
}

#[test]
fn sections_in_their_order_each_once() {
    let parts = |list: &str| config(&[("sections", list)]).parts;
    assert_eq!(parts("recent, date,article"), [Part::Recent, Part::Date, Part::Article]);
    assert_eq!(parts("reply\n\treply  comments , reply"), [Part::Reply, Part::Comments]);
    let all: Vec<&str> = Part::ALL.iter().map(|part| part.name()).collect();
    assert_eq!(parts(&all.join(" ")), Part::ALL);
    assert!(config(&[("sections", "reply")]).shows(Part::Reply));
    assert!(!config(&[("sections", "reply")]).shows(Part::Comments));
}

#[test]
fn what_is_not_understood_costs_itself_and_is_reported() {
    let (config, bad) = read(&[("sections", "article sidebar comments Reply")]);
    assert_eq!(config.parts, [Part::Article, Part::Comments]);
    assert_eq!(bad.len(), 2);
    assert_eq!(
        bad[0],
        "sections=\"sidebar\" is not understood and ignored; allowed: a list of date, spot, breadcrumb, article, \
         related, comments, reply, popular, recent"
    );
    let (config, bad) = read(&[("sections", "sidebar")]);
    assert_eq!((config.parts, bad.len()), (Part::ALL.into(), 1), "nothing understood is no attribute");

    for (name, value, allowed) in [
        ("routing", "history", "none, hash"),
        ("heading-level", "0", "1 to 4"),
        ("heading-level", "5", "1 to 4"),
        ("heading-level", "h2", "1 to 4"),
        ("theme", "sepia", "auto, light, dark"),
        ("loading", "soon", "lazy, eager"),
        ("trusted-types", "off", "none"),
        ("new-comments", "never", "none"),
        ("source", "rss", "json-feed, wordpress"),
    ] {
        let (config, bad) = read(&[(name, value)]);
        assert_eq!(bad, [format!("{name}=\"{value}\" is not understood and ignored; allowed: {allowed}")]);
        assert_eq!(config, read(&[]).0, "{name}");
    }
}

proptest! {
    /// Whatever is written there, something is shown, and nothing twice.
    #[test]
    fn any_sections_are_some_parts(list in "[a-z ,\n]{0,40}|(date|spot|reply|recent|,| ){0,9}|\\PC*") {
        let (config, _) = read(&[("sections", &list)]);
        prop_assert!(!config.parts.is_empty());
        for (at, part) in config.parts.iter().enumerate() {
            prop_assert!(!config.parts[..at].contains(part));
        }
    }
}
