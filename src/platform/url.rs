//! The browser's URL parser.

use crate::feed::UrlParser;

/// [`UrlParser`] by the browser's `URL`.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserUrls;

impl UrlParser for BrowserUrls {
    fn parse(&self, input: &str, base: &str) -> Option<String> {
        // Where the base is none, whole addresses still hold.
        let url = web_sys::Url::new_with_base(input, base).or_else(|_| web_sys::Url::new(input));
        Some(url.ok()?.href())
    }
}
