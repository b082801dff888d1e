//! The browser's URL parser.

use crate::feed::UrlParser;

/// [`UrlParser`] by the browser's `URL`.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserUrls;

impl UrlParser for BrowserUrls {
    fn parse(&self, input: &str, base: &str) -> Option<String> {
        web_sys::Url::new_with_base(input, base).ok().map(|url| url.href())
    }
}
