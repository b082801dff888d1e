//! Players: frames that a reader may open in the text, at a click. Pure.

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

    /// The player of YouTube or Vimeo for `href`, an address as the browser writes it: that of the player, or of the page that
    /// people see.
    pub(super) fn known(href: &str) -> Option<Self> {
        let place = href.split('#').next().unwrap_or_default();
        let (path, query) = place.split_once('?').unwrap_or((place, ""));
        let mut parts = path.split('/').skip(3);
        let (first, second) = (parts.next().unwrap_or_default(), parts.next());
        let pairs = || query.split('&').filter_map(|pair| pair.split_once('='));
        let watched = || pairs().find(|(name, _)| *name == "v").map(|(_, id)| id);
        let is_number = |id: &&str| id.bytes().all(|byte| byte.is_ascii_digit());
        let (id, before, after, parameters): (_, _, _, &[_]) = match host(href) {
            "www.youtube.com" | "youtube.com" | "m.youtube.com" | "www.youtube-nocookie.com" | "youtu.be" => {
                let id = match first {
                    "embed" | "live" | "shorts" | "v" => second,
                    "watch" => watched(),
                    id => Some(id).filter(|_| host(href) == "youtu.be"),
                };
                (id, "https://www.youtube-nocookie.com/embed/", "?autoplay=1", &["start", "list"])
            }
            "player.vimeo.com" | "vimeo.com" => {
                let id = if first == "video" { second } else { Some(first).filter(is_number) };
                // `dnt`: do not track
                (id, "https://player.vimeo.com/video/", "?dnt=1&autoplay=1", &["h"])
            }
            _ => return None,
        };
        let mut src = [before, id.filter(|id| is_token(id))?, after].concat();
        for (name, value) in pairs().filter(|(name, value)| parameters.contains(name) && is_token(value)) {
            for piece in ["&", name, "=", value] {
                src.push_str(piece);
            }
        }
        Some(Self::at(src))
    }
}

/// What identifies something on such a host.
fn is_token(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
}
