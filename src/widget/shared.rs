//! Feeds that several elements of a page show: read once for all of them.

use std::{
    cell::RefCell,
    sync::{Arc, Weak},
};

use crate::{
    feed::{Edition, WebUrl},
    sanitize::policy::Hosts,
};

/// What was read, under what it was read by; gone with the last element that shows it.
struct Shared {
    url: WebUrl,
    hosts: Option<Hosts>,
    edition: Weak<Edition>,
}

thread_local! {
    static SHARED: RefCell<Vec<Shared>> = const { RefCell::new(Vec::new()) };
}

/// The edition at `url` that another element shows, read by the same `hosts`.
pub fn find(url: &WebUrl, hosts: Option<&Hosts>) -> Option<Arc<Edition>> {
    let is_it = |shared: &&Shared| shared.url == *url && shared.hosts.as_ref() == hosts;
    SHARED.with_borrow(|all| all.iter().find(is_it)?.edition.upgrade())
}

/// Whether some element shows what is at `url`.
pub fn has(url: &str) -> bool {
    let is_it = |shared: &Shared| shared.url.as_str() == url && shared.edition.strong_count() > 0;
    SHARED.with_borrow(|all| all.iter().any(is_it))
}

/// Keeps `edition` for those who come later, in the place of what was read before; the one to show.
pub fn keep(url: WebUrl, hosts: Option<Hosts>, edition: Arc<Edition>) -> Arc<Edition> {
    let weak = Arc::downgrade(&edition);
    SHARED.with_borrow_mut(|all| {
        all.retain(|shared| shared.edition.strong_count() > 0 && !(shared.url == url && shared.hosts == hosts));
        all.push(Shared { url, hosts, edition: weak });
    });
    edition
}
