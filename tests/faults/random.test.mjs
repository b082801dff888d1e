// Random sequences: `SEED=7 CASES=5000`, or one of them: `SEED=7 CASE=1234`, told step by step. `SHARE=0.2`: a fifth of them.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { randomPlan } from './random.mjs';
import { openBench, story } from './run.mjs';
import { chosen } from './services/index.mjs';

const { SEED = '1', CASES, CASE, SHARE = '1', ENGINES = 'chromium,firefox,webkit' } = process.env;
const SHOWN = 5; // failing sequences that are told in full; the others are named

/** How many there are: most where a sequence takes least. */
function count(engine, service) {
  if (CASES) return Number(CASES);
  const all = engine === 'chromium' ? { http: 1000, other: 200 } : { http: 60, other: 15 };
  return Math.ceil((all[service] ?? all.other) * Number(SHARE));
}

const again = (number, service, engine) => `SEED=${SEED} CASE=${number} SERVICES=${service} ENGINES=${engine} scripts/faults.sh tests/faults/random.test.mjs`;

describe('faults, random sequences', { timeout: 900_000 }, () => {
  for (const engine of ENGINES.split(',')) {
    for (const [name, start] of chosen) {
      test(`faults: the fault oracle finds nothing wrong in random sequences with ${name} in ${engine}`, async (t) => {
        const bench = await openBench(engine);
        t.after(() => bench.close());
        const service = await start({ origins: bench.origins });
        t.after(() => service.stop());
        const numbers = CASE ? [Number(CASE)] : Array.from({ length: count(engine, name) }, (_, number) => number);
        const started = performance.now();
        const results = await bench.run(service, numbers.map((number) => randomPlan(SEED, number, name)));
        const seconds = (performance.now() - started) / 1000;
        t.diagnostic(`${numbers.length} sequences of seed ${SEED} in ${seconds.toFixed(1)} s: ${(numbers.length / seconds).toFixed(1)} a second`);
        if (CASE) t.diagnostic(story(results[0]));
        const wrong = results.filter(({ problems }) => problems.length);
        const told = wrong.map((result, at) => `${again(numbers[result.at], name, engine)}\n${at < SHOWN ? story(result) : result.problems.join('; ')}`);
        assert.equal(wrong.length, 0, `${wrong.length} of ${numbers.length}:\n\n${told.join('\n\n')}`);
      });
    }
  }
});
