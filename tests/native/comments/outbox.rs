//! What is kept of a comment until its service has it.

use news_widget::{
    comments::{
        destination::Destination,
        model::{Comment, Status},
        outbox::{self, Entry, Stand},
        services::{
            Service,
            exchange::{Outcome, Refusal},
            local,
        },
    },
    feed::{ArticleRef, Author, Content, Date, parse_thread},
};
use proptest::prelude::*;

use super::{StrictUrls, id, url};

const FEED: &str = "https://news.example/feed.json";
const SERVICE: &str = "https://talk.example/comments";

fn service(address: &str) -> Destination {
    Destination::new(Service::Http, &url(address))
}

fn entry(text: &str, email: Option<&str>) -> Entry {
    let comment = Comment {
        id: id("u-1"),
        parent: Some(id("1")),
        author: Author { name: Some("Ann".into()), url: Some(url("https://ann.example/")), avatar: None },
        content: Content::Text(text.into()),
        date: Some(Date::from_millis(1_700_000_000_000)),
        url: None,
        article: Some(ArticleRef { id: id("a"), title: Some("A & B".into()), url: None }),
        status: Status::Published,
        own: true,
        by_author: false,
    };
    let email = email.map(str::to_owned);
    Entry { tries: 3, kept: true, ..Entry::new(comment, email, Some(service(SERVICE)), Date::from_millis(9)) }
}

fn again(text: &str) -> Option<Entry> {
    let parts = Entry::parts(text)?;
    let feed = local::to_feed([parts.comment]);
    let read = parse_thread(feed.as_bytes(), "about:blank", &StrictUrls).ok()?;
    let comment = local::comments(&read.feed.items).into_iter().next()?;
    Some(Entry::assemble(parts, comment))
}

#[test]
fn a_key_of_its_own_for_each() {
    let key = entry("x", None).key(FEED).unwrap();
    assert_eq!(key, "news-widget/outbox/https%3A%2F%2Fnews.example%2Ffeed.json/a/u-1");
    assert!(key.starts_with(&outbox::prefix(FEED)));
    let nowhere = Entry { comment: Comment { article: None, ..entry("x", None).comment }, ..entry("x", None) };
    assert_eq!(nowhere.key(FEED), None);
}

// A link to the configurator named another service, and what waited was sent there with name and e-mail address.
#[test]
fn outbox_an_entry_is_for_the_service_that_it_was_written_for_and_for_no_other() {
    let entry = again(&entry("x", None).to_json()).unwrap();
    assert!(entry.is_for(Some(&service(SERVICE))));
    assert!(entry.is_for(Some(&service("https://talk.example/comments/"))), "a slash at the end is no other service");
    let others = [
        service("https://elsewhere.example/comments"),
        service("https://talk.example/"),
        service("http://talk.example/comments"),
        Destination::new(Service::Isso, &url(SERVICE)),
    ];
    for other in others {
        assert!(!entry.is_for(Some(&other)) && !entry.may_be_for(Some(&other)), "{other:?}");
    }
    assert!(!entry.is_for(None) && !entry.may_be_for(None), "a page without a service sends nothing");
    assert_eq!(entry.destination.unwrap().host(), "talk.example");
}

#[test]
fn outbox_an_entry_that_names_no_service_is_sent_to_none_until_it_is_bound() {
    let stored = entry("x", None).to_json();
    let before = stored.replace("\"service\":\"http\",\"address\":\"https://talk.example/comments\",", "");
    assert_ne!(before, stored);
    let entry = again(&before).unwrap();
    assert_eq!(entry.destination, None);
    assert!(!entry.is_for(Some(&service(SERVICE))) && !entry.is_for(None));
    assert!(entry.may_be_for(Some(&service(SERVICE))), "a service that lists it has it");
    // A service that this release does not know is nobody's.
    assert_eq!(again(&stored.replace("\"http\"", "\"gopher\"")).unwrap().destination, None);
}

#[test]
fn what_is_no_entry_is_none() {
    let text = entry("x", None).to_json();
    assert!(again(&text).is_some());
    for bad in [
        "",
        "{}",
        "null",
        "[1]",
        &text[..text.len() - 1],
        &text.replace("\"tries\":3", "\"tries\":-1"),
        &text.replace("u-1", ""),
    ] {
        assert_eq!(again(bad), None, "{bad}");
    }
}

fn later(after: Option<u32>) -> Outcome {
    Outcome::Later { after, perhaps_there: true }
}

fn settled(entry: &Entry, outcome: &Outcome) -> Option<Entry> {
    entry.settled(outcome, "Too short", at(1_000), 1.0)
}

fn at(millis: i64) -> Date {
    Date::from_millis(millis)
}

#[test]
fn waits_double_up_to_five_minutes_and_heed_the_server() {
    let wait = |tries, after, random| {
        let left = Entry { tries, ..entry("x", None) }.settled(&later(after), "", at(0), random).unwrap();
        assert_eq!(left.tries, if tries == u32::MAX { tries } else { tries + 1 });
        left.due.at.millis()
    };
    assert_eq!([wait(0, None, 1.0), wait(1, None, 1.0), wait(2, None, 1.0)], [2_000, 4_000, 8_000]);
    assert_eq!([wait(0, None, 0.0), wait(20, None, 1.0), wait(u32::MAX, None, 1.0)], [1_000, 300_000, 300_000]);
    assert_eq!([wait(0, Some(60), 1.0), wait(9, Some(1), 1.0)], [60_000, 300_000]);
    assert_eq!(wait(0, Some(u32::MAX), 1.0), 86_400_000, "a day at most");
}

#[test]
fn a_clock_that_was_put_back_holds_nothing() {
    // Put off by a clock that was a day ahead, and read by one that is right again.
    let ahead = 86_400_000;
    let put_off = entry("x", None).settled(&later(Some(3600)), "", at(ahead), 0.0).unwrap();
    assert!(!put_off.is_due(at(ahead)));
    assert!(put_off.is_due(at(ahead + 3_600_000)));
    assert!(put_off.is_due(at(0)));
    let busy = entry("x", None).on_its_way(at(ahead));
    assert!(busy.is_busy(at(ahead)));
    assert!(!busy.is_busy(at(0)), "nobody is at it for a day");
    assert!(!busy.is_busy(at(ahead + 60_000)));
}

#[test]
fn an_entry_goes_with_an_answer_that_names_the_comment_and_not_before() {
    let sent = entry("x", Some("ann@news.example")).on_its_way(at(0));
    assert!(sent.perhaps_there && sent.busy.is_some());
    let stored = |status| Outcome::Stored(Box::new(Comment { id: id("77"), status, ..sent.comment.clone() }));
    assert_eq!(settled(&sent, &stored(Status::Published)), None);

    let held = settled(&sent, &stored(Status::Pending)).unwrap();
    assert_eq!((held.comment.id.as_str(), held.status(), held.email.as_ref()), ("77", Status::Pending, None));
    assert!(!held.is_due(at(i64::MAX)), "it is with the service");

    let refused = settled(&sent, &Outcome::Refused(Refusal::Closed)).unwrap();
    assert_eq!((refused.status(), &refused.stand), (Status::Refused, &Stand::Refused("Too short".into())));
    assert!(!refused.perhaps_there && !refused.is_due(at(i64::MAX)), "its writer decides");
    let this_time = Refusal::ThisTime(Box::new(Refusal::Closed));
    assert!(settled(&sent, &Outcome::Refused(this_time)).unwrap().perhaps_there, "since an earlier try");

    let unknown = settled(&sent, &Outcome::Unknown).unwrap();
    assert!(unknown.perhaps_there && !unknown.is_due(at(i64::MAX)), "its writer decides");
    let mut insists = unknown;
    insists.send_now(at(9));
    assert!(insists.insists && insists.is_due(at(9)) && insists.perhaps_there);
    assert!(!insists.on_its_way(at(9)).insists, "should the tab be closed now, nobody knows again");
    assert!(!settled(&insists, &later(None)).unwrap().insists);
    let mut unsent = settled(&sent, &later(None)).unwrap();
    unsent.send_now(at(9));
    assert!(!unsent.insists, "nobody has told its writer of a doubt");

    for perhaps_there in [true, false] {
        let left = settled(&sent, &Outcome::Later { after: None, perhaps_there }).unwrap();
        assert_eq!((left.status(), left.perhaps_there, left.busy), (Status::Unsent, perhaps_there, None));
        assert!(left.is_due(left.due.at));
    }
}

#[test]
fn what_the_service_asked_for_is_made_earlier_by_the_writer_only() {
    let mut ours = settled(&entry("x", None), &later(None)).unwrap();
    ours.hasten(at(1_001));
    assert!(ours.is_due(at(1_001)));
    let mut asked = settled(&entry("x", None), &later(Some(60))).unwrap();
    asked.hasten(at(1_001));
    assert!(!asked.is_due(at(1_001)));
    assert_eq!(asked.wait(at(1_000)), Some(60_000));
    assert!(!asked.may_be_sent(at(1_001)) && ours.may_be_sent(at(0)));
    asked.send_now(at(1_001));
    assert!(asked.is_due(at(1_001)) && asked.may_be_sent(at(1_001)));
}

/// A tab that was still fetching its service's code sent what another had brought there meanwhile.
#[test]
fn what_the_service_has_or_has_refused_is_not_sent() {
    for stand in [Stand::Held, Stand::Unknown, Stand::Refused("Closed".into())] {
        assert!(!Entry { stand, ..entry("x", None) }.may_be_sent(at(i64::MAX)));
    }
    assert!(entry("x", None).may_be_sent(at(0)));
}

proptest! {
    #[test]
    fn what_is_kept_comes_back(text in "\\PC{1,40}", email in proptest::option::of("[a-z]{1,5}@[a-z]{1,5}"), reason in ".{0,20}", which in 0..7) {
        let kept = entry(&text, email.as_deref());
        let kept = match which {
            0 => kept,
            1 => kept.on_its_way(at(5)),
            2 => settled(&kept, &later(Some(9))).unwrap(),
            3 => settled(&kept, &Outcome::Unknown).unwrap(),
            4 => Entry { stand: Stand::Refused(reason), ..kept },
            5 => Entry { insists: true, ..kept },
            _ => settled(&kept, &Outcome::Stored(Box::new(Comment { status: Status::Pending, ..kept.comment.clone() }))).unwrap(),
        };
        // Where it stands is the entry's to say; the comment in it is as it was written.
        let plain = Entry { comment: Comment { status: Status::Published, ..kept.comment.clone() }, ..kept.clone() };
        prop_assert_eq!(again(&kept.to_json()), Some(plain));
    }

    #[test]
    fn waits_are_never_shorter_than_asked_nor_longer_than_a_day(tries: u32, after in proptest::option::of(0u32..100_000), random in -1.0f64..2.0, now in 0i64..4_000_000_000_000) {
        let left = Entry { tries, ..entry("x", None) }.settled(&later(after), "", at(now), random).unwrap();
        let wait = left.due.at.millis() - now;
        prop_assert!(wait >= 1_000.max(i64::from(after.unwrap_or(0)).min(86_400) * 1000), "{}", wait);
        prop_assert!(wait <= 86_400_000, "{}", wait);
    }
}
