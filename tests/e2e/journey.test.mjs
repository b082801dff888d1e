// One reader's whole way, in each engine: from the front page to an article, to its thread, to a comment of their own, and
// back, as it is still there tomorrow.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inEachEngine } from './engines.mjs';
import { hostPage } from './host.mjs';
import { newsroom, post, write } from './reader.mjs';

inEachEngine('journey', (browser) => {
  let news;
  before(async () => { news = await newsroom(); });
  after(() => news.close());

  test('journey: a reader goes from the front page to an article, comments, goes back, and finds the comment after a reload', async () => {
    const { page } = browser;
    const body = '<news-widget feed="news/feed.json" routing="hash" comments="local" spam-traps="none"></news-widget>';
    await page.open(hostPage(news.server, 'site.html', body));
    await page.ready();
    await page.click('a', 'Talk');
    await page.find('[part=headline]', 'Talk');
    await page.find('[data-comment=first]');
    await page.settled();
    assert.equal(await page.run(() => focused()?.matches('[part=headline]')), true, 'a screen reader is told of the page');

    await write(page, { comment: 'I was there, and it rained.', name: 'Eve' });
    const id = await post(page);
    await page.settled();
    assert.equal(await page.run((id) => squeeze($(`[data-comment="${id}"] .comment-body`).textContent), id), 'I was there, and it rained.');
    assert.equal((await page.texts('[part=recent] li'))[0], 'Eve on Talk');

    await page.driver.navigate().back();
    await page.gone('[part=headline]', 'Talk');
    await page.click('[part=recent] a', 'Talk');
    await page.find(`[data-comment="${id}"]`);

    await page.driver.navigate().refresh();
    await page.find(`[data-comment="${id}"]`, 'I was there, and it rained.');
    await page.settled();
    assert.deepEqual(await page.errors(), []);
  });
}, { differ: 'journey' });
