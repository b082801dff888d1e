//! Why WordPress does not take a comment. Pure.
//!
//! The codes are those of `WP_REST_Comments_Controller::create_item` and what it calls; plugins add their own.

use crate::{
    comments::{
        services::exchange::{Answer, Refusal, is_temporary},
        validate::Field,
    },
    feed::plain_text,
    json::Json,
};

/// Between two comments of one reader WordPress wants so many seconds (`check_comment_flood_db`).
const FLOOD: u32 = 15;

/// What an answer that is no success comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum No {
    /// The same is there already.
    Duplicate,
    /// Too soon after another one: not before so many seconds.
    TooSoon(u32),
    /// Not now, or nobody knows.
    Temporary,
    /// For this reason.
    Refused(Refusal),
}

/// Reads it. `has_email` tells whether there is an e-mail address in what was sent.
pub fn read(answer: &Answer, has_email: bool) -> No {
    let status = answer.status;
    let text = String::from_utf8_lossy(&answer.body);
    let Some(error) = Json::check(&text).ok().and_then(Error::read) else {
        // A proxy's or a firewall's page.
        return match status {
            _ if is_temporary(status) => No::Temporary,
            413 => No::Refused(Refusal::TooLarge),
            _ => No::Refused(Refusal::Other { status, detail: String::new() }),
        };
    };
    let field = |field| No::Refused(Refusal::Fields(vec![(field, error.message.clone())]));
    match error.code.as_str() {
        "comment_duplicate" => No::Duplicate,
        "comment_flood" => No::TooSoon(FLOOD),
        "rest_comment_login_required" => No::Refused(Refusal::LogIn),
        "rest_comment_closed" | "rest_comment_draft_post" | "rest_comment_trash_post" => No::Refused(Refusal::Closed),
        "rest_comment_content_invalid" | "comment_content_column_length" => field(Field::Comment),
        // It does not say which of the two it misses.
        "rest_comment_author_data_required" => field(if has_email { Field::Name } else { Field::Email }),
        "comment_author_column_length" => field(Field::Name),
        "comment_author_email_column_length" => field(Field::Email),
        "comment_author_url_column_length" => field(Field::Website),
        "rest_invalid_param" | "rest_missing_callback_param" if !error.fields.is_empty() => {
            No::Refused(Refusal::Fields(error.fields))
        }
        _ if is_temporary(status) && error.says_status => No::Temporary,
        _ => No::Refused(Refusal::Other { status, detail: error.message }),
    }
}

/// An error as WordPress writes it: `{code, message, data: {status, params: {field: message}}}`.
struct Error {
    code: String,
    message: String,
    fields: Vec<(Field, String)>,
    /// Where nobody gave the error a status, WordPress answers 500: it is a plugin's refusal and not the server's failure.
    says_status: bool,
}

impl Error {
    fn read(json: Json) -> Option<Self> {
        let data = json.get("data");
        let params = data.and_then(|data| data.get("params")?.object()).unwrap_or_default();
        let field = |(name, message): (_, Json)| Some((field(name)?, plain_text(&message.text()?.text)));
        Some(Self {
            code: json.string("code")?,
            message: json.string("message").map(|message| plain_text(&message)).unwrap_or_default(),
            fields: params.iter().filter_map(|(name, message)| field((name, *message))).collect(),
            says_status: data.is_some_and(|data| data.get("status").is_some()),
        })
    }
}

/// The form's field that is this parameter.
fn field(parameter: &str) -> Option<Field> {
    match parameter {
        "content" => Some(Field::Comment),
        "author_name" => Some(Field::Name),
        "author_email" => Some(Field::Email),
        "author_url" => Some(Field::Website),
        _ => None,
    }
}
