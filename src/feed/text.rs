//! Markup to plain text: titles, names and summaries, which the standard has without tags and feeds have with. Pure.

mod entity;
mod tag;

pub(super) use tag::find;

/// The plain text of `markup`: tags gone, entities decoded once, white space collapsed, control characters removed.
///
/// What only looks like markup stays: `a < b`, `<3`, `AT&T`. The result is text and must be shown as text: `&lt;b&gt;` has
/// become `<b>`. No-break spaces are part of how a language is set and are kept, except at the ends.
pub fn plain_text(markup: &str) -> String {
    let mut plain = Plain::default();
    let mut tags = tag::Tags::default();
    let mut rest = markup;
    while let Some((text, special)) = rest.find(['<', '&']).and_then(|at| rest.split_at_checked(at)) {
        plain.push_str(text);
        rest = if let Some(after) = special.strip_prefix('&') {
            match entity::decode(after) {
                Some((decoded, after)) => {
                    plain.push(decoded);
                    after
                }
                None => plain.keep('&', after),
            }
        } else {
            match tags.skip(special) {
                Some(tag) => {
                    plain.gap |= tag.breaks;
                    tag.after
                }
                None => plain.keep('<', special.get(1..).unwrap_or_default()),
            }
        };
    }
    plain.push_str(rest);
    plain.text.trim().to_owned()
}

/// Text in the making.
#[derive(Default)]
struct Plain {
    text: String,
    /// White space has been seen since the last character.
    gap: bool,
}

impl Plain {
    fn push_str(&mut self, text: &str) {
        text.chars().for_each(|c| self.push(c));
    }

    fn push(&mut self, c: char) {
        if matches!(c, ' ' | '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}') {
            self.gap = true;
        } else if !c.is_control() {
            if self.gap && !self.text.is_empty() {
                self.text.push(' ');
            }
            self.gap = false;
            self.text.push(c);
        }
    }

    fn keep<'a>(&mut self, c: char, after: &'a str) -> &'a str {
        self.push(c);
        after
    }
}
