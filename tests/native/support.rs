//! What the native tests share.

use news_widget::feed::UrlParser;

/// The `url` crate in the place of the browser's `URL`: both follow the URL standard.
pub struct Urls;

impl UrlParser for Urls {
    fn parse(&self, input: &str, base: &str) -> Option<String> {
        url::Url::options().base_url(url::Url::parse(base).ok().as_ref()).parse(input).ok().map(String::from)
    }
}
