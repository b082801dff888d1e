/**
 * The npm package's published/first.js. The application's bundler names and moves all that it finds, and it finds an
 * import, and a URL that is written out. So the glue is a part of the application like the loader, with the style sheet in
 * it: a small file of its own might become a data: URL, which a strict policy refuses. The wasm is copied as it is, and
 * checked.
 */

const address = new URL("./news-widget.wasm", import.meta.url);

/** Asks for all at once: the glue, the answer with the wasm, the style sheet's text. */
export const files = () => {
  const glue = import("./news-widget-glue.js");
  const wasm = fetch(address, { integrity: __INTEGRITY__, priority: "high" }).catch(() => {
    throw new Error(`${address.href.slice(0, 200)} did not come, or not as it was published.`); // a data: URL has no end
  });
  return Promise.all([glue, wasm, glue.then(({ css }) => css)]);
};
