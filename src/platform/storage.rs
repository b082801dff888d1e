//! This browser's storage, which may be forbidden, full, or shared with other pages of the host.

use js_sys::Reflect;
use leptos::prelude::{document, window};

use super::WindowListener;

/// Why something could not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The browser or the reader's settings forbid storage on this page.
    Forbidden,
    /// There is no room left.
    Full,
}

/// `localStorage`. Looked up anew each time: reading the property itself throws where storage is forbidden, and settings
/// can change while a page is open.
#[derive(Clone, Copy, Debug, Default)]
pub struct Storage;

/// A page that says so has no storage, as far as the widget is concerned: nothing of its origin's readers is read, shown,
/// sent or kept there. For pages that show what an address asks for, such as the configurator.
const REFUSED: &str = "meta[name=news-widget-storage][content=none]";

impl Storage {
    fn area() -> Option<web_sys::Storage> {
        if !matches!(document().query_selector(REFUSED), Ok(None)) {
            return None;
        }
        window().local_storage().ok().flatten()
    }

    /// The value of `key`, when there is one and it may be read.
    pub fn get(self, key: &str) -> Option<String> {
        Self::area()?.get_item(key).ok().flatten()
    }

    /// Keeps `value` under `key`.
    ///
    /// # Errors
    /// [`StorageError`]
    pub fn set(self, key: &str, value: &str) -> Result<(), StorageError> {
        let area = Self::area().ok_or(StorageError::Forbidden)?;
        area.set_item(key, value).map_err(|_| StorageError::Full)
    }

    /// Forgets `key`.
    pub fn remove(self, key: &str) {
        if let Some(area) = Self::area() {
            // What cannot be removed could not have been stored either.
            let _ = area.remove_item(key);
        }
    }

    /// Calls `changed` with each key beginning with `prefix` that another tab has set or removed, or with `None` when it has removed
    /// all, until dropped: other scripts of the origin may write many ([`StorageEvent`](https://html.spec.whatwg.org/multipage/webstorage.html#the-storageevent-interface)).
    pub fn watch(self, prefix: &'static str, mut changed: impl FnMut(Option<String>) + 'static) -> WindowListener {
        let key = |event: &web_sys::Event| Reflect::get(event, &"key".into()).ok()?.as_string();
        let told = move |event: web_sys::Event| {
            let key = key(&event);
            if key.as_ref().is_none_or(|key| key.starts_with(prefix)) {
                changed(key);
            }
        };
        WindowListener::of("storage", Box::new(told))
    }

    /// All keys that begin with `prefix`, in no order.
    pub fn keys(self, prefix: &str) -> Vec<String> {
        let Some(area) = Self::area() else { return Vec::new() };
        let length = area.length().unwrap_or(0);
        (0..length).filter_map(|index| area.key(index).ok().flatten()).filter(|key| key.starts_with(prefix)).collect()
    }
}
