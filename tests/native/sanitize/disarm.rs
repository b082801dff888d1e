//! What markup is settled to before a parser sees it.

use news_widget::bounds::PIECE;
use news_widget::sanitize::policy::{Disarming, disarm, is_same_picture};

fn check(cases: &[(&str, &str)]) {
    for (html, expected) in cases {
        assert_eq!(disarm(html), *expected, "{html}");
        assert_eq!(disarm(expected), *expected, "{html} again");
    }
}

/// A paper whose pages load their pictures late showed grey boxes: the picture is named elsewhere until a script comes.
#[test]
fn pictures_come_from_where_a_script_would_load_them() {
    check(&[
        ("<img src=data:image/gif;base64,R0 data-src=a.jpg>", "<img src=\"a.jpg\">"),
        ("<img data-srcset='a.jpg 2x' data-sizes=auto class=lazy>", "<img srcset=\"a.jpg 2x\">"),
        (
            "<img src=blank.gif data-lazy-src=a.jpg data-lazy-srcset='b.jpg 2x' data-lazy-sizes=50vw>",
            "<img sizes=\"50vw\" srcset=\"b.jpg 2x\" src=\"a.jpg\">",
        ),
        ("<img src=s.gif data-original=a.jpg>", "<img src=\"a.jpg\">"),
        ("<img src=a.jpg data-orig-src=upload://x>", "<img src=\"a.jpg\">"),
        ("<img src=a.jpg data-src>", "<img src=\"a.jpg\">"),
        ("<img src=a.jpg data-src='{{picture}}'>", "<img src=\"a.jpg\">"),
        ("<img src=a.jpg data-src=javascript:x>", "<img src=\"a.jpg\">"),
        (
            "<picture><source data-srcset=a.webp><img data-src=a.png></picture>",
            "<picture><source srcset=\"a.webp\"><img src=\"a.png\"></picture>",
        ),
        ("<iframe data-src=/p src=about:blank></iframe>", "<nw-iframe src=\"/p\"></nw-iframe>"),
        ("<video data-src=v.mp4 data-poster=p.jpg></video>", "<nw-video poster=\"p.jpg\" src=\"v.mp4\"></nw-video>"),
        ("<p data-src=a>b</p>", "<p>b</p>"),
    ]);
}

/// Programs that load late put the picture into a `noscript` as well, before or behind the one that a script will fill.
#[test]
fn a_picture_is_there_once_however_it_is_written() {
    check(&[
        ("<img data-src=a.jpg><noscript><img src=a.jpg></noscript>", "<img src=\"a.jpg\">"),
        (
            "<img data-src=a-300x200.jpg></span> <noscript><img src='a.jpg?x=1'></noscript>",
            "<img src=\"a-300x200.jpg\"></span> ",
        ),
        ("<noscript><img src=a.jpg alt=A></noscript><img src=data:, data-src=a.jpg>", "<img src=\"a.jpg\" alt=\"A\">"),
        ("<noscript><img src=a.jpg></noscript><img src=data:,>b", "<img src=\"a.jpg\">b"),
        ("<p><img src=data:,><noscript><img src=a.jpg></noscript>b", "<p><img src=\"a.jpg\">b"),
        (
            "<img src=lazy.gif><noscript><picture><source srcset=b.webp><img src=a.jpg></picture></noscript>",
            "<picture><source srcset=\"b.webp\"><img src=\"a.jpg\"></picture>",
        ),
        ("<noscript><p>Turn on <b>JavaScript</b></p><img src=a.jpg></noscript>", "<img src=\"a.jpg\">"),
        (
            "<iframe data-src=/p></iframe><noscript><iframe src=/p></iframe></noscript>",
            "<nw-iframe src=\"/p\"></nw-iframe></nw-iframe>",
        ),
        ("<img src=a.jpg>words<noscript><img src=b.jpg></noscript>", "<img src=\"a.jpg\">words<img src=\"b.jpg\">"),
        ("<noscript><img src=//count.example/x height=1 width=1></noscript>", ""),
        ("<noscript><iframe src=//tags.example/ style='display:none'></iframe></noscript>", "</nw-iframe>"),
        ("<noscript><img src=//count.example/x style=display:none></noscript>", ""),
        ("<img src=a.jpg><img src=a.jpg>", "<img src=\"a.jpg\"><img src=\"a.jpg\">"),
        ("<noscript><script>x</script><style>y</style></noscript>a", "a"),
        ("<noscript><img title='</noscript><img src=x onerror=y>", "<img src=\"x\">"),
        ("<noscript>never closed <img src=a.jpg>", ""),
    ]);
}

#[test]
fn sizes_of_one_picture_are_one_picture() {
    let same = [
        ("https://news.example/p/bridge.jpg", "https://news.example/p/bridge-1024x768.jpg"),
        ("https://news.example/p/bridge-scaled.jpg", "http://news.example/p/bridge-300x200.jpg"),
        ("https://news.example/p/bridge.jpg?w=300", "https://news.example/p/bridge.jpg?w=800&q=5"),
        ("https://i0.wp.com/news.example/p/bridge.jpg?resize=1", "https://news.example/p/bridge.jpg"),
        (
            "https://cdn.example/cdn-cgi/image/width=80,quality=7/https://news.example/p/bridge.jpg",
            "https://news.example/p/bridge.jpg",
        ),
        (
            "https://cdn.example/fetch/w_80/https%3A%2F%2Fnews.example%2Fp%2Fbridge.jpg",
            "https://news.example/p/bridge.jpg",
        ),
        ("https://cdn.example/up/w_600,c_fill/v1/bridge.jpg", "https://cdn.example/up/v1/bridge.jpg"),
        ("https://b.example/s320/bridge.png", "https://b.example/s1600/bridge.png"),
        ("https://b.example/bridge@2x.png", "https://b.example/bridge.png"),
        ("bridge.png", "bridge.png"),
    ];
    let others = [
        ("https://news.example/2026/01/a.jpg", "https://news.example/2026/02/a.jpg"),
        ("https://news.example/p/bridge-1.jpg", "https://news.example/p/bridge-2.jpg"),
        ("https://news.example/p?id=1", "https://news.example/p?id=2"),
        ("https://news.example/p.php?id=1", "https://news.example/p.php?id=2"),
        ("https://a.example/bridge.jpg", "https://b.example/bridge.jpg"),
        ("300x200.png", "200x300.png"),
    ];
    for (one, other) in same {
        assert!(is_same_picture(one, other) && is_same_picture(other, one), "{one} {other}");
    }
    for (one, other) in others {
        assert!(!is_same_picture(one, other), "{one} {other}");
    }
}

/// Newsletters begin with a preview that nobody sees, and traps for programs are written the same way.
#[test]
fn what_a_page_hides_is_marked() {
    let hidden = [
        "<p hidden>a</p>",
        "<p HIDDEN=hidden>a</p>",
        "<p style='display:none'>a</p>",
        "<p style='color:red; DISPLAY : none !important ;x:y'>a</p>",
        "<p style='visibility:hidden'>a</p>",
        "<p style='max-height:0;overflow:hidden;opacity:0'>a</p>",
        "<p style='position:absolute;left:-9999px'>a</p>",
        "<p style='font-size:0px'>a</p>",
        "<p class='x screen-reader-text'>a</p>",
        "<p class=sharedaddy>a</p>",
        "<p class=yarpp-related>a</p>",
    ];
    for html in hidden {
        assert_eq!(disarm(html), "<p hidden=\"\">a</p>", "{html}");
    }
    let shown = [
        "<p hidden=until-found>a</p>",
        "<p style='display:block'>a</p>",
        "<p style='padding-bottom:56%;height:0;overflow:hidden'>a</p>",
        "<p style='overflow:hidden;height:0;padding:67% 0 0 0'>a</p>",
        "<p style='max-height:0'>a</p>",
        "<p style='mso-hide:all'>a</p>",
        "<p class='screen-reader-textual'>a</p>",
        "<p data-hidden onclick=hidden>a</p>",
    ];
    for html in shown {
        assert_eq!(disarm(html), "<p>a</p>", "{html}");
    }
    check(&[
        ("<p style=font-size:0><b style=font-size:1em>a</b></p>", "<p><b>a</b></p>"),
        ("<p aria-hidden=true>a</p>", "<p aria-hidden=\"true\">a</p>"),
        (
            "<button>a<i aria-hidden=true>+</i></button><i aria-hidden=true>b</i>",
            "<button>a<i aria-hidden=\"true\" hidden=\"\">+</i></button><i aria-hidden=\"true\">b</i>",
        ),
        ("<form hidden>a</form>b<object style=display:none>c</object>", "b"),
    ]);
}

/// A word that stood in an element that is not built was lost.
#[test]
fn elements_that_are_not_built_leave_their_words() {
    check(&[
        ("<object data=a.pdf>b <a href=a.pdf>c</a></object>", "b <a href=\"a.pdf\">c</a>"),
        (
            "<object data=a.pdf title=T><param name=x> </object>b",
            "<nw-iframe src=\"a.pdf\" title=\"T\"></nw-iframe><param> b",
        ),
        ("<object data=a.png type=image/png></object>", "<img alt=\"\" src=\"a.png\">"),
        ("<embed src=//v.example/1>b", "<nw-iframe src=\"//v.example/1\"></nw-iframe>b"),
        (
            "<svg role=img aria-label='Costs: 1 < 3'><text>1</text><text>4<tspan>5</tspan></text></svg>",
            " Costs: 1 &lt; 3  1 4 5  ",
        ),
        ("<svg><title>Costs</title><path/><style>x</style><text>Costs</text></svg>a", " Costs a"),
        (
            "<svg aria-hidden=true><title>x</title></svg><svg><path/></svg><svg style='display:none'><title>y</title></svg>",
            "",
        ),
        ("<svg><text>a</text><script>b</script><foreignObject><p>c</p></foreignObject></svg>", " a c  "),
        (
            "<amp-img src=a.jpg width=1 height=2 layout=fill alt=A><amp-img fallback src=b.jpg></amp-img></amp-img>",
            "<img src=\"a.jpg\" width=\"1\" height=\"2\" alt=\"A\"><img src=\"b.jpg\" hidden=\"\">",
        ),
        (
            "<amp-youtube data-videoid=abc title=T></amp-youtube>",
            "<nw-iframe src=\"https://www.youtube.com/embed/abc\" title=\"T\"></nw-iframe></amp-youtube>",
        ),
        (
            "<amp-video src=v.mp4 poster=p.jpg>a</amp-video><amp-audio src=a.mp3></amp-audio>",
            "<nw-video src=\"v.mp4\" poster=\"p.jpg\">a</nw-video><nw-audio src=\"a.mp3\"></nw-audio>",
        ),
        (
            "<amp-iframe src=/p><amp-img placeholder src=x.png></amp-img></amp-iframe>",
            "<nw-iframe src=\"/p\"></nw-iframe>",
        ),
        (
            "<ul><li><input type=checkbox checked disabled> a</li><li><label><input type=checkbox>b</label></li></ul>",
            "<ul><li>☑  a</li><li><label>☐ b</label></li></ul>",
        ),
        ("<p>a <input type=checkbox></p>", "<p>a <input type=\"checkbox\"></p>"),
        ("<a name=a>b</a><a name=c id=d></a>", "<a id=\"a\">b</a><a id=\"d\"></a>"),
        (
            "<img class='x wp-smiley' src=a.png><img class=latex src=b.png>",
            "<img src=\"a.png\" data-inline=\"emoji\"><img src=\"b.png\" data-inline=\"text\">",
        ),
    ]);
}

/// In a formula other rules hold, so that nothing of HTML may be in it when a parser sees it.
#[test]
fn formulas_hold_nothing_but_formulas() {
    check(&[
        (
            "<math display=block onclick=x><mi mathvariant=normal>E</mi><mo>&lt;</mo><mspace/></math>",
            "<math display=\"block\"><mi mathvariant=\"normal\">E</mi><mo>&lt;</mo><mspace></mspace></math>",
        ),
        (
            "<math><semantics><mi>a</mi><annotation>b</annotation><annotation-xml encoding=text/html><p>c</p></annotation-xml></semantics></math>",
            "<math><mi>a</mi></math>",
        ),
        (
            "<math><mtext><img src=x onerror=y><b>a</b><svg><p>b</svg></mtext><script>c</script></math>",
            "<math><mtext>a</mtext></math>",
        ),
        ("<math><mglyph src=x><malignmark><maction>a</maction></math>", "<math>a</math>"),
        ("<math><mi>a</mi><p>b</math>c", "<math><mi>a</mi>b</math>c"),
        ("<math><mi>a<p>never closed", "<mi>a<p>never closed"),
        ("<math hidden><mi>a</mi></math>", ""),
        ("<math><math><mi>a</mi></math></math>", "<math><mi>a</mi></math></math>"),
    ]);
}

/// Story: all of a text of 5 MB was made ready for a parser before its first words were drawn, which took a good part of a second.
#[test]
fn a_text_is_disarmed_piece_by_piece_and_is_the_same_then() {
    let html = "<img data-src=\"/p.jpg\"><noscript><img src=\"/p.jpg\"></noscript> <button><i aria-hidden=true>x</i>w</button><p>v".repeat(3_000);
    let (mut pieces, mut out, mut count) = (Disarming::default(), String::new(), 1);
    while pieces.go_on(&html, &mut out) {
        count += 1;
    }
    assert!(count > html.len() / PIECE / 2, "{count} pieces");
    assert_eq!((out.matches("<img").count(), out.matches(" hidden=").count()), (3_000, 3_000), "nothing is cut in two");
}
