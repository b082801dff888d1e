//! Time and chance.

use leptos::prelude::window;

use crate::feed::Date;

/// The present moment.
pub fn now() -> Date {
    Date::from_millis(js_sys::Date::now() as i64)
}

/// A version 4 UUID (RFC 9562), the identity of a comment before any server has seen it.
///
/// `crypto.randomUUID` exists only in secure contexts, and a kiosk on plain http must be able to comment too, so the bytes
/// are drawn with `getRandomValues`, which is everywhere.
pub fn random_id() -> String {
    let mut bytes = [0u8; 16];
    if window().crypto().and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes)).is_err() {
        for byte in &mut bytes {
            *byte = (js_sys::Math::random() * 256.0) as u8;
        }
    }
    let mut id = String::with_capacity(36);
    for (index, byte) in bytes.into_iter().enumerate() {
        if matches!(index, 4 | 6 | 8 | 10) {
            id.push('-');
        }
        let byte = match index {
            6 => byte & 0x0f | 0x40,
            8 => byte & 0x3f | 0x80,
            _ => byte,
        };
        for digit in [byte >> 4, byte & 0x0f] {
            id.push(char::from_digit(digit.into(), 16).unwrap_or('0'));
        }
    }
    id
}

/// From 0 to 1, for nothing that has to be secret.
pub fn random() -> f64 {
    js_sys::Math::random()
}
