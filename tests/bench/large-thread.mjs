// How long a large thread takes, in Chromium: `node tests/bench/large-thread.mjs [comments]`, on dist/ (`make build` first).
// A benchmark, not a test: it prints figures and judges nothing.
//
//   first screen   from the moment the whole thread is here until its first comments are drawn
//   a letter       from a key in the form until the next frame, the longest of 20
//   the order      from another order until it is drawn
//   a link         from the address of the last comment but one until it has focus

import { start } from '../e2e/engines.mjs';
import { hostPage } from '../e2e/host.mjs';
import { Page } from '../e2e/page.mjs';
import { serve } from '../e2e/server.mjs';

const COMMENTS = Number(process.argv[2] ?? 10_000);
const ROUNDS = 5;
const JSON_TYPE = 'application/json';
const VERSION = 'https://jsonfeed.org/version/1.1';

const words = 'the harbour keeper wrote of lamps and tides while ferries turned in slow rain above grey stone quays'.split(' ');
const prose = (seed, count) => Array.from({ length: count }, (_, at) => words[(seed * 7 + at * 13) % words.length]).join(' ');

/** Every third answers one before it, some far up, as in a lively thread. */
function thread() {
  const items = Array.from({ length: COMMENTS }, (_, at) => ({
    id: `c${at}`,
    content_text: prose(at, 12 + (at * 31) % 60),
    authors: [{ name: `Reader ${(at * 17) % 900}` }],
    date_published: new Date(Date.UTC(2026, 0, 1) + at * 60_000).toISOString(),
    _news: at % 3 === 2 ? { parent: `c${Math.floor(at * 0.9)}` } : {},
  }));
  return JSON.stringify({ version: VERSION, title: 'A large thread', items });
}

const server = await serve({ folder: 'dist' });
const engine = await start('chromium');
try {
  const page = new Page(engine);
  const body = thread();
  server.answer('thread.json', { body, type: JSON_TYPE });
  server.answer('feed.json', {
    body: JSON.stringify({ version: VERSION, title: 'A paper', items: [{ id: 'a', title: 'A', content_text: 'A.', _news: { comments_url: 'thread.json' } }] }),
    type: JSON_TYPE,
  });
  const address = hostPage(server, 'large.html', '<news-widget feed="feed.json" loading="eager"></news-widget>');
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.open('about:blank');
    await page.open(address);
    const first = await page.until(() => {
      const [entry] = performance.getEntriesByName(new URL('thread.json', location.href).href);
      return $('[data-comment]') && entry?.responseEnd && { shown: performance.now() - entry.responseEnd, built: $$('[data-comment]').length };
    });
    const letter = await page.run(async () => {
      const field = $('textarea');
      let longest = 0;
      for (let n = 0; n < 20; n += 1) {
        const begun = performance.now();
        field.value += 'x';
        field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
        await new Promise((drawn) => { requestAnimationFrame(() => setTimeout(drawn)); });
        longest = Math.max(longest, performance.now() - begun);
      }
      return longest;
    });
    const order = await page.run(async () => {
      const begun = performance.now();
      $('.order').value = 'newest';
      $('.order').dispatchEvent(new Event('change', { bubbles: true, composed: true }));
      await new Promise((drawn) => { requestAnimationFrame(() => setTimeout(drawn)); });
      return performance.now() - begun;
    });
    const link = await page.run(async (id) => {
      const begun = performance.now();
      location.hash = `#comment-${id}`;
      while (focused()?.dataset.comment !== id) await new Promise(requestAnimationFrame);
      return performance.now() - begun;
    }, `c${COMMENTS - 2}`);
    rounds.push({ 'first screen': first.shown, built: first.built, 'a letter': letter, 'the order': order, 'a link': link });
  }
  const middle = (key) => rounds.map((round) => round[key]).sort((a, b) => a - b)[ROUNDS >> 1];
  console.log(`${COMMENTS.toLocaleString('en')} comments, ${(body.length / 1e6).toFixed(1)} MB, ${middle('built')} built, median of ${ROUNDS} rounds:`);
  for (const key of ['first screen', 'a letter', 'the order', 'a link']) console.log(`  ${key.padEnd(14)} ${middle(key).toFixed(0)} ms`);
} finally {
  await engine.quit();
  await server.close();
}
