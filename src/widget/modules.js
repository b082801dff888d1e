/**
 * Starts the wasm modules. scripts/dist.mjs puts this in the place of what wasm-bindgen writes for that: `wasm` is what the
 * first module exports, `__wbg_get_imports` is what it needs, `__wbg_finalize_init` sets the first to work.
 */

import { files, names } from "./published/comments.js";

/** The comments' style sheet, for every element; empty until they are here. */
export const style = new CSSStyleSheet();

/** An instance of the module in an answer, whatever type its server says that it has. */
const instantiate = async (answer, imports) => {
  const { instance } = await (answer.headers.get("Content-Type") === "application/wasm"
    ? WebAssembly.instantiateStreaming(answer, imports)
    : WebAssembly.instantiate(await answer.arrayBuffer(), imports));
  return instance;
};

/** Starts the widget's module; once for a page. */
export const start = async (answer) => __wbg_finalize_init(await instantiate(answer, __wbg_get_imports()));

/** One instance for all widgets of the page; a failed one may be asked for again. */
let comments;

/** A browser that keeps a spoilt copy must not answer with it again. */
let cache = "default";

const load = async () => {
  const [code, sheet] = await files(cache);
  style.replaceSync(sheet);
  const shared = {
    memory: wasm.memory,
    __indirect_function_table: wasm.__indirect_function_table,
    __wasm_split_shared0: wasm.__wasm_split_shared0,
  };
  return instantiate(code, { __wasm_split: shared });
};

/** Called from Rust (wasm_split_helpers): tells the function at `callback` whether the module is here. */
function loadComments(callback, data) {
  comments ??= load();
  comments
    .then(() => true, (error) => {
      comments = undefined;
      cache = "reload";
      console.error(`news-widget: the comments' code (${names}) did not come, or not as it was published.`, error);
      return false;
    })
    .then((here) => wasm.__indirect_function_table.get(callback)(data, here));
}
