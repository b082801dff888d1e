// What feeds draw that are made to hold the page: counted, not timed. `make freeze` has the times.

import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { BOMBS } from '../fuzz/bombs.mjs';
import { inEachEngine } from './engines.mjs';
import { hostPage } from './host.mjs';
import { serve } from './server.mjs';
import { json } from './stand.mjs';

const server = await serve({ folder: 'dist', strict: '' });
after(() => server.close());

const VERSION = 'https://jsonfeed.org/version/1.1';
// src/bounds.rs, with what the page has besides.
const ARTICLE = 22_500;
const COMMENTS = 40 * 2_000;

const KINDS = [
  ...['cells with wide spans', 'rows of 400 cells', 'sounds', 'pictures', 'details', 'formatting that is opened anew', 'words outside of cells', 'ruby',
    'links not closed', 'boxes'].map((kind) => `article: ${kind}`),
  'plain article: lines', 'plain article: addresses', '40 comments: formatting that is opened anew', '40 comments: cells in 512 boxes',
  '40 plain comments: lines', '40 plain comments: addresses',
];

inEachEngine('bounds', (browser) => {
  const open = async (feed) => {
    const { page } = browser;
    server.answer('bomb.json', json(feed));
    await page.open(hostPage(server, 'bomb.html', '<news-widget feed="bomb.json" loading="eager" comments="feed"></news-widget>'));
    await page.ready();
    return page;
  };
  /** Waits until nothing more is drawn by itself, and answers how many elements there are. */
  const settled = async (page) => {
    await page.settled();
    return page.run(() => $$('*').length);
  };
  const story = (item) => ({ version: VERSION, title: 'The Lamp', items: [{ id: 'a', title: 'A', ...item }] });

  it('bounds: a long article is drawn up to a bound, and in full when the reader asks', async () => {
    const page = await open(story({ content_html: `${'<p>w</p>'.repeat(15_000)}<p id=last>the end</p>` }));
    const drawn = () => page.run(() => $$('.body p:not(.rest)').length);
    await settled(page);
    const first = await drawn();
    assert.ok(first > 5_000 && first < 11_000, `${first} paragraphs`);
    await page.click('.rest button', 'Show the rest');
    await page.gone('.rest');
    assert.equal(await page.run(() => focused().textContent), 'w', 'focus is at what was asked for');
    await page.until(() => $('.body').lastElementChild.textContent === 'the end'); // its slices come one after the other
    assert.equal(await drawn(), 15_001);
  });

  it('lifecycle: an element whose long article is only partly drawn is removed without an error', async () => {
    const page = await open(story({ content_html: '<p>w</p>'.repeat(15_000) }));
    await page.run(() => { document.querySelector('news-widget').remove(); });
    const errors = await page.errors();
    assert.deepEqual(errors, []);
  });

  it('bounds: long lists of tags, authors and attachments show 50 entries, and more when the reader asks', async () => {
    const page = await open(story({
      content_text: 'A.',
      tags: Array.from({ length: 5_000 }, (_, at) => `tag ${at}`),
      authors: Array.from({ length: 300 }, (_, at) => ({ name: `Writer ${at}` })),
      attachments: Array.from({ length: 60 }, (_, at) => ({ url: `https://a.example/${at}.pdf`, mime_type: 'application/pdf' })),
      _news: { section: Array.from({ length: 5_000 }, (_, at) => `s${at}`) },
    }));
    const counts = () => page.run(() => ['.tags li:not(.rest)', '.names > :not(.rest)', '.attachments li:not(.rest)'].map((css) => $$(css).length));
    assert.deepEqual(await counts(), [50, 50, 50]);
    assert.ok(await page.run(() => $$('.breadcrumb li').length) <= 22);
    for (const part of ['.tags', '.names', '.attachments']) await page.click(`${part} .rest button`);
    await page.gone('.rest');
    assert.deepEqual(await counts(), [1_000, 300, 60]);
  });

  it('bounds: an article and a comment of ordinary length have no “Show the rest” button', async () => {
    const words = 'The lamps along the quay were lit before dusk. '.repeat(12);
    const page = await open(story({ content_html: `<p>${words}</p>`.repeat(60), tags: ['a', 'b'], _news: { comments: [{ id: 'c', content_text: words.repeat(20) }] } }));
    assert.deepEqual(await page.texts('.rest'), []);
    assert.equal(await page.run(() => $$('.body > p').length), 60);
  });

  it('bounds: no article and no thread draws more elements than its bound, whatever its texts hold', async () => {
    const { page } = browser;
    const names = KINDS.map((kind, at) => {
      server.answer(`bomb-${at}.json`, json(BOMBS[kind](kind.startsWith('40') ? 8_000 : 150_000)));
      return `bomb-${at}`;
    });
    const widgets = names.map((name) => `<news-widget id="${name}" feed="${name}.json" loading="eager" comments="feed"></news-widget>`);
    await page.open(hostPage(server, 'bombs.html', widgets.join('')));
    await page.until((count) => $$('[part=article]').length === count && !$('.arriving'), names.length);
    await settled(page);
    for (const [at, kind] of KINDS.entries()) {
      const count = await page.within(`#bomb-${at}`).run(() => $$('*').length);
      assert.ok(count < (kind.startsWith('40') ? COMMENTS : ARTICLE), `${kind}: ${count} elements`);
    }
  });
}, { timeout: 300_000 });
