use news_widget::{
    comments::{destination::Destination, keys, mine::Mine, model::Comment, services::Service},
    feed::{Date, ItemId},
};

use super::{comment, comment_on, id, parts, url};

const FEED: &str = "https://news.example/feed.json";

fn service() -> Destination {
    Destination::new(Service::Isso, &url("https://talk.example/"))
}

fn mine() -> Mine {
    let stored = comment_on("a/1", "7", Some(1_795_344_295_863));
    Mine::new(service(), &stored, "Well \"said\",\n**twice**.", Date::from_millis(1_795_345_195_000)).unwrap()
}

#[test]
fn what_is_stored_is_what_is_read() {
    let drafted = Mine { draft: Some("Better said.".into()), ..mine() };
    for one in [mine(), drafted] {
        assert_eq!(Mine::from_json(&one.to_json()), Some(one));
    }
    for broken in ["", "{}", "[]", "{\"id\":\"7\"}", &mine().to_json()[..40], &mine().to_json().replace("1795", "x")] {
        assert_eq!(Mine::from_json(broken), None, "{broken}");
    }
}

#[test]
fn an_id_alone_is_nobody() {
    let same = comment_on("a/1", "7", Some(1_795_344_295_863));
    assert!(mine().is(&same));
    // The server gives the ids of the deleted again.
    assert!(!mine().is(&Comment { date: Some(Date::from_millis(1_795_344_299_000)), ..same.clone() }));
    assert!(!mine().is(&Comment { date: None, ..same.clone() }));
    assert!(!mine().is(&Comment { id: id("8"), ..same }));
    assert_eq!(Mine::new(service(), &comment_on("a", "7", None), "x", Date::from_millis(0)), None);
    assert_eq!(Mine::new(service(), &comment("7", "", Some(1)), "x", Date::from_millis(0)), None);
}

#[test]
fn each_has_a_key_of_its_own_below_its_feeds() {
    let key = mine().key(FEED);
    assert!(key.starts_with(&keys::mine_of(FEED)), "{key}");
    assert_eq!(parts(&key, keys::MINE), [FEED, "a/1", "7"]);
    let other = Mine { article: ItemId::new("a").unwrap(), ..mine() };
    assert_ne!(other.key(FEED), key);
}
