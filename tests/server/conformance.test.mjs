// The conformance script: a server that keeps the contract passes, and each mistake is found and named.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import test from 'node:test';
import { naive } from './naive.mjs';

const SCRIPT = new URL('../../scripts/conformance.mjs', import.meta.url).pathname;

/** Runs the script against a server with these mistakes. */
async function conformance(...flaws) {
  const server = await naive(...flaws);
  try {
    return await run(server.url);
  } finally {
    server.close();
  }
}

const run = (...args) => new Promise((resolve) => {
  execFile(process.execPath, [SCRIPT, ...args], (error, stdout, stderr) => {
    const broken = stdout.split('\n').filter((line) => line.startsWith('FAIL')).map((line) => line.slice(8));
    resolve({ code: error?.code ?? 0, stdout, stderr, broken });
  });
});

test('conformance: a server that keeps the contract passes, and is told what could be better', async () => {
  const { code, stdout, broken } = await conformance();
  assert.deepEqual(broken, [], stdout);
  assert.equal(code, 0);
  assert.match(stdout, /this posts test comments to the article "conformance-/);
  assert.match(stdout, /advice +unchanged threads are not sent again\n +no ETag\n +better: send ETag/);
});

test('conformance: a server that answers retries with 409 passes', async () => {
  const { code, stdout } = await conformance('409');
  assert.equal(code, 0, stdout);
});

test('conformance: a server that holds every comment passes, and is told what could not be seen', async () => {
  const { code, stdout } = await conformance('held');
  assert.equal(code, 0, stdout);
  assert.match(stdout, /skip +it is in its thread.*\n +comments wait for a moderator/);
});

const MISTAKES = {
  leak: /the e-mail address is in no answer/,
  html: /HTML comes back as the text that it is/,
  nowhere: /with its article/,
  'newest first': /oldest first/,
  'pages twice': /each comment once, over all pages/,
  orphans: null,
  'any address': /website: .* is refused/,
  'any type': /what is not said to be JSON is refused/,
  crash: /what is not JSON is refused/,
  unnamed: /all wrong fields are named at once/,
  breaks: /line breaks are/,
  conflict: /another text under the same id is no success/,
  twice: /twelve tries at once store one comment/,
  plain: /is refused/,
  cors: /pages may read why something was refused/,
  'no preflight': /browsers are told that they may post/,
  unexposed: /pages may read when to try again/,
};

for (const [flaw, rule] of Object.entries(MISTAKES)) {
  test(`conformance: a server with the mistake “${flaw}” is told of it`, async () => {
    const { code, stdout, broken } = await conformance(flaw);
    if (!rule) return assert.match(stdout, /advice +a parent must be in the same article/);
    assert.equal(code, 1, stdout);
    assert.ok(broken.some((name) => rule.test(name)), stdout);
    assert.match(stdout, /to do: /);
  });
}

test('conformance: the script ends with status 2 where no address is given, or nobody answers there', async () => {
  assert.equal((await run()).code, 2);
  const { code, stderr } = await run('http://127.0.0.1:1/comments');
  assert.equal(code, 2);
  assert.match(stderr, /Does the server run/);
});
