// Runs test files of Node's, which borrow their browsers (tests/e2e/pool.mjs), and writes down what took how long for
// scripts/summary.mjs.
//
//   node tests/run.mjs e2e tests/e2e/*.test.mjs        the ring, and its files
//   AT_ONCE=2 node tests/run.mjs …                     two files at a time

import { readFile, stat, writeFile } from 'node:fs/promises';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { open } from './e2e/pool.mjs';
import { keep } from './results.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const IN_ENGINE = / in (chromium|firefox|webkit)$/;

const [ring, ...named] = process.argv.slice(2);
const atOnce = Number(process.env.AT_ONCE ?? 1);

/** How long each file took when it was last run here. */
const TIMES = `${ROOT}target/${ring}-times.json`;
const times = await readFile(TIMES, 'utf8').then(JSON.parse, () => ({}));

/** The files, those first that take longest, so that none is left over; of those that are not known, the largest. */
async function inOrder(files) {
  const weighed = await Promise.all(files.map(async (file) => ({ file: resolve(file), weight: times[file] ?? (await stat(file)).size })));
  return weighed.toSorted((one, other) => other.weight - one.weight).map(({ file }) => file);
}

const files = atOnce > 1 ? await inOrder(named.map((file) => relative(ROOT, resolve(file)))) : named.map((file) => resolve(file));
const pool = await open();
process.env.BROWSERS = pool.url;

const begun = performance.now();
const tests = [];
const took = {}; // by file: what its outermost suites and tests took
let told = []; // what the outermost suite under way has told, the innermost first
const tell = (failed) => ({ name, nesting, file, skip, details }) => {
  const isSuite = details.type === 'suite';
  const engine = isSuite ? IN_ENGINE.exec(name)?.[1] : undefined;
  for (const test of told) if (test.nesting > nesting) test.engine ??= engine;
  if (!isSuite) told.push({ name, file, nesting, ms: Math.round(details.duration_ms), failed, skipped: skip !== undefined });
  if (nesting) return;
  const own = relative(ROOT, told[0]?.file ?? file); // a suite of engines.mjs is told of as that file's
  took[own] = (took[own] ?? 0) + Math.round(details.duration_ms);
  tests.push(...told);
  told = [];
};
const events = run({ files, concurrency: atOnce });
events.on('test:pass', tell(false));
events.on('test:fail', (data) => { process.exitCode = 1; tell(true)(data); });
events.on('end', async () => {
  await pool.close();
  await keep({ ring, ms: Math.round(performance.now() - begun), browsers: pool.started, tests });
  await writeFile(TIMES, JSON.stringify({ ...times, ...took }));
});
events.compose(new spec()).pipe(process.stdout);
