// Each position of a feed hostile by itself, everything else calm: what is broken may hide what depends on it, so that an
// attack in all places at once leaves some of them unseen. And ids and names, which scripts look up and addresses hold.

import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { ours } from './attacks.mjs';
import { inEachEngine } from './engines.mjs';
import { documents, SECTION } from './hostile-feed.mjs';
import { publish, share, walk } from './hostile-walk.mjs';
import { hostPage } from './host.mjs';
import { proxy } from './proxy.mjs';
import { serve } from './server.mjs';
import { json } from './stand.mjs';

const [server, outside] = await Promise.all([serve({ folder: 'dist', strict: '' }), proxy()]);
after(() => Promise.all([server.close(), outside.close()]));

const CALM = { raw: 'calm', html: 'calm' };
const ATTACKS = [
  '"><img src=x onerror=alert(1)><script>alert(1)</script>', 'javascript:alert(1)', 'data:image/svg+xml,<svg onload=alert(1)>',
  '&lt;img src=x onerror=alert(1)&gt;',
];

/** The paths of all texts in a document, but for those that a test finds its way by. */
function places(value, path = []) {
  if (typeof value === 'string') return path.at(-1) === 'id' || [SECTION, 'sign'].includes(value) || value.startsWith('https://jsonfeed.org/') ? [] : [path];
  return Object.entries(value ?? {}).flatMap(([key, inner]) => (typeof inner === 'object' || typeof inner === 'string' ? places(inner, [...path, key]) : []));
}

/** A copy of a document with another text in one place. */
function changed(document, path, text) {
  const copy = structuredClone(document);
  const last = path.at(-1);
  path.slice(0, -1).reduce((object, key) => object[key], copy)[last] = text;
  return copy;
}

const FEED = 'texts.json';
const calm = (base, sign) => documents[FEED](CALM, base, sign);
const alone = places(calm(server.url, 'sign')).flatMap((path) => ATTACKS.map((raw) => ({
  name: `${path.join('.')} = ${raw}`, ...CALM, documents: { [FEED]: (_, base, sign) => changed(calm(base, sign), path, raw) },
})));
publish(server, alone);

inEachEngine('sanitiser, one hostile position', (browser) => {
  let total;
  const found = (...kinds) => total.found.filter(({ kind }) => kinds.includes(kind)).map(({ what }) => what);
  const tried = share(browser, 'whole', alone);
  before(async () => { total = await walk(browser.page, server, tried, 'whole', alone); });

  it('sanitiser: an attack in a single position of a feed runs nothing, breaks nothing and asks no other machine', () => {
    assert.ok(alone.length > 400);
    assert.equal(total.pages, tried.length);
    assert.deepEqual(found('missing', 'caught', 'markup', 'disguised').slice(0, 10), []);
    assert.deepEqual(outside.log.map(({ line }) => line), []);
  });

  // The form opens under a comment that is found by its id, and gives the focus back to where it was opened.
  it('form: Reply under a comment with a hostile id opens the form, and Cancel gives focus back to that Reply', async () => {
    const ids = [...ours('names'), ...ours('urls')].map(({ raw }) => raw).filter((raw) => /[^ -~]|["'\\\]]/.test(raw));
    const comments = [...new Set(ids.map((id) => id.trim()))].map((id) => ({ id: `${id}.`, content_text: 'Well.', authors: [{ name: 'Ann' }] }));
    assert.ok(comments.length > 50);
    const story = { id: '1', title: 'Story', content_text: 'Text', _news: { comments: comments.slice(0, 50) } };
    server.answer('ids.json', json({ version: 'https://jsonfeed.org/version/1.1', title: 'Paper', items: [story] }));
    hostPage(server, 'ids.html', '<news-widget feed="ids.json" sections="comments reply" loading="eager"></news-widget>');
    const { page } = browser;
    await page.open(`${server.url}ids.html`);
    await page.ready();
    const lost = [];
    for (const { id } of comments.slice(0, 50)) {
      const back = await page.driver.executeAsyncScript(`
        const [id, done] = arguments;
        const widget = document.querySelector('news-widget');
        const root = widget.shadowRoot;
        const comment = [...root.querySelectorAll('[data-comment]')].find(({ dataset }) => dataset.comment === id.replaceAll('\\0', '\\ufffd'));
        (async () => {
          comment.querySelector('.reply-button').click();
          await widget.settled;
          const typing = root.activeElement?.localName;
          [...root.querySelectorAll('.thread form button[type=button]')].at(-1).click();
          await widget.settled;
          done(typing === 'textarea' && root.activeElement === comment.querySelector('.reply-button'));
        })().catch((error) => done(String(error)));`, id);
      if (back !== true) lost.push(JSON.stringify(id));
    }
    assert.deepEqual(await page.errors(), []);
    assert.deepEqual(lost, []);
  });

  it('routing: hostile article ids and section names in an address lead to their own pages', async () => {
    const names = [...new Set([...ours('names'), ...ours('srcset')].map(({ raw }) => raw.trim()))];
    const items = names.map((name, index) => ({ id: `${name}.`, title: `Story ${index}`, content_text: 'Text', _news: { section: name } }));
    server.answer('names.json', json({ version: 'https://jsonfeed.org/version/1.1', title: 'Paper', items }));
    hostPage(server, 'names.html', '<news-widget feed="names.json" routing="hash" sections="article"></news-widget>');
    const { page } = browser;
    await page.open(`${server.url}names.html`);
    await page.ready();
    const sections = await page.run(() => $$('.sections a').map(({ textContent, hash }) => [hash, textContent]));
    assert.ok(sections.length > 40);
    const pages = [...sections, ...items.map(({ id, title }) => [`#/article/${encodeURIComponent(id)}`, title])];
    for (const [hash, heading] of pages) {
      await page.until((hash, heading) => {
        if (location.hash !== hash) location.hash = hash;
        return $('h1')?.textContent === heading;
      }, hash, heading);
    }
    assert.deepEqual(await page.errors(), []);
  });
}, { proxy: outside.port, timeout: 900_000 });
