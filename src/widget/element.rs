//! The element's other half: what the loader's `<news-widget>` class calls.

use js_sys::Function;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRoot};

use super::{Config, State, app::app, shared};
use crate::{
    markup,
    platform::{self, Network},
    sanitize,
    view::Child,
};

/// One mounted widget. Freeing it ends everything that it began.
#[wasm_bindgen]
pub struct Widget {
    state: State,
    owner: Owner,
}

#[wasm_bindgen]
impl Widget {
    /// Draws the widget of the element `host` into its shadow root and fetches its feed. `ask` is for [`Network`].
    #[wasm_bindgen(constructor)]
    pub fn new(host: HtmlElement, root: ShadowRoot, ask: Function) -> Self {
        // Effects run in microtasks; another widget of the page may have said so already.
        let _ = any_spawner::Executor::init_wasm_bindgen();
        let has_fallback = host.child_element_count() > 0;
        // An owner of its own, no child of whatever is current: widgets of one page end one by one.
        let owner = Owner::default();
        let state = owner.with(|| {
            let config = config(&host);
            if !config.trusted_types {
                sanitize::skip_trusted_types();
            }
            markup::know_more(sanitize::reference);
            let state = State::new(host.clone(), root.clone(), Network::new(ask), config);
            let view = app(state, has_fallback);
            root.replace_children_with_node_0();
            view.add_to(root.unchecked_ref());
            state.load();
            state
        });
        Self { state, owner }
    }

    /// Whether an element of the page shows the feed at `url`, so that another need not ask for it.
    pub fn has(url: &str) -> bool {
        shared::has(url)
    }

    /// Whether an element of the page has anything under way: a request, code to come, a text that is still being drawn.
    #[wasm_bindgen(js_name = isBusy)]
    pub fn is_busy() -> bool {
        platform::is_busy()
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
        let root = self.state.root();
        self.owner.cleanup();
        root.replace_children_with_node_0();
    }
}

fn config(host: &HtmlElement) -> Config {
    let (config, bad) = Config::read(&|name| host.get_attribute(name));
    for bad in bad {
        platform::warn(&bad.to_string());
    }
    config
}
