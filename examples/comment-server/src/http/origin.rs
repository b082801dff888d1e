//! Which pages may use the server, and which may be commented on. Pure.

use url::Url;

/// Origins, such as `https://news.example`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Allowed {
    /// Every origin.
    All,
    /// These.
    Listed(Vec<String>),
}

impl Allowed {
    /// Reads a list with spaces or commas, or `*`.
    pub fn parse(text: &str) -> Result<Self, String> {
        let entries: Vec<&str> = text.split([' ', ',']).filter(|entry| !entry.is_empty()).collect();
        if entries == ["*"] {
            return Ok(Self::All);
        }
        let listed = entries.into_iter().map(|entry| {
            let wrong = || format!("has \"{entry}\"; an origin is scheme, host and port, such as https://news.example");
            let url = Url::parse(entry).map_err(|_| wrong())?;
            let alone =
                url.path() == "/" && url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
            let web = matches!(url.scheme(), "http" | "https");
            if web && alone { Ok(url.origin().ascii_serialization()) } else { Err(wrong()) }
        });
        listed.collect::<Result<_, _>>().map(Self::Listed)
    }

    /// Whether a page of `origin`, as browsers write it, may use the server.
    pub fn has(&self, origin: &str) -> bool {
        match self {
            Self::All => true,
            Self::Listed(listed) => listed.iter().any(|listed| listed == origin),
        }
    }

    /// Whether an article at `url` may be commented on. Where there is a list, an article without address is nowhere on it.
    pub fn has_page(&self, url: Option<&str>) -> bool {
        let origin = || Some(Url::parse(url?).ok()?.origin().ascii_serialization());
        *self == Self::All || origin().is_some_and(|origin| self.has(&origin))
    }
}
