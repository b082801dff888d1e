// How long a large feed takes, in Chromium: `node tests/bench/large-feed.mjs [items]`, on dist/ (run `make build` first).
// A benchmark, not a test: it prints figures and judges nothing.
//
//   parse and paint   from the moment the whole feed is here until the first paint of its front page (news-widget:ready)
//   longest task      the longest time in that span in which the page answered nobody

import { start } from '../e2e/engines.mjs';
import { Page, hostPage } from '../e2e/page.mjs';
import { serve } from '../e2e/server.mjs';

const ITEMS = Number(process.argv[2] ?? 10_000);
const ROUNDS = 5;

const words = 'the harbour keeper wrote of lamps and tides while ferries turned in slow rain above grey stone quays'.split(' ');
const prose = (seed, count) => Array.from({ length: count }, (_, at) => words[(seed * 7 + at * 13) % words.length]).join(' ');

function feed() {
  const items = Array.from({ length: ITEMS }, (_, at) => ({
    id: `story-${at}`,
    url: `https://news.example/${at}`,
    title: `Story ${at}: ${prose(at, 6)}`,
    summary: prose(at + 1, 24),
    content_html: `<p>${prose(at + 2, 150)}</p><p>${prose(at + 3, 150)}</p>`,
    date_published: new Date(Date.UTC(2026, 10, 20) - at * 3_600_000).toISOString(),
    authors: [{ name: `Writer ${at % 40}` }],
    tags: [words[at % 9], words[at % 7]],
    _news: { section: ['World', 'Science', 'Sport'][at % 3], views: (at * 7919) % 10_007 },
  }));
  return JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'A large paper', items });
}

const server = await serve({ folder: 'dist' });
const engine = await start('chromium');
try {
  const page = new Page(engine);
  const body = feed();
  server.answer('large.json', { body, type: 'application/json' });
  server.page('large.html', hostPage('<news-widget feed="large.json" routing="hash"></news-widget>', {
    head: `<script>
      window.tasks = [];
      new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration }))))
        .observe({ type: 'longtask', buffered: true });
      addEventListener('news-widget:ready', () => { window.readyAt = performance.now(); });
    </script>`,
  }));
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.open(new URL('large.html', server.url).href);
    rounds.push(await page.until(async () => {
      const [entry] = performance.getEntriesByName(new URL('large.json', location.href).href);
      if (!window.readyAt || !entry) return null;
      await new Promise((resolve) => { setTimeout(resolve, 300); }); // long tasks are told late
      const tasks = window.tasks.filter(({ startTime, duration }) => startTime + duration > entry.responseEnd);
      return {
        'parse and paint': window.readyAt - entry.responseEnd,
        'longest task': Math.max(0, ...tasks.map(({ duration }) => duration)),
        'cards': $$('.card').length,
      };
    }));
  }
  const middle = (key) => rounds.map((round) => round[key]).sort((a, b) => a - b)[ROUNDS >> 1];
  console.log(`${ITEMS.toLocaleString('en')} items, ${(body.length / 1e6).toFixed(1)} MB, median of ${ROUNDS} rounds:`);
  for (const key of ['parse and paint', 'longest task']) console.log(`  ${key.padEnd(16)} ${middle(key).toFixed(0)} ms`);
  console.log(`  ${'cards'.padEnd(16)} ${middle('cards')}`);
} finally {
  await engine.quit();
  await server.close();
}
