// Every fault, with every service, in Chromium: docs/faults.md.

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { table } from './plans.mjs';
import { report } from './report.mjs';
import { openBench, story } from './run.mjs';
import { chosen, isComplete } from './services/index.mjs';

const PAGE = new URL('../../docs/faults.md', import.meta.url);
const HEAD = new URL('head.md', import.meta.url);

describe('faults, table', { timeout: 600_000 }, () => {
  const found = {};
  let bench;
  before(async () => { bench = await openBench('chromium'); });
  after(() => bench?.close());

  for (const [name, start] of chosen) {
    test(`faults: the fault oracle finds nothing wrong in any sequence of the table with ${name}`, async (t) => {
      const service = await start({ origins: bench.origins });
      t.after(() => service.stop());
      const results = await bench.run(service, table(name));
      found[name] = results;
      const wrong = results.filter(({ problems }) => problems.length);
      assert.equal(wrong.length, 0, `\n${wrong.map(story).join('\n\n')}`);
    });
  }

  test('faults: docs/faults.md has what the runs of the table found', { skip: !isComplete && 'only some of the services were tried' }, async () => {
    const committed = await readFile(PAGE, 'utf8').catch(() => '');
    const now = report(await readFile(HEAD, 'utf8'), found);
    if (now !== committed) await writeFile(PAGE, now);
    const lines = (text, other) => text.split('\n').filter((line) => !other.includes(line));
    const changes = [...lines(committed, now).map((line) => `- ${line}`), ...lines(now, committed).map((line) => `+ ${line}`)];
    assert.ok(now === committed, `docs/faults.md was another; it has been written anew:\n${changes.join('\n')}`);
  });
});
