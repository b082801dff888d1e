// The gate alone: each fault is what its name says, of the server as well as of whoever asks.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { NETWORK } from './faults.mjs';
import { openGate } from './gate.mjs';
import { textOf } from './marks.mjs';
import { start } from './services/http.mjs';

const PAGE = 'http://127.0.0.1:1';

let service;
before(async () => { service = await start(); });
after(() => service?.stop());

let count = 0;
async function stand(t) {
  const n = (count += 1);
  const article = service.article(n, false);
  let moved = () => {};
  const gate = await openGate({ ...article, read: service.read, changed: () => moved() });
  t.after(() => gate.retire());
  const id = crypto.randomUUID();
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': id, Origin: PAGE, Referer: `${PAGE}/request/tab-0-7` };
  const body = JSON.stringify({ id, article: article.item, parent: null, author: { name: 'Ann' }, content_text: textOf(n, '1-1') });
  const url = `${gate.origin}/comments`;
  const ask = {
    post: (signal) => fetch(url, { method: 'POST', headers, body, signal }),
    get: (signal) => fetch(`${url}?article=${article.id}`, { headers: { Origin: PAGE, Referer: headers.Referer }, signal }),
    preflight: (signal) => fetch(url, { method: 'OPTIONS', headers: { Origin: PAGE, Referer: headers.Referer }, signal }),
  };
  /** Resolves when the gate is in that state. */
  const until = (holds) => new Promise((done) => {
    moved = () => { if (holds(gate.state)) done(); };
    moved();
  });
  const copies = async () => (await service.stored(article)).length;
  return { gate, ask, until, copies };
}

/** What an answer is, in a word or two. */
async function heard(answer) {
  try {
    const response = await answer;
    return `${response.status} ${(await response.text()).slice(0, 1)}`.trim();
  } catch {
    return 'nothing';
  }
}

for (const [name, { on, reach, answer, means }] of Object.entries(NETWORK)) {
  test(`gate: the fault “${name}” is what its name says, and over after one request`, async (t) => {
    const { gate, ask, until, copies } = await stand(t);
    gate.arm(name);
    const leave = new AbortController();
    const first = heard(ask[on](leave.signal));
    if (answer === 'silence' || answer === 'stall') {
      await until(({ silent }) => silent.length);
      assert.deepEqual(gate.state.silent, ['tab-0-7']);
      leave.abort();
    }
    const expected = { half: on === 'get' ? '200 {' : '201 {' }[answer] ?? (answer.status ? String(answer.status) : 'nothing');
    assert.match(await first, new RegExp(`^${expected}`));
    await until(({ busy, silent }) => !busy && !silent.length);
    const stored = on === 'post' && reach !== 'no' ? 1 : 0;
    assert.equal(await copies(), stored);
    assert.equal(gate.stored.length, stored);
    if (means === 'stored') assert.equal(stored, 1);
    assert.equal(await heard(ask.post()), stored ? '200 {' : '201 {', 'the fault is over');
    assert.equal(await copies(), 1);
  });
}

test('gate: connections are refused until the gate accepts them again', async (t) => {
  const { gate, ask, copies } = await stand(t);
  await gate.refuse();
  await assert.rejects(ask.post(), ({ cause }) => cause.code === 'ECONNREFUSED');
  await gate.accept();
  assert.equal(await heard(ask.post()), '201 {');
  assert.equal(await copies(), 1);
});

test('gate: a line that waits in silence goes when the network does', async (t) => {
  const { gate, ask, until } = await stand(t);
  gate.arm('silence before');
  const answer = heard(ask.post());
  await until(({ silent }) => silent.length);
  gate.cutAll();
  assert.equal(await answer, 'nothing');
  await until(({ busy, silent }) => !busy && !silent.length);
});
