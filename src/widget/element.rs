//! The element's other half: what the loader's `<news-widget>` class calls.

use std::any::Any;

use js_sys::Promise;
use leptos::{mount::mount_to, prelude::*};
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRoot};

use super::{Config, State, app::app};
use crate::platform;

/// One mounted widget. Freeing it ends everything that it began.
#[wasm_bindgen]
pub struct Widget {
    state: State,
    view: Option<Box<dyn Any>>,
    owner: Owner,
}

#[wasm_bindgen]
impl Widget {
    /// Draws the widget of the element `host` into its shadow root and fetches its feed. `early` is the promise of a
    /// `Response` for that feed, when the loader has asked for it already.
    ///
    /// # Errors
    /// When the page cannot even create an element.
    #[wasm_bindgen(constructor)]
    pub fn new(host: HtmlElement, root: &ShadowRoot, early: Option<Promise>) -> Result<Self, JsValue> {
        let has_fallback = host.child_element_count() > 0;
        // Leptos must not be mounted on the shadow root itself: branches at the top would lose their place.
        let ground: HtmlElement = document().create_element("div")?.unchecked_into();
        ground.set_class_name("ground");
        root.replace_children_with_node_1(&ground);

        // An owner of its own, no child of whatever is current: widgets of one page end one by one.
        let owner = Owner::default();
        let (state, view) = owner.with(|| {
            let state = State::new(host.clone(), root.clone(), config(&host));
            let view: Box<dyn Any> = Box::new(mount_to(ground, move || app(state, has_fallback)));
            state.load(early);
            (state, view)
        });
        Ok(Self { state, view: Some(view), owner })
    }

    /// Follows the element's attributes.
    pub fn configure(&self) {
        self.owner.with(|| self.state.configure(config(&self.state.host())));
    }

    /// Fetches the feed again; what is shown stays until the answer is here.
    pub fn refresh(&self) {
        self.owner.with(|| self.state.refresh());
    }
}

impl Drop for Widget {
    fn drop(&mut self) {
        // The view first: its effects must not see their signals vanish.
        drop(self.view.take());
        self.owner.cleanup();
    }
}

fn config(host: &HtmlElement) -> Config {
    let (config, bad) = Config::read(&|name| host.get_attribute(name));
    for bad in bad {
        platform::warn(&bad.to_string());
    }
    config
}
