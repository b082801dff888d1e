// The widget as the whole site: addresses, the way back, titles, focus and scroll positions.

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { paper } from '../fixtures/paper.mjs';
import { inEachEngine } from './engines.mjs';
import { serve } from './server.mjs';
import { edition, json, stand, widget } from './stand.mjs';

const NAME = 'The Corrowmouth Lantern';

/** WebKit puts a page back to its top when it first paints it: what was scrolled before, such as for a click, is not there. */

inEachEngine('routing', (browser) => {
  let server;
  before(async () => { server = await serve({ folder: 'dist' }); });
  after(() => server.close());

  /** Opens a page of the newspaper anew, not as a change of the open one. */
  const open = async (hash = '') => {
    const { page } = browser;
    await page.open('about:blank');
    await page.open(`${server.url}index.html${hash}`);
    await page.listen();
    await page.find('h1');
    await page.until(() => !$('slot'));
    return page;
  };
  const hash = (page) => page.run(() => location.hash);
  const title = (page) => page.driver.getTitle();
  /** Waits until this is the page's headline, and focus has followed. */
  const arrived = (page, headline) => page.until(
    (headline) => $('h1', headline) && $$('h1').length === 1 && focused() === $('h1'), headline);

  test('routing: an address without a fragment opens the front page, and leaves focus alone', async () => {
    const page = await open();
    assert.deepEqual(await page.texts('h1'), [NAME]);
    assert.equal(await title(page), NAME);
    assert.deepEqual(await page.texts('nav[aria-label=Sections] a'), ['World', 'Business', 'Science', 'Culture', 'Sport', 'Opinion']);
    assert.deepEqual(await page.texts('[part=front] h2'), ['Harbour 3, Tolvane 2: a derby settled by a goalkeeper’s chin', 'Latest']);
    assert.equal(await page.run(() => focused() === document.body), true, 'a page that is opened leaves focus alone');
  });

  test('routing: links lead to a section, to an article, and back by the breadcrumb', async () => {
    const { page } = browser;
    await page.click('nav[aria-label=Sections] a', 'Science');
    await arrived(page, 'Science');
    assert.equal(await hash(page), '#/section/Science');
    assert.equal(await title(page), `Science – ${NAME}`);
    assert.deepEqual(await page.texts('[part=breadcrumb] li'), ['Home', 'Science']);
    assert.deepEqual(await page.texts('[aria-current=page]'), ['Science', 'Science']);

    await page.click('[part=section-page] a', 'Corrowmouth will dim its harbour lights');
    await arrived(page, 'Corrowmouth will dim');
    assert.equal(await hash(page), '#/article/harbour-lights');
    assert.equal(await title(page), `Corrowmouth will dim its harbour lights after midnight – ${NAME}`);

    await page.click('[part=breadcrumb] a', 'Science');
    await arrived(page, 'Science');
    await page.click('[part=breadcrumb] a', 'Home');
    await arrived(page, NAME);
    assert.equal(await hash(page), '#/');
    assert.equal(await title(page), NAME);
  });

  test('routing: the pages go back and forward with the browser', async () => {
    const { page } = browser;
    await page.driver.navigate().back();
    await arrived(page, 'Science');
    await page.driver.navigate().back();
    await arrived(page, 'Corrowmouth will dim');
    await page.driver.navigate().forward();
    await arrived(page, 'Science');
    assert.equal(await title(page), `Science – ${NAME}`);
    assert.deepEqual(await page.errors(), []);
  });

  test('routing: an article opens by its address, also after a reload, and so does a section', async () => {
    const page = await open('#/article/tide-tables');
    assert.deepEqual(await page.texts('h1'), ['How we check a tide table with forty lines of arithmetic']);
    await page.driver.navigate().refresh();
    await page.find('h1', 'How we check a tide table');
    await open('#/section/Sport');
    assert.deepEqual(await page.texts('h1'), ['Sport']);
  });

  test('routing: Enter on a headline opens its article, and focus follows', async () => {
    const page = await open();
    await page.run(() => $('[part=front] h2 a').focus());
    await page.press('ENTER');
    await arrived(page, 'Harbour 3, Tolvane 2');
  });

  test('routing: an unknown address shows “Page not found”, and leads back to the front page', { skip: browser.alike }, async () => {
    for (const address of ['#/article/no-such', '#/section/No%20such', '#/no/such', '#/article/', '#/article/%ff']) {
      const page = await open(address);
      await page.until(() => $('h1', 'Page not found'));
      assert.equal(await title(page), `Page not found – ${NAME}`);
      await page.click('a', 'Back to the front page');
      await arrived(page, NAME);
    }
  });

  test('routing: fragments that are not its own are left to the host page', async () => {
    const page = await open('#main');
    assert.deepEqual(await page.texts('h1'), [NAME]);
    await open('#/section/Sport');
    await page.run(() => { location.hash = '#main'; });
    await page.until(() => location.hash === '#main');
    assert.deepEqual(await page.texts('h1'), ['Sport']);
  });

  test('routing: an article that is only on the feed’s next page is found', async () => {
    server.log.length = 0;
    const page = await open('#/article/library-boat');
    await page.find('h1', 'The library boat adds a second shelf of murders');
    assert.equal(server.paths.filter((path) => path === 'archive.json').length, 1);
    assert.deepEqual(await page.errors(), []);
  });

  test('front page: More shows stories as far as the archive goes, and leaves what is there as it is', async () => {
    const page = await open();
    await page.run(() => { $('.story-list .card').seen = true; $('.card.lead').seen = true; });
    const stories = () => page.run(() => $$('.story-list .card').length);
    for (let before = await stories(); await page.run(() => Boolean($('.more'))); before = await stories()) {
      await page.click('.more', 'More');
      await page.until((before) => $$('.story-list .card').length > before, before);
    }
    assert.ok(await page.run(() => $('.story-list .card').seen && $('.card.lead').seen), 'what is there is not drawn again');
    assert.equal(await page.run(() => new Set($$('article h2 a, article h3 a').map((link) => link.hash)).size), 34);
    await page.find('.story-list h3', 'The library boat');
  });

  test('routing: the way back leads to where the reader was, however far down', async () => {
    const { page } = browser; // the front page with all its stories
    await page.click('.story-list h3 a', 'The library boat');
    const was = await page.until(() => location.hash === '#/article/library-boat' && $('h1', 'The library boat') && 1);
    assert.ok(was);
    await page.until(() => focused() === $('h1') && scrollY < 300);
    await page.driver.navigate().back();
    await arrived(page, NAME);
    await page.until(() => {
      const box = $('.story-list h3 a', 'The library boat')?.getBoundingClientRect();
      return box && box.top > 0 && box.bottom < innerHeight;
    });
  });

  test('routing: the page is scrolled to where it was after a reload', async () => {
    const page = await open('#/article/tide-tables');
    await page.settled(); // WebKit may put a page to its top when it first paints it
    await page.run(() => scrollTo(0, 700));
    await page.until(() => history.state === 700 && scrollY === 700); // kept once scrolling rests
    await page.driver.navigate().refresh();
    await page.find('h1', 'How we check');
    await page.until(() => scrollY === 700);
  });

  test('routing: the page is scrolled to where it was after a reload, also at the form, which comes with the comments', async () => {
    const page = await open('#/article/harbour-lights');
    await page.gone('.arriving');
    await page.settled();
    const deep = await page.run(() => {
      $('form').scrollIntoView();
      return scrollY;
    });
    await page.until((deep) => history.state === deep && scrollY === deep, deep);
    await page.driver.navigate().refresh();
    await page.find('h1', 'Corrowmouth will dim');
    await page.until((deep) => scrollY === deep, deep);
  });

  test('routing: refresh() leaves the scroll position, and does not take focus to the headline', async () => {
    const page = await open('#/article/harbour-lights');
    await page.settled();
    const link = await page.find('.related a, [part=related] a');
    await page.run((link) => { scrollTo(0, 600); link.focus({ preventScroll: true }); $('h1').former = true; }, link);
    await page.run(() => document.querySelector('news-widget').refresh());
    await page.until(() => $('h1') && !$('h1').former);
    await page.settled();
    assert.equal(await page.run(() => scrollY), 600);
    assert.equal(await page.run(() => focused() === $('h1')), false, 'focus is not taken to the headline');
  });

  test('routing: each navigation is announced to the host page, which may prevent it', async () => {
    const page = await open();
    await page.run(() => addEventListener('news-widget:navigate', (event) => event.preventDefault(), { once: true }));
    await page.click('[part=front] h2 a', 'Harbour 3');
    assert.deepEqual(await page.event('navigate'), { id: 'derby', url: `${server.url}index.html#/article/derby` });
    assert.equal(await hash(page), '');
    await page.click('[part=front] h2 a', 'Harbour 3');
    await arrived(page, 'Harbour 3');
    assert.equal((await page.events('navigate')).length, 2);
  });
}, { differ: 'history' });

inEachEngine('routing, in a box that scrolls', (browser) => {
  let host, close;
  before(async () => { ({ host, close } = await stand()); });
  after(() => close());

  // The way back led to the top: only the window's own scrolling was kept.
  for (const [name, css, boxes] of [
    ['a box', 'html, body { height: 100%; margin: 0; overflow: hidden } #outer { height: 100%; overflow: auto } #inner { padding-top: 90px }', ['#outer']],
    ['a box in a box', 'body { margin: 0 } #outer { height: 700px; overflow: auto } #inner { height: 600px; margin: 150px 0 300px; overflow: auto }', ['#outer', '#inner']],
  ]) {
    test(`routing: in ${name} that scrolls, the way back leads to where the reader was, and a new article shows its headline`, async () => {
      const { page } = browser;
      await page.open('about:blank');
      await page.open(`${host(`<div id="outer"><div id="inner">${widget({ routing: 'hash' })}</div></div>`, { css })}#/article/full`);
      await page.ready();
      await page.settled();
      const tops = () => page.run((boxes) => boxes.map((box) => document.querySelector(box).scrollTop), boxes);
      const was = await page.run((boxes) => boxes.map((box, at) => {
        const element = document.querySelector(box);
        element.scrollTop = at === boxes.length - 1 ? 900 : 120;
        return element.scrollTop;
      }), boxes);
      assert.ok(was.every((top) => top > 0), `${was}`);
      await page.until((was) => [].concat(history.state).filter(Boolean).join() === was.join(), was);
      await page.run(() => { location.hash = '#/article/bridge'; });
      await page.find('h1', 'A bridge for gulls');
      await page.until(() => focused() === $('h1'));
      assert.ok(await page.run(() => { const { top } = $('h1').getBoundingClientRect(); return top >= 0 && top < innerHeight; }), 'the headline is in sight');
      // By script: WebKit's own way back leaves out what no click led to.
      await page.run(() => { history.back(); });
      await page.find('h1', 'The ferry that would not sink');
      await page.until((boxes, was) => boxes.every((box, at) => Math.abs(document.querySelector(box).scrollTop - was[at]) <= 1), boxes, was);
      await page.driver.navigate().refresh();
      await page.find('h1', 'The ferry that would not sink');
      await page.until((boxes, was) => boxes.every((box, at) => Math.abs(document.querySelector(box).scrollTop - was[at]) <= 1), boxes, was);
      assert.deepEqual((await tops()).map(Math.round), was.map(Math.round));
    });
  }
}, { differ: 'scroll' });

inEachEngine('routing, with a feed of several pages', (browser) => {
  let press, host, close;
  before(async () => { ({ press, host, close } = await stand()); });
  after(() => close());
  beforeEach(() => { press.log.length = 0; });

  const asked = (path) => press.paths.filter((asked) => asked === path).length;

  // A feed without a title, and any WordPress, gave an empty heading and a link without a name.
  test('feed: a newspaper without a title is called by the name of its host', async () => {
    const { page } = browser;
    for (const [home, name] of [['https://www.quay.example/news/', 'quay.example'], [undefined, new URL(press.url).host]]) {
      press.answer('paper.json', json(edition({ title: undefined, home_page_url: home })));
      await page.open('about:blank');
      await page.open(host(widget({ routing: 'hash' })));
      await page.ready();
      assert.deepEqual(await page.texts('h1'), [name]);
      assert.equal(await page.driver.getTitle(), name);
      await page.run(() => { location.hash = '#/article/bridge'; });
      await page.find('h1', 'A bridge for gulls');
      assert.deepEqual(await page.texts('[part=masthead-title] a'), [name]);
      assert.equal(await page.driver.getTitle(), `A bridge for gulls – ${name}`);
    }
  });

  test('feed: pages that lead in a circle come to an end, and each is asked for once', async () => {
    const { page } = browser;
    const next = { id: 'older', title: 'An older story', date_published: '2020-01-01' };
    press.answer('paper.json', json(edition({ next_url: 'older.json' })));
    press.answer('older.json', json(edition({ items: [next, paper.items[0]], next_url: 'paper.json' })));
    await page.open(host(widget({ routing: 'hash' })));
    await page.ready();
    await page.settled();
    await page.click('.more', 'More');
    await page.find('h3', 'An older story');
    await page.gone('.more');
    assert.deepEqual([asked('paper.json'), asked('older.json')], [1, 1]);
    await page.run(() => { location.hash = '#/article/none'; });
    await page.find('h1', 'Page not found');
    assert.deepEqual([asked('paper.json'), asked('older.json')], [1, 1]);
  });
});
