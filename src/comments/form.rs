//! LEAVE A REPLY.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{
    Discussion,
    comment_view::{name, selector, with_name},
    field::{input, textarea},
    messages,
    services::Form,
    text::{clean_text, is_blank},
    validate::Field,
};
use crate::{
    article::untrusted,
    feed::{Content, ItemId},
    platform::{self, WindowListener},
    view::{El, Stored, dynamic, el, when},
    widget::heading,
};

/// What focus goes to in the form, by its selector.
pub const FORM: &str = "[name=comment]";
/// The form with all that belongs to it, by its selector.
pub const PLACE: &str = "[part=reply]";

impl Discussion {
    /// Moves the form, and focus with it: into the form, or back to the button that had opened it.
    pub fn open_form(self, under: Option<ItemId>) {
        self.read_form();
        let target = match (&under, self.desk.answered.get_untracked()) {
            (None, Some(left)) => format!("{} .reply-button", selector(&left)),
            _ => FORM.into(),
        };
        self.answer(under);
        platform::focus_soon(&self.state.root(), target);
    }

    fn submit(self) {
        if self.desk.posting.with_untracked(Option::is_some) {
            return;
        }
        self.read_form();
        match self.post() {
            Ok(id) => platform::focus_soon(&self.state.root(), selector(&id)),
            Err(Some(field)) => platform::focus_soon(&self.state.root(), field.selector()),
            Err(None) => {}
        }
    }
}

/// The form in its own place, which it leaves while it stands under a comment.
pub fn reply_section(discussion: Discussion) -> Option<El> {
    match discussion.form() {
        Form::Absent => None,
        Form::Closed => {
            let closed = el("p").class("closed").child(discussion.state.say(messages(discussion.state).closed));
            Some(el("section").part("reply").child(closed))
        }
        Form::Open => {
            let here = move || discussion.answers().is_none();
            Some(el("div").class("reply-place").child(when(here, move || form(discussion))))
        }
    }
}

/// The form itself.
pub fn form(discussion: Discussion) -> El {
    let state = discussion.state;
    let messages = super::messages(state);
    let rules = discussion.rules();
    platform::keep_typing(&state.root());
    let parent = untrack(move || discussion.answers());
    let depth = if parent.is_some() { 2 } else { 1 };
    let answers = parent.is_some();
    let parent = parent
        .and_then(|id| discussion.thread.with_untracked(|thread| thread.get(&id).map(|parent| name(messages, parent))));
    let (label, title) = match parent {
        Some(name) => ((messages.leave_reply_to)(&name), with_name(state, messages.leave_reply_to, &name)),
        None => (messages.leave_reply.to_owned(), state.say(messages.leave_reply)),
    };
    let fields = el("div")
        .class("fields")
        .child(input(discussion, Field::Name, messages.name_label, true))
        .child(input(discussion, Field::Email, messages.email_label, rules.email_required))
        .child(input(discussion, Field::Website, messages.website_label, false));
    let submit = move |event: web_sys::Event| {
        event.prevent_default();
        discussion.submit();
    };
    let form = el("form")
        .attr("novalidate", "")
        .attr("aria-label", label)
        .on("submit", submit)
        .child(el("p").class("hint").child(state.say(messages.required)))
        .child(when(move || discussion.desk.restored.get(), move || draft_note(discussion)))
        .child(textarea(discussion, messages.comment_label))
        .child(dynamic(move || preview(discussion)))
        .child(fields)
        .child(state.config.with(|config| config.traps.field).then(|| discussion.desk.trap.field()))
        .child(consent(discussion))
        .child(when(move || discussion.desk.trapped.get(), move || trapped(discussion)))
        .child(dynamic(move || refused(discussion)))
        .child(buttons(discussion, answers));
    let target: &web_sys::EventTarget = form.node().unchecked_ref();
    let read = || -> Box<dyn FnMut(web_sys::Event)> { Box::new(move |_| discussion.read_form()) };
    Stored::new([
        WindowListener::on(target.clone(), "input", read(), false),
        WindowListener::on(target.clone(), "change", read(), false),
        WindowListener::of("visibilitychange", read()), // the last moment, on telephones
    ]);
    let forget = dynamic(move || forget(discussion));
    el("section").part("reply").child(heading(state, depth, "part-title", title)).child(form).child(forget)
}

fn refused(discussion: Discussion) -> Option<El> {
    let reason = discussion.desk.refusal.get()?;
    Some(el("p").class("error").attr("part", "error").attr("role", "alert").child(discussion.state.say(&reason)))
}

fn trapped(discussion: Discussion) -> El {
    el("p")
        .class("error")
        .attr("part", "error")
        .attr("role", "alert")
        .child(discussion.state.say(messages(discussion.state).trapped))
}

/// "Forget me", and the question whether that is meant.
fn forget(discussion: Discussion) -> El {
    let messages = super::messages(discussion.state);
    let asked = discussion.desk.forgetting;
    let state = discussion.state;
    let button = |text: &'static str| el("button").class("link").attr("type", "button").child(state.say(text));
    let ask = move |now: bool| {
        asked.set(now);
        platform::focus_soon(&discussion.state.root(), ".forget button".into());
    };
    let row = el("p").class("forget");
    if !asked.get() {
        return row.child(button(messages.forget_me).on("click", move |_| ask(true)));
    }
    row.child(el("span").attr("role", "alert").child(state.say(messages.forget_what)))
        .child(" ")
        .child(button(messages.keep).on("click", move |_| ask(false)))
        .child(" ")
        .child(button(messages.forget).on("click", move |_| {
            discussion.forget();
            platform::focus_soon(&discussion.state.root(), FORM.into());
        }))
}

fn consent(discussion: Discussion) -> El {
    let consent = discussion.desk.consent;
    let checkbox = el("input")
        .attr("type", "checkbox")
        .attr("name", "consent")
        .state("checked", move || consent.get())
        .on("change", move |event| consent.set(event_target_checked(&event)));
    el("label")
        .class("consent")
        .child(checkbox)
        .child(el("span").child(discussion.state.say(messages(discussion.state).consent)))
}

fn buttons(discussion: Discussion, answers: bool) -> El {
    let state = discussion.state;
    let messages = super::messages(state);
    // The second click of a double click would find an empty form and complain. Only an empty one is spared: some engines
    // take any two quick clicks at one place for a double click, and the reader may have corrected something meanwhile.
    let once = move |event: web_sys::Event| {
        let again = event.dyn_ref::<web_sys::UiEvent>().is_some_and(|click| click.detail() > 1);
        if again && discussion.desk.fields.with_untracked(|fields| is_blank(&fields.comment)) {
            event.prevent_default();
        }
    };
    let post = el("button").class("button primary").attr("part", "submit").attr("type", "submit").on("click", once);
    let cancel = answers.then(|| {
        let cancel = el("button").class("button").attr("part", "button").attr("type", "button");
        cancel.on("click", move |_| discussion.open_form(None)).child(state.say(messages.cancel_reply))
    });
    // Disabled, it would lose focus.
    let waits = move || discussion.desk.posting.with(Option::is_some);
    let label = dynamic(move || state.say(if waits() { messages.sending } else { messages.post }));
    let post = post.follow("aria-disabled", move || waits().then(|| "true".into()));
    let preview = discussion.desk.preview;
    let toggle = el("button").class("button").attr("part", "button").attr("type", "button");
    let toggle = toggle
        .child(state.say(messages.preview))
        .follow("aria-pressed", move || Some(if preview.get() { "true" } else { "false" }.into()))
        .on("click", move |_| {
            discussion.read_form();
            preview.update(|on| *on = !*on);
        });
    el("div").class("buttons").child(post.child(label)).child(toggle).child(cancel)
}

/// How the comment will look: as the thread shows what is written here, with its paragraphs and links.
fn preview(discussion: Discussion) -> Option<El> {
    if !discussion.desk.preview.get() {
        return None;
    }
    let state = discussion.state;
    let text = discussion.desk.fields.with(|fields| clean_text(&fields.comment));
    // No service says in which language a comment is.
    let body = untrusted(state, &Content::Text(text), None, true, true);
    let title = el("p").class("preview-title").child(state.say(messages(state).preview));
    Some(el("div").class("preview").child(title).child(body))
}

fn draft_note(discussion: Discussion) -> El {
    let messages = super::messages(discussion.state);
    let discard = el("button").class("link").attr("type", "button").on("click", move |_| {
        discussion.discard();
        // The button is gone: focus would fall back to the top of the page.
        platform::focus_soon(&discussion.state.root(), FORM.into());
    });
    let note =
        el("p").class("note").attr("role", "status").child(discussion.state.say(messages.draft_restored)).child(" ");
    note.child(discard.child(discussion.state.say(messages.discard)))
}
