//! Hosts that the publisher lists. Pure.

use super::resolve::host;
use crate::words::listed;

/// Hosts, each with those below it: `media.example` is also `img.media.example`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hosts(Vec<String>);

impl Hosts {
    /// The hosts in a list with spaces or commas. A whole address stands for its host.
    pub fn parse(list: &str) -> Self {
        Self(listed(list).iter().map(|written| name(written)).collect())
    }

    /// These, and the host of the address `href`.
    #[must_use]
    pub fn with(mut self, href: &str) -> Self {
        self.0.push(host(href).to_owned());
        self
    }

    /// Whether the `http(s)` address `href`, as the browser writes it, leads to one of them.
    pub fn allows(&self, href: &str) -> bool {
        let host = host(href);
        self.0.iter().any(|allowed| {
            let above = host.strip_suffix(allowed.as_str());
            above.is_some_and(|above| !allowed.is_empty() && (above.is_empty() || above.ends_with('.')))
        })
    }
}

fn name(written: &str) -> String {
    let lower = written.to_ascii_lowercase();
    let whole = if host(&lower).is_empty() { ["http://", &lower].concat() } else { lower };
    host(&whole).to_owned()
}
