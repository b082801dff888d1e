//! The form's rules: what a reader typed, and what is wrong with it. Pure.

use crate::{
    feed::{UrlParser, WebUrl},
    words,
};

use super::text::{clean_line, clean_text, is_blank};

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The comment itself.
    Comment,
    /// The reader's name.
    Name,
    /// The reader's e-mail address, never published.
    Email,
    /// The reader's own page.
    Website,
}

impl Field {
    /// Every field, in the form's order.
    pub const ALL: [Self; 4] = [Self::Comment, Self::Name, Self::Email, Self::Website];

    /// The field's name in the form's markup and in a service's `errors`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Comment => "comment",
            Self::Name => "name",
            Self::Email => "email",
            Self::Website => "website",
        }
    }

    /// Where it is in the form.
    pub fn selector(self) -> String {
        ["[name=", self.name(), "]"].concat()
    }
}

/// What is in the form, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    /// `Comment:`
    pub comment: String,
    /// `Name:*`
    pub name: String,
    /// `Email:`
    pub email: String,
    /// `Website:`
    pub website: String,
}

impl Fields {
    /// What is in one field.
    pub fn get(&self, field: Field) -> &str {
        match field {
            Field::Comment => &self.comment,
            Field::Name => &self.name,
            Field::Email => &self.email,
            Field::Website => &self.website,
        }
    }

    /// Puts `text` into one field.
    pub fn set(&mut self, field: Field, text: String) {
        match field {
            Field::Comment => self.comment = text,
            Field::Name => self.name = text,
            Field::Email => self.email = text,
            Field::Website => self.website = text,
        }
    }
}

/// What a service asks for. The limits are bytes of UTF-8, of what is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    /// Without an e-mail address the service takes no comment.
    pub email_required: bool,
    /// The longest comment.
    pub comment_limit: usize,
    /// The longest name.
    pub name_limit: usize,
    /// The longest e-mail address.
    pub email_limit: usize,
    /// The longest address of a website.
    pub website_limit: usize,
}

impl Default for Rules {
    /// WordPress's limits (`wp_get_comment_fields_max_lengths`), which others keep to as well; no e-mail address needed.
    fn default() -> Self {
        Self { email_required: false, comment_limit: 65_525, name_limit: 245, email_limit: 100, website_limit: 200 }
    }
}

/// What is wrong with a field. The sentences for it are messages of the widget's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Required, and nothing that anybody would see is in it.
    Missing,
    /// Not an e-mail address.
    InvalidEmail,
    /// Not the address of a website.
    InvalidWebsite,
    /// More than the service takes; both in bytes of UTF-8.
    TooLong {
        /// As many as the service takes.
        limit: usize,
        /// As many as there are.
        actual: usize,
    },
    /// The service does not take it, for this reason in its own words, which may be none.
    Refused(String),
}

/// A comment that may be sent. Only [`validate`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValidComment {
    comment: String,
    name: String,
    email: Option<String>,
    website: Option<WebUrl>,
}

impl ValidComment {
    /// The text: not blank, trimmed, line breaks as `\n`.
    pub fn comment(&self) -> &str {
        &self.comment
    }

    /// The name: not blank, one line.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The e-mail address, for the service only.
    pub fn email(&self) -> Option<&str> {
        self.email.as_deref()
    }

    /// The website.
    pub fn website(&self) -> Option<&WebUrl> {
        self.website.as_ref()
    }
}

/// Checks the whole form: a comment to send, or every field with a problem, one each, in the form's order.
pub fn validate(fields: &Fields, rules: &Rules, urls: &dyn UrlParser) -> Result<ValidComment, Vec<(Field, Problem)>> {
    let mut problems = Vec::new();
    let comment = note(&mut problems, Field::Comment, required(clean_text(&fields.comment), rules.comment_limit));
    let name = note(&mut problems, Field::Name, required(words::name(&clean_line(&fields.name)), rules.name_limit));
    let email = note(&mut problems, Field::Email, email(&fields.email, rules, urls));
    let website = note(&mut problems, Field::Website, website(&fields.website, rules, urls));
    match (comment, name, email, website) {
        (Some(comment), Some(name), Some(email), Some(website)) => Ok(ValidComment { comment, name, email, website }),
        _ => Err(problems),
    }
}

fn note<T>(problems: &mut Vec<(Field, Problem)>, field: Field, checked: Result<T, Problem>) -> Option<T> {
    checked.map_err(|problem| problems.push((field, problem))).ok()
}

fn required(text: String, limit: usize) -> Result<String, Problem> {
    if is_blank(&text) {
        return Err(Problem::Missing);
    }
    within(&text, limit)?;
    Ok(text)
}

fn within(text: &str, limit: usize) -> Result<(), Problem> {
    let actual = text.len();
    if actual > limit { Err(Problem::TooLong { limit, actual }) } else { Ok(()) }
}

fn email(raw: &str, rules: &Rules, urls: &dyn UrlParser) -> Result<Option<String>, Problem> {
    let text = clean_line(raw);
    if is_blank(&text) {
        return if rules.email_required { Err(Problem::Missing) } else { Ok(None) };
    }
    let text = with_ascii_domain(text, urls).filter(|text| is_email(text)).ok_or(Problem::InvalidEmail)?;
    within(&text, rules.email_limit)?;
    Ok(Some(text))
}

fn website(raw: &str, rules: &Rules, urls: &dyn UrlParser) -> Result<Option<WebUrl>, Problem> {
    let text = clean_line(raw);
    if is_blank(&text) {
        return Ok(None);
    }
    let url = super::website::parse(&text, urls).ok_or(Problem::InvalidWebsite)?;
    within(url.as_str(), rules.website_limit)?;
    Ok(Some(url))
}

/// An address with its domain as the network writes it, `zoe@xn--mnchen-3ya.example`. Some browsers do that in the field, others
/// leave what was typed.
fn with_ascii_domain(text: String, urls: &dyn UrlParser) -> Option<String> {
    let (name, domain) = text.split_once('@')?;
    if domain.is_ascii() {
        return Some(text);
    }
    // Nothing that would end the domain in an address of the web.
    if domain.bytes().any(|b| b.is_ascii() && !b.is_ascii_alphanumeric() && !matches!(b, b'-' | b'.')) {
        return None;
    }
    let url = urls.parse(&["https://", domain, "/"].concat(), "about:blank")?;
    let domain = url.strip_prefix("https://")?.strip_suffix('/')?;
    Some([name, "@", domain].concat())
}

/// The HTML standard's [valid e-mail address](https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address),
/// section 4.10.5.1.5: what `<input type=email>` takes, everywhere the same.
pub fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let local_ok = |b: u8| b.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&b);
    !local.is_empty() && local.bytes().all(local_ok) && domain.split('.').all(is_label)
}

/// `[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?`
fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}
