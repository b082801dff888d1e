//! The widget as the whole site (`routing="hash"`): front page, sections, masthead, address bar, the way back. A module of
//! its own ([`later`]), for an article on a publisher's page needs none of it. Where it is wanted it is wanted for the first
//! paint: `modules.js` asks for it together with the rest.

use super::{Page, State, front::front, furniture::masthead, message::not_found, place, section::section};
use crate::{later, view::El};

/// The site's code.
#[derive(Clone, Copy, Debug)]
pub struct Site {
    /// The front page.
    pub front: fn(State) -> El,
    /// A section's page.
    pub section: fn(State, &str) -> El,
    /// The page for an address that leads nowhere.
    pub not_found: fn(State) -> El,
    /// What stands above each page.
    pub masthead: fn(State) -> Option<El>,
    /// Names the page in the browser's tab and history.
    pub set_title: fn(State, &Page),
    /// Scrolls to where the reader was; the flag tells whether they came from another page.
    pub restore_place: fn(State, bool),
    /// Keeps where the reader is, who is about to leave.
    pub remember_place: fn(State),
    /// Opens what the address bar names.
    pub follow_address: fn(State),
    /// Follows it for as long as the current owner lives.
    pub watch: fn(State),
}

later::module!(site: code -> Site = SITE);

const SITE: Site = Site {
    front,
    section,
    not_found,
    masthead,
    set_title: place::set_title,
    restore_place: place::restore_place,
    remember_place: place::remember_place,
    follow_address: place::follow_address,
    watch: place::watch,
};

impl State {
    /// The site's code, where the widget is the site and the code is here. Tracks.
    pub fn site(self) -> Option<Site> {
        self.is_site().then(|| self.site_code.get().ready().copied()).flatten()
    }

    /// Fetches it, unless it is here or on its way. What the address bar names is open before anything is drawn.
    pub(super) fn load_site(self) {
        self.site_code.again();
        self.site_code.load(super::requests::SLOW_AFTER, async move {
            let site = code().await?;
            (site.follow_address)(self);
            Ok(site)
        });
    }
}
