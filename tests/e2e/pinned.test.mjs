// A page that pins the loader by its hash runs that very release or nothing: each file checks the next. (That the other
// files are refused when they are not what was published is in errors.test.mjs.)

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { inEachEngine } from './engines.mjs';
import { hostPage } from './host.mjs';
import { stand, widget } from './stand.mjs';

inEachEngine('loader, pinned', (browser) => {
  let cdn, press, close, tag;
  before(async () => {
    ({ cdn, press, close } = await stand());
    tag = (await readFile('dist/pinned.html', 'utf8')).replace('src="', `src="${cdn.url}`);
  });
  after(() => close());

  const open = async () => {
    await browser.page.open(hostPage(press, 'host.html', widget({ article: 'full' }), { loader: null, head: tag }));
    return browser.page;
  };

  test('loader: a pinned tag shows the page', async () => {
    const page = await open();
    await page.ready();
    await page.find('h1', 'The ferry');
    assert.deepEqual(await page.errors(), []);
  });

  test('loader: a pinned tag runs no other loader than the one that was pinned, and the fallback stays', async () => {
    const [loader] = tag.match(/news-widget-[0-9a-f]+\.js/);
    cdn.log.length = 0;
    const undo = cdn.answer(loader, { body: 'document.title = "taken over"', type: 'text/javascript' });
    const page = await open();
    await page.until(() => document.readyState === 'complete');
    undo();
    assert.ok(cdn.paths.includes(loader));
    assert.equal(await page.run(() => document.title), 'Host page');
    assert.equal(await page.run(() => customElements.get('news-widget') === undefined), true);
    assert.equal(await page.run(() => document.querySelector('#fallback').checkVisibility()), true);
  });
}, { differ: 'loader' });
