// How long feeds that are made for it hold the page: `make freeze`, on dist/. A benchmark, not a test: it prints figures and
// judges nothing. tests/e2e/hostile-freeze.test.mjs holds what is drawn to its bounds.
//
//   SIZES=10000,1000000 KINDS=ruby ENGINES=chromium,firefox make freeze     some kinds, by a part of their name
//   GROW=1 make freeze       doubles each kind from 10 KB to 5 MB, and prints those that take more than in proportion
//   DIST=../other/dist node tests/fuzz/freeze.mjs                            another build
//
//   longest   the longest task from the beginning of the page on, in milliseconds: what a key or a click may have to wait
//   rest      the same while all that "Show the rest" has, at one click, is drawn
//   nodes     elements in the widget then

import { start } from '../e2e/engines.mjs';
import { hostPage } from '../e2e/host.mjs';
import { Page } from '../e2e/page.mjs';
import { serve } from '../e2e/server.mjs';
import { BOMBS, share } from './bombs.mjs';

const { SIZES = '10000,100000,1000000,5000000', KINDS = '', ENGINES = 'chromium', GROW, DIST = 'dist' } = process.env;
const GOAL = 300;
const PATIENCE = 90_000;

/** In the page, from its first moment: the longest time between two beats, and the longest task where the engine tells. */
const WATCH = `window.watch = { longest: 0, last: 0 };
  const note = (took, end) => { if (took > 50) { watch.last = end; watch.longest = Math.max(watch.longest, took); } };
  if (PerformanceObserver.supportedEntryTypes.includes('longtask')) {
    new PerformanceObserver((list) => list.getEntries().forEach((task) => note(task.duration, task.startTime + task.duration))).observe({ type: 'longtask', buffered: true });
  } else {
    let beat = performance.now();
    setInterval(() => { const now = performance.now(); note(now - beat - 4, now); beat = now; }, 4);
  }`;

const quiet = (page) => page.run((patience) => new Promise((done) => {
  const begun = performance.now();
  const look = setInterval(() => {
    const now = performance.now();
    if (now - Math.max(watch.last, begun) < 1_000 && now - begun < patience) return;
    clearInterval(look);
    const { longest } = watch;
    watch.longest = 0;
    done({ longest: Math.round(longest), nodes: $$('*').length, rest: $$('.rest').length });
  }, 50);
}), PATIENCE);

async function measure(page, server, name, bytes) {
  server.answer('bomb.json', { body: JSON.stringify(BOMBS[name](share(name, bytes))), type: 'application/feed+json' });
  hostPage(server, 'bomb.html', '<news-widget feed="bomb.json" loading="eager" comments="feed"></news-widget>', { script: WATCH });
  await page.driver.get('about:blank');
  await page.driver.get(`${server.url}bomb.html`);
  await page.until(() => $('[part=headline], [part=message]') && !$('.arriving'));
  const first = await quiet(page);
  let rest = null;
  if (first.rest) {
    await page.run(() => $$('.rest button').forEach((button) => button.click()));
    rest = await quiet(page);
  }
  return { first, rest };
}

const row = (cells) => console.log(`| ${cells.join(' | ')} |`);

async function engine(name, server) {
  let browser;
  const open = async () => {
    browser = await start(name);
    await browser.driver.manage().setTimeouts({ script: PATIENCE * 2, pageLoad: PATIENCE });
    return new Page(browser);
  };
  let page = await open();
  console.log(`\n${name} ${(await browser.driver.getCapabilities()).getBrowserVersion()}, longest task in ms\n`);
  row(['kind', 'bytes', 'longest', 'rest', 'nodes']);
  row(['---', '--:', '--:', '--:', '--:']);
  for (const kind of Object.keys(BOMBS).filter((kind) => KINDS.split(',').some((part) => kind.includes(part)))) {
    const sizes = GROW ? Array.from({ length: 10 }, (_, at) => Math.min(5e6, 1e4 * 2 ** at)) : SIZES.split(',').map(Number);
    let before = 0;
    for (const bytes of sizes) {
      let longest = '—';
      try {
        const { first, rest } = await measure(page, server, kind, bytes);
        longest = first.longest;
        const odd = longest > GOAL || (rest?.longest ?? 0) > GOAL || (before > 50 && longest > 2.5 * before);
        before = longest;
        if (!GROW || odd) row([kind, bytes.toLocaleString('en'), longest, rest?.longest ?? '', rest?.nodes ?? first.nodes]);
      } catch (error) {
        row([kind, bytes.toLocaleString('en'), `over ${PATIENCE}`, '', error.message.split('\n')[0].slice(0, 60)]);
        await browser.quit().catch(() => {});
        page = await open();
        break;
      }
      if (longest > 5_000) break;
    }
  }
  await browser.quit();
}

const server = await serve({ folder: DIST });
try {
  for (const name of ENGINES.split(',')) await engine(name, server);
} finally {
  await server.close();
}
