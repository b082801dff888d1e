//! Pictures: the space that is kept for one, and what is done once it is here or is known not to come.

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// The height in pixels to which a picture is brought down whose shape would make it higher in a wide column.
const HIGHEST: u32 = 720;

/// The space for a picture of this size: smaller where it would be too high. `None` for a size that no picture has.
pub fn space((width, height): (u32, u32)) -> Option<(u32, u32)> {
    let is_high = height > HIGHEST && height / 5 > width / 8;
    let scaled = u64::from(width) * u64::from(HIGHEST) / u64::from(height.max(1));
    let plausible = width / 32 < height && height / 32 < width;
    plausible.then_some(if is_high { (scaled as u32, HIGHEST) } else { (width, height) })
}

/// Whether a picture of this size stands upright, so that its height follows the width of its column.
pub fn is_portrait((width, height): (u32, u32)) -> bool {
    height / 6 > width / 5
}

/// Hears that a picture is here, or that it does not come. Such an event does not bubble: one listener for all pictures of a
/// widget sees it on its way down.
pub fn settled(event: &Event) {
    let Some(picture) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let pixels = |name: &str| Reflect::get(&picture, &name.into()).ok().and_then(|pixels| pixels.as_f64());
    // Nothing else has such a size: not a player that has loaded.
    let (Some(width), Some(height)) = (pixels("naturalWidth"), pixels("naturalHeight")) else { return };
    let class = picture.class_name();
    if event.type_() == "error" {
        return lost(&picture, &class);
    }
    let is_small = pixels("clientWidth") > Some(width) || pixels("clientHeight") > Some(height);
    // The place of one whose size was not known is a landscape's.
    if is_small || height > width && class.ends_with("unsized") {
        add_class(&picture, &class, " small");
    }
}

/// Puts the words of a picture that does not come into its place, where it has any.
fn lost(picture: &Element, class: &str) {
    if class.is_empty() {
        // In a text the browser shows the words, if it is not to keep a space. Removing what is not there does nothing.
        let _ = (picture.remove_attribute("width"), picture.remove_attribute("height"));
        return;
    }
    add_class(picture, class, " lost");
    let words = picture.get_attribute("alt").unwrap_or_default();
    // It has a parent, in which the browser has just told of it.
    let _ = picture.before_with_str_1(&words);
    if words.is_empty()
        && let Ok(Some(spot)) = picture.closest(".spot")
    {
        spot.remove(); // only its label would be left
    }
}

/// Adds to the class of a picture of ours. Those in texts have none, and keep what they say themselves.
fn add_class(picture: &Element, class: &str, more: &str) {
    if !class.is_empty() {
        // The name is ours.
        let _ = picture.set_attribute("class", &[class, more].concat());
    }
}
