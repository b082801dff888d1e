//! What Isso's refusals come to. They are pages of HTML with a sentence in English in them (`views/comments.py`, `db/spam.py`),
//! which is all that tells them apart. Pure.

use crate::{
    comments::{
        services::exchange::{Answer, Outcome, Refusal, is_temporary},
        validate::Field,
    },
    feed::Date,
    markup::{Token, Tokens, decoded},
    words,
};

/// Isso counts comments from one network in a minute.
const RATE_LIMIT: u32 = 60;

/// The longest sentence of Isso's is shorter: whatever is longer, somebody else said.
const LONGEST: usize = 300;

/// What an answer means that is no success.
pub fn outcome(answer: &Answer, now: Date) -> Outcome {
    match answer.status {
        400 | 403 if sentence(&answer.body).split(' ').any(|word| word == "ratelimit") => {
            Outcome::Later { after: Some(RATE_LIMIT), perhaps_there: false }
        }
        status if is_temporary(status) => Outcome::later(answer, now),
        _ => Outcome::Refused(refusal(answer)),
    }
}

/// Why the server does not take it, and will not.
pub fn refusal(answer: &Answer) -> Refusal {
    match answer.status {
        401 => return Refusal::LogIn,
        413 => return Refusal::TooLarge,
        _ => {}
    }
    let said = sentence(&answer.body);
    let starts = |start: &&str| said.starts_with(start);
    let field = |field, said| Refusal::Fields(vec![(field, said)]);
    if ["text is", "text must"].iter().any(starts) {
        return field(Field::Comment, said);
    }
    if ["author address required", "author must"].iter().any(starts) {
        return field(Field::Name, said);
    }
    if ["email address required", "email must"].iter().any(starts) {
        return field(Field::Email, said);
    }
    // What Isso says of these helps nobody: an address of a standard, and "not Django-conform".
    if starts(&"http://tools.ietf.org/html/rfc5321") {
        return field(Field::Email, String::new());
    }
    if ["Website not", "website must", "arbitrary length limit"].iter().any(starts) {
        return field(Field::Website, String::new());
    }
    if starts(&"edit time frame is still open") {
        return Refusal::OwnReply;
    }
    // "3 direct responses to /story/"
    if said.split(' ').nth(1) == Some("direct") {
        return Refusal::Enough;
    }
    Refusal::Other { status: answer.status, detail: said }
}

/// What stands in the first `<p>`; nothing if that cannot be Isso's.
fn sentence(body: &[u8]) -> String {
    let text = String::from_utf8_lossy(body);
    let mut sentence = String::new();
    let mut inside = false;
    for token in Tokens::new(&text) {
        match token {
            Token::Open(tag) if tag.name == "p" => inside = true,
            Token::Close("p") if inside => break,
            Token::Text(text) if inside => sentence.push_str(&decoded(text)),
            _ => {}
        }
    }
    if sentence.len() > LONGEST { String::new() } else { words::said(&sentence) }
}
