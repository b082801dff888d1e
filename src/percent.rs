//! Percent-encoding ([RFC 3986](https://www.rfc-editor.org/rfc/rfc3986#section-2.1)), for fragments and storage keys. Pure.

/// Appends `text` with all but unreserved characters percent-encoded.
pub fn encode(out: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(byte.into());
        } else {
            out.push('%');
            for digit in [byte >> 4, byte & 0x0f] {
                out.push(char::from_digit(digit.into(), 16).unwrap_or('0').to_ascii_uppercase());
            }
        }
    }
}

/// `None` when the bytes are no UTF-8. A stray `%` stands for itself.
pub fn decode(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut out = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        let mut rest = bytes.clone();
        let pair = (byte == b'%').then(|| Some((digit(rest.next()?)?, digit(rest.next()?)?))).flatten();
        match pair {
            Some((high, low)) => {
                out.push(high << 4 | low);
                bytes = rest;
            }
            None => out.push(byte),
        }
    }
    // By chunks, as the feed's bytes are read: String::from_utf8 would bring a second way to check them.
    match out.utf8_chunks().next() {
        Some(chunk) => chunk.invalid().is_empty().then(|| chunk.valid().to_owned()),
        None => Some(String::new()),
    }
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}
