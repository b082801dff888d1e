// The services that are tested, by name; `SERVICES=http,isso` chooses.

import { start as http } from './http.mjs';
import { start as isso } from './isso.mjs';
import { start as wordpress } from './wordpress.mjs';

const ALL = { http, wordpress, isso };

export const chosen = (process.env.SERVICES ?? Object.keys(ALL).join()).split(',').map((name) => {
  if (!ALL[name]) throw new Error(`SERVICES: there is no "${name}", only ${Object.keys(ALL).join(', ')}`);
  return [name, ALL[name]];
});

/** Whether this is all of them. */
export const isComplete = chosen.length === Object.keys(ALL).length;
