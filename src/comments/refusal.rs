//! Why a service does not take a comment, in a sentence.

use super::{services::exchange::Refusal, validate::Field};
use crate::i18n::CommentMessages;

/// What its writer is told.
pub fn sentence(messages: &CommentMessages, refusal: &Refusal) -> String {
    match refusal {
        Refusal::LogIn => messages.refused_log_in.into(),
        Refusal::Closed => messages.refused_closed.into(),
        Refusal::TooLarge => messages.refused_too_large.into(),
        Refusal::Enough => messages.refused_enough.into(),
        Refusal::OwnReply => messages.refused_own_reply.into(),
        Refusal::Other { status, detail } => (messages.refused)(*status, detail),
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
                .map(|(at, detail)| [label(*at), " ", &of_field(messages, *at, detail)].concat())
                .collect();
            [messages.refused_fields, " ", &words.join(" ")].concat()
        }
    }
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
