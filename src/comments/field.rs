//! A field of the form: label, control, and its error tied to it.

use leptos::prelude::event_target_value;

use super::{
    Discussion, messages,
    validate::{Field, Problem},
};
use crate::{
    i18n::CommentMessages,
    platform,
    view::{El, dynamic, el},
};

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
    let control = control
        .attr("id", id.clone())
        .attr("name", at.name())
        .attr("part", "input")
        .attr("dir", "auto")
        .maybe("aria-required", required.then_some("true"))
        .follow("aria-invalid", move || wrong().map(|_| "true".into()))
        .follow("aria-describedby", move || wrong().map(|_| described_by.clone().into()))
        .value(move || discussion.desk.fields.with(|fields| fields.get(at).to_owned()))
        .on("input", move |event| discussion.edit(at, event_target_value(&event)));
    let error = dynamic(move || {
        let problem = wrong()?;
        let text = sentence(messages(state), at, problem, &state.language());
        Some(el("p").class("error").attr("part", "error").attr("id", error_id.clone()).child(text))
    });
    el("div").part("field").child(el("label").attr("for", id).child(label)).child(control).child(error)
}

/// What a reader is told about a problem.
fn sentence(messages: &CommentMessages, at: Field, problem: Problem, language: &str) -> String {
    match (problem, at) {
        (Problem::Missing, Field::Comment) => messages.comment_missing.into(),
        (Problem::Missing, Field::Name) => messages.name_missing.into(),
        (Problem::Missing, Field::Email | Field::Website) => messages.email_missing.into(),
        (Problem::InvalidEmail, _) => messages.email_wrong.into(),
        (Problem::InvalidWebsite, _) => messages.website_wrong.into(),
        (Problem::TooLong { limit, actual }, _) => {
            let over = actual.saturating_sub(limit) as u64;
            (messages.too_long)(over, &platform::format_number(over, language))
        }
    }
}
