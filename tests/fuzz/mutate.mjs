// Seeds, changed: cut, doubled, spliced with each other, with something put in.

import { write } from './grammar.mjs';
import * as v from './vocabulary.mjs';

const LONGEST = 3000;

/** One text made of `seeds`. */
export function mutate(random, { attacks, bodies }) {
  const seed = () => (bodies.length && random.chance(0.2) ? part(random, random.pick(bodies)) : random.pick(attacks));
  let html = seed();
  for (let count = 1 + random.below(4); count > 0; count -= 1) html = change(random, html, seed).slice(0, LONGEST);
  return html.toWellFormed();
}

function part(random, body) {
  const from = random.below(body.length);
  return body.slice(from, from + 200 + random.below(1000));
}

function change(random, html, seed) {
  const at = place(random, html);
  const end = Math.min(html.length, at + 1 + random.below(random.chance(0.5) ? 4 : 40));
  const [before, chunk, after] = [html.slice(0, at), html.slice(at, end), html.slice(end)];
  const put = (piece) => before + piece + chunk + after;
  return random.weighed([
    [3, () => before + after],
    [2, () => put(chunk)],
    [2, () => put(chunk.repeat(random.pick([2, 5, 20])))],
    [4, () => before + seed().slice(random.below(20))],
    [3, () => put(seed())],
    [3, () => put(write(random).slice(0, 300))],
    [3, () => put(random.pick(v.SPECIALS))],
    [3, () => put(random.pick(v.TEXTS))],
    [2, () => put(random.pick(['"', "'", '<', '>', '/', '=', '\0', ' ', '`', '&', '-', '!']))],
    [2, () => put(`<${random.pick(v.ALL)}>`)],
    [2, () => put(`</${random.pick(v.ALL)}>`)],
    [2, () => html.replace(/<(\/?)[a-z0-9-]+/gi, (tag, slash) => (random.chance(0.3) ? `<${slash}${random.pick(v.ALL)}` : tag))],
    [2, () => html.replace(/=("[^"]*"|'[^']*'|[^\s>]+)/g, (value) => (random.chance(0.4) ? `="${random.pick(v.URLS)}"` : value))],
    [1, () => `<${random.pick(v.ALL)}>${html}</${random.pick(v.ALL)}>`],
    [1, () => before + chunk.toUpperCase() + after],
    [1, () => before],
  ])();
}

/** Where to cut: mostly where something begins or ends. */
function place(random, html) {
  const edges = [...html.matchAll(/[<>"'=&\s/]/g)].map(({ index }) => index);
  if (!edges.length || random.chance(0.2)) return random.below(html.length + 1);
  return random.pick(edges) + random.below(2);
}
