// Pictures: none larger than it is, none higher than a screen, no empty box for one that does not come.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { inEachEngine } from './engines.mjs';
import { json, stand, widget } from './stand.mjs';

/** A grey PNG. (WebKit says of an SVG that it is as large as it is shown.) */
function drawing(width, height) {
  const chunk = (name, data) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8; // bits, of grey
  const rows = deflateSync(Buffer.alloc((width + 1) * height));
  const parts = [chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))];
  return { body: Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]), type: 'image/png' };
}

/** ISO 3309, bit by bit: Node's own came with version 22. */
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 && 0xedb88320);
  }
  return ~crc >>> 0;
}
const paper = (items, more = {}) => json({ version: 'https://jsonfeed.org/version/1.1', title: 'Pictures', items, ...more });
const story = (id, image, more = {}) => ({ id, title: `Story ${id}`, content_text: 'Text.', image, ...more });

inEachEngine('pictures', (browser) => {
  let press, host, close;
  before(async () => {
    ({ press, host, close } = await stand());
    press.answer(/^drawn\/\d+x\d+$/, ({ path }) => drawing(...path.match(/\d+/g).map(Number)));
  });
  after(() => close());

  const open = async (attributes, width, hash = '') => {
    const { page } = browser;
    await page.open('about:blank');
    await page.open(host(`<div id="room">${widget({ comments: 'none', ...attributes })}</div>`, { css: `body { margin: 0 } #room { width: ${width}px }` }) + hash);
    await page.ready();
    await page.run(() => { for (const image of $$('img')) image.loading = 'eager'; });
    await page.until(() => $$('img').every((image) => image.complete));
    await page.settled();
    return page;
  };
  /** What is seen of a picture: the size of its box, of what is drawn in it, and of the picture itself. */
  const seen = (page, css) => page.run((css) => {
    const image = $(css);
    const { width, height } = image.getBoundingClientRect();
    const [w, h] = [width / image.naturalWidth, height / image.naturalHeight];
    const scale = { cover: Math.max(w, h), 'scale-down': Math.min(w, h, 1), contain: Math.min(w, h) }[getComputedStyle(image).objectFit] ?? Math.max(w, h);
    return { width: Math.round(width), height: Math.round(height), scale: Math.round(scale * 100) / 100, whole: scale <= Math.min(w, h) + 0.02 };
  }, css);

  test('pictures: a lead picture is not enlarged, and not higher than a screen, whether its size is known, unknown or wrong', async () => {
    const known = (width, height) => ({ _news: { image_width: width, image_height: height } });
    const cases = [
      ['drawn/96x96', {}, 1240], ['drawn/96x96', known(96, 96), 1240], ['drawn/96x96', known(1200, 675), 1240],
      ['drawn/300x80', {}, 700], ['drawn/900x2400', {}, 1240], ['drawn/900x2400', known(900, 2400), 1240],
      ['drawn/900x2400', known(900, 2400), 360], ['drawn/900x2400', {}, 360], ['drawn/1500x1500', known(1500, 1500), 1240],
    ];
    for (const [image, more, width] of cases) {
      press.answer('paper.json', paper([story('1', image, more)]));
      const look = await seen(await open({}, width), '.lead-picture');
      const what = `${image} ${JSON.stringify(more)} in ${width}: ${JSON.stringify(look)}`;
      assert.ok(look.scale <= 1 && look.whole, what);
      assert.ok(look.height <= (width < 500 ? 400 : 720), what);
      assert.ok(look.width > 50, what);
    }
  });

  test('pictures: one that is smaller than its place on a card is shown as it is', async () => {
    press.answer('paper.json', paper(['96x96', '96x96', '120x40', '2000x1200', '40x300', '80x80', '90x90', '64x64'].map((size, at) => (
      story(`${at}`, `drawn/${size}`, { date_published: `2026-01-0${9 - at}`, _news: { section: 'World' } })))));
    for (const width of [1240, 360]) {
      const page = await open({ routing: 'hash' }, width);
      const large = await page.run(() => $$('.card-picture').filter((image) => {
        const { width, height } = image.getBoundingClientRect();
        const small = image.naturalWidth < Math.floor(width) || image.naturalHeight < Math.floor(height);
        return small && getComputedStyle(image).objectFit !== 'scale-down';
      }).map((image) => image.outerHTML));
      assert.deepEqual(large, []);
      assert.ok(await page.run(() => $$('.card-picture').length > 1));
      assert.ok((await seen(page, '.card.lead .card-picture')).height <= 96);
    }
  });

  test('pictures: the words of one that does not come stand in its place, and no box', async () => {
    const body = '<p>Before <img src="gone/b.png" alt="The lost bridge" width="600" height="300"> after.</p><figure><img src="gone/c.png" width="600" height="300"></figure>';
    const items = [
      story('1', 'gone/1.png', { content_text: undefined, content_html: body, authors: [{ name: 'Ada', avatar: 'gone/face.png' }], attachments: [{ url: 'gone/d.png', mime_type: 'image/png' }], _news: { image_alt: 'The lost quay', image_caption: 'In March.', image_width: 800, image_height: 450, section: 'World' } }),
      ...[2, 3, 4, 5, 6, 7, 8].map((n) => story(`${n}`, `gone/${n}.png`, { _news: { section: 'World' } })),
    ];
    const spot = { image: 'gone/spot.png', url: 'https://almanac.example/', width: 728, height: 90, label: 'Advertisement' };
    for (const [hash, alt] of [['#/', 'The almanac'], ['#/article/1', 'The almanac'], ['#/article/1', undefined]]) {
      press.answer('paper.json', paper(items, { _news: { spot: { ...spot, alt } } }));
      for (const width of [1240, 360]) {
        const page = await open({ routing: 'hash' }, width, hash);
        const boxes = await page.run(() => $$('img').map((image) => [image.className, image.getBoundingClientRect()])
          .filter(([, { height }]) => height > 60).map(([name, { width, height }]) => `${name} ${width} x ${height}`));
        assert.deepEqual(boxes, [], `${hash} at ${width}`);
        assert.deepEqual(await page.texts('[part=spot]'), alt ? ['AdvertisementThe almanac'] : []);
        if (hash !== '#/') {
          assert.deepEqual(await page.texts('[part=figure]'), ['The lost quayIn March.']);
          assert.deepEqual(await page.run(() => $$('[part=body] img').map(({ alt }) => alt)), ['The lost bridge', '']);
        }
      }
    }
  });

  if (browser.name !== 'chromium') return; // the engine that measures layout shifts

  test('pictures: nothing moves when one of known size arrives, upright or across', async () => {
    const { page } = browser;
    for (const [width, height] of [[1600, 900], [900, 2400], [800, 800], [300, 200]]) {
      const held = press.hold(/^drawn/);
      try {
        press.answer('paper.json', paper([story('1', `drawn/${width}x${height}`, { _news: { image_width: width, image_height: height } })]));
        await page.open(host(`<div>${widget({ comments: 'none' })}</div>`, { css: 'body { margin: 0 } div { width: 800px }' }));
        await page.ready();
        await held.asked;
        await page.run(() => {
          window.shifts = [];
          new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: 'layout-shift' });
        });
        await page.settled();
        const before = await page.run(() => { const { width, height } = $('.lead-picture').getBoundingClientRect(); return [width, height]; });
        held.release();
        await page.until(() => $('.lead-picture').complete && $('.lead-picture').naturalWidth);
        await page.settled();
        const after = await page.run(() => { const { width, height } = $('.lead-picture').getBoundingClientRect(); return [width, height]; });
        assert.ok(before.every((length, at) => Math.abs(length - after[at]) <= 1), `${before} became ${after}`);
        assert.deepEqual(await page.run(() => window.shifts), []);
      } finally {
        held.release();
      }
    }
  });
}, { differ: 'layout' });
