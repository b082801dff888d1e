/**
 * Where the glue finds the comments' code, on any host: beside itself, named by content and checked. In the npm package
 * packaged/comments.js is in its place.
 */

/** @type {Record<"wasm" | "style", [name: string, integrity: string]>} filled in by scripts/dist.mjs */
const assets = __COMMENTS__;

const get = ([name, integrity], cache) => fetch(new URL(name, import.meta.url), {
  integrity, cache, signal: AbortSignal.timeout(30_000), // then there is a button to try again
});

/** Asks for both at once: the answer with the wasm, the style sheet's text. */
export const files = (cache) => Promise.all([
  get(assets.wasm, cache),
  get(assets.style, cache).then((answer) => answer.text()),
]);

/** What they are called in a message. */
export const names = [assets.wasm[0], assets.style[0]];
