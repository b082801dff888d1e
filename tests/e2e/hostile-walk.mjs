// A walk through the pages of hostile feeds: for each attack its documents, below an address of its own, and in the page
// some widgets that go through them, open one page after the other, and write down what is wrong with it.

import { readFileSync } from 'node:fs';
import { articles, documents, SECTION } from './hostile-feed.mjs';
import { hostPage } from './host.mjs';
import { json } from './stand.mjs';

/** What a page loads before anything else, to be watched. */
export const SCRIPTS = ['hostile-watch.js', 'hostile-allowed.js'];
/** How many attacks a page of the browser goes through before it is left for a new one. */
const AT_ONCE = 100;
/** For one such page, on a busy machine. */
const PATIENCE = 300_000;
/** How many widgets go through them, side by side: while one waits for its feed, another is drawn. */
const WIDGETS = 4;

/** What a page shows of each attack: a document, and which of its articles. Together they show every part. */
const routes = {
  article: {
    attributes: 'comments="local" sections="breadcrumb article related comments reply"', hash: '', free: [], sign: '.tags li',
    shows: [['feed.json', 'first'], ['feed.json', 'third'], ['texts.json', 'second']],
  },
  front: { attributes: 'routing="hash"', hash: '#/', free: ['title'], sign: 'nav .sections a', shows: [['feed.json']] },
  whole: { attributes: '', hash: '', free: [], sign: '.tags li', shows: [['texts.json', 'first']] },
  section: { attributes: 'routing="hash"', hash: `#/section/${SECTION}`, free: ['title'], sign: 'nav .sections a', shows: [['texts.json']] },
};

/** Serves the documents of `attacks`, which may bring some of their own. What else they name on this machine is not there. */
export function publish(server, attacks) {
  for (const name of SCRIPTS) server.answer(name, { body: readFileSync(new URL(name, import.meta.url)), type: 'text/javascript' });
  server.answer('calm.json', json(documents['feed.json']({ raw: 'calm', html: 'calm' }, server.url, 'calm')));
  server.answer(/^hostile\//, { status: 404 });
  server.answer(/^hostile\/\d+\/\w+\.json$/, ({ path }) => {
    const [, number, name] = path.split('/');
    const attack = attacks[number];
    const make = attack.documents?.[name] ?? documents[name];
    return make && json(make(attack, server.url + path, `sign ${number}`));
  });
}

/** In the page: goes through the jobs, and answers how many pages were looked at and everything that was found. */
async function look(jobs, { sign: css, free }, done) {
  const found = [];
  let pages = 0;
  const turn = () => new Promise((done) => { setTimeout(done); });

  /** Whether the page is there, all of it, before long. */
  async function shown(root, sign) {
    const end = performance.now() + 15_000;
    while (![...root.querySelectorAll(css)].some(({ textContent }) => textContent === sign) || root.querySelector('.waiting, .arriving')) {
      if (performance.now() > end) return false;
      await turn();
    }
    return true;
  }

  async function one(root, about, sign) {
    const report = (kind, findings) => { for (const what of findings) found.push({ kind, what: `${about}: ${what}` }); };
    report('missing', await shown(root, sign) ? [] : [root.textContent.slice(0, 300)]);
    report('markup', window.allowed.check(root));
    report('strangers', window.allowed.strangers(root, [location.hostname]));
    report('disguised', window.allowed.disguised(root));
    report('names', window.allowed.forged(root));
    // What would only be fetched once a reader scrolls there is wanted now, so that the proxy sees it.
    for (const picture of root.querySelectorAll('img[loading=lazy]')) picture.setAttribute('loading', 'eager');
    await turn();
    report('caught', window.watched.caught(free)); // the widgets beside this one may have a part in it
    pages += 1;
  }

  await Promise.all([...document.querySelectorAll('news-widget')].map(async (widget) => {
    for (let job = jobs.shift(); job; job = jobs.shift()) {
      for (const [name, article] of job.shows) {
        widget.setAttribute('feed', `${job.folder}/${name}`);
        if (article) widget.setAttribute('article', article);
        await one(widget.shadowRoot, `${job.name} (${name}${article ? `, ${article.slice(-1)}` : ''})`, job.sign);
      }
    }
  }));
  done({ pages, found });
}

/**
 * Those attacks that are tried on a kind of page. What an attack becomes is tried with all of them in the browser ring; here
 * is the question whether each position of a feed is read by the same rules: in Chromium with every third of them (on front and
 * section pages every sixth), in the others,
 * which take up to five times as long, with every eighth. `EVERYWHERE=1`: all of them in Chromium, and in the others in
 * articles, and every third where a text is text, whatever the parser; `ALL=1`: all.
 */
export function share({ name }, kind, attacks) {
  const { ALL, EVERYWHERE } = process.env;
  const thorough = name === 'chromium' || kind === 'article' ? 1 : 3;
  const each = ALL ? 1 : EVERYWHERE ? thorough : name === 'chromium' ? (kind === 'article' ? 3 : 6) : 8;
  return attacks.filter((_, at) => at % each === 0);
}

/** Goes through `attacks`, of those that are published, on pages of one kind. */
export async function walk(page, server, attacks, kind, published = attacks) {
  const route = routes[kind];
  const widget = `<news-widget feed="calm.json" loading="eager" media-hosts="127.0.0.1" ${route.attributes}></news-widget>`;
  const head = SCRIPTS.map((name) => `<script src="${name}"></script>`).join('');
  hostPage(
    server, 'hostile.html',
    `<main><h1>Around</h1>${widget.repeat(WIDGETS)}<p>After</p></main><script>watched.begin()</script>`, { head },
  );
  await page.driver.manage().setTimeouts({ script: PATIENCE });
  await page.driver.manage().window().setRect({ width: 500, height: 300 }); // nobody looks, and painting takes longest
  const total = { pages: 0, found: [] };
  for (let from = 0; from < attacks.length; from += AT_ONCE) {
    const jobs = attacks.slice(from, from + AT_ONCE).map((attack) => [attack, published.indexOf(attack)]).map(([attack, number]) => ({
      name: attack.name, folder: `hostile/${number}`, sign: `sign ${number}`,
      shows: route.shows.map(([name, article]) => [name, article && articles(attack)[article]]),
    }));
    await page.open('about:blank'); // Firefox's driver does not wait for an address with the fragment of the one before
    await page.open(`${server.url}hostile.html?${kind}${from}${route.hash}`);
    await page.until((all) => window.recorded.events.filter(({ type }) => type === 'news-widget:ready').length === all, WIDGETS);
    await page.gone('.arriving');
    const { pages, found } = await page.driver.executeAsyncScript(`(${look})(...arguments)`, jobs, route);
    total.pages += pages;
    total.found.push(...found);
  }
  return total;
}
