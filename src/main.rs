//! The wasm module. A binary, because cargo cannot optimise across crates (LTO) for a library that is `cdylib` and `rlib` at
//! once, and the tests need the `rlib`; that costs a tenth of the download. What it exports is in [`news_widget::widget`].
#![cfg_attr(target_arch = "wasm32", no_main)]

use news_widget as _;

#[cfg(not(target_arch = "wasm32"))]
fn main() {}

// A third of the code of the standard library's own, which goes as nothing else needs it (view/stored.rs).
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
