//! One comment.

use super::{
    Discussion,
    form::form,
    messages,
    model::{Comment, Status},
    thread::Row,
    unsent_view::unsent,
};
use crate::{
    article::untrusted,
    feed::ItemId,
    i18n::CommentMessages,
    platform::{self, DateStyle},
    sanitize::Policy,
    view::{El, el, when},
    widget::State,
};

/// How many colours the style sheet has for the first letters.
const HUES: u8 = 6;

/// What a comment's author is called.
pub fn name(messages: &CommentMessages, comment: &Comment) -> String {
    comment.author.name.clone().unwrap_or_else(|| messages.anonymous.into())
}

/// The selector of the element that holds a comment (CSSOM, serialise a string).
pub fn selector(id: &ItemId) -> String {
    let mut selector = String::from("[data-comment=\"");
    for c in id.as_str().chars() {
        match c {
            '"' | '\\' => selector.extend(['\\', c]),
            // No selector can have this one.
            '\0' => selector.push(char::REPLACEMENT_CHARACTER),
            // `\a `, in hexadecimal
            '\x01'..='\x1f' | '\x7f' => selector.push_str(&format!("\\{:x} ", u32::from(c))),
            _ => selector.push(c),
        }
    }
    selector.push_str("\"]");
    selector
}

/// A row of the thread, with the form under it while it is being answered.
pub fn comment(discussion: Discussion, row: &Row) -> El {
    let state = discussion.state;
    let messages = super::messages(state);
    let comment = &row.comment;
    let name = name(messages, comment);
    let answers = row.in_reply_to.as_ref().map(|parent| (messages.in_reply_to)(&self::name(messages, parent)));
    let base = state.base_url();
    let note = match comment.status {
        Status::Published => None,
        Status::Pending => Some(note(messages.awaiting)),
        Status::NotKept => Some(note(messages.not_kept)),
        Status::Sending => Some(note(messages.sending)),
        Status::Unsent | Status::Refused => Some(unsent(discussion, &comment.id)),
    };
    let is_there = !matches!(comment.status, Status::Sending | Status::Unsent | Status::Refused);
    let body = el("article")
        .class(if comment.own { "comment own" } else { "comment" })
        .attr("part", "comment")
        .attr("tabindex", "-1")
        .attr("data-comment", comment.id.as_str().replace('\0', "\u{FFFD}"))
        .attr("aria-label", name.clone())
        .child(header(state, comment, &name))
        .child(answers.map(|text| el("p").class("in-reply-to").child(text)))
        .child(untrusted(&comment.content, &Policy::comment(), &base, "comment-body").map(|(body, _)| body))
        .child(note)
        .child((is_there && discussion.offers_reply()).then(|| reply_button(discussion, &comment.id, &name)));
    let id = comment.id.clone();
    let here = move || discussion.answers().as_ref() == Some(&id);
    el("li").class(format!("row depth-{}", row.depth)).child(body).child(when(here, move || form(discussion)))
}

fn note(text: &'static str) -> El {
    el("p").class("note").child(text)
}

fn reply_button(discussion: Discussion, id: &ItemId, name: &str) -> El {
    let messages = super::messages(discussion.state);
    let id = id.clone();
    el("button")
        .class("link reply-button")
        .attr("part", "reply-button")
        .attr("type", "button")
        .attr("aria-label", (messages.reply_to)(name))
        .on("click", move |_| discussion.open_form(Some(id.clone())))
        .child(messages.reply)
}

fn header(state: State, comment: &Comment, name: &str) -> El {
    let author = match &comment.author.url {
        Some(url) => el("a").attr("rel", "noopener noreferrer ugc nofollow").attr("href", url.to_string()),
        None => el("span"),
    };
    let date = comment.date.map(|date| {
        let text = platform::format_date(date, &state.language(), DateStyle::MediumWithTime);
        el("time").class("meta").attr("datetime", platform::iso(date)).child(text)
    });
    el("header")
        .class("comment-header")
        .child(initial(name))
        .child(author.class("comment-author").attr("dir", "auto").child(name.to_owned()))
        .child(comment.own.then(|| el("span").class("badge").child(messages(state).yours)))
        .child(date)
}

/// The first letter instead of a picture: a picture would be a request to a host that the publisher did not name.
fn initial(name: &str) -> El {
    let letter: String = name.chars().take(1).collect();
    let hue = name.bytes().fold(0u8, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte)) % HUES;
    el("span").class(format!("initial hue-{hue}")).attr("aria-hidden", "true").child(letter)
}
