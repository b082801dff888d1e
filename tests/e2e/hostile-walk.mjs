// A walk through the pages of hostile feeds: for each attack its documents, below an address of its own, and in the page a
// loop that opens one page after the other and writes down what is wrong with it.

import { readFileSync } from 'node:fs';
import { articles, documents, SECTION } from './hostile-feed.mjs';
import { hostPage } from './page.mjs';
import { json } from './stand.mjs';

const SCRIPTS = ['hostile-watch.js', 'hostile-allowed.js'];
/** How many attacks a page of the browser goes through before it is left for a new one. */
const AT_ONCE = 120;

/** Serves the documents of `attacks`, and what they name on this machine: nothing. */
export function publish(server, attacks) {
  for (const name of SCRIPTS) server.answer(name, { body: readFileSync(new URL(name, import.meta.url)), type: 'text/javascript' });
  const calm = { raw: 'calm', html: 'calm' };
  server.answer('calm.json', json(documents['feed.json'](calm, server.url, 'calm')));
  server.answer(/^hostile\//, { status: 404 });
  server.answer(/^hostile\/\d+\/\w+\.json$/, ({ path }) => {
    const [, number, name] = path.split('/');
    const base = `${server.url}${path}`;
    return documents[name] && json(documents[name](attacks[number], base, `sign ${number}`));
  });
}

/** What a page shows of each attack: a document, and the attributes that lead there. */
const routes = {
  article: { attributes: 'comments="local"', hash: '', free: [], shows: [['feed.json', 'first'], ['texts.json', 'second'], ['feed.json', 'third']] },
  front: { attributes: 'routing="hash"', hash: '#/', free: ['title'], shows: [['feed.json'], ['texts.json']] },
  section: { attributes: 'routing="hash"', hash: `#/section/${SECTION}`, free: ['title'], shows: [['texts.json']] },
};

/** In the page: opens what the jobs name, and answers how many pages were looked at, and everything that was found. */
async function look(jobs, done) {
  const widget = document.querySelector('news-widget');
  const found = [];
  const turn = () => new Promise((done) => { setTimeout(done); });
  const shown = async (sign, css) => {
    const end = performance.now() + 10_000;
    const here = () => [...widget.shadowRoot?.querySelectorAll(css) ?? []].some(({ textContent }) => textContent === sign);
    while (!here() || widget.shadowRoot.querySelector('.waiting, .arriving')) {
      if (performance.now() > end) return false;
      await turn();
    }
    return true;
  };
  const report = (job, about, kind, findings) => { for (const what of findings) found.push({ kind, what: `${job.name} (${about}): ${what}` }); };
  for (const job of jobs) {
    const about = `${job.document} ${job.article ?? ''}`.slice(0, 100);
    widget.setAttribute('feed', job.document);
    if (job.article) widget.setAttribute('article', job.article);
    if (!await shown(job.sign, job.css)) report(job, about, 'missing', [widget.shadowRoot.textContent.slice(0, 300)]);
    const root = widget.shadowRoot;
    report(job, about, 'markup', window.allowed.check(root));
    report(job, about, 'strangers', window.allowed.strangers(root, [location.hostname]));
    report(job, about, 'disguised', window.allowed.disguised(root));
    report(job, about, 'names', window.allowed.forged(root));
    // What would only be fetched when a reader scrolls there is wanted now, so that the proxy sees it.
    for (const picture of root.querySelectorAll('img[loading=lazy]')) picture.setAttribute('loading', 'eager');
    await turn();
    report(job, about, 'caught', window.watched.caught(job.free));
  }
  done({ pages: jobs.length, found });
}

/** Goes through all `attacks` on pages of one kind. */
export async function walk(page, server, attacks, kind) {
  const { attributes, hash, free, shows } = routes[kind];
  const css = kind === 'article' ? '.tags li' : 'nav .sections a';
  const total = { pages: 0, found: [] };
  for (let from = 0; from < attacks.length; from += AT_ONCE) {
    const jobs = attacks.slice(from, from + AT_ONCE).flatMap((attack, index) => shows.map(([name, article]) => ({
      name: attack.name, document: `hostile/${from + index}/${name}`, article: article && articles(attack)[article],
      sign: `sign ${from + index}`, css, free,
    })));
    server.page('hostile.html', hostPage(
      `<main><h1>Around</h1><news-widget feed="calm.json" loading="eager" media-hosts="127.0.0.1" ${attributes}></news-widget>
       <p>After</p></main><script>watched.begin()</script>`,
      { head: SCRIPTS.map((name) => `<script src="${name}"></script>`).join('') },
    ));
    await page.open(`${server.url}hostile.html?${from}${hash}`);
    await page.ready();
    const { pages, found } = await page.driver.executeAsyncScript(`(${look})(...arguments)`, jobs);
    total.pages += pages;
    total.found.push(...found);
  }
  return total;
}
