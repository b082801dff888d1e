// The cases of a run: case `number` of `seed` is the same text for ever, as long as the generator and the seeds are.

import { write } from './grammar.mjs';
import { writeHonest } from './honest.mjs';
import { mutate } from './mutate.mjs';
import { Random } from './random.mjs';

/** `{number, html}`, and for a text that somebody might have meant, its `words`. */
export function makeCase(seed, number, seeds) {
  const random = new Random(`${seed}:${number}`);
  return { number, ...random.weighed([
    [45, () => ({ html: write(random).toWellFormed() })],
    [40, () => ({ html: mutate(random, seeds) })],
    [15, () => writeHonest(random)],
  ])() };
}
