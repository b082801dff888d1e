// `feed` may be the address of a web page that names its feed, as feed readers take it.

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { paper } from '../fixtures/paper.mjs';
import { inEachEngine } from './engines.mjs';
import { serve } from './server.mjs';
import { edition, json, stand, widget } from './stand.mjs';

const link = (href, type = 'application/feed+json') => `<link rel="alternate" type="${type}" href="${href}">`;
const html = (head) => ({ type: 'text/html; charset=utf-8', body: `<!doctype html><html><head><title>News</title>${head}</head><body>News` });

inEachEngine('discovery', (browser) => {
  let press, host, close;
  const undo = [];
  before(async () => { ({ press, host, close } = await stand()); });
  after(() => close());
  afterEach(() => Promise.all(undo.splice(0).map((back) => back())));

  const open = async (body) => {
    press.log.length = 0;
    await browser.page.open(host(body));
    return browser.page;
  };
  const asked = (path) => press.paths.filter((asked) => asked === path).length;

  test('discovery: the address of a web page leads to the feed that the page names', async () => {
    undo.push(press.answer('world/', html(`<base href="/some/where/">${link('old.json', 'application/json')}${link('paper.json')}`)));
    const page = await open(widget({ feed: 'world/', article: 'full' }));
    await page.find('h1', 'The ferry');
    await page.until(() => $$('.lead-picture').every((image) => image.complete && image.naturalWidth));
    await page.ready();
    assert.deepEqual([asked('world/'), asked('paper.json'), asked('old.json')], [1, 1, 0]);
    assert.deepEqual(await page.errors(), []);
  });

  test('discovery: several elements share one request for the page and one for its feed', async () => {
    undo.push(press.answer('world/', html(link('../paper.json'))));
    const page = await open(widget({ id: 'one', feed: 'world/', article: 'full' }) + widget({ id: 'two', feed: 'world/', article: 'bridge' }));
    await page.within('#one').find('h1', 'The ferry');
    await page.within('#two').find('h1', 'A bridge for gulls');
    assert.deepEqual([asked('world/'), asked('paper.json')], [1, 1]);
  });

  test('discovery: refresh() shows what is new in the feed that a page names, whatever a cache has', async () => {
    const cached = { headers: { 'Cache-Control': 'max-age=300' } };
    undo.push(press.answer('kept/', { ...html(link('feed.json')), ...cached }), press.answer('kept/feed.json', { ...json(paper), ...cached }));
    const page = await open(widget({ feed: 'kept/', article: 'bridge' }));
    await page.find('h1', 'A bridge for gulls');
    undo.push(press.answer('kept/feed.json', json(edition({}, (item) => ({ ...item, title: item.id === 'bridge' ? 'A bridge for swans' : item.title })))));
    await page.run(() => document.querySelector('news-widget').refresh());
    await page.find('h1', 'A bridge for swans');
  });

  test('discovery: a page may name a feed of another origin, whose own pictures are shown whatever media-hosts lists', async () => {
    const other = await serve({ folder: 'tests/fixtures' });
    undo.push(other.close);
    other.answer('paper.json', json(paper));
    undo.push(press.answer('world/', html(link(`${other.url}paper.json`))));
    const page = await open(widget({ feed: 'world/', article: 'full', 'media-hosts': 'nobody.example' }));
    await page.find('h1', 'The ferry');
    await page.until(() => $$('.lead-picture').length && $$('.lead-picture').every((image) => image.complete && image.naturalWidth));
  });

  test('discovery: an error of the feed that a page names is reported with the feed’s address', async () => {
    undo.push(press.answer('world/', html(link('gone.json'))));
    const page = await open(widget({ feed: 'world/' }));
    const { code, message } = await page.event('error');
    assert.equal(code, 'not-found');
    assert.match(message, /There is no feed at \S+world\/gone\.json/);
  });

  test('discovery: a page that names another page instead of a feed is reported, and followed no further', async () => {
    undo.push(press.answer('world/', html(link('two.html'))), press.answer('world/two.html', html(link('three.html'))));
    const page = await open(widget({ feed: 'world/' }));
    const { code, message } = await page.event('error');
    assert.equal(code, 'html');
    assert.match(message, /world\/ names \S+two\.html as its feed, which is an HTML page too\. Correct the link/);
    assert.equal(asked('world/three.html'), 0);
  });

  test('discovery: a feed that a page names on a host outside of media-hosts is refused', async () => {
    undo.push(press.answer('world/', html(link('http://elsewhere.example/feed.json'))));
    const page = await open(widget({ feed: 'world/', 'media-hosts': 'img.example' }));
    const { code, message } = await page.event('error');
    assert.equal(code, 'host-not-listed');
    assert.match(message, /names the feed http:\/\/elsewhere\.example\/feed\.json, whose host is not in media-hosts\. Add it there/);
  });

  test('discovery: relative addresses in a feed start from the feed, not from the page that names it', async () => {
    const item = { id: 'a', title: 'A', content_html: '<p><img src="img/x.svg" alt=""> <a href="b.html">b</a></p>' };
    undo.push(press.answer('world/', html(link('../feeds/feed.json'))), press.answer('feeds/feed.json', json({ version: paper.version, title: 'T', items: [item] })));
    const page = await open(widget({ feed: 'world/' }));
    await page.find('[part=body] a');
    assert.equal(await page.run(() => $('[part=body] a').href), `${press.url}feeds/b.html`);
    await page.until(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/feeds/img/x.svg')));
  });
});
