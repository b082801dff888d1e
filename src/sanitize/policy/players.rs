//! Players: frames that a reader may open in the text, at a click.

use super::resolve::host;

/// A page that plays something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Player {
    /// The address to frame, of the host that sets no cookies where there is one.
    pub src: String,
    /// Its host, for the reader to decide by.
    pub host: String,
}

impl Player {
    /// A frame that is played from where it is.
    pub(super) fn at(src: String) -> Self {
        let host = host(&src).to_owned();
        Self { src, host }
    }

    /// The player of YouTube or Vimeo at `href`, an address as the browser writes it.
    pub(super) fn known(href: &str) -> Option<Self> {
        let (folder, before, after, parameters): (_, _, _, &[_]) = match host(href) {
            "www.youtube.com" | "youtube.com" | "m.youtube.com" | "www.youtube-nocookie.com" => {
                ("embed", "https://www.youtube-nocookie.com/embed/", "?autoplay=1", &["start", "list"])
            }
            // `dnt`: do not track
            "player.vimeo.com" => ("video", "https://player.vimeo.com/video/", "?dnt=1&autoplay=1", &["h"]),
            _ => return None,
        };
        let mut parts = href.split(['/', '?', '#']).skip(3);
        let id = parts.next().filter(|part| *part == folder).and_then(|_| parts.next()).filter(|id| is_token(id))?;
        let mut src = [before, id, after].concat();
        for pair in parts.next().unwrap_or_default().split('&') {
            if pair.split_once('=').is_some_and(|(name, value)| parameters.contains(&name) && is_token(value)) {
                src.push('&');
                src.push_str(pair);
            }
        }
        Some(Self::at(src))
    }
}

/// What identifies something on such a host.
fn is_token(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
}
