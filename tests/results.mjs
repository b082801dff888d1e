// What the runs of the tests write down for scripts/summary.mjs, a file for each ring in target/tests.

import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export const RESULTS = fileURLToPath(new URL('../target/tests/', import.meta.url));

/**
 * Keeps what a ring has to tell.
 *
 * @param ring  its name
 * @param ms    how long it took
 * @param tests `{name, ms, failed, skipped}`, and `engine` where it has one
 */
export async function keep({ ring, ...more }) {
  await mkdir(RESULTS, { recursive: true });
  await writeFile(`${RESULTS}${ring}.json`, JSON.stringify({ ring, ...more }));
}
