//! Where a site's REST interface is. Pure.

use crate::{feed::WebUrl, percent};

/// Where its own routes begin.
const NAMESPACE: &str = "/wp/v2";
/// The parameter that names a route where the site's addresses are not rewritten.
const ROUTE: &str = "rest_route";
/// The parameters that the widget sets.
const OURS: [&str; 13] = [
    ROUTE,
    "_envelope",
    "_embed",
    "_fields",
    "include",
    "order",
    "orderby",
    "page",
    "parent",
    "per_page",
    "post",
    "search",
    "slug",
];

/// A site's REST interface, by whatever address of it a publisher gives: `…/wp-json`, `…/?rest_route=`, with or without a
/// slash at the end, also that of its routes (`…/wp-json/wp/v2`) or of one of them. WordPress.com has one interface for all
/// of its sites: there a site's routes are below `…/wp/v2/sites/<name>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Root {
    /// The address without its query, or up to where the routes begin.
    place: String,
    /// What stands before a route's name: the namespace, with `/sites/<name>` behind it or without.
    namespace: String,
    /// Whether the route is a parameter.
    is_query: bool,
    /// The parameters that are the publisher's own, such as a language's, as they are written.
    own: Vec<String>,
}

impl Root {
    /// The root that `address` is, or that it is below.
    pub fn of(address: &WebUrl) -> Self {
        let whole = address.as_str().split('#').next().unwrap_or_default();
        let (place, query) = whole.split_once('?').unwrap_or((whole, ""));
        let name = |parameter: &str| parameter.split('=').next().unwrap_or_default().to_owned();
        let route = address.parameter(ROUTE);
        let is_query = route.is_some();
        let (above, routes) = above(route.as_deref().unwrap_or(place));
        let site = routes.strip_prefix("/sites/").and_then(|rest| rest.split('/').next()).unwrap_or_default();
        let namespace = [NAMESPACE, if site.is_empty() { "" } else { "/sites/" }, site].concat();
        let place = if is_query { place } else { above.trim_end_matches('/') };
        let own =
            query.split('&').filter(|parameter| !parameter.is_empty() && !OURS.contains(&name(parameter).as_str()));
        Self { place: place.to_owned(), namespace, is_query, own: own.map(str::to_owned).collect() }
    }

    /// Its address, the same whatever was given.
    pub fn address(&self) -> WebUrl {
        self.at(if self.namespace == NAMESPACE { "" } else { &self.namespace })
    }

    /// The address of a route, `posts` or `comments`, with these parameters behind the publisher's own.
    pub fn route(&self, name: &str, parameters: &[(&str, &str)]) -> WebUrl {
        let url = self.at(&[self.namespace.as_str(), "/", name].concat());
        parameters.iter().fold(url, |url, (name, value)| url.with_parameter(name, value))
    }

    fn at(&self, path: &str) -> WebUrl {
        let place = WebUrl::assembled([self.place.as_str(), if self.is_query { "" } else { path }].concat());
        let url = self.own.iter().fold(place, |url, parameter| {
            let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
            let decoded = |text: &str| percent::decode(text).unwrap_or_else(|| text.to_owned());
            url.with_parameter(&decoded(name), &decoded(value))
        });
        if self.is_query { url.with_parameter(ROUTE, if path.is_empty() { "/" } else { path }) } else { url }
    }
}

/// What stands before `/wp/v2` in a path, and what behind it, where that is a whole part of the path; else the path.
fn above(place: &str) -> (&str, &str) {
    let cut = || {
        let at = place.as_bytes().windows(NAMESPACE.len()).rposition(|found| found == NAMESPACE.as_bytes())?;
        let (before, routes) = place.split_at_checked(at)?;
        let routes = routes.get(NAMESPACE.len()..)?;
        (routes.is_empty() || routes.starts_with('/')).then_some((before, routes))
    };
    cut().unwrap_or((place, ""))
}
