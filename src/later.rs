//! Code that is fetched when it is wanted. In the published widget each of `module!`'s modules is a wasm module of its own
//! (the feature `split`; `scripts/split.mjs`); everywhere else it is here from the beginning.
//!
//! Only what nobody else calls goes there: what is wanted of a module is handed out as addresses of its functions, and
//! `docs/size.md` says how.

/// The code did not come. Why is in the browser's console.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotLoaded;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotLoaded {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// `module!(look: code -> Look = LOOK)`: an `async fn code() -> Result<Look, NotLoaded>` that fetches the module `look`,
/// unless it is here, and answers `LOOK`. One that did not come may be asked for again.
macro_rules! module {
    ($module:ident: $name:ident -> $code:ty = $value:expr) => {
        #[cfg(feature = "split")]
        #[wasm_split_helpers::wasm_split($module, fallible)]
        fn $name() -> Result<$code, crate::later::NotLoaded> {
            Ok($value)
        }

        #[cfg(not(feature = "split"))]
        async fn $name() -> Result<$code, crate::later::NotLoaded> {
            Ok($value)
        }
    };
}

pub(crate) use module;
