// What the last run of the tests tried: how many in which ring and engine, how long, and the ten slowest.

import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { RESULTS } from '../tests/results.mjs';

const SLOWEST = 10;

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
const sum = (numbers) => numbers.reduce((all, number) => all + number, 0);

/** The summary as lines of text, of the results in `folder`. */
export async function summary(folder = RESULTS) {
  const names = await readdir(folder).catch(() => []);
  const rings = await Promise.all(names.filter((name) => name.endsWith('.json')).toSorted().map(async (name) => JSON.parse(await readFile(folder + name))));
  const lines = [];
  for (const { ring, ms, browsers, tests } of rings) {
    lines.push(`${ring}: ${tests.length} tests in ${seconds(ms)}${tell(tests)}`);
    const engines = group(tests);
    for (const [engine, own] of Object.entries(engines)) {
      if (engine) lines.push(`  ${engine}: ${own.length} tests, ${seconds(sum(own.map(({ ms }) => ms)))}${tell(own)}${browsers?.[engine] ? `, ${browsers[engine]} browser${browsers[engine] > 1 ? 's' : ''}` : ''}`);
    }
  }
  const all = rings.flatMap(({ ring, tests }) => tests.map((test) => ({ ring, ...test })));
  const slowest = all.toSorted((one, other) => other.ms - one.ms).slice(0, SLOWEST);
  if (slowest.length) lines.push('the slowest:', ...slowest.map(({ ring, name, ms }) => `  ${seconds(ms)}  ${ring}: ${name}`));
  return lines;
}

function tell(tests) {
  const count = (which) => tests.filter((test) => test[which]).length;
  return ['failed', 'skipped'].filter(count).map((which) => `, ${count(which)} ${which}`).join('');
}

function group(tests) {
  const groups = {};
  for (const test of tests) (groups[test.engine ?? ''] ??= []).push(test);
  return groups;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log((await summary()).join('\n'));
