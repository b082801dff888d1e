// `feed` may be the address of a web page that names its feed, as feed readers take it.

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { paper } from '../fixtures/paper.mjs';
import { inEachEngine } from './engines.mjs';
import { serve } from './server.mjs';
import { edition, json, stand, widget } from './stand.mjs';

const link = (href, type = 'application/feed+json') => `<link rel="alternate" type="${type}" href="${href}">`;
const html = (head) => ({ type: 'text/html; charset=utf-8', body: `<!doctype html><html><head><title>News</title>${head}</head><body>News` });

inEachEngine('the address of a web page', (browser) => {
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

  test('leads to the feed that it names', async () => {
    undo.push(press.answer('world/', html(`<base href="/some/where/">${link('old.json', 'application/json')}${link('paper.json')}`)));
    const page = await open(widget({ feed: 'world/', article: 'full' }));
    await page.find('h1', 'The ferry');
    await page.until(() => $$('.lead-picture').every((image) => image.complete && image.naturalWidth));
    await page.ready();
    assert.deepEqual([asked('world/'), asked('paper.json'), asked('old.json')], [1, 1, 0]);
    assert.deepEqual(await page.errors(), []);
  });

  test('serves several elements with one request for each', async () => {
    undo.push(press.answer('world/', html(link('../paper.json'))));
    const page = await open(widget({ id: 'one', feed: 'world/', article: 'full' }) + widget({ id: 'two', feed: 'world/', article: 'bridge' }));
    await page.within('#one').find('h1', 'The ferry');
    await page.within('#two').find('h1', 'A bridge for gulls');
    assert.deepEqual([asked('world/'), asked('paper.json')], [1, 1]);
  });

  test('is asked again by refresh()', async () => {
    undo.push(press.answer('world/', html(link('../paper.json'))));
    const page = await open(widget({ feed: 'world/', article: 'bridge' }));
    await page.find('h1', 'A bridge for gulls');
    undo.push(press.answer('paper.json', json(edition({}, (item) => ({ ...item, title: item.id === 'bridge' ? 'A bridge for swans' : item.title })))));
    await page.run(() => document.querySelector('news-widget').refresh());
    await page.find('h1', 'A bridge for swans');
  });

  test('may lead to another origin, whose own hosts are the feed’s', async () => {
    const other = await serve({ folder: 'tests/fixtures' });
    undo.push(other.close);
    other.answer('paper.json', json(paper));
    undo.push(press.answer('world/', html(link(`${other.url}paper.json`))));
    const page = await open(widget({ feed: 'world/', article: 'full', 'media-hosts': 'nobody.example' }));
    await page.find('h1', 'The ferry');
    await page.until(() => $$('.lead-picture').length && $$('.lead-picture').every((image) => image.complete && image.naturalWidth));
  });

  test('says what is wrong with the feed that it names', async () => {
    undo.push(press.answer('world/', html(link('gone.json'))));
    const page = await open(widget({ feed: 'world/' }));
    const { code, message } = await page.event('error');
    assert.equal(code, 'not-found');
    assert.match(message, /There is no feed at \S+world\/gone\.json/);
  });

  test('is not followed in a circle', async () => {
    undo.push(press.answer('world/', html(link('.'))));
    const page = await open(widget({ feed: 'world/' }));
    assert.equal((await page.event('error')).code, 'html');
    assert.ok(asked('world/') <= 2);
  });
});
