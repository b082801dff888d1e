//! Comments: the model, the thread, the form and its rules, drafts, services, and the views.

mod change_view;
mod changes;
mod changing;
mod clock;
mod comment_view;
mod delivery;
mod desk;
pub mod destination;
mod discussion;
mod dispatch;
pub mod draft;
mod drafts;
mod field;
mod form;
pub mod keys;
mod lazy;
pub mod lines;
pub mod mine;
pub mod model;
pub mod outbox;
mod pages;
mod permalink;
mod protocols;
mod recent;
mod refresh;
mod refusal;
pub mod relative;
mod replies;
pub mod services;
pub mod text;
pub mod thread;
mod thread_view;
mod trap;
mod tree;
mod typing;
mod unsent_view;
pub mod validate;
mod way;
mod website;
pub mod window;

pub use desk::Desk;
pub use discussion::Discussion;
pub use lazy::{Comments, load};

use crate::{
    feed,
    i18n::{self, CommentMessages},
    platform,
    widget::State,
};
use model::Comment;
use services::{Service, local};

/// The sentences in the widget's language.
fn messages(state: State) -> &'static CommentMessages {
    i18n::comment_messages(&state.language())
}

/// What this browser keeps under keys that begin with `prefix`. What cannot be read is left alone and not shown.
fn kept(prefix: &str) -> Vec<Comment> {
    let values: Vec<String> =
        platform::Storage.keys(prefix).iter().filter_map(|key| platform::Storage.get(key)).collect();
    let feed = local::to_feed(values.iter().map(String::as_str));
    let read = feed::parse_thread(feed.as_bytes(), "about:blank", &platform::BrowserUrls);
    read.map(|parsed| local::comments(&parsed.feed.items)).unwrap_or_default()
}

/// The reader's details that this browser keeps by consent.
fn details() -> draft::Details {
    let kept = platform::Storage.get(draft::Details::STORAGE_KEY);
    kept.and_then(|text| draft::Details::from_json(&text)).unwrap_or_default()
}

/// The service that attributes and feed ask for. An unknown one is reported and costs the form: better no form than one that
/// sends a comment where nobody looks for it.
fn service(state: State, desk: Desk) -> Service {
    let wanted = state.config.with(|config| config.comments.clone());
    let edition = state.edition();
    let from_feed = edition.as_ref().and_then(|edition| edition.feed.news.comments.as_ref());
    let chosen = Service::choose(wanted.as_deref(), from_feed).map_err(|unknown| unknown.to_string());
    let chosen = chosen.and_then(|service| match dispatch::address(state, service) {
        None if service.is_remote() => {
            Err(format!("comments=\"{}\" needs comments-url with the service's address", service.name()))
        }
        _ => Ok(service),
    });
    chosen.unwrap_or_else(|problem| {
        desk.warn_once(problem);
        Service::Feed
    })
}
