// How long sanitising takes, in Chromium, beside DOMPurify and the browser's own sanitiser: `make bench`. A benchmark, not a
// test: it prints figures and judges nothing.
//
// The job is the same for all: from a string to nodes in a container of the live page that is not in its tree, so that no
// layout is measured and nothing is fetched.
//
//   ours        the harness: what the widget runs, through wasm, Document.parseHTML, and a copy built from our lists
//   DOMPurify   RETURN_DOM_FRAGMENT, and the fragment appended: DOMParser, and what is not on its list taken out
//   setHTML     Element.setHTML with its own list, which knows nothing of addresses, ids, headings or `loading`
//   parseHTML   Document.parseHTML with its own list, and its body's nodes appended: the least that ours can take

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { start } from '../e2e/engines.mjs';
import { serve } from '../e2e/server.mjs';

const ROUNDS = Number(process.argv[2] ?? 15);
const WARM_UP = 3;
const WAYS = ['ours', 'DOMPurify', 'setHTML', 'parseHTML'];

const words = 'the harbour keeper wrote of lamps and tides while ferries turned in slow rain above grey stone quays'.split(' ');
const prose = (seed, count) => Array.from({ length: count }, (_, at) => words[(seed * 7 + at * 13) % words.length]).join(' ');

/** An article of about 200 KB, as an editor's program writes it. */
function article() {
  const parts = [];
  for (let at = 0, length = 0; length < 200_000; at += 1) {
    const part = at % 9 === 0 ? `<h2 id="part-${at}">${prose(at, 5)}</h2>\n`
      : at % 7 === 0 ? `<figure class="wide"><img src="/img/${at}.jpg" srcset="/img/${at}.jpg 1x, /img/${at}-2.jpg 2x" width="800" height="450" alt="${prose(at, 6)}"><figcaption>${prose(at, 9)}</figcaption></figure>\n`
        : at % 5 === 0 ? `<ul>${[1, 2, 3].map((n) => `<li>${prose(at + n, 12)}</li>`).join('')}</ul>\n`
          : `<p class="text" style="margin: 0">${prose(at, 30)} <a href="/story/${at}?from=body&amp;n=1" target="_blank" onclick="track()">${prose(at, 3)}</a>, ${prose(at + 1, 20)} <em>${prose(at, 2)}</em> &amp; <strong>${prose(at, 2)}</strong>.</p>\n`;
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}

/** A thousand comments, as a comment service stores them. */
const comments = () => Array.from({ length: 1000 }, (_, at) => (
  `<p>${prose(at, 25)} <a href="https://reader.example/${at}">${prose(at, 2)}</a></p>${at % 3 ? '' : `<blockquote><p>${prose(at, 9)}</p></blockquote>`}<p>I <3 <b>it</b>, ${prose(at, 12)}</p>`));

const PAGE = `<!doctype html><meta charset=utf-8><title>Benchmark</title><script type=module>
  import init, { render } from './sanitizer.js';
  import DOMPurify from './purify.es.mjs';
  const BASE = 'https://news.example/2026/story.html';
  await init({ module_or_path: await (await fetch('sanitizer_bg.wasm')).arrayBuffer() });
  const ways = {
    ours: (place, html, kind) => place.append(render(html, kind, BASE)),
    DOMPurify: (place, html) => place.append(DOMPurify.sanitize(html, { RETURN_DOM_FRAGMENT: true })),
    setHTML: (place, html) => place.setHTML(html),
    parseHTML: (place, html) => place.append(...Document.parseHTML(html).body.childNodes),
  };
  /** One round: each way once, in another order each time. */
  window.round = (texts, kind, number) => {
    const names = Object.keys(ways);
    const took = {};
    for (const [at] of names.entries()) {
      const name = names[(at + number) % names.length];
      const from = performance.now();
      for (const html of texts) ways[name](document.createElement('div'), html, kind);
      took[name] = performance.now() - from;
    }
    return took;
  };
</script>`;

const HARNESS = fileURLToPath(new URL('../../target/harness/', import.meta.url));
const PURIFY = new URL('../../node_modules/dompurify/dist/purify.es.mjs', import.meta.url);

const server = await serve({ folder: HARNESS });
server.page('bench.html', PAGE);
server.answer('purify.es.mjs', { body: await readFile(PURIFY, 'utf8'), type: 'text/javascript' });
const engine = await start('chromium');
try {
  const { driver } = engine;
  await driver.get(`${server.url}bench.html`);
  await driver.executeAsyncScript('const [done] = arguments; const look = () => (window.round ? done() : setTimeout(look, 10)); look();');
  const jobs = [['article', 'article', [article()]], ['1,000 comments', 'comment', comments()]];
  const taken = jobs.map(() => []);
  // Both jobs take turns, so that a busy moment of the machine hits all ways alike.
  for (let number = 0; number < WARM_UP + ROUNDS; number += 1) {
    for (const [at, [, kind, texts]] of jobs.entries()) {
      const took = await driver.executeScript('return window.round(...arguments)', texts, kind, number);
      if (number >= WARM_UP) taken[at].push(took);
    }
  }
  const middle = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];
  const version = (await driver.getCapabilities()).getBrowserVersion();
  console.log(`Chromium ${version}, ms, median of ${ROUNDS} rounds after ${WARM_UP}; least and most in brackets`);
  for (const [at, [title, , texts]] of jobs.entries()) {
    const size = texts.reduce((sum, text) => sum + text.length, 0);
    console.log(`\n${title}, ${Math.round(size / 1000)} KB`);
    const medians = Object.fromEntries(WAYS.map((name) => [name, middle(taken[at].map((took) => took[name]))]));
    console.log(`${'  way'.padEnd(13)}${['ms', '(range)', '/ DOMPurify', '/ setHTML'].map((head) => head.padStart(14)).join('')}`);
    for (const [name, median] of Object.entries(medians)) {
      const all = taken[at].map((took) => took[name]);
      const range = `(${Math.min(...all).toFixed(1)}–${Math.max(...all).toFixed(1)})`;
      const cells = [median.toFixed(1), range, (median / medians.DOMPurify).toFixed(2), (median / medians.setHTML).toFixed(2)];
      console.log(`  ${name.padEnd(11)}${cells.map((cell) => cell.padStart(14)).join('')}`);
    }
  }
} finally {
  await engine.quit();
  await server.close();
}
