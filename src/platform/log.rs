//! The console, for the developer who embeds the widget.

/// Reports something skipped or ignored.
pub fn warn(message: &str) {
    web_sys::console::warn_1(&format!("news-widget: {message}").into());
}

/// Reports why the widget, or a part of it, does not work.
pub fn error(message: &str) {
    web_sys::console::error_1(&format!("news-widget: {message}").into());
}
