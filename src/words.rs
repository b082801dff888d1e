//! Words, without Unicode's tables. Pure.
//!
//! `char::is_alphanumeric` and `str::to_lowercase` bring 29 KB of tables into the download. Counting words and comparing
//! headlines needs less: ranges, which are right for every script that newspapers are written in.
//!
//! Left out, and so compared as they are written: capitals of Latin Extended-B, of Greek with breathings, of Armenian,
//! Georgian, Cherokee, Coptic and scripts of history. Letters among the symbols (`ℂ`, `Ⅳ`, `ⓐ`, `𝐀`) are symbols here.

use std::borrow::Cow;

/// Whether `c` belongs to a word: everything but white space, punctuation and symbols. Combining marks belong to words.
pub fn is_word(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        // Latin-1: its controls and symbols.
        '\u{80}'..='\u{bf}' => matches!(c, 'ª' | '²' | '³' | 'µ' | '¹' | 'º' | '¼'..='¾'),
        '×' | '÷'
        // Greek, Armenian, Hebrew, Arabic and Devanagari punctuation; Ogham's space.
        | '\u{37e}' | '\u{387}' | '\u{55a}'..='\u{55f}' | '\u{589}'..='\u{58f}' | '\u{5be}' | '\u{5c0}' | '\u{5c3}'
        | '\u{5f3}'..='\u{5f4}' | '\u{600}'..='\u{60f}' | '\u{61b}'..='\u{61f}' | '\u{66a}'..='\u{66d}' | '\u{6d4}'
        | '\u{964}'..='\u{965}' | '\u{1680}'
        // Punctuation, currencies, arrows, mathematics, boxes, pictures.
        | '\u{2000}'..='\u{2bff}' | '\u{2e00}'..='\u{2e7f}'
        // Chinese and Japanese punctuation, but the iteration mark, the zero and the numerals among it.
        | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{3030}' | '\u{303d}'..='\u{303f}' | '\u{30fb}'
        // Private use; other forms of punctuation; emoji.
        | '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe6f}' | '\u{feff}' | '\u{ff00}'..='\u{ff0f}'
        | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}' | '\u{ffe0}'..='\u{ffff}'
        | '\u{1d400}'..='\u{1d7ff}' | '\u{1f000}'..='\u{1faff}' | '\u{e0000}'..='\u{10ffff}' => false,
        _ => true,
    }
}

/// `text` in small letters, for comparing: Latin with all its accents, Greek and Cyrillic. A final sigma becomes the
/// common one, and the dotted capital I an i.
pub fn fold(text: &str) -> String {
    text.chars().map(small).collect()
}

fn small(c: char) -> char {
    let code = u32::from(c);
    // Where capital and small letter stand side by side, the capital is on the even place, or on the odd one.
    let (even, odd) = (1 - code % 2, code % 2);
    let step = match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => 32,
        'İ' => return 'i',
        'Ÿ' => return 'ÿ',
        'ς' => return 'σ',
        'Ά' => 38,
        'Έ'..='Ί' => 37,
        'Ό' => 64,
        'Ύ' | 'Ώ' => 63,
        'Ѐ'..='Џ' => 80,
        'Ӏ' => 15,
        'Ĺ'..='ň' | 'Ź'..='ž' | 'Ӂ'..='ӎ' => odd,
        'Ā'..='į' | 'Ĳ'..='ķ' | 'Ŋ'..='ŷ' | 'Ȁ'..='ȟ' | 'Ѡ'..='ҁ' | 'Ҋ'..='ҿ' | 'Ӑ'..='ԯ' | 'Ḁ'..='ẕ' | 'Ạ'..='ỿ' => {
            even
        }
        _ => 0,
    };
    char::from_u32(code + step).unwrap_or(c)
}

/// Whether `text` has letters of a script without capitals. Their letters join, or hang on a line, or are taller than Latin ones:
/// nothing stands between them, and lines are further apart.
pub fn is_uncased(text: &str) -> bool {
    text.chars().any(|c| {
        matches!(c,
            '\u{590}'..='\u{109f}' | '\u{1100}'..='\u{139f}' | '\u{1400}'..='\u{1c7f}' | '\u{1cd0}'..='\u{1cff}'
            | '\u{2d30}'..='\u{2ddf}' | '\u{2e80}'..='\u{a4ff}' | '\u{a800}'..='\u{ab2f}' | '\u{abc0}'..='\u{d7ff}'
            | '\u{f900}'..='\u{faff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{ff66}'..='\u{ffdf}'
            | '\u{10800}'..='\u{1cfff}' | '\u{1e100}'..='\u{1efff}' | '\u{20000}'..='\u{3ffff}')
    })
}

/// Whether `c` embeds, overrides or isolates a direction ([UAX #9](https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters)),
/// and so may turn what is around it. Not the marks, which turn nothing.
pub fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Unicode's [Default_Ignorable_Code_Point](https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point), the marks of
/// interlinear annotation, the sign for an object that is not there, and the signs that are blank.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFC}' | '\u{13441}'..='\u{13443}'
        | '\u{16FE4}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D159}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Where the signs lie that are drawn onto the letter before them, first and last: of the scripts that newspapers are written in,
/// and those that people pile up. A few letters lie between them.
const MARKS: [(u16, u16); 24] = [
    (0x300, 0x36f),
    (0x483, 0x489),
    (0x591, 0x5c7),
    (0x610, 0x61a),
    (0x64b, 0x65f),
    (0x670, 0x670),
    (0x6d6, 0x6ed),
    (0x730, 0x74a),
    (0x7a6, 0x7b0),
    (0x8ca, 0x8ff),
    (0xdca, 0xddf),
    (0xe31, 0xe3a),
    (0xe47, 0xe4e),
    (0xeb1, 0xece),
    (0xf71, 0xf84),
    (0xf8d, 0xfbc),
    (0x102b, 0x103e),
    (0x1ab0, 0x1aff),
    (0x1dc0, 0x1dff),
    (0x20d0, 0x20ff),
    (0x302a, 0x302f),
    (0x3099, 0x309a),
    (0xa66f, 0xa67d),
    (0xfe20, 0xfe2f),
];

/// Whether `c` is drawn onto the letter before it.
fn is_mark(c: char) -> bool {
    let code = u32::from(c);
    // The scripts of India, which Unicode has laid out alike.
    let indic =
        (0x900..0xd80).contains(&code) && matches!(code & 0x7f, 0..=3 | 0x3a..=0x3c | 0x3e..=0x4f | 0x51..=0x57);
    indic || code >= 0x300 && MARKS.iter().any(|(first, last)| (u32::from(*first)..=u32::from(*last)).contains(&code))
}

/// The most marks on one letter; languages that are written need no more.
const MOST_MARKS: u8 = 5;

/// Keeps marks from being piled up: a hundred on one letter are drawn over the lines around it, and over the host's page.
#[derive(Clone, Copy, Debug, Default)]
pub struct Marks(u8);

impl Marks {
    /// Whether the next character of a text stays in it.
    pub fn keep(&mut self, c: char) -> bool {
        if is_mark(c) {
            self.0 = self.0.saturating_add(1);
        } else if !is_invisible(c) {
            self.0 = 0;
        }
        self.0 <= MOST_MARKS || !is_mark(c)
    }
}

/// `text` without the marks that are too many.
pub fn unpiled(text: &str) -> Cow<'_, str> {
    let mut marks = Marks::default();
    if text.chars().all(|c| marks.keep(c)) {
        return Cow::Borrowed(text);
    }
    let mut marks = Marks::default();
    Cow::Owned(text.chars().filter(|c| marks.keep(*c)).collect())
}

/// What somebody else's program says, for the middle of a text of ours: nothing that turns what is around it.
pub fn said(text: &str) -> String {
    const LONGEST: usize = 1000;
    let mut marks = Marks::default();
    text.chars().filter(|c| !is_bidi_control(*c) && marks.keep(*c)).take(LONGEST).collect()
}

/// Somebody's name without what nobody sees, and with all white space alike, so that no two names look alike that are not;
/// empty when nothing is left. Joiners and variation selectors stay where scripts and emoji need them.
pub fn name(text: &str) -> String {
    let is_selector = |c: char| matches!(c, '\u{FE00}'..='\u{FE0F}');
    let is_joiner = |c: char| matches!(c, '\u{200C}'..='\u{200D}');
    let joins = |c: char| matches!(c, '\u{600}'..='\u{1dff}' | '\u{2010}'..='\u{fdff}' | '\u{fe10}'..);
    let mut name = String::with_capacity(text.len());
    let (mut last, mut marks) = (' ', Marks::default());
    for c in text.chars() {
        let c = if c.is_whitespace() { ' ' } else { c };
        let stays = match c {
            ' ' => last != ' ',
            c if is_selector(c) => joins(last),
            c if is_joiner(c) => joins(last) || is_selector(last),
            c => !is_invisible(c) && marks.keep(c),
        };
        if stays {
            name.push(c);
            last = c;
        }
    }
    name.truncate(name.trim_end_matches(|c| c == ' ' || is_joiner(c)).len());
    name
}

/// Both texts with `between` between them, or the one that there is.
pub fn both(first: Option<String>, between: &str, second: Option<String>) -> String {
    match (first, second) {
        (Some(mut first), Some(second)) => {
            first.push_str(between);
            first.push_str(&second);
            first
        }
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => String::new(),
    }
}

/// The beginning of `text`, at most so many bytes of it, in whole characters.
pub fn start(text: &str, bytes: usize) -> &str {
    text.get(..text.floor_char_boundary(bytes)).unwrap_or(text)
}

/// The entries of a list with spaces or commas.
pub fn listed(text: &str) -> Vec<&str> {
    text.split([' ', ',', '\n', '\t']).filter(|entry| !entry.is_empty()).collect()
}

/// A whole number with or without a sign, of up to nine digits and some. One way to parse for all: the standard library has one
/// for each type.
pub fn integer(text: &str) -> Option<i64> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let number: u32 = digits.parse().ok()?;
    (!digits.starts_with('+')).then_some(sign * i64::from(number))
}
