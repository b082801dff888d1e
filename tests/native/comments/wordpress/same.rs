//! Which listed comment is the one that was sent.

use news_widget::{
    comments::{
        model::Comment,
        services::wordpress::{is_same, to_html},
    },
    feed::{Author, Content},
};
use proptest::prelude::*;

use crate::comments::comment;

fn of(name: &str, content: Content) -> Comment {
    Comment { author: Author { name: Some(name.into()), ..Author::default() }, content, ..comment("1", "", None) }
}

fn is_found(text: &str, html: &str) -> bool {
    is_same(&of("Eve", Content::Text(text.into())), &of("Eve", Content::Html(html.into())))
}

#[test]
fn what_wordpress_makes_of_a_text_is_the_same_text() {
    for (text, html) in [
        ("At last...", "<p>At last&#8230;</p>\n"),
        ("\"R&D\" -- <b> 3x4...", "<p>&#8220;R&amp;D&#8221; &#8212; &lt;b&gt; 3&#215;4&#8230;</p>\n"),
        (
            "It's 9' -- '99 'til `now` ''quoted''",
            "<p>It&#8217;s 9&#8242; &#8212; &#8217;99 &#8217;til `now` &#8221;quoted&#8221;</p>",
        ),
        ("One\nline\n\nTwo", "<p>One<br />\nline</p>\n<p>Two</p>\n"),
        (
            "See https://a.example/?a=1&b=2 now",
            "<p>See <a href=\"https://a.example/?a=1&amp;b=2\" rel=\"nofollow ugc\">https://a.example/?a=1&amp;b=2</a> now</p>",
        ),
        ("Fine :) thanks :-D really", "<p>Fine &#x1f642; thanks &#x1f600; really</p>"),
        (
            "Green :mrgreen: and 8)",
            "<p>Green <img src=\"https://wp.example/mrgreen.png\" alt=\":mrgreen:\" class=\"wp-smiley\" /> and &#x1f60e;</p>",
        ),
        ("Smilies are off :)", "<p>Smilies are off :)</p>"),
        ("Wordpress (tm)", "<p>WordPress &#x2122;</p>"),
        ("C:\\path 50%ab", "<p>C:&#092;path 50&#037;ab</p>"),
        ("&copy; is not \u{a9}", "<p>&amp;copy; is not ©</p>"),
        ("日本語、 «да»", "<p>日本語、 «да»</p>"),
    ] {
        assert!(is_found(text, html), "{text}");
    }
}

#[test]
fn other_words_are_another_comment() {
    for (text, html) in [
        ("Yes!", "<p>Yes?</p>"),
        ("Yes.", "<p>Yes</p>"),
        ("No", "<p>No more</p>"),
        ("I saw 3", "<p>I saw 4</p>"),
        ("C:D", "<p>C</p>"),
        ("a < b", "<p>a &gt; b</p>"),
        ("8", "<p></p>"),
    ] {
        assert!(!is_found(text, html), "{text}");
    }
    let text = || Content::Text("Yes".into());
    assert!(!is_same(&of("Eve", text()), &of("Adam", text())));
    assert!(is_same(&of("Eve O'Dowd", text()), &of("Eve O’Dowd", text())));
}

proptest! {
    /// WordPress does at least this: paragraphs, line breaks, and our references.
    #[test]
    fn any_text_is_found_in_its_own_html(text in any::<String>()) {
        let html = format!("<p>{}</p>\n", to_html(&text).replace("\n\n", "</p>\n<p>").replace('\n', "<br />\n"));
        prop_assert!(is_found(&text, &html), "{html:?}");
    }

    #[test]
    fn html_has_no_markup_and_no_backslash(text in any::<String>()) {
        prop_assert!(!to_html(&text).contains(['<', '>', '\\', '%']));
    }
}
