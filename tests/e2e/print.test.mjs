// On paper. Chromium alone can be told that it prints.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { devtools } from './drivers.mjs';
import { inEachEngine } from './engines.mjs';
import { edition, json, stand, widget } from './stand.mjs';

inEachEngine('print', (browser) => {
  if (browser.name !== 'chromium') return;
  let press, host, close;
  before(async () => {
    ({ press, host, close } = await stand());
    press.answer('paper.json', json(edition({}, (item) => (item.id === 'full' ? {
      ...item,
      content_html: `<p id="first">See <a href="https://quay.example/tides?y=1">the tides</a>, <a href="#first">above</a>,
        <a href="https://quay.example/plain">https://quay.example/plain</a> and <a href="big.svg"><img src="img/quay.svg" alt="A quay"></a>.</p>
        <details><summary>More</summary><p class="in">Folded up.</p></details><pre>${'wide '.repeat(60)}</pre><audio src="sound/horn.ogg"></audio>
        <iframe src="https://player.vimeo.com/video/1" title="A film"></iframe>`,
    } : item))));
  });
  after(() => close());

  const media = (page, media) => devtools(page.driver, 'Emulation.setEmulatedMedia', { media });
  const visible = (page, css) => page.run((css) => css.filter((css) => $$(css).some((element) => element.checkVisibility() && element.getClientRects().length)), css);

  const SHOWN = ['[part=masthead-title]', '[part=headline]', '[part=dek]', '[part=byline]', '.lead-picture', '[part=body] p', 'figcaption', '[part=comments]', '[part=comment-body]', '[part=attachments] a'];
  const HIDDEN = ['.sections', '[part=spot]', '[part=breadcrumb]', '[part=share]', '[part=related]', '.side', '[part=popular]', '[part=recent]', '[part=reply]', '[part=reply-button]', '[part=select]', '[part=embed]', 'audio', '.actions', 'button', 'textarea'];

  test('print: shows what is to be read, and nothing that is to be clicked, wide or narrow, light or dark', async () => {
    const { page } = browser;
    for (const [width, theme] of [[1240, 'dark'], [700, 'light']]) {
      await page.open('about:blank');
      await page.open(`${host(`<div>${widget({ routing: 'hash', theme })}</div>`, { css: `div { width: ${width}px }` })}#/article/full`);
      await page.ready();
      try {
        await media(page, 'print');
        assert.deepEqual(await visible(page, SHOWN), SHOWN);
        assert.deepEqual(await visible(page, HIDDEN), []);
        assert.deepEqual(await page.run(() => ['[part=headline]', '.page'].map((css) => getComputedStyle($(css))).flatMap(({ color, backgroundColor }) => [color, backgroundColor])),
          ['rgb(0, 0, 0)', 'rgba(0, 0, 0, 0)', 'rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
        assert.ok(await page.run(() => $('[part=article]').getBoundingClientRect().width > $('.page').getBoundingClientRect().width - 100), 'no empty column beside it');
        // Not of a link within the text, of one that says its address itself, and of a picture.
        assert.deepEqual(await page.run(() => $$('[part=body] a').map((link) => getComputedStyle(link, '::after').content !== 'none')),
          [true, false, false, false, true]);
        assert.ok(await page.run(() => $('[part=body] pre').scrollWidth <= $('[part=body] pre').clientWidth), 'no line is cut off');
      } finally {
        await media(page, '');
      }
    }
  });
}, { differ: 'layout' });
