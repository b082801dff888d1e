//! What is stored of a comment, the feed reader reads back.

use news_widget::{
    comments::{
        model::{Comment, article_ref},
        services::local::{comments, rfc3339, to_feed, to_json},
        text::{clean_line, clean_text, is_blank},
        validate::{Fields, Rules, validate},
    },
    feed::{Date, Item, parse_thread, plain_text},
};
use proptest::prelude::*;

use super::{StrictUrls, id, item, url};

const BASE: &str = "https://news.example/feed.json";

proptest! {
    #[test]
    fn a_stored_comment_is_read_back_whole(
        text in "\\PC{1,20}[\r\n\t\0<&a]{0,5}\\PC{0,20}", name in "[<>&;a-z /\"'!\u{A0}\u{200B}]{0,14}\\PC{1,10}",
        site in prop::option::of("[a-z]{1,9}\\.example/[a-zA-Z<& ]{0,8}"), parent in prop::option::of("[a-z0-9-]{1,9}"),
        title in prop::option::of("[<>&;a-z /\"'!]{0,14}\\PC{0,10}"), at in -62_167_219_200_000..=253_402_300_799_999i64,
    ) {
        let form = Fields { comment: text, name, email: String::new(), website: site.unwrap_or_default() };
        prop_assume!(!is_blank(&clean_text(&form.comment)) && !is_blank(&clean_line(&form.name)));
        let valid = validate(&form, &Rules::default(), &StrictUrls).unwrap();
        // The headline is plain text as the feed reader made it.
        let title = title.map(|title| plain_text(&title)).filter(|title| !title.is_empty());
        let article = Item { title, url: Some(url("https://news.example/a")), ..item("a") };
        let parent = parent.map(|parent| id(&parent));
        let written = Comment::written(id("u-u"), parent, article_ref(&article), Date::from_millis(at), &valid);

        let feed = to_feed(["broken", to_json(&written).as_str(), "{}"]);
        let read = parse_thread(feed.as_bytes(), BASE, &StrictUrls).unwrap();
        prop_assert_eq!(comments(&read.feed.items), vec![written]);
    }

    #[test]
    fn the_feed_reader_reads_every_date_that_is_written(at in -62_167_219_200_000..=253_402_300_799_999i64) {
        let date = Date::from_millis(at);
        prop_assert_eq!(Date::parse(&rfc3339(date)), Some(date));
    }
}
