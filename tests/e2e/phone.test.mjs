// The widget as a site on a telephone: what its first screen holds.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible } from './axe.mjs';
import { inEachEngine } from './engines.mjs';
import { edition, json, stand, widget } from './stand.mjs';

const SECTIONS = Array.from({ length: 40 }, (_, n) => `District ${n + 1}`);

inEachEngine('phone', (browser) => {
  let press, host, close;
  before(async () => { ({ press, host, close } = await stand()); });
  after(() => close());

  const open = async (feed, hash, width = 360) => {
    const { page } = browser;
    press.answer('paper.json', json(feed));
    await page.open('about:blank');
    await page.open(host(`<main><div>${widget({ routing: 'hash' })}</div></main>`, { css: `body { margin: 8px } div { width: ${width - 16}px }` }) + hash);
    await page.ready();
    return page;
  };
  const many = edition({ title: 'The Quay Street Post and Harbour Intelligencer of the Three Estuaries' },
    (item) => (item.id === 'full' ? { ...item, _news: { ...item._news, section: 'District 33' } } : item));
  many.items.push(...SECTIONS.map((section, n) => ({ id: `s${n}`, title: `Story ${n}`, content_text: 'Text', _news: { section } })));
  many._news = { ...many._news, sections: [], spot: { ...many._news.spot, width: 300, height: 250 } };

  test('phone: the headline begins within the first 300 pixels, with one section or forty', async () => {
    for (const feed of [edition({}), many]) {
      const page = await open(feed, '#/article/full');
      const top = await page.run(() => $('[part=headline]').getBoundingClientRect().top);
      assert.ok(top <= 300, `${top}`);
      assert.ok(await page.run(() => $('[part=spot]').getBoundingClientRect().top > $('[part=body]').getBoundingClientRect().bottom), 'the spot follows the article');
    }
  });

  test('phone: forty sections are one line, all of them in reach of keyboard and screen reader', async () => {
    const page = await open(many, '#/section/District%2033');
    const line = await page.run(() => {
      const { left, right, height } = $('.sections').getBoundingClientRect();
      const open = $('.sections [aria-current]').getBoundingClientRect();
      return { height, links: $$('.sections a').length, inSight: open.left >= left && open.right <= right };
    });
    assert.ok(line.height < 70, `${line.height}`);
    assert.deepEqual([line.links, line.inSight], [many.items.flatMap(({ _news }) => _news?.section ?? []).filter((name, at, all) => all.indexOf(name) === at && !/Ports/.test(name)).length, true]);
    await page.run(() => { $('.sections a').focus(); });
    await page.until(() => $('.sections').scrollLeft === 0);
    assert.ok(await page.run(() => $('.sections a').getBoundingClientRect().left >= 0));
    await page.run(() => { $$('.sections a').at(-1).focus(); });
    await page.until(() => $$('.sections a').at(-1).getBoundingClientRect().right <= $('.sections').getBoundingClientRect().right + 1);
    await accessible(page);
  });

  test('phone: no control has type so small that a touch zooms in', async () => {
    const page = await open(edition({}), '#/article/full');
    assert.deepEqual(await page.run(() => $$('input, select, textarea').map((control) => [control.localName, Number.parseFloat(getComputedStyle(control).fontSize)]).filter(([, size]) => size < 16)), []);
    assert.ok(await page.run(() => $$('select').length === 1));
  });

  test('phone: on a wide page the spot stands where it was asked for, also when the page becomes wide or narrow', async () => {
    const page = await open(edition({}), '#/article/full', 1240);
    const above = () => page.run(() => $('[part=spot]').getBoundingClientRect().bottom < $('[part=headline]').getBoundingClientRect().top);
    assert.ok(await above());
    for (const width of [360, 1240]) {
      await page.run((width) => {
        document.querySelector('main div').style.width = `${width}px`;
        dispatchEvent(new Event('resize'));
      }, width);
      assert.equal(await above(), width > 360);
    }
  });
}, { differ: 'layout' });
