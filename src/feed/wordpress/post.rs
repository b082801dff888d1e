//! Posts of WordPress, as articles. Pure.

use super::{Article, Root, bare, embedded, envelope, html, identified, leftovers, plain};
use crate::feed::{
    Author, CommentService, Content, Feed, FeedError, FeedNews, Image, Item, ItemId, ItemNews, Parsed, UrlParser,
    WebUrl,
    item::House,
    news,
    object::Object,
    value::{Value, distinct},
};

/// The widest picture that is asked for, in pixels, where there are several: the column's width on a dense screen.
const WIDEST: u32 = 1600;

/// As many posts as a page of the feed has.
const PER_PAGE: &str = "20";
/// What WordPress is to put into the answer: else it would be asked for each post's author, picture and terms.
const EMBED: &str = "author,wp:featuredmedia,wp:term";
/// What is read of a post.
const FIELDS: &str = "id,link,title,content,excerpt,date_gmt,modified_gmt,comment_status,_news,_links,_embedded";

/// Where the newest posts of the site at `address` are, for [`posts`].
pub fn first_page(address: &WebUrl) -> WebUrl {
    list(address, ("per_page", PER_PAGE))
}

/// Where the one post is that an article attribute means by `key`, an id or an address.
pub fn single(address: &WebUrl, key: &str, urls: &dyn UrlParser) -> Option<WebUrl> {
    let url = WebUrl::resolve(urls, key, address.as_str());
    Some(match Article::of(&ItemId::new(key)?, url.as_ref())? {
        Article::Number(number) => list(address, ("include", &number)),
        Article::Slug(slug) => list(address, ("slug", &slug)),
    })
}

fn list(address: &WebUrl, which: (&str, &str)) -> WebUrl {
    Root::of(address).route("posts", &[which, ("_embed", EMBED), ("_envelope", "1"), ("_fields", FIELDS)])
}

/// The numbers of the posts in a list, of which nothing else is read.
///
/// # Errors
/// What is no list, as [`parse`](crate::feed::parse) has it.
pub fn numbers(bytes: &[u8], base: &str, urls: &dyn UrlParser) -> Result<Vec<ItemId>, FeedError> {
    Ok(envelope::open(bytes, base, urls, |value| Some(identified(value)?.0))?.items)
}

/// Reads a page of posts that came from `base`. The comments are the site's own, unless the element says otherwise.
///
/// # Errors
/// What is no list of posts, as [`parse`](crate::feed::parse) has it.
pub fn posts(bytes: &[u8], base: &WebUrl, urls: &dyn UrlParser) -> Result<Parsed, FeedError> {
    let read = |value: Value| identified(value).map(|(id, object)| item(bare(id), &object));
    let envelope::Opened { items, extent, skipped } = envelope::open(bytes, base.as_str(), urls, read)?;
    let comments = CommentService { service: "wordpress".into(), url: Some(Root::of(base).address()) };
    let feed = Feed {
        next_url: extent.next(base),
        news: FeedNews { comments: Some(comments), ..FeedNews::default() },
        items: distinct(items, |item| item.id.as_str()),
        ..Feed::default()
    };
    Ok(Parsed { feed, skipped })
}

fn item(bare: Item, post: &Object) -> Item {
    Item {
        url: post.url("link"),
        title: plain(post, "title"),
        content: html(post, "content").map_or(Content::None, |html| Content::Html(leftovers::body(&html))),
        summary: html(post, "excerpt")
            .and_then(|html| leftovers::excerpt(&html, post.url("link").as_ref().map(WebUrl::as_str))),
        image: embedded(post, "wp:featuredmedia").and_then(|media| image(&media)),
        // In no zone, as only UTC may be; `date` is the site's own time.
        date_published: post.date("date_gmt"),
        date_modified: post.date("modified_gmt"),
        authors: embedded(post, "author").and_then(|author| byline(&author)).into_iter().collect(),
        tags: terms(post, "post_tag"),
        news: extension(post),
        ..bare
    }
}

/// `_news`, which a site may add to its posts, and what WordPress itself says of the same.
fn extension(post: &Object) -> ItemNews {
    let mut news = news::of_item(&post.news(), House::default());
    if news.section.is_empty() {
        // A post may be in several categories, and which of them is inside which is not said.
        news.section = terms(post, "category").into_iter().take(1).collect();
    }
    news.comments_open = news.comments_open.or(post.text("comment_status").map(|status| status == "open"));
    news
}

fn byline(author: &Object) -> Option<Author> {
    // No picture: it is on somebody else's server, and addressed by a hash of the e-mail address.
    Some(Author { name: Some(author.person("name")?), url: author.url("link"), avatar: None })
}

/// The names of the post's terms of one taxonomy. WordPress has a list for each.
fn terms(post: &Object, taxonomy: &str) -> Vec<String> {
    let lists = post.object("_embedded").map(|embedded| embedded.each("wp:term", |list| Some(list.each(term))));
    let terms = lists.into_iter().flatten().flatten();
    terms.filter_map(|(of, name)| (of == taxonomy).then_some(name)).collect()
}

/// A term's taxonomy and its name.
fn term(value: Value) -> Option<(String, String)> {
    let object = value.object()?;
    Some((object.text("taxonomy")?.into_owned(), object.plain("name")?))
}

/// The lead image in the size that is wanted.
fn image(media: &Object) -> Option<Image> {
    let details = media.object("media_details");
    let (url, size) = details.as_ref().and_then(fitting).or_else(|| {
        let size = details.as_ref().and_then(|details| details.size("width", "height"));
        Some((media.source("source_url")?, size))
    })?;
    Some(Image { url, alt: media.plain("alt_text"), caption: plain(media, "caption"), credit: None, size })
}

/// Of the sizes that WordPress keeps of a picture, whole, the widest that is not too wide; else the narrowest.
fn fitting(details: &Object) -> Option<(WebUrl, Option<(u32, u32)>)> {
    let sizes = details.object("sizes")?;
    let mut fitting = None;
    for name in ["full", "2048x2048", "1536x1536", "large", "medium_large", "medium"] {
        let Some(file) = sizes.object(name) else { continue };
        let size = file.size("width", "height");
        fitting = file.source("source_url").map(|url| (url, size)).or(fitting);
        if size.is_some_and(|(width, _)| width <= WIDEST) {
            break;
        }
    }
    fitting
}
