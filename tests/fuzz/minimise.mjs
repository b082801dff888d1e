// Makes a failing text smaller while it fails in the same way: takes pieces out, large ones first. `faultsOf(texts)` answers
// the faults of each; several are tried at once, since a trip to the browser is what costs.

import { classes } from './judge.mjs';

const AT_ONCE = 20;
const SECONDS = 20; // what is left by then is small enough

export async function minimise(html, faults, faultsOf) {
  const [wanted] = classes(faults);
  let text = html;
  const end = Date.now() + SECONDS * 1000;
  for (let size = Math.ceil(text.length / 2); size > 0; size >>= 1) {
    let at = 0;
    while (at < text.length && Date.now() < end) {
      const places = Array.from({ length: AT_ONCE }, (_, count) => at + count * size).filter((place) => place < text.length);
      const candidates = places.map((place) => (text.slice(0, place) + text.slice(place + size)).toWellFormed());
      const found = await faultsOf(candidates);
      const smaller = found.findIndex((own) => classes(own).has(wanted));
      if (smaller < 0) at = places.at(-1) + size;
      else [text, at] = [candidates[smaller], places[smaller]];
    }
  }
  return text;
}
