// Runs test files of Node's, which borrow their browsers (tests/e2e/pool.mjs), and writes down what took how long for
// scripts/summary.mjs.
//
//   node tests/run.mjs e2e tests/e2e/*.test.mjs        the ring, and its files
//   AT_ONCE=2 node tests/run.mjs …                     two files at a time

import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { resolve } from 'node:path';
import { open } from './e2e/pool.mjs';
import { keep } from './results.mjs';

const IN_ENGINE = / in (chromium|firefox|webkit)$/;

const [ring, ...files] = process.argv.slice(2);
const pool = await open();
process.env.BROWSERS = pool.url;

const begun = performance.now();
const tests = [];
let suite = []; // the tests of the outermost suite that is being told of
const events = run({ files: files.map((file) => resolve(file)), concurrency: Number(process.env.AT_ONCE ?? 1) });
const told = (failed) => ({ name, nesting, file, skip, details }) => {
  if (details.type !== 'suite') suite.push({ name, file, ms: Math.round(details.duration_ms), failed, skipped: skip !== undefined });
  if (nesting) return;
  const engine = IN_ENGINE.exec(name)?.[1];
  tests.push(...suite.map((test) => ({ ...test, engine, suite: details.type === 'suite' ? name : undefined })));
  suite = [];
};
events.on('test:pass', told(false));
events.on('test:fail', (data) => { process.exitCode = 1; told(true)(data); });
events.on('end', async () => {
  await pool.close();
  await keep({ ring, ms: Math.round(performance.now() - begun), browsers: pool.started, tests });
});
events.compose(new spec()).pipe(process.stdout);
