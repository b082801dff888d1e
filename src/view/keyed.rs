//! Lists whose rows come and go one by one.

use leptos::{control_flow::For, prelude::*};

use super::El;

/// A row: its key, and how to draw it when the key is new.
pub struct Row {
    /// Two rows with one key are the same row, which is then not drawn again.
    pub key: String,
    /// Draws the row.
    pub draw: Box<dyn FnOnce() -> El + Send>,
}

/// The rows that `rows` gives, following signals: only new rows are drawn, and the others stay as they are.
pub fn keyed(rows: impl Fn() -> Vec<Row> + Send + 'static) -> AnyView {
    let rows: Box<dyn Fn() -> Vec<Row> + Send> = Box::new(rows);
    let key: fn(&Row) -> String = |row| row.key.clone();
    let draw: fn(Row) -> AnyView = |row| (row.draw)().into_any();
    view! { <For each=rows key=key children=draw /> }.into_any()
}
