//! Untrusted HTML, rebuilt node by node from closed lists.
/// x
#[derive(Clone, Copy)]
pub enum Policy { /// a
 Article { /// x
 heading_level: u8 }, /// b
 Comment }
/// x
pub fn render(html: &str, _p: Policy, _base: &str) -> web_sys::DocumentFragment {
    let f = leptos::prelude::document().create_document_fragment();
    f.set_text_content(Some(html));
    f
}
/// x
pub fn render_text(html: &str, p: Policy) -> web_sys::DocumentFragment { render(html, p, "") }
