//! An edition: pages of a feed as one newspaper.

use news_widget::feed::{Date, Edition, Feed, FeedNews, Item, ItemNews, MOST_SOUGHT, SectionLink, WebUrl};
use proptest::prelude::*;

use crate::comments::{item, url};

fn page(names: &[&str], next: Option<&str>) -> Feed {
    Feed { items: names.iter().map(|name| item(name)).collect(), next_url: next.map(url), ..Feed::default() }
}

fn dated(name: &str, day: Option<i64>) -> Item {
    Item { date_published: day.map(|day| Date::from_millis(day * 86_400_000)), ..item(name) }
}

fn in_section(name: &str, path: &[&str]) -> Item {
    let section = path.iter().map(|part| (*part).to_owned()).collect();
    Item { news: ItemNews { section, ..ItemNews::default() }, ..item(name) }
}

fn of(items: Vec<Item>) -> Edition {
    Edition::new(Feed { items, ..Feed::default() }, None)
}

fn names<'a>(items: impl IntoIterator<Item = &'a std::sync::Arc<Item>>) -> Vec<&'a str> {
    items.into_iter().map(|item| item.id.as_str()).collect()
}

const FIRST: &str = "https://news.example/1.json";
const SECOND: &str = "https://news.example/2.json";

#[test]
fn a_further_page_is_added_and_known_items_stay_as_they_are() {
    let mut edition = Edition::new(page(&["a", "b"], Some(SECOND)), Some(url(FIRST)));
    assert_eq!(edition.next.as_ref().map(WebUrl::as_str), Some(SECOND));
    let mut more = page(&["b", "c"], None);
    more.items[0].title = Some("Another b".into());
    edition.append(more);
    assert_eq!(names(edition.items()), ["a", "b", "c"]);
    assert_eq!(edition.find("b").unwrap().title, None);
    assert_eq!(edition.next, None);
}

#[test]
fn pages_that_lead_in_a_circle_end() {
    assert_eq!(Edition::new(page(&["a"], Some(FIRST)), Some(url(FIRST))).next, None, "to itself");
    let mut edition = Edition::new(page(&["a"], Some(SECOND)), Some(url(FIRST)));
    edition.append(page(&["b"], Some(FIRST)));
    assert_eq!(edition.next, None, "back to the first");
    let mut edition = Edition::new(page(&["a"], Some(SECOND)), Some(url(FIRST)));
    edition.append(page(&["b"], Some(SECOND)));
    assert_eq!(edition.next, None, "a later one to itself");
}

#[test]
fn found_by_id_else_by_address() {
    let shared = "https://news.example/a";
    let edition = of(vec![Item { url: Some(url(shared)), ..item("a") }, item("https://news.example/b"), item(shared)]);
    assert_eq!(edition.find("a").unwrap().id.as_str(), "a");
    assert_eq!(edition.find(shared).unwrap().id.as_str(), shared, "an id wins over an address");
    assert_eq!(edition.find("https://news.example/b").unwrap().id.as_str(), "https://news.example/b");
    assert_eq!(edition.find("A"), None);
    assert_eq!(edition.find(""), None);
    let edition = of(vec![Item { url: Some(url(shared)), ..item("a") }]);
    assert_eq!(edition.find(shared).unwrap().id.as_str(), "a");
}

#[test]
fn newest_first_and_without_a_date_last() {
    let edition = of(vec![dated("none", None), dated("old", Some(1)), dated("also none", None), dated("new", Some(2))]);
    assert_eq!(names(edition.by_date()), ["new", "old", "none", "also none"]);
    assert_eq!(edition.newest().unwrap().id.as_str(), "new");
    assert_eq!(of(vec![item("first"), item("second")]).newest().unwrap().id.as_str(), "first");
    assert_eq!(of(vec![]).newest(), None);
}

#[test]
fn sections_as_the_publisher_lists_them_then_as_items_name_them() {
    let link = |name: &str| SectionLink { name: name.into(), url: Some(url(&format!("https://news.example/{name}"))) };
    let items = vec![
        in_section("1", &["Sport", "Chess"]),
        in_section("2", &["World"]),
        in_section("3", &["Art"]),
        in_section("4", &["Sport"]),
        item("5"),
    ];
    let news = FeedNews { sections: vec![link("World"), link("Empty")], ..FeedNews::default() };
    let edition = Edition::new(Feed { items, news, ..Feed::default() }, None);
    assert_eq!(edition.sections(), ["World", "Empty", "Sport", "Art"]);
    assert_eq!(names(edition.in_section("Sport")), ["1", "4"]);
    assert_eq!(names(edition.in_section("Chess")), ["1"], "at any depth");
    assert_eq!(names(edition.in_section("sport")), [""; 0]);
    assert_eq!(edition.section_url("World").map(WebUrl::as_str), Some("https://news.example/World"));
    assert_eq!(edition.section_url("Sport"), None);
}

proptest! {
    /// However a feed is cut into pages, it is the same newspaper.
    #[test]
    fn pages_do_not_matter(days in prop::collection::vec(prop::option::of(0i64..9), 0..12), cut in 0usize..12) {
        let items: Vec<Item> = days.iter().enumerate().map(|(at, day)| dated(&at.to_string(), *day)).collect();
        let whole = of(items.clone());
        let cut = cut.min(items.len());
        let mut paged = of(items[..cut].to_vec());
        // The second page begins with what the first ended with, as it does when news came in between.
        let again = items[cut.saturating_sub(1)..].to_vec();
        paged.append(Feed { items: again, ..Feed::default() });
        prop_assert_eq!(names(paged.items()), names(whole.items()));
        prop_assert_eq!(names(paged.by_date()), names(whole.by_date()));
        for item in &items {
            prop_assert_eq!(&*paged.find(item.id.as_str()).unwrap(), item);
        }
    }
}

#[test]
fn what_a_site_has_under_a_name_is_found_by_it_and_pages_go_on() {
    let mut edition = Edition::new(page(&["1"], Some(SECOND)), None);
    edition.insert("nine".into(), page(&["9"], None).items);
    edition.insert("one".into(), page(&["1"], None).items);
    edition.insert("nothing".into(), Vec::new());
    assert_eq!(edition.find("nine").unwrap().id.as_str(), "9");
    assert!(std::sync::Arc::ptr_eq(&edition.find("one").unwrap(), &edition.find("1").unwrap()));
    assert_eq!((edition.find("nothing"), edition.may_have("nothing")), (None, false));
    assert!(!edition.may_have("nine") && edition.may_have("eleven"));
    assert!(edition.next.is_some());
}

/// A feed named a next page on every page, and a withdrawn article was looked for in 1,581 of them.
#[test]
fn an_article_is_looked_for_on_so_many_pages() {
    let at = |number: usize| format!("https://news.example/{number}.json");
    let mut edition = Edition::new(page(&["0"], Some(&at(1))), Some(url(&at(0))));
    for number in 1..MOST_SOUGHT {
        assert!(edition.may_have("withdrawn"), "after {number} pages");
        edition.append(page(&[&number.to_string()], Some(&at(number + 1))));
    }
    assert!(!edition.may_have("withdrawn"));
    assert!(edition.next.is_some(), "who reads on finds more");
}
