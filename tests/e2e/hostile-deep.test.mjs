// A text that an engine's own parser does not survive. WebKit lets no element stand deeper than 512, and a table at that
// depth with a picture in it keeps its parser busy for ever (2.50.6): two and a half kilobytes, in the comment of any reader.

import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { inEachEngine } from './engines.mjs';
import { hostPage } from './host.mjs';
import { serve } from './server.mjs';
import { json } from './stand.mjs';

const server = await serve({ folder: 'dist', strict: '' });
after(() => server.close());

const TABLE = '<table><tr><td><img></td></tr></table>';
const TEXTS = { outside: `${'<div>'.repeat(508)}${TABLE}`, alone: `${'<table><tr><td>'.repeat(128)}<img>${'</td></tr></table>'.repeat(128)}` };

for (const [name, html] of Object.entries(TEXTS)) {
  inEachEngine(`sanitiser, a table too deep (${name})`, (browser) => {
    for (const place of ['body', 'comment']) {
      it(`sanitiser: a table nested too deep for an engine’s parser does not stop the page, in a ${place}`, { timeout: 30_000 }, async () => {
        const { page } = browser;
        const text = (wanted) => (place === wanted ? { content_html: `before ${html} after` } : { content_text: 'Text' });
        const item = { id: '1', title: 'Deep', ...text('body'), _news: { comments: [{ id: 'c', authors: [{ name: 'Ann' }], ...text('comment') }] } };
        server.answer('deep.json', json({ version: 'https://jsonfeed.org/version/1.1', title: 'Paper', items: [item] }));
        hostPage(server, 'deep.html', '<news-widget feed="deep.json" loading="eager" comments="local"></news-widget>');
        await page.driver.manage().setTimeouts({ script: 15_000 });
        await page.open(`${server.url}deep.html`);
        await page.ready();
        // Of a comment only the beginning is drawn by itself.
        assert.ok((await page.texts('[part=body], [part=comment-body]')).some((words) => /^before.*(after|Show the rest)$/.test(words)));
      });
    }
  }, { differ: 'sanitiser', timeout: 90_000 });
}
