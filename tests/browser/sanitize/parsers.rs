//! Pages that allow one way of parsing, or none.

use js_sys::{Function, Object, Reflect};
use news_widget::sanitize::{Policy, render};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use super::support::{BASE, serialise};

/// What the page lets us parse with.
#[derive(Clone, Copy)]
pub enum Parser {
    /// `DOMParser`, with our Trusted Types policy where the engine has them
    TrustedTypes,
    /// `DOMParser` in a browser without Trusted Types
    Plain,
    /// `Document.parseHTML`, in the engines that have it
    ParseHtml,
    /// Nothing
    None,
}

/// The parsers of this engine.
pub fn all() -> Vec<Parser> {
    let mut parsers = vec![Parser::TrustedTypes, Parser::Plain];
    if !get(&get(&js_sys::global(), "Document"), "parseHTML").is_undefined() {
        parsers.push(Parser::ParseHtml);
    }
    parsers
}

/// `act`, where only `parser` is there.
pub fn with<T>(parser: Parser, act: impl FnOnce() -> T) -> T {
    let global: Object = js_sys::global().unchecked_into();
    let document: Object = get(&global, "Document").unchecked_into();
    let dom_parser: Object = get(&get(&global, "DOMParser"), "prototype").unchecked_into();
    let mut hidden = Vec::new();
    if matches!(parser, Parser::Plain) {
        hidden.push(hide(&global, "trustedTypes", &JsValue::UNDEFINED));
    }
    if matches!(parser, Parser::ParseHtml | Parser::None) {
        // What a page under `require-trusted-types-for` does.
        hidden.push(hide(&dom_parser, "parseFromString", &Function::new_no_args("throw new TypeError('refused')")));
    }
    if !matches!(parser, Parser::ParseHtml) {
        hidden.push(hide(&document, "parseHTML", &JsValue::UNDEFINED));
    }
    let result = act();
    for (target, name, before) in hidden {
        Object::define_property(&target, &name.into(), &before);
    }
    result
}

type Hidden = (Object, &'static str, Object);

fn hide(target: &Object, name: &'static str, value: &JsValue) -> Hidden {
    let before = Object::get_own_property_descriptor(target, &name.into());
    let now = Object::new();
    Reflect::set(&now, &"configurable".into(), &true.into()).unwrap();
    Reflect::set(&now, &"value".into(), value).unwrap();
    Object::define_property(target, &name.into(), &now);
    // What was not there becomes `undefined`, which the sanitiser takes for the same.
    let before = if before.is_undefined() { now } else { before.unchecked_into() };
    (target.clone(), name, before)
}

fn get(target: &JsValue, name: &str) -> JsValue {
    Reflect::get(target, &name.into()).unwrap()
}

#[wasm_bindgen_test]
fn every_parser_gives_the_same() {
    let html = "<p id=a title='<iframe onclick=a'>x</p><iframe src=/p title=P></iframe><noscript><p title='</noscript><my-el>y</my-el><video src=v.mp4></video><img src=a.png alt=A><table><tr><td>z</table>";
    let shown = |parser| with(parser, || serialise(&render(html, &Policy::article(2), BASE).unwrap()));
    let plain = shown(Parser::Plain);
    assert!(plain.contains("<a href=\"https://news.example/p\" rel=\"noopener\">P</a>"), "{plain}");
    assert!(
        plain.contains("<video") && plain.contains("<img") && plain.contains("y<video") && plain.contains("<td>z</td>"),
        "{plain}"
    );
    for parser in all() {
        assert_eq!(shown(parser), plain);
    }
}

/// What people write is the same without the browser's parser.
#[wasm_bindgen_test]
fn without_a_parser_the_shape_stays() {
    let cases = [
        "<h1>One</h1><p>two <b>three</b></p><script>alert(1)</script><img src=x onerror=alert(1)>four",
        "<p>a<p>b<ul><li>c<li>d<ul><li>e</ul></ul>f",
        "<p>a <a href=/b title='c > d &amp; e'>f &lt; g</a> <br> h<br/>i</p>",
        "<table><caption>a</caption><tr><th scope=col>b<td colspan=2>c<tr><td><p>d<p>e</table>f",
        "<table><thead><tr><th>a</thead><tbody><tr><td><table><tr><td>b</table></table>",
        "<dl><dt>a<dd>b<dt>c<dd>d</dl>",
        "<blockquote><p>a</blockquote><pre>\n  b &amp; c\n</pre>",
        "<figure><img src=a.png alt=b width=1 height=2><figcaption>c</figcaption></figure>",
        "<video src=v.mp4><track src=t.vtt>no video</video><audio src=a.mp3></audio>",
        "<details open><summary>a</summary><p>b</details><custom-part>c</custom-part>",
        "<iframe src=/p title=P></iframe><svg><title>x</title><path></svg>z<form><input><p>y</form>",
        "<p>a <math><mfrac><mi>b</mi><mn>2</mn></mfrac><mspace/><mtext>c</mtext><annotation>d</annotation></math> e</p>",
        "<figure><img src=data:, data-src=a.png><noscript><img src=a.png></noscript></figure><p hidden>b</p>c",
        "<h3><button>a</button></h3><object data=b><p>c</p></object><amp-img src=d.png></amp-img><embed src=/e>",
        "<ul><li><input type=checkbox checked disabled> a<li><p>https://tv.example/</p></ul><![CDATA[<p>b</p>]]>",
        "a<svg/>b<svg><style/><g/></svg><p>c<math><mi/></math>d</p>",
        "<style><!--</style><h1>a</h1><style><h1></style><h2>b</h2>",
        "<h2>a<h3>b</h3><div>c<section>d</div>e",
        "a <3 <_< b < c & d &copy; <!-- e --> f</div>g",
        "<ruby>a<rp>(<rt>b<rp>)</ruby>",
    ];
    for html in cases {
        for policy in [Policy::article(2), Policy::comment()] {
            let shown = |parser| with(parser, || serialise(&render(html, &policy, BASE).unwrap()));
            assert_eq!(shown(Parser::None), shown(Parser::Plain), "{html}");
        }
    }
}
