//! Attacks come out as listed elements and attributes, the same through every parser, and run nothing.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Promise, Reflect};
use news_widget::sanitize::Policy;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use super::cases;
use super::parsers::{self, Parser, with};
use super::support::{article, comment, document, elements, fragment, sanitised};

#[wasm_bindgen_test]
fn only_what_is_listed_comes_out() {
    let cases = cases::all();
    assert!(cases.len() >= 600, "{}", cases.len());
    for cases::Case { html, differs } in &cases {
        for policy in [Policy::article(2), Policy::comment()] {
            let first = with(Parser::Plain, || sanitised(html, &policy));
            for parser in parsers::all() {
                let shown = with(parser, || sanitised(html, &policy));
                assert!(*differs || shown == first, "{html:.500}: {shown:.500} is not {first:.500}");
            }
        }
    }
}

/// In the page, where scripts and handlers would run and pictures fail to load.
#[wasm_bindgen_test]
async fn nothing_runs() {
    let window = web_sys::window().unwrap();
    let alarms = Rc::new(Cell::new(0));
    let counter = alarms.clone();
    let alarm = Closure::<dyn Fn()>::new(move || counter.set(counter.get() + 1));
    let before = Reflect::get(&window, &"alert".into()).unwrap();
    Reflect::set(&window, &"alert".into(), alarm.as_ref()).unwrap();
    let place = document().create_element("div").unwrap();
    document().body().unwrap().append_child(&place).unwrap();
    for case in cases::all() {
        for policy in [Policy::article(2), Policy::comment()] {
            place.append_child(&fragment(&case.html, &policy)).unwrap();
        }
    }
    for link in elements(&place) {
        let href = link.get_attribute("href").unwrap_or_default();
        assert!(
            href.is_empty() || ["http", "mailto:", "tel:", "#"].iter().any(|start| href.starts_with(start)),
            "{href}"
        );
    }
    let wait = Promise::new(&mut |resolve, _| {
        window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 300).unwrap();
    });
    JsFuture::from(wait).await.unwrap();
    place.remove();
    Reflect::set(&window, &"alert".into(), &before).unwrap();
    assert_eq!(alarms.get(), 0);
}

#[wasm_bindgen_test]
fn forms_are_unwrapped_unread() {
    let clobbered = "<form><input name=attributes><input name=nodeType><input name=firstChild><input name=nextSibling><input name=localName><input name=parentNode><p id=a>one</p><img name=childNodes>two</form><p>three</p>";
    for parser in parsers::all() {
        let shown = with(parser, || article(clobbered));
        let img = "<img loading=\"lazy\" decoding=\"async\">";
        assert_eq!(shown, format!("<p id=\"nw-a\">one</p>{img}two<p>three</p>"));
    }
    assert_eq!(article("<img name=body><img name=documentElement><p>x</p>").matches("<p>x</p>").count(), 1);
    assert_eq!(comment("<form name=body>x</form>y"), "x<br>y");
}

#[wasm_bindgen_test]
fn links_cannot_choose_their_window() {
    let html = "<a href=/a target=_blank rel='opener me' ping=/p referrerpolicy=unsafe-url>x</a>";
    assert_eq!(article(html), "<a href=\"https://news.example/a\" rel=\"noopener\">x</a>");
    assert_eq!(comment(html), "<a href=\"https://news.example/a\" rel=\"noopener noreferrer ugc nofollow\">x</a>");
    assert_eq!(article("<a href=javascript:alert(1) rel=x>x</a>"), "<a>x</a>");
    assert_eq!(
        article("<base href=//e.example target=_blank><a href=a>x</a>"),
        "<a href=\"https://news.example/2026/a\" rel=\"noopener\">x</a>"
    );
}

#[wasm_bindgen_test]
fn ids_cannot_meet_the_pages() {
    for id in ["location", "cookie", "__proto__", "constructor", "nw", "nw-", "toString"] {
        let shown = article(&format!("<p id='{id}'>x</p>"));
        assert!(shown.starts_with("<p id=\"nw-"), "{shown}");
        assert_eq!(comment(&format!("<p id='{id}'>x</p>")), "<p>x</p>");
    }
}
