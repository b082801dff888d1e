//! The address bar of a widget that is the site: `#/`, `#/section/World`, `#/article/<id>`. Pure.

/// What is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The front page.
    Front,
    /// A section's page, by name.
    Section(String),
    /// An article, by id or address.
    Article(String),
    /// Nothing known: the address as it stands.
    Unknown(String),
}

impl Route {
    /// Reads a fragment, with or without its `#`. An empty one is the front page; what is not ours is [`Self::Unknown`].
    pub fn from_hash(hash: &str) -> Self {
        let path = hash.strip_prefix('#').unwrap_or(hash);
        let unknown = || Self::Unknown(path.to_owned());
        if matches!(path, "" | "/") {
            return Self::Front;
        }
        let Some((kind, rest)) = path.strip_prefix('/').and_then(|path| path.split_once('/')) else { return unknown() };
        match (kind, decode(rest)) {
            (_, Some(name)) if name.is_empty() => unknown(),
            ("section", Some(name)) => Self::Section(name),
            ("article", Some(id)) => Self::Article(id),
            _ => unknown(),
        }
    }

    /// What a page that is opened at `hash` shows: a fragment that is not ours says nothing about it.
    pub fn of_page(hash: &str) -> Self {
        if Self::is_ours(hash) { Self::from_hash(hash) } else { Self::Front }
    }

    /// The fragment with its `#`, every reserved character of a name percent-encoded.
    pub fn to_hash(&self) -> String {
        match self {
            Self::Front => "#/".into(),
            Self::Section(name) => encode("#/section/", name),
            Self::Article(id) => encode("#/article/", id),
            Self::Unknown(path) => format!("#{path}"),
        }
    }

    /// Whether a fragment belongs to the widget. `#top` on a host's page does not, and must not blank the widget.
    pub fn is_ours(hash: &str) -> bool {
        matches!(hash, "" | "#") || hash.starts_with("#/")
    }
}

/// RFC 3986, unreserved characters stand for themselves.
fn encode(prefix: &str, text: &str) -> String {
    let mut out = String::from(prefix);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(byte.into());
        } else {
            out.push('%');
            for digit in [byte >> 4, byte & 0x0f] {
                out.push(char::from_digit(digit.into(), 16).unwrap_or('0').to_ascii_uppercase());
            }
        }
    }
    out
}

/// `None` when the bytes are no UTF-8. A stray `%` stands for itself.
fn decode(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut out = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        let mut rest = bytes.clone();
        let pair = (byte == b'%').then(|| Some((digit(rest.next()?)?, digit(rest.next()?)?))).flatten();
        match pair {
            Some((high, low)) => {
                out.push(high << 4 | low);
                bytes = rest;
            }
            None => out.push(byte),
        }
    }
    // By chunks, as the feed's bytes are read: String::from_utf8 would bring a second way to check them.
    match out.utf8_chunks().next() {
        Some(chunk) => chunk.invalid().is_empty().then(|| chunk.valid().to_owned()),
        None => Some(String::new()),
    }
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}
