// The oracle can fail: widgets and servers with a mistake each, and what has to be found. Every plan is one that the real
// widget passes (table.mjs), so what is found is the mistake's.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ENDING } from './plans.mjs';
import { openBench, story } from './run.mjs';
import { start } from './services/http.mjs';

const open = { do: 'open', tab: 0 };
const write = { do: 'write', tab: 0, mark: '1-1' };
const post = { do: 'post', tab: 0 };
const close = { do: 'close', tab: 0 };
const discard = { do: 'press', what: 'discard', mark: '1-1', tab: 0 };
const fault = (name) => ({ do: 'fault', fault: name });
const time = (seconds) => ({ do: 'time', seconds });

const WIDGETS = {
  'keeps no outbox': { finds: /^lost/, steps: [open, fault('status 503'), write, post, close] },
  'keeps no draft': { finds: /^lost/, steps: [open, write, close] },
  'never forgets': { finds: /^unwanted/, steps: [open, { do: 'refuse' }, write, post, discard, { do: 'accept' }] },
  'takes a new id for every try': { finds: /^twice: the server/, steps: [open, fault('reset after'), write, post] },
  'never tries again': { finds: /^stuck/, steps: [open, { do: 'refuse' }, write, post, { do: 'accept' }, time(600)] },
  'shows everything as published': { finds: /^untrue.*published/, steps: [open, fault('status 503'), write, post] },
  'says that it was not taken': { finds: /^untrue.*not taken/, steps: [open, fault('reset after'), write, post] },
  'sends for ever': { finds: /^untrue.*being sent/, steps: [open, fault('status 503'), write, post] },
  throws: { finds: /^error.*a mistake/, steps: [open, write, post] },
};

const SERVERS = {
  'stores twice': { finds: /^twice: the server/ },
  'stores nothing': { finds: /^untrue.*published/ },
};

let bench, service;
before(async () => { [bench, service] = await Promise.all([openBench('chromium'), start()]); });
after(() => Promise.all([bench?.close(), service?.stop()]));

test('fault oracle: sees each mistake of a widget or a server', { timeout: 300_000 }, async (t) => {
  const plans = [
    ...Object.entries(WIDGETS).map(([mistake, { finds, steps }]) => ({ title: `a widget that ${mistake}`, mistake, finds, steps })),
    ...Object.entries(SERVERS).map(([lie, { finds }]) => ({ title: `a server that ${lie}`, finds, steps: [open, fault(lie), write, post] })),
  ].map(({ steps, ...plan }) => ({ ...plan, steps: [...steps, ...ENDING] }));
  const results = await bench.run(service, plans);
  for (const result of results) {
    await t.test(`fault oracle: sees ${result.plan.title}`, () => {
      assert.ok(result.problems.some((problem) => result.plan.finds.test(problem)), `nothing like ${result.plan.finds} was found:\n${story(result)}`);
    });
  }
});
