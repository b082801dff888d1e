// Makes a failing text smaller while it fails in the same way: takes pieces out, large ones first. `faultsOf(texts)` answers
// the faults of each; many are tried at once, since a trip to the browser is what costs.

import { classes } from './judge.mjs';

const ROUNDS = 200;

export async function minimise(html, faults, faultsOf) {
  const [wanted] = classes(faults);
  let text = html;
  let size = Math.ceil(text.length / 2);
  for (let round = 0; round < ROUNDS && size > 0; round += 1) {
    const candidates = [];
    for (let at = 0; at < text.length; at += size) candidates.push((text.slice(0, at) + text.slice(at + size)).toWellFormed());
    const found = await faultsOf(candidates);
    const smaller = candidates.find((candidate, at) => candidate.length < text.length && classes(found[at]).has(wanted));
    if (smaller != null) text = smaller;
    else size >>= 1;
  }
  return text;
}
