//! What people type, cleaned as the widget's form does it. A program that posts past the form gets no other texts in.
//! Pure.

/// A comment's text: line breaks as `\n`, no other control characters but tabs, nothing blank at its ends but what its first
/// line is indented by.
pub fn clean_text(raw: &str) -> String {
    let breaks = raw.replace("\r\n", "\n").replace('\r', "\n");
    let text: String = breaks.chars().filter(|c| matches!(c, '\n' | '\t') || !c.is_control()).collect();
    let edge = |c: char| c.is_whitespace() || matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}');
    let text = text.trim_end_matches(edge);
    let words = text.trim_start_matches(edge);
    let before = &text[..text.len() - words.len()];
    let indent = &before[before.trim_end_matches([' ', '\t']).len()..];
    // A single space is a slip of the thumb.
    if indent == " " { words.to_owned() } else { format!("{indent}{words}") }
}

/// A line: cleaned, with one space for each run of white space.
pub fn clean_line(raw: &str) -> String {
    let text = clean_text(raw);
    let words = text.split([' ', '\n', '\t', '\u{2028}', '\u{2029}']).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// A name: a line without what nobody sees, so that no two names look alike that are not. Joiners and variation selectors
/// stay where scripts and emoji need them.
pub fn clean_name(raw: &str) -> String {
    let is_selector = |c: char| matches!(c, '\u{FE00}'..='\u{FE0F}');
    let is_joiner = |c: char| matches!(c, '\u{200C}'..='\u{200D}');
    let joins = |c: char| matches!(c, '\u{600}'..='\u{1DFF}' | '\u{2010}'..='\u{FDFF}' | '\u{FE10}'..);
    let mut name = String::new();
    let mut last = ' ';
    for c in raw.chars().map(|c| if c.is_whitespace() { ' ' } else { c }) {
        let stays = match c {
            ' ' => last != ' ',
            c if is_selector(c) => joins(last),
            c if is_joiner(c) => joins(last) || is_selector(last),
            c => !c.is_control() && !is_invisible(c),
        };
        if stays {
            name.push(c);
            last = c;
        }
    }
    name.trim_end_matches(|c| c == ' ' || is_joiner(c)).to_owned()
}

/// Whether nobody would see anything.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c.is_control() || is_invisible(c))
}

/// Not more than `limit` bytes of `text`, whole characters.
pub fn cut(text: &str, limit: usize) -> &str {
    text.get(..text.floor_char_boundary(limit)).unwrap_or(text)
}

/// Unicode's Default_Ignorable_Code_Point, the marks of interlinear annotation, the sign for an object that is not there,
/// and the signs that are blank: the same list as the widget's (`src/words.rs`).
pub fn is_invisible(c: char) -> bool {
    matches!(u32::from(c),
        0xAD | 0x34F | 0x61C | 0x115F..=0x1160 | 0x17B4..=0x17B5 | 0x180B..=0x180F | 0x200B..=0x200F | 0x202A..=0x202E
        | 0x2060..=0x206F | 0x2800 | 0x3164 | 0xFE00..=0xFE0F | 0xFEFF | 0xFFA0 | 0xFFF0..=0xFFFC | 0x13441..=0x13443
        | 0x16FE4 | 0x1BCA0..=0x1BCA3 | 0x1D159 | 0x1D173..=0x1D17A | 0xE0000..=0xE0FFF)
}
