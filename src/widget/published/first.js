/**
 * Where the loader finds the rest of the widget, on any host: beside itself, named by content and checked (Subresource
 * Integrity). In the npm package packaged/first.js is in its place.
 */

import { own } from "../own.js";

/** @type {Record<"glue" | "wasm" | "style", [path: string, integrity: string]>} filled in by scripts/dist.mjs */
const assets = __ASSETS__;

const href = ([path]) => new URL(path, import.meta.url).href;
const missing = (asset) => new Error(`${href(asset)} did not come, or not as it was published.`);
const get = (asset, type) =>
  fetch(href(asset), { integrity: asset[1], priority: "high", headers: { Accept: type } }).catch(() => {
    throw missing(asset);
  });

/** A module cannot be imported with an integrity, but a preloaded one is what `import` then takes. */
const preload = (asset, link = own("createElement", "link")) =>
  new Promise((resolve, reject) => {
    link.rel = "modulepreload";
    link.integrity = asset[1];
    link.crossOrigin = ""; // anonymous
    link.onload = resolve;
    link.onerror = () => reject(missing(asset));
    link.href = href(asset);
    own("querySelector", "head").append(link);
  }).finally(() => link.remove());

/** Asks for all at once: the glue, the answer with the wasm, the style sheet's text. */
export const files = () => Promise.all([
  preload(assets.glue).then(() => import(href(assets.glue))),
  get(assets.wasm, "application/wasm"),
  get(assets.style, "text/css").then((answer) => answer.text()),
]);
