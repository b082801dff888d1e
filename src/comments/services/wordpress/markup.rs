//! What a reader wrote, as WordPress takes it. Pure.

/// The HTML that shows `text` as it is.
///
/// It is also what WordPress then stores, to the letter. That matters: a comment that comes a second time is refused if it
/// equals a stored one, but WordPress compares before it changes what came (`wp_allow_comment`, then `wp_filter_comment`). A
/// bare `&` or `>` becomes a reference there, a backslash is lost in the comparison, and in a name two digits behind a `%` are
/// taken for an encoded character and removed. So each of them goes as the reference that WordPress itself writes.
pub fn to_html(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '\\' => html.push_str("&#092;"),
            '%' => html.push_str("&#037;"),
            _ => html.push(c),
        }
    }
    html
}
