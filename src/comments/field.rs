//! A field of the form: label, control, and its error tied to it.

use super::{
    Discussion, messages, refusal,
    validate::{Field, Problem},
};
use crate::{
    view::{El, dynamic, el},
    widget::State,
};

/// How many bytes before its end the comment's field tells what is left.
const NEAR: usize = 500;

/// The comment itself.
pub fn textarea(discussion: Discussion, label: &'static str) -> El {
    field(discussion, Field::Comment, label, true, el("textarea").attr("rows", "6"))
}

/// A field of one line.
pub fn input(discussion: Discussion, at: Field, label: &'static str, required: bool) -> El {
    let (kind, autocomplete) = match at {
        Field::Comment | Field::Name => ("text", "name"),
        Field::Email => ("email", "email"),
        // Not type=url: browsers then refuse "example.org", which is welcome here.
        Field::Website => ("text", "url"),
    };
    let control = el("input").attr("type", kind).attr("autocomplete", autocomplete);
    field(discussion, at, label, required, control.maybe("inputmode", (at == Field::Website).then_some("url")))
}

fn field(discussion: Discussion, at: Field, label: &'static str, required: bool, control: El) -> El {
    // Not "nw-": that prefix belongs to the ids of article bodies.
    let id = format!("field-{}", at.name());
    let error_id = format!("{id}-error");
    let state = discussion.state;
    let wrong = move || discussion.problem(at);
    let described_by = error_id.clone();
    let room_id = format!("{id}-room");
    let describes = {
        let room_id = room_id.clone();
        move || match (wrong(), room(discussion, at)) {
            (Some(_), _) => Some(described_by.clone().into()),
            (None, Some(_)) => Some(room_id.clone().into()),
            (None, None) => None,
        }
    };
    let control = control
        .attr("id", id.clone())
        .attr("name", at.name())
        .attr("part", "input")
        .attr("dir", if matches!(at, Field::Email | Field::Website) { "ltr" } else { "auto" })
        .maybe("aria-required", required.then_some("true"))
        .follow("aria-invalid", move || wrong().map(|_| "true".into()))
        .follow("aria-describedby", describes)
        .value(move || {
            let text = discussion.desk.fields.with(|fields| fields.get(at).to_owned());
            discussion.drawn(at, &text);
            text
        });
    let error = dynamic(move || {
        let problem = wrong()?;
        let error = el("p").class("error").attr("part", "error").attr("id", error_id.clone());
        Some(match problem {
            Problem::Refused(detail) if !detail.is_empty() => error.attr("dir", "auto").child(detail),
            problem => error.child(state.say(&sentence(state, at, &problem))),
        })
    });
    let counter = dynamic(move || {
        let left = room(discussion, at)?;
        let text = (messages(state).room)(left, &state.number(left));
        Some(el("p").class("remaining").attr("id", room_id.clone()).child(state.say(&text)))
    });
    let star = required.then(|| el("span").attr("aria-hidden", "true").child("*"));
    let label = el("label").attr("for", id).child(state.ours().child(label).child(star));
    el("div").part("field").child(label).child(control).child(counter).child(error)
}

/// For how many more characters there is room, near the end of it. Services count bytes: what is left of them is counted in
/// characters like those that are there.
fn room(discussion: Discussion, at: Field) -> Option<u64> {
    let limit = discussion.rules().comment_limit;
    discussion.desk.fields.with(|fields| {
        let text = fields.get(at);
        let left = limit.saturating_sub(text.len());
        let near = at == Field::Comment && left <= NEAR && !text.is_empty();
        near.then(|| (left * text.chars().count() / text.len()) as u64)
    })
}

/// What a reader is told about a problem.
fn sentence(state: State, at: Field, problem: &Problem) -> String {
    let messages = messages(state);
    match (problem, at) {
        (Problem::Missing, Field::Comment) => messages.comment_missing.into(),
        (Problem::Missing, Field::Name) => messages.name_missing.into(),
        (Problem::Missing, Field::Email | Field::Website) => messages.email_missing.into(),
        (Problem::InvalidEmail, _) => messages.email_wrong.into(),
        (Problem::InvalidWebsite, _) => messages.website_wrong.into(),
        (Problem::TooLong { limit, actual }, _) => {
            let over = actual.saturating_sub(*limit) as u64;
            (messages.too_long)(over, &state.number(over))
        }
        (Problem::Refused(detail), _) => refusal::of_field(messages, at, detail),
    }
}
