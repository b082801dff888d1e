// A test that passes on a page that violates its policy: strict.test.mjs runs it, and it must be said to fail.

import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { inEachEngine } from './engines.mjs';
import { hostPage } from './host.mjs';
import { serve } from './server.mjs';

inEachEngine('a page with a style attribute', (browser) => {
  let server;
  before(async () => { server = await serve({ folder: fileURLToPath(new URL('../fixtures/', import.meta.url)), strict: 'allowed' }); });
  after(() => server.close());

  test('is opened', () => browser.page.open(hostPage(server, 'page.html', '<p style="color: red">Red</p>', { loader: null })));
  test('is left alone', () => browser.page.open('about:blank'));
});
