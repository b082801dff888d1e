/** The npm package's published/later.js: packaged/first.js says why it differs. */

/** Of each wasm file, written out as bundlers want to find it; filled in by scripts/npm.mjs, as what is below. */
const addresses = __ADDRESSES__;

/**
 * The files of each module: wasm, and for some a style sheet, whose text is here.
 *
 * @type {Record<string, [name: string, integrity?: string, text?: string][]>}
 */
export const modules = __MODULES__;

/** Asks for a file: the answer with wasm, or the style sheet's text. */
export const get = async ([name, integrity, text], cache) => text ?? fetch(addresses[name], {
  integrity, cache, signal: AbortSignal.timeout(30_000), // then there is a button to try again
});
