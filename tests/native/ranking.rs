//! Which articles are related, and which most popular.

use std::sync::Arc;

use news_widget::{
    feed::{Date, Edition, Feed, Item, ItemNews},
    popular::popular,
    related::related,
};
use proptest::prelude::*;

use crate::comments::{id, item};

fn story(name: &str, title: &str, section: &[&str], tags: &[&str], day: i64) -> Item {
    let texts = |list: &[&str]| list.iter().map(|text| (*text).to_owned()).collect();
    Item {
        title: Some(title.into()),
        tags: texts(tags),
        date_published: Some(Date::from_millis(day * 86_400_000)),
        news: ItemNews { section: texts(section), ..ItemNews::default() },
        ..item(name)
    }
}

fn edition(items: Vec<Item>) -> Edition {
    Edition::new(Feed { items, ..Feed::default() }, None)
}

fn names(items: &[Arc<Item>]) -> Vec<&str> {
    items.iter().map(|item| item.id.as_str()).collect()
}

#[test]
fn related_by_picks_then_by_what_is_shared() {
    let mut open = story("open", "Ærlig Čas: harbour flooded", &["World", "Europe"], &["ŠKODA"], 9);
    open.news.related = vec![id("pick"), id("open"), id("gone")];
    let edition = edition(vec![
        open.clone(),
        story("words", "ÆRLIG harbour, HARBOUR", &[], &[], 8),
        story("word", "The harbour", &[], &[], 7),
        story("pick", "Nothing", &[], &[], 1),
        story("tag", "Cars", &[], &["škoda", "Škoda"], 2),
        story("section", "Elsewhere", &["World", "Asia"], &[], 3),
        story("path", "Elsewhere", &["World", "Europe"], &[], 1),
        story("path-newer", "Elsewhere", &["World", "Europe"], &[], 2),
        story("none", "Čas for tea", &["Food"], &["tea"], 9),
    ]);
    let all = ["pick", "tag", "path-newer", "path", "section", "words", "word"];
    assert_eq!(names(&related(&edition, &open, 20))[..6], all[..6]);
    assert_eq!(names(&related(&edition, &open, 20)), all, "words of three letters do not count");
    assert_eq!(names(&related(&edition, &open, 2)), all[..2]);
}

#[test]
fn popular_by_figures_then_by_date() {
    let views = |name: &str, views, day| {
        let mut story = story(name, name, &[], &[], day);
        story.news.views = views;
        story
    };
    let figures = edition(vec![
        views("old", Some(5), 1),
        views("new", Some(5), 2),
        views("top", Some(9), 0),
        views("no", None, 9),
    ]);
    assert_eq!(names(&popular(&figures, &[], None, 9)), ["top", "new", "old"]);
    assert_eq!(names(&popular(&figures, &[], Some(&id("top")), 1)), ["new"]);
    let dates = edition(vec![views("a", None, 1), views("b", None, 3), views("c", None, 2)]);
    assert_eq!(names(&popular(&dates, &[], None, 9)), ["b", "c", "a"]);
}

#[test]
fn popular_by_the_publishers_list_which_may_name_articles_of_elsewhere() {
    let mut read = story("read", "Read", &[], &[], 1);
    read.news.views = Some(99);
    let known = edition(vec![read, story("a", "A", &[], &[], 2), story("b", "B", &[], &[], 3)]);
    let list = ["b", "elsewhere", "a", "b"].map(|name| Arc::new(story(name, name, &[], &[], 0)));
    assert_eq!(names(&popular(&known, &list, None, 9)), ["b", "elsewhere", "a"]);
    assert_eq!(names(&popular(&known, &list, Some(&id("b")), 2)), ["elsewhere", "a"], "the open one makes room");
}

#[test]
fn popular_by_comments_when_nobody_counted_views() {
    let commented = |name: &str, count, day| {
        let mut story = story(name, name, &[], &[], day);
        story.news.comment_count = count;
        story
    };
    let mut inline = commented("inline", Some(50), 1);
    inline.news.comments = vec![item("1"), item("2"), item("3")];
    let edition =
        edition(vec![commented("none", None, 9), commented("two", Some(2), 1), inline, commented("five", Some(5), 1)]);
    assert_eq!(
        names(&popular(&edition, &[], None, 9)),
        ["five", "inline", "two"],
        "three are here, whatever was declared"
    );
    let zero = commented("zero", Some(0), 3);
    let quiet = self::edition(vec![commented("old", None, 1), zero, commented("new", None, 5)]);
    assert_eq!(names(&popular(&quiet, &[], None, 9)), ["new", "zero", "old"], "no comments at all: the newest");
}

#[test]
fn an_empty_edition_has_nothing_to_offer() {
    let empty = edition(vec![]);
    assert_eq!(names(&popular(&empty, &[], None, 9)), [""; 0]);
    assert_eq!(names(&related(&empty, &story("open", "Open", &["World"], &["tag"], 1), 4)), [""; 0]);
}

/// A few sections, tags and words, so that much is shared.
fn any_edition() -> impl Strategy<Value = Vec<Item>> {
    let word = || prop::sample::select(vec!["harbour", "ferry", "Harbour", "the", "storm", "Fähre"]);
    let traits = (
        prop::collection::vec(word(), 0..4),
        prop::collection::vec(prop::sample::select(vec!["World", "Europe", "Sport"]), 0..3),
        prop::collection::vec(prop::sample::select(vec!["sea", "Sea", "chess"]), 0..3),
        0i64..4,
        prop::collection::vec(0usize..9, 0..4),
        prop::option::of(0u64..4),
    );
    prop::collection::vec(traits, 1..9).prop_map(|all| {
        let stories = all.into_iter().enumerate().map(|(at, (words, section, tags, day, picks, views))| {
            let mut story = story(&at.to_string(), &words.join(" "), &section, &tags, day);
            story.news.related = picks.iter().map(|pick| id(&pick.to_string())).collect();
            story.news.views = views;
            story
        });
        stories.collect()
    })
}

proptest! {
    #[test]
    fn related_never_itself_never_twice_and_always_the_same(items in any_edition(), count in 0usize..9) {
        let all = edition(items.clone());
        for open in &items {
            let found = related(&all, open, count);
            let found = names(&found);
            prop_assert!(found.len() <= count);
            prop_assert!(!found.contains(&open.id.as_str()));
            for (at, name) in found.iter().enumerate() {
                prop_assert!(!found[..at].contains(name));
                prop_assert!(all.find(name).is_some());
            }
            let mut picks: Vec<&str> = Vec::new();
            for pick in open.news.related.iter().filter(|pick| all.find(pick.as_str()).is_some() && **pick != open.id) {
                if !picks.contains(&pick.as_str()) {
                    picks.push(pick.as_str());
                }
            }
            picks.truncate(count);
            prop_assert_eq!(&found[..picks.len()], &picks[..], "the editor's picks come first");
            let again = related(&edition(items.clone()), open, count);
            prop_assert_eq!(names(&again), found.clone());
            // More room adds at the end and changes nothing before it.
            let more = related(&all, open, count + 1);
            prop_assert_eq!(&names(&more)[..found.len()], &found[..]);
        }
    }

    #[test]
    fn popular_never_the_open_one_never_twice_highest_first(items in any_edition(), count in 0usize..9) {
        let all = edition(items.clone());
        for open in &items {
            let found = popular(&all, &[], Some(&open.id), count);
            prop_assert!(found.len() <= count);
            prop_assert!(found.iter().all(|item| item.id != open.id));
            let views: Vec<u64> = found.iter().map(|item| item.news.views.unwrap_or(0)).collect();
            prop_assert!(views.is_sorted_by(|a, b| a >= b), "{:?}", views);
            let listed = names(&found);
            for (at, name) in listed.iter().enumerate() {
                prop_assert!(!listed[..at].contains(name));
            }
        }
    }
}
