//! Players: pages of other hosts that an article frames. None is asked for anything before the reader wants it.

use wasm_bindgen::JsCast;

use crate::{
    platform,
    sanitize::Frame,
    view::{Child, El, Parent, Signal, dynamic, el},
    widget::State,
};

/// What a framed page may do: run its player, and open pages of its own.
const SANDBOX: &str = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-presentation";
/// And be of its own origin, which players need. A page of ours that could do both could take the sandbox away.
const SANDBOX_OF_OTHERS: &str =
    "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-presentation allow-same-origin";

/// Puts a picture to click on before the link that stands for a frame. The link stays, for those who would rather go there.
pub(super) fn offer(state: State, frame: Frame) {
    let link: Parent = frame.link.clone().unchecked_into();
    let opened = Signal::new(false);
    let view = dynamic(move || if opened.get() { player(&frame) } else { poster(state, &frame, opened) });
    let place = el("div").part("embed");
    view.add_to(place.node());
    link.before(place.node());
}

/// Drawn by the style sheet: the host's own picture would be a request to it.
fn poster(state: State, frame: &Frame, opened: Signal<bool>) -> El {
    let open = move |_| {
        opened.set(true);
        platform::focus_soon(&state.root(), "iframe".into()); // where the button was
    };
    el("button")
        .part("embed-button")
        .attr("type", "button")
        .on("click", open)
        .child(frame.title.clone().map(|title| el("span").class("embed-title").attr("dir", "auto").child(title)))
        .child(el("span").class("embed-host").child(state.say(&(state.messages().play_from)(&frame.player.host))))
}

fn player(frame: &Frame) -> El {
    let player = &frame.player;
    el("iframe")
        .attr("title", frame.title.clone().unwrap_or_else(|| player.host.clone()))
        .attr("sandbox", if player.host == platform::own_host() { SANDBOX } else { SANDBOX_OF_OTHERS })
        .attr("allow", "autoplay; encrypted-media; fullscreen; picture-in-picture")
        // YouTube plays nothing for a page that does not say who it is; more than its origin is nobody's business.
        .attr("referrerpolicy", "strict-origin")
        .attr("src", player.src.clone())
}
