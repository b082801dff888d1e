/** The npm package's published/comments.js: packaged/first.js says why it differs. */

const address = new URL("./news-widget-comments.wasm", import.meta.url);

/** What it is called in a message. */
export const names = address.href.slice(0, 200);

/** Asks for the answer with the wasm; the style sheet's text is here. */
export const files = (cache) => Promise.all([
  fetch(address, {
    integrity: __INTEGRITY__, cache, signal: AbortSignal.timeout(30_000), // then there is a button to try again
  }),
  __STYLE__,
]);
