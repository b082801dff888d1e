// The examples, as their reader has them: with the package installed from its file, built by Vite, on a plain host.
//
// Their pages are always under the strictest policy, so scripts/e2e.sh does not run them again under one. Vue and Svelte
// have Trusted Types policies of their own, which a host lets them have; an element that may not use ours would say so
// in their own templates.

import assert from 'node:assert/strict';
import { cp, readFile, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { createServer } from 'vite';
import { inEachEngine } from './engines.mjs';
import { install, run, tool, workshop } from './installed.mjs';
import { serve } from './server.mjs';

/** Each with its page, and the policies that its framework makes. */
const EXAMPLES = [
  { name: 'html', path: 'examples/html/' },
  { name: 'react', path: 'examples/react/dist/', built: true },
  { name: 'vue', path: 'examples/vue/dist/', built: true, policies: ['vue'] },
  { name: 'svelte', path: 'examples/svelte/dist/', built: true, policies: ['svelte-trusted-html'] },
];

let folder, remove;
before(async () => {
  ({ folder, remove } = await workshop());
  await cp('examples', join(folder, 'examples'), { recursive: true });
  await symlink(resolve('dist'), join(folder, 'dist'));
  await install(join(folder, 'examples'));
});
after(() => remove());

for (const { name, built } of EXAMPLES) {
  if (built) {
    test(`example: Vite builds the one in ${name} without a warning`, async () => {
      assert.equal(await run(join(folder, 'examples', name), tool('vite'), 'build', '--logLevel', 'warn'), '');
    });
  }
}

test('example: TypeScript accepts the one in React, with the types of the package', async () => {
  assert.equal(await run(join(folder, 'examples/react'), tool('tsc'), '--project', '.'), '');
});

inEachEngine('example', (browser) => {
  let server;
  before(async () => { server = await serve({ folder, strict: 'allowed' }); });
  after(() => server.close());

  /** The text of the page's own `<output>`, outside the element. */
  const reading = (page, text) => page.until((text) => document.querySelector('output').textContent === text, text);
  const press = (page, id) => page.run((id) => document.querySelector(id).click(), id);

  /** Opens an example with a recorder in it. */
  const open = async ({ path, policies }) => {
    const html = await readFile(join(folder, path, 'index.html'), 'utf8');
    server.page(path, html.replace('<head>', `<head><script src="${server.url}recorder.js"></script>`), { policies });
    await browser.page.open(server.url + path);
    return browser.page;
  };

  for (const example of EXAMPLES) {
    test(`example: the one in ${example.name} shows an article, follows links, and refreshes`, async () => {
      const page = await open(example);
      await page.find('h2', 'The mill turns again');
      await page.ready();
      assert.deepEqual(await page.texts('[part=comment-body]'), ['I heard it from my bed.']);

      await page.click('[part=related] a', 'A weir is mended');
      await page.find('h2', 'A weir is mended');
      await reading(page, 'weir');
      assert.equal((await page.event('navigate')).id, 'weir');
      await press(page, '#newest');
      await page.find('h2', 'The mill turns again');
      await reading(page, 'the newest');

      const feed = JSON.parse(await readFile('examples/public/feed.json'));
      feed.items[0].title = 'The mill stands still';
      const undo = server.answer(/feed\.json$/, { body: JSON.stringify(feed), type: 'application/json' });
      await press(page, '#refresh');
      await page.find('h2', 'The mill stands still');
      undo();

      const asked = await page.asked();
      assert.equal(asked.filter((url) => url.endsWith('.wasm')).length, 2, 'the widget and its comments');
      assert.deepEqual(asked.filter((url) => !url.startsWith(server.origin)), []);
      assert.deepEqual(await page.errors(), []);
    });
  }

  /** What a bundler has renamed and moved is checked like what `make build` publishes. */
  test('example: the one in React runs no other wasm than the package’s', async () => {
    const empty = Buffer.from('0061736d01000000', 'hex');
    const undo = server.answer(/news-widget-(?!comments)[^/]*\.wasm$/, { body: empty, type: 'application/wasm' });
    const page = await open(EXAMPLES.find(({ name }) => name === 'react'));
    const { code, message } = await page.event('error');
    undo();
    assert.equal(code, 'load');
    assert.match(message, /did not come, or not as it was published/);
  });

  /** There the package is bundled beforehand, and its files lie elsewhere than its code. */
  test('example: the one in React works in Vite’s development server, too', async () => {
    const { page } = browser;
    const vite = await createServer({ root: join(folder, 'examples/react'), server: { host: '127.0.0.1' }, logLevel: 'error' });
    try {
      await vite.listen();
      await page.open(vite.resolvedUrls.local[0]);
      await page.find('h2', 'The mill turns again');
      await page.find('[part=comment-body]', 'I heard it from my bed.');
      assert.deepEqual((await page.errors()).filter((error) => !error.includes('/favicon.ico')), []); // Vite has none
    } finally {
      await vite.close();
    }
  });
});
