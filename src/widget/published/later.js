/**
 * Where the glue finds what is fetched later, on any host: beside itself, named by content and checked. In the npm package
 * packaged/later.js is in its place.
 */

/**
 * The files of each module: wasm, and for some a style sheet.
 *
 * @type {Record<string, [name: string, integrity: string][]>} filled in by scripts/dist.mjs
 */
export const modules = __MODULES__;

/** Asks for a file: the answer with wasm, or the style sheet's text. */
export const get = async ([name, integrity], cache) => {
  const answer = await fetch(new URL(name, import.meta.url), {
    integrity, cache, signal: AbortSignal.timeout(30_000), // then there is a button to try again
  });
  return name.endsWith("css") ? answer.text() : answer;
};
