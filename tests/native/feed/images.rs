//! The lead image and the spot.

use super::{feed, feed_skipping, item, item_skipping};

#[test]
fn the_lead_image_is_image_else_banner_image() {
    let url = |fields: &str| item(fields).image.map(|image| image.url.as_str().to_owned());
    assert_eq!(url(r#""image":"/a.png","banner_image":"/b.png""#).as_deref(), Some("https://news.example/a.png"));
    assert_eq!(url(r#""image":"","banner_image":"/b.png""#).as_deref(), Some("https://news.example/b.png"));
    assert_eq!(url(r#""_news":{"image_alt":"A dog","image_width":1,"image_height":1}"#), None);
    let (item, skipped) = item_skipping(r#""image":"data:,x","banner_image":"/b.png""#);
    assert_eq!((item.image.unwrap().url.as_str(), skipped.len()), ("https://news.example/b.png", 1));
}

#[test]
fn the_extension_describes_the_lead_image() {
    let image = item(
        r#""image":"/a.png","_news":{"image_alt":"A &amp; B","image_caption":"<i>C</i>","image_credit":"D","image_width":800,
        "image_height":"600"}"#,
    )
    .image
    .unwrap();
    assert_eq!(image.alt.as_deref(), Some("A & B"));
    assert_eq!(image.caption.as_deref(), Some("C"));
    assert_eq!(image.credit.as_deref(), Some("D"));
    assert_eq!(image.size, Some((800, 600)));
}

#[test]
fn a_size_is_two_positive_numbers() {
    for (fields, line) in [
        (r#""image_width":800"#, "image_height: missing"),
        (r#""image_height":800"#, "image_width: missing"),
        (r#""image_width":0,"image_height":1"#, "image_width: expected a number of pixels, found 0"),
        (r#""image_width":1,"image_height":"auto""#, "image_height: expected a number, not negative, found \"auto\""),
        (r#""image_width":4294967296,"image_height":1"#, "image_width: expected a number of pixels, found 4294967296"),
    ] {
        let (item, skipped) = item_skipping(&format!(r#""image":"/a.png","_news":{{{fields}}}"#));
        assert_eq!(item.image.unwrap().size, None);
        assert_eq!(skipped, [format!(r#"item "1", _news.{line}"#)]);
    }
}

#[test]
fn the_spot_is_an_image_with_a_link() {
    let spot = r#""image":"/ad.png","url":"https://shop.example/","alt":"Shoes","width":300,"height":250,"label":"Advertisement""#;
    let spot = feed(&format!(r#""_news":{{"spot":{{{spot}}}}}"#)).news.spot.unwrap();
    assert_eq!((spot.image.url.as_str(), spot.image.size), ("https://news.example/ad.png", Some((300, 250))));
    assert_eq!(spot.url.unwrap().as_str(), "https://shop.example/");
    assert_eq!((spot.image.alt.as_deref(), spot.label.as_deref()), (Some("Shoes"), Some("Advertisement")));

    let (feed, skipped) = feed_skipping(r#""_news":{"spot":{"url":"https://shop.example/","width":1}}"#);
    assert_eq!((feed.news.spot, skipped), (None, vec!["feed, _news.spot.image: missing".into()]));
}
