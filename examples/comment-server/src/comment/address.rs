//! Addresses: of e-mail, and of the web. Pure.

use url::Url;

/// What the HTML standard calls a valid e-mail address, which `<input type=email>` takes everywhere.
pub fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let taken = |b: u8| b.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&b);
    !local.is_empty() && local.bytes().all(taken) && domain.split('.').all(is_label)
}

fn is_label(label: &str) -> bool {
    let inner = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
    (1..=63).contains(&label.len()) && label.bytes().all(inner) && !label.starts_with('-') && !label.ends_with('-')
}

/// The address of a page, as browsers write it: absolute, `http(s)`, and without a name or password, which would be
/// published, and which lets `https://bank.example@evil.example` look like another site.
pub fn website(text: &str) -> Option<String> {
    let url = Url::parse(text).ok()?;
    let web = matches!(url.scheme(), "http" | "https") && url.has_host();
    (web && url.username().is_empty() && url.password().is_none()).then(|| url.to_string())
}
