//! Whole widgets: mounted, used and freed, again and again.

use js_sys::{Function, Promise};
use news_widget::widget::Widget;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, ShadowRoot};

use crate::support::{js, settled, until};

const FEED: &str = r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Test", "items": [
    {"id": "1", "title": "One", "content_html": "<p>First.</p>", "_news": {"comments": [
        {"id": "c", "content_text": "Hm.", "authors": [{"name": "Ann"}]}]}},
    {"id": "2", "title": "Two", "content_html": "<p>Second.</p>"}]}"#;

/// An element with a shadow root in the page.
fn host(attributes: &[(&str, &str)]) -> (HtmlElement, ShadowRoot) {
    let host: HtmlElement =
        js("return document.body.appendChild(document.createElement('div'))", &"".into()).unchecked_into();
    for (name, value) in attributes {
        host.set_attribute(name, value).unwrap();
    }
    let root = js("return it.attachShadow({ mode: 'open' })", &host).unchecked_into();
    (host, root)
}

/// What the loader asks with. The published glue has a `readBody` of its own.
fn ask() -> Function {
    js("window.readBody ??= async (answer) => new Uint8Array(await answer.arrayBuffer()); return async () => new Response(it)", &FEED.into()).unchecked_into()
}

fn mount(attributes: &[(&str, &str)]) -> (HtmlElement, ShadowRoot, Widget) {
    let (host, root) = host(attributes);
    host.set_attribute("feed", "https://news.example/feed.json").unwrap();
    let widget = Widget::new(host.clone(), root.clone(), ask());
    (host, root, widget)
}

fn there(root: &ShadowRoot, css: &str) -> Option<Element> {
    root.query_selector(css).unwrap()
}

/// How many listeners window and document have more than when this was first called.
fn listeners() -> JsValue {
    js(
        "if (!window.counted) {
           window.counted = 0;
           for (const target of [window, document]) {
             const { addEventListener, removeEventListener } = target;
             target.addEventListener = function (...all) { counted += 1; return addEventListener.apply(target, all); };
             target.removeEventListener = function (...all) { counted -= 1; return removeEventListener.apply(target, all); };
           }
         }
         return window.counted",
        &"".into(),
    )
}

#[wasm_bindgen_test]
async fn a_freed_widget_leaves_nothing() {
    let before = listeners();
    let (host, root, widget) = mount(&[("routing", "hash")]);
    until("the front page", || there(&root, ".masthead").is_some()).await;
    assert_ne!(listeners(), before, "it follows the address bar");
    drop(widget);
    settled().await;
    assert_eq!(js("return it.childNodes.length", &root), 0);
    assert_eq!(listeners(), before);
    assert_eq!(js("return history.scrollRestoration", &"".into()), "auto");
    host.remove();
}

/// A page that is reloaded is put back to where it was in the next frame. An element that had gone by then panicked, and kept four
/// listeners.
#[wasm_bindgen_test]
async fn freed_before_the_frame_that_puts_its_reader_back() {
    let before = listeners();
    js("history.replaceState(20, '')", &"".into());
    let (host, root, widget) = mount(&[("routing", "hash")]);
    // Its frame is asked for when it is drawn, and later ones come later.
    until("the front page", || there(&root, ".masthead").is_some()).await;
    drop(widget);
    let frame = Function::new_with_args("done", "requestAnimationFrame(done)");
    let frame = Promise::new(&mut |done, _| drop(frame.call1(&JsValue::NULL, &done)));
    JsFuture::from(frame).await.unwrap();
    js("history.replaceState(null, '')", &"".into());
    assert_eq!(listeners(), before);
    host.remove();
}

#[wasm_bindgen_test]
async fn freed_before_the_answer_is_here() {
    let (host, root, widget) = mount(&[("article", "1")]);
    drop(widget);
    settled().await;
    settled().await;
    assert_eq!(root.child_element_count(), 0);
    host.remove();
}

#[wasm_bindgen_test]
async fn two_widgets_end_one_by_one() {
    let (first, first_root, first_widget) = mount(&[("article", "1")]);
    let (second, second_root, second_widget) = mount(&[("article", "2")]);
    until("both", || there(&first_root, "form").is_some() && there(&second_root, "form").is_some()).await;
    drop(first_widget);
    second.set_attribute("article", "1").unwrap();
    second_widget.configure();
    until("the other article", || {
        there(&second_root, "h1").is_some_and(|title| title.text_content().as_deref() == Some("One"))
    })
    .await;
    assert!(there(&second_root, "[data-comment=c]").is_some());
    drop(second_widget);
    first.remove();
    second.remove();
}

// Such as Leptos's warning, in a debug build, of a signal that is read where nobody follows it. wasm-bindgen-test keeps all
// that is said, in the wasm's own memory: in the test of memory it looks as if each widget left something behind.
#[wasm_bindgen_test]
async fn nothing_is_said_to_the_console() {
    let said: Function = js(
        "const { warn, error } = console;
         const said = [];
         console.warn = console.error = (...all) => said.push(all.join(' '));
         return () => Object.assign(console, { warn, error }) && said.join('\\n')",
        &"".into(),
    )
    .unchecked_into();
    for routing in ["none", "hash"] {
        let (host, root, widget) = mount(&[("article", "1"), ("routing", routing)]);
        until("the form", || there(&root, "form").is_some()).await;
        js("it.onclick = (event) => event.preventDefault()", &host); // the test stays on its page
        js("for (const control of it.querySelectorAll('a[data-to], .reply-button')) control.click()", &root);
        settled().await;
        drop(widget);
        host.remove();
    }
    assert_eq!(said.call0(&JsValue::NULL).unwrap(), "");
}

#[wasm_bindgen_test]
async fn two_hundred_widgets_need_no_more_memory_than_fifty() {
    let size = || js("return it.buffer.byteLength", &wasm_bindgen::memory()).as_f64().unwrap();
    let mut warm = 0.0;
    for round in 0..200 {
        let (host, root, widget) = mount(&[("article", "1")]);
        until("the form", || there(&root, "form").is_some()).await;
        if round % 2 == 0 {
            js("it.querySelector('.reply-button').click()", &root);
            settled().await;
        }
        drop(widget);
        host.remove();
        if round == 50 {
            warm = size();
        }
    }
    assert_eq!(size(), warm);
}
