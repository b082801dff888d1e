//! Markup that follows signals: what is drawn again, what stays, and what ends.

use std::sync::{Arc, Mutex};

use leptos::prelude::*;
use news_widget::view::{Memo, Row, Signal, Stored, dynamic, effect, el, keyed, when};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::support::{find, get, js, settled, show, start, texts};

/// Shared as if there were threads: clean-ups ask for that.
type Log = Arc<Mutex<Vec<String>>>;

/// A log, and a function that writes into it.
fn log() -> (Log, impl Fn(&str) + Clone + Send + Sync + 'static) {
    let log = Log::default();
    let writer = log.clone();
    (log, move |text: &str| writer.lock().unwrap().push(text.into()))
}

fn taken(log: &Log) -> Vec<String> {
    std::mem::take(&mut log.lock().unwrap())
}

#[wasm_bindgen_test]
fn text_is_text() {
    let place =
        show(vec![el("p").attr("title", "\"><b>").child("<b>bold</b>").child(Some("&amp;")).child(None::<&str>)]);
    assert_eq!(texts(&place, "p"), ["<b>bold</b>&amp;"]);
    assert_eq!(texts(&place, "b"), [""; 0]);
}

#[wasm_bindgen_test]
async fn a_new_drawing_takes_the_place_of_the_old() {
    start();
    let owner = Owner::default();
    let count = owner.with(|| Signal::new(1));
    let place = owner.with(|| {
        let items = dynamic(move || (0..count.get()).map(|at| el("i").child(at.to_string())).collect::<Vec<_>>());
        show(vec![el("b").child("before"), el("span").child(items), el("b").child("after")])
    });
    assert_eq!(texts(&place, "i"), ["0"]);
    for wanted in [3, 0, 2] {
        count.set(wanted);
        settled().await;
        assert_eq!(texts(&place, "i"), (0..wanted).map(|at| at.to_string()).collect::<Vec<_>>());
    }
    assert_eq!(texts(&place, "b"), ["before", "after"]);
    owner.cleanup();
    place.remove();
}

#[wasm_bindgen_test]
async fn effects_and_clean_ups_of_a_former_drawing_end_with_it() {
    start();
    let owner = Owner::default();
    let (log, write) = log();
    let (drawing, inner) = owner.with(|| (Signal::new(1), Signal::new("a")));
    let place = owner.with(|| {
        show(dynamic(move || {
            let (number, write, cleaned) = (drawing.get(), write.clone(), write.clone());
            on_cleanup(move || cleaned(&format!("{number} ended")));
            el("p").follow("title", move || {
                write(&format!("{number} sees {}", inner.get()));
                Some(inner.get().into())
            })
        }))
    });
    assert_eq!(taken(&log), ["1 sees a"]);
    inner.set("b");
    settled().await;
    assert_eq!(taken(&log), ["1 sees b"]);
    drawing.set(2);
    settled().await;
    assert_eq!(taken(&log), ["1 ended", "2 sees b"]);
    inner.set("c");
    settled().await;
    assert_eq!(taken(&log), ["2 sees c"], "the first is gone");
    owner.cleanup();
    assert_eq!(taken(&log), ["2 ended"]);
    place.remove();
}

fn row(key: &'static str) -> Row {
    Row { key: key.into(), draw: Box::new(move || el("input").attr("name", key)) }
}

#[wasm_bindgen_test]
async fn rows_that_stay_are_the_same_elements_in_the_new_order() {
    start();
    let owner = Owner::default();
    let keys = owner.with(|| Signal::new(vec!["a", "b", "c"]));
    let place = owner.with(|| show(keyed(move || keys.get().into_iter().map(row).collect())));
    js("for (const input of it.children) input.value = `typed in ${input.name}`", &place);
    for order in [
        vec!["c", "a", "b"],
        vec!["b", "x", "c", "a"],
        vec!["a"],
        vec![],
        vec!["y", "a"],
        vec!["a", "b", "c", "d", "e"],
        vec!["e", "d", "c", "b", "a"],
        vec!["d", "f", "b"],
    ] {
        keys.set(order.clone());
        settled().await;
        let shown = js("return [...it.children].map((input) => input.name).join()", &place);
        assert_eq!(shown.as_string().unwrap(), order.join(","));
    }
    keys.set(vec!["b", "a", "c"]);
    settled().await;
    js("for (const input of it.children) input.value = input.name", &place);
    keys.set(vec!["c", "b", "n"]);
    settled().await;
    let values = js("return [...it.children].map((input) => input.value).join()", &place);
    assert_eq!(values.as_string().unwrap(), "c,b,", "only n is new");
    owner.cleanup();
    place.remove();
}

#[wasm_bindgen_test]
async fn focus_stays_where_rows_come_and_go_around_it() {
    start();
    let owner = Owner::default();
    let keys = owner.with(|| Signal::new(vec!["a", "b", "c"]));
    let place = owner.with(|| show(keyed(move || keys.get().into_iter().map(row).collect())));
    find(&place, "[name=b]").unchecked_into::<HtmlElement>().focus().unwrap();
    for order in [vec!["n", "a", "b", "c"], vec!["b", "c"], vec!["x", "b"], vec!["b"]] {
        keys.set(order);
        settled().await;
        let focused = js("return document.activeElement.name", &place);
        assert_eq!(focused.as_string().as_deref(), Some("b"));
    }
    owner.cleanup();
    place.remove();
}

#[wasm_bindgen_test]
async fn what_a_row_began_ends_with_the_row() {
    start();
    let owner = Owner::default();
    let (log, write) = log();
    let (keys, beat) = owner.with(|| (Signal::new(vec!["a", "b"]), Signal::new(0)));
    let place = owner.with(|| {
        show(keyed(move || {
            let draw = |key: &'static str| {
                let write = write.clone();
                let draw = move || {
                    el("p").follow("title", move || {
                        write(&format!("{key}{}", beat.get()));
                        None
                    })
                };
                Row { key: key.into(), draw: Box::new(draw) }
            };
            keys.get().into_iter().map(draw).collect()
        }))
    });
    assert_eq!(taken(&log), ["a0", "b0"]);
    keys.set(vec!["b", "c"]);
    settled().await;
    assert_eq!(taken(&log), ["c0"], "b is not drawn again");
    beat.set(1);
    settled().await;
    let mut seen = taken(&log);
    seen.sort();
    assert_eq!(seen, ["b1", "c1"]);
    owner.cleanup();
    beat.set(2);
    settled().await;
    assert_eq!(taken(&log), [""; 0]);
    place.remove();
}

#[wasm_bindgen_test]
async fn what_stands_there_already_is_not_drawn_again() {
    start();
    let owner = Owner::default();
    let number = owner.with(|| Signal::new(1));
    let place = owner.with(|| show(when(move || number.get() > 0, || el("input"))));
    js("it.firstChild.value = 'typed'", &place);
    number.set(2);
    settled().await;
    assert_eq!(get(&find(&place, "input"), "value"), "typed");
    number.set(0);
    settled().await;
    assert_eq!(texts(&place, "input"), [""; 0]);
    number.set(1);
    settled().await;
    assert_eq!(get(&find(&place, "input"), "value"), "");
    owner.cleanup();
    place.remove();
}

#[wasm_bindgen_test]
async fn a_value_that_is_there_already_leaves_the_caret_alone() {
    start();
    let owner = Owner::default();
    let text = owner.with(|| Signal::new(String::from("hello")));
    let place = owner.with(|| show(el("textarea").value(move || text.get())));
    let area = find(&place, "textarea");
    js("it.focus(); it.setSelectionRange(2, 3)", &area);
    js("it.setRangeText('L', 2, 3, 'end')", &area);
    text.set("heLlo".into());
    settled().await;
    assert_eq!((get(&area, "value"), get(&area, "selectionStart")), ("heLlo".into(), 3.into()));
    text.set("other".into());
    settled().await;
    assert_eq!(get(&area, "value"), "other");
    owner.cleanup();
    place.remove();
}

#[wasm_bindgen_test]
async fn attributes_and_states_follow() {
    start();
    let owner = Owner::default();
    let (title, on) = owner.with(|| (Signal::new(Some("one")), Signal::new(true)));
    let place = owner.with(|| {
        let control = el("input").attr("type", "checkbox");
        show(control.follow("title", move || title.get().map(Into::into)).state("checked", move || on.get()))
    });
    let control = find(&place, "input");
    assert_eq!((control.get_attribute("title").as_deref(), get(&control, "checked")), (Some("one"), true.into()));
    js("it.click()", &control);
    title.set(None);
    on.set(false);
    settled().await;
    assert_eq!((control.get_attribute("title"), get(&control, "checked")), (None, false.into()));
    on.set(true);
    settled().await;
    assert_eq!(get(&control, "checked"), true, "also after the reader clicked");
    owner.cleanup();
    place.remove();
}

#[wasm_bindgen_test]
async fn a_listener_lives_as_long_as_its_owner() {
    start();
    let owner = Owner::default();
    let (log, write) = log();
    let place = owner.with(|| show(el("button").on("click", move |event| write(&event.type_()))));
    let button = find(&place, "button");
    js("it.click(); it.click()", &button);
    assert_eq!(taken(&log), ["click", "click"]);
    owner.cleanup();
    place.remove();
}

#[wasm_bindgen_test]
async fn a_signal_is_read_written_and_changed_in_its_place() {
    start();
    let owner = Owner::default();
    let (log, write) = log();
    let list = owner.with(|| {
        let list = Signal::new(vec!["a".to_owned()]);
        effect(move || list.with(|list| write(&list.concat())));
        list
    });
    list.update(|list| list.push("b".into()));
    settled().await;
    list.set(vec!["c".into()]);
    settled().await;
    assert_eq!(taken(&log), ["a", "ab", "c"]);
    assert_eq!(list.try_with_untracked(Vec::len), Some(1));
    owner.cleanup();
    list.set(Vec::new());
    list.update(|list| list.push("d".into()));
    settled().await;
    assert_eq!((list.try_with_untracked(Vec::len), taken(&log)), (None, vec![]), "nothing, after its owner's end");
}

#[wasm_bindgen_test]
async fn a_memo_tells_of_another_value_only_and_an_uncompared_one_each_time() {
    start();
    let owner = Owner::default();
    let (log, write) = log();
    let number = owner.with(|| {
        let number = Signal::new(1);
        let even =
            Memo::new(move |before: Option<&bool>| before.is_some_and(|_| number.get() % 2 == 0) || number.get() == 0);
        let uncompared = Memo::uncompared(move || number.get() % 2 == 0);
        let other = write.clone();
        effect(move || write(if even.get() { "even" } else { "odd" }));
        effect(move || other(if uncompared.get() { "EVEN" } else { "ODD" }));
        number
    });
    assert_eq!(taken(&log), ["odd", "ODD"]);
    number.set(3);
    settled().await;
    assert_eq!(taken(&log), ["ODD"]);
    number.set(4);
    settled().await;
    assert_eq!(taken(&log), ["even", "EVEN"]);
    owner.cleanup();
}

/// Tells when it is dropped, and looks at another stored value meanwhile.
#[derive(Clone)]
struct Dropped(Log, Stored<u8>);

impl Drop for Dropped {
    fn drop(&mut self) {
        self.1.set(7);
        self.0.lock().unwrap().push("dropped".into());
    }
}

#[wasm_bindgen_test]
fn what_is_stored_ends_with_its_owner_and_its_place_is_taken_again() {
    let (log, _) = log();
    let (first, second) = (Owner::default(), Owner::default());
    let beside = second.with(|| Stored::new(1_u8));
    let stored = first.with(|| Stored::new(Some(Dropped(log.clone(), beside))));
    stored.set(None);
    assert_eq!((taken(&log), beside.get()), (vec!["dropped".into()], 7), "a value is dropped when nothing is borrowed");
    stored.set(Some(Dropped(log.clone(), beside)));
    first.cleanup();
    assert_eq!(taken(&log), ["dropped"]);
    let next = second.with(|| Stored::new("another".to_owned()));
    stored.set(None);
    assert_eq!(next.get(), "another", "who held the place before does not reach it");
    stored.set(Some(Dropped(log.clone(), beside)));
    assert_eq!(taken(&log), ["dropped"], "what comes too late goes at once");
    second.cleanup();
}
