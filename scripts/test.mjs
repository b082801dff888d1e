// `make test` and `make test-all`: every check, two at a time where neither waits for the other, and a summary at the end.
//
//   node scripts/test.mjs            as `make test`
//   LANES=1 node scripts/test.mjs    one at a time
//
// Each step is a target of the Makefile. What it prints goes into target/tests/STEP.log, and to the screen if it fails.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { RESULTS } from '../tests/results.mjs';
import { summary } from './summary.mjs';

process.chdir(fileURLToPath(new URL('../', import.meta.url)));

/**
 * The steps, in the order in which they are begun: what takes longest, or what others wait for, comes first.
 *
 * @param after the steps that have to pass before
 * @param lock  what only one step uses at a time: a target folder of cargo's
 */
const STEPS = [
  { name: 'setup' },
  { name: 'package', after: ['setup'], lock: 'target/dist' },
  { name: 'lint', after: ['setup'], lock: 'target' },
  { name: 'test-native', after: ['setup'], lock: 'target' },
  { name: 'test-browser', after: ['setup'], lock: 'target' },
  { name: 'test-server', after: ['setup'] },
  { name: 'harness', after: ['package'], lock: 'target/dist' },
  { name: 'size', after: ['harness'], lock: 'target/dist' },
  { name: 'schema', after: ['setup'] },
  { name: 'test-e2e', after: ['harness', 'test-server'] },
  { name: 'test-faults', after: ['harness', 'test-server'] },
  { name: 'fuzz', after: ['harness'] },
  { name: 'test-e2e-strict', after: ['test-e2e'] },
];
if (process.env.EVERYWHERE) STEPS.push({ name: 'licences', after: ['setup'] });
const LANES = Number(process.env.LANES ?? 2);
const LAST_LINES = 300;

const begun = performance.now();
const seconds = (from) => `${Math.round((performance.now() - from) / 1000)} s`;

async function run({ name }) {
  const from = performance.now();
  const log = `${RESULTS}${name}.log`;
  console.log(`${name} …`);
  const child = spawn('make', ['--no-print-directory', name], { stdio: ['ignore', 'pipe', 'pipe'] });
  const file = createWriteStream(log);
  for (const stream of [child.stdout, child.stderr]) stream.pipe(file, { end: false });
  const [code] = await once(child, 'close');
  file.end();
  await once(file, 'close');
  console.log(`${name}: ${code ? 'FAILED' : 'passed'} in ${seconds(from)}`);
  return code === 0;
}

async function tail(name) {
  const lines = (await readFile(`${RESULTS}${name}.log`, 'utf8')).trimEnd().split('\n');
  return `\n--- the last of ${RESULTS}${name}.log\n${lines.slice(-LAST_LINES).join('\n')}\n---\n`;
}

await rm(RESULTS, { recursive: true, force: true });
await mkdir(RESULTS, { recursive: true });

const left = new Set(STEPS);
const running = new Map();
const done = new Set();
const failed = [];

const isFree = ({ after = [], lock }) => after.every((name) => done.has(name)) && (!lock || ![...running.keys()].some((step) => step.lock === lock));

while (running.size || (left.size && !failed.length)) {
  for (const step of failed.length ? [] : left) {
    if (running.size >= LANES) break;
    if (!isFree(step)) continue;
    left.delete(step);
    running.set(step, run(step).then((passed) => ({ step, passed })));
  }
  const { step, passed } = await Promise.race(running.values());
  running.delete(step);
  if (passed) {
    done.add(step.name);
  } else {
    failed.push(step.name);
    console.log(await tail(step.name));
  }
}

console.log(`\n${(await summary()).join('\n')}`);
const skipped = [...left].map(({ name }) => name);
console.log(`\n${failed.length ? `FAILED: ${failed.join(', ')}${skipped.length ? `; not tried: ${skipped.join(', ')}` : ''}` : 'everything passed'}, in ${seconds(begun)}`);
process.exitCode = failed.length ? 1 : 0;
