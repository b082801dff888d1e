//! Why a service does not take a comment, in a sentence.

use super::{services::exchange::Refusal, validate::Field};
use crate::{i18n::CommentMessages, words::is_bidi_control};

/// What its writer is told.
pub fn sentence(messages: &CommentMessages, refusal: &Refusal) -> String {
    match refusal {
        Refusal::LogIn => messages.refused_log_in.into(),
        Refusal::Closed => messages.refused_closed.into(),
        Refusal::TooLarge => messages.refused_too_large.into(),
        Refusal::Enough => messages.refused_enough.into(),
        Refusal::OwnReply => messages.refused_own_reply.into(),
        Refusal::Other { status, detail } => (messages.refused)(*status, &isolated(messages, detail)),
        Refusal::ThisTime(refusal) => [&sentence(messages, refusal), " ", messages.perhaps_there].concat(),
        Refusal::Fields(fields) => {
            let label = |field: Field| match field {
                Field::Comment => messages.comment_label,
                Field::Name => messages.name_label,
                Field::Email => messages.email_label,
                Field::Website => messages.website_label,
            };
            let words: Vec<String> = fields
                .iter()
                .map(|(at, detail)| [label(*at), " ", &isolated(messages, &of_field(messages, *at, detail))].concat())
                .collect();
            [messages.refused_fields, " ", &words.join(" ")].concat()
        }
    }
}

/// Words of a service in a sentence of ours: in a direction of their own
/// ([UAX #9](https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates)), which does not reach beyond them.
fn isolated(messages: &CommentMessages, words: &str) -> String {
    // Nothing, or both go the same way.
    if words.is_empty() || words.is_ascii() && messages.refused_fields.is_ascii() {
        return words.to_owned();
    }
    let mut text = String::from('\u{2068}');
    text.extend(words.chars().filter(|c| !is_bidi_control(*c)));
    text.push('\u{2069}');
    text
}

/// What is wrong with one field: the service's own words, where it has any.
pub fn of_field(messages: &CommentMessages, field: Field, detail: &str) -> String {
    match field {
        _ if !detail.is_empty() => detail.into(),
        Field::Comment | Field::Name => messages.field_refused.into(),
        Field::Email => messages.email_wrong.into(),
        Field::Website => messages.website_wrong.into(),
    }
}
