//! Which articles are related, and which most popular.

use std::sync::Arc;

use news_widget::{
    feed::{Date, Edition, Feed, Item, ItemNews},
    popular::popular,
    related::related,
};

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
