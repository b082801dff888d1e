//! What lets browsers and shared caches keep an answer. Pure.

use sha2::{Digest, Sha256};

/// The entity tag of a body: the same on every server of a site.
pub fn etag(body: &[u8]) -> String {
    let digest = Sha256::digest(body);
    let mut tag = String::from("\"");
    for byte in digest.iter().take(16) {
        tag += &format!("{byte:02x}");
    }
    tag + "\""
}

/// Whether `If-None-Match` names the tag. Caches that compress mark tags as weak; that is no difference here.
pub fn matches(if_none_match: &str, etag: &str) -> bool {
    if_none_match.split(',').map(str::trim).any(|tag| tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == etag)
}
