//! One comment.

use super::{
    Discussion,
    change_view::change,
    form::form,
    model::{Comment, Status},
    permalink,
    relative::ago,
    thread::Row,
    unsent_view::unsent,
};
use crate::{
    article::untrusted,
    feed::{Date, ItemId},
    i18n::CommentMessages,
    platform::{self, DateStyle},
    view::{El, dynamic, el, fragment, when},
    widget::State,
};

/// How many colours the style sheet has for the first letters.
const HUES: u8 = 6;

/// A sentence with a name in it, which goes its own way: `sentence` takes the name.
pub fn with_name(state: State, sentence: fn(&str) -> String, name: &str) -> El {
    const PLACE: char = '\u{FFFC}';
    let sentence = sentence("\u{FFFC}");
    let (before, after) = sentence.split_once(PLACE).unwrap_or_default();
    state.ours().child(before).child(el("bdi").child(name)).child(after)
}

/// What a comment's author is called, to be shown.
pub fn author(state: State, comment: &Comment) -> El {
    match &comment.author.name {
        Some(name) => fragment().child(name.as_str()),
        None => state.say(super::messages(state).anonymous),
    }
}

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
    if comment.status == Status::Removed {
        return removed(discussion, row);
    }
    let name = name(messages, comment);
    let note = match comment.status {
        Status::Published | Status::Removed => None,
        Status::Pending => Some(note(state, messages.awaiting)),
        Status::NotKept => Some(note(state, messages.not_kept)),
        Status::Sending => Some(note(state, messages.sending)),
        Status::Unsent | Status::Refused => Some(unsent(discussion, &comment.id)),
    };
    let answered = row.in_reply_to.as_ref().filter(|parent| parent.status != Status::Removed);
    let target = comment.id.clone();
    let led_to = move || discussion.desk.target.with(|id| id.as_ref() == Some(&target)).then(|| "true".into());
    let body = el("article")
        .class(if comment.own { "comment own" } else { "comment" })
        .attr("part", "comment")
        .attr("tabindex", "-1")
        .attr("data-comment", comment.id.as_str().replace('\0', "\u{FFFD}"))
        .attr("aria-label", name.clone())
        .follow("aria-current", led_to)
        .child(header(discussion, comment, &name))
        .child(answered.map(|parent| in_reply_to(discussion, parent)))
        .child(untrusted(state, &comment.content, comment.url.as_ref(), true, true))
        .child(note)
        .child((is_there(comment) && discussion.offers_reply()).then(|| reply_button(discussion, &comment.id, &name)))
        .child(comment.own.then(|| change(discussion, comment)));
    let id = comment.id.clone();
    let here = move || discussion.answers().as_ref() == Some(&id);
    el("li").class(format!("row depth-{}", row.depth)).child(body).child(when(here, move || form(discussion)))
}

/// Whether its service has it.
fn is_there(comment: &Comment) -> bool {
    !matches!(comment.status, Status::Sending | Status::Unsent | Status::Refused)
}

/// Whom it answers, with the way there.
fn in_reply_to(discussion: Discussion, parent: &Comment) -> El {
    let messages = super::messages(discussion.state);
    let text = with_name(discussion.state, messages.in_reply_to, &name(messages, parent));
    let link = link(discussion, &parent.id, el("a").child(text));
    el("p").class("in-reply-to").child(link)
}

/// `a` as a link to a comment.
fn link(discussion: Discussion, id: &ItemId, a: El) -> El {
    let target = id.clone();
    a.maybe("href", permalink::address(discussion, id)).on("click", move |_| discussion.go_to(&target))
}

/// What is left of a comment that was taken away.
fn removed(discussion: Discussion, row: &Row) -> El {
    let place = el("article")
        .class("comment removed")
        .attr("part", "comment")
        .attr("tabindex", "-1")
        .attr("data-comment", row.comment.id.as_str())
        .child(note(discussion.state, super::messages(discussion.state).removed));
    el("li").class(format!("row depth-{}", row.depth)).child(place)
}

fn note(state: State, text: &'static str) -> El {
    el("p").class("note").child(state.say(text))
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
        .child(discussion.state.say(messages.reply))
}

fn header(discussion: Discussion, comment: &Comment, name: &str) -> El {
    let messages = super::messages(discussion.state);
    let link = match &comment.author.url {
        Some(url) => el("a").attr("rel", "noopener noreferrer ugc nofollow").attr("href", url.to_string()),
        None => el("span"),
    };
    let badge = |text: &'static str| el("span").class("badge").child(discussion.state.say(text));
    el("header")
        .class("comment-header")
        .child(picture(discussion, comment).unwrap_or_else(|| initial(name)))
        .child(link.class("comment-author").attr("dir", "auto").child(author(discussion.state, comment)))
        .child(comment.by_author.then(|| badge(messages.author)))
        .child(comment.own.then(|| badge(messages.yours)))
        .child(comment.date.map(|date| when_written(discussion, comment, date)))
}

/// How long ago it was written, exactly for those who point at it or cannot see it. It is the link to the comment.
fn when_written(discussion: Discussion, comment: &Comment, date: Date) -> El {
    let state = discussion.state;
    let language = state.locale();
    let exact = platform::format_date(date, &language, DateStyle::MediumWithTime);
    let text = {
        let exact = exact.clone();
        move || match ago(date, discussion.now.get()) {
            Some(ago) => platform::format_relative(ago.value, ago.unit, &language),
            None => exact.clone(),
        }
    };
    let time = el("time").attr("datetime", platform::iso(date)).attr("title", exact.clone()).child(dynamic(text));
    if !is_there(comment) {
        return time.class("meta");
    }
    // Whoever cannot point at it hears it.
    let label = [" ", &(super::messages(state).link_to)(&exact)].concat();
    let label = el("span").class("hidden").child(state.say(&label));
    link(discussion, &comment.id, el("a").class("meta permalink").child(time).child(label))
}

/// The author's picture, from a host that the publisher listed for it.
fn picture(discussion: Discussion, comment: &Comment) -> Option<El> {
    let url = comment.author.avatar.as_ref()?;
    let listed = discussion.state.media_hosts().is_some_and(|hosts| hosts.allows(url.as_str()));
    let image = || {
        // Before `src`, or it would be fetched at once.
        let image = el("img").class("initial").attr("alt", "").attr("loading", "lazy");
        image
            .attr("referrerpolicy", "no-referrer")
            .attr("width", "32")
            .attr("height", "32")
            .attr("src", url.to_string())
    };
    listed.then(image)
}

/// The first letter instead of a picture: a picture would be a request to a host that the publisher did not name.
fn initial(name: &str) -> El {
    // Whoever begins with a sign is known by the letter behind it.
    let letters = name.trim_start_matches(|c: char| c.is_ascii_punctuation() || matches!(c, '“' | '„' | '«'));
    let letter = platform::first_letter(if letters.is_empty() { name } else { letters });
    let hue = name.bytes().fold(0u8, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte)) % HUES;
    el("span").class(format!("initial hue-{hue}")).attr("aria-hidden", "true").child(letter)
}
