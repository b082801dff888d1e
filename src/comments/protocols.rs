//! What is spoken with services on servers. A page uses one of them or none, so the code of each is a module of its own
//! ([`later`]), fetched when the first thing is asked of it.

use super::services::{Protocol, Service, http, isso, wordpress};
use crate::later::{self, NotLoaded};

later::module!(http: http_code -> Protocol = http::PROTOCOL);
later::module!(wordpress: wordpress_code -> Protocol = wordpress::PROTOCOL);
later::module!(isso: isso_code -> Protocol = isso::PROTOCOL);

impl Service {
    /// Fetches what is spoken with this one, unless it is here.
    ///
    /// # Errors
    /// [`NotLoaded`], also where nothing is spoken: asking again may help a service that [is remote](Self::is_remote).
    pub async fn protocol(self) -> Result<Protocol, NotLoaded> {
        match self {
            Self::Http => http_code().await,
            Self::WordPress => wordpress_code().await,
            Self::Isso => isso_code().await,
            Self::Feed | Self::Local | Self::None => Err(NotLoaded),
        }
    }
}
