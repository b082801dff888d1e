// The published folder works as it is, below any path, on the plainest host.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { accessible } from './axe.mjs';
import { inEachEngine } from './engines.mjs';
import { serve } from './server.mjs';
import { STRICT } from './strict.mjs';

test('standalone page: index.html has no inline script and no inline style', async () => {
  const html = await readFile('dist/index.html', 'utf8');
  assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)/i, 'a script without src');
  assert.doesNotMatch(html, /<style|\sstyle\s*=|\son\w+\s*=|javascript:/i, 'an inline style or handler');
});

inEachEngine('standalone page', (browser) => {
  let server;
  before(async () => { server = await serve({ folder: 'dist', strict: STRICT ?? 'allowed' }); });
  after(() => server.close());

  test('standalone page: starts from a sub-folder, and says when it is ready', async () => {
    const { page } = browser;
    const feed = server.hold('feed.json');
    await page.open(server.url);
    await page.listen();
    await feed.asked;
    feed.release();
    await page.ready();
    assert.ok(await page.find('h1'));
    assert.deepEqual(await page.errors(), []);
  });

  test('standalone page: asks no other host, and asks its own once for each file', async () => {
    const { page } = browser;
    const asked = await page.asked();
    assert.ok(asked.some((url) => url.endsWith('.wasm')));
    assert.deepEqual(asked.filter((url) => !url.startsWith(server.url)), []);
    assert.deepEqual(asked.filter((url, index) => asked.indexOf(url) !== index), []);
  });

  test('standalone page: is accessible', () => accessible(browser.page));
}, { differ: 'journey' });
