// The configurator's code: on another page it shows the same, whatever was typed.

import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { bench, change, choose, code, says, text } from './configurator.mjs';
import { inEachEngine } from './engines.mjs';
import { hostPage } from './host.mjs';
import { serve } from './server.mjs';
import { edition, json } from './stand.mjs';
import { STRICT } from './strict.mjs';

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));
const HOSTILE = '"><script>document.title = "taken over"</script>';

inEachEngine('configurator, code', (browser) => {
  let site, press, host, feed, open, close;
  before(async () => { ({ site, press, host, feed, open, close } = await bench()); });
  after(() => close());

  test('configurator: hostile values stay values, in the address, the field, the widget and the code', async () => {
    press.answer('hostile.json', json(edition({ title: HOSTILE, home_page_url: `https://news.example/${HOSTILE}` })));
    const page = await open(browser.page, { feed: `${press.url}hostile.json`, theme: HOSTILE, 'font-text': HOSTILE, 'color-text-dark': '</style>' });
    await says(page, '#code', 'taken over');
    await change(page, 'article', HOSTILE);
    await says(page, '#article-problem', 'taken over');
    assert.equal(await page.run(() => document.title), 'Configure the news widget');
    const written = await code(page);
    assert.equal(written.match(/<script/g).length, 1);
    assert.doesNotMatch(written, /<style/);
    await browser.page.open(hostPage(host, 'page.html', written, { loader: null }));
    await page.until(() => document.querySelector('news-widget')?.shadowRoot);
    assert.deepEqual(await page.run(() => [document.title, document.querySelector('news-widget').getAttribute('article'), document.scripts.length]),
      ['Host page', HOSTILE, 2]);
  });

  /** Puts code on a page of another origin, as its publisher does; style rules into a style sheet if the policy wants that. */
  const paste = async (written) => {
    const [, css] = written.match(/<style>([^<]*)<\/style>/) ?? [];
    const body = STRICT && css ? written.replace(/<style>[^<]*<\/style>/, '') : written;
    await browser.page.open(hostPage(host, 'page.html', body, { loader: null, css: STRICT && css }));
    return browser.page;
  };
  const shown = (page) => page.run(() => [
    $('[part=page]').lang, squeeze($('h2').textContent), $$('[part]').map((element) => element.getAttribute('part')).join(),
    getComputedStyle($('[part=page]')).backgroundColor, getComputedStyle($('[part=page]')).colorScheme,
  ]);

  for (const kind of ['element', 'pinned']) {
    test(`configurator: the code (${kind}) shows on a page of another origin what the preview shows`, async () => {
      const page = await open(browser.page, {
        feed, article: 'full', sections: 'article related popular', 'heading-level': '2', theme: 'dark', lang: 'ar',
        'color-background-dark': '#001122', 'media-hosts': 'img.example',
      });
      await page.until((kind) => !document.querySelector(`[name=kind][value=${kind}]`).disabled, kind);
      await choose(page, 'kind', kind);
      await page.find('h2', 'The ferry');
      await choose(page, 'width', 'tablet');
      const [written, before] = [await code(page), await shown(page)];
      assert.equal(/ integrity="sha384-/.test(written), kind === 'pinned');
      await paste(written);
      await page.ready();
      await page.find('h2', 'The ferry');
      assert.deepEqual(await shown(page), before);
      assert.deepEqual(await page.errors(), []);
    });
  }

  test('configurator: the code for a frame names the attributes, and a note says what does not reach the frame', async () => {
    const page = await open(browser.page, { feed, article: 'bridge', radius: '9' });
    await choose(page, 'kind', 'frame');
    const written = await code(page);
    const src = new URL(written.match(/<iframe\s+src="([^"]+)"/)[1].replaceAll('&amp;', '&'));
    assert.equal(src.origin + src.pathname, `${site.url}embed.html`);
    assert.deepEqual(Object.fromEntries(src.searchParams), { feed, article: 'bridge' });
    await says(page, '#code-note', 'do not reach into a frame');
    await says(page, '#code-note', `list ${feed} in its <meta name="news-widget-allowed">`);
    await says(page, '#policy', `frame-src ${site.origin};`);
  });

  /** The policy, and what the page has besides: recorder.js, favicon.ico. The policy is about the widget alone. */
  const own = (policy) => (policy.includes('img-src') ? policy : `${policy}; img-src`).replace(/(script|img)-src/g, "$& 'self'");
  for (const [kind, settings, comes] of [
    ['element', () => ({ feed, article: 'full', 'media-hosts': 'img.example' }), () => $('h1', 'The ferry')],
    ['frame', () => ({}), () => document.querySelector('iframe').style.height], // says the page in it, once it is drawn
  ]) {
    test(`configurator: the code (${kind}) works under the policy that stands beside it`, async () => {
      const page = await open(browser.page, settings());
      await choose(page, 'kind', kind);
      const [written, policy] = [await code(page), await text(page, '#policy')];
      const strict = await serve({ folder: FIXTURES, csp: own(policy) });
      try {
        await page.open(hostPage(strict, 'page.html', written, { loader: null }));
        await page.until(comes);
        // Not the console: Firefox notes there when a frame is spoken to before its page has come.
        assert.deepEqual(await page.run(() => window.recorded.errors), []);
      } finally {
        await strict.close();
      }
    });
  }

  test('configurator: Copy copies the code or the link, and selects the code where it may not copy', async () => {
    const page = await open(browser.page);
    const clipboard = (write) => page.driver.executeScript(`Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: ${write} } })`);
    const press = (id) => page.run((id) => document.querySelector(id).click(), id);
    await clipboard('async (text) => { window.copied = text; }');
    await press('#copy');
    await says(page, '#copy-said', 'Copied.');
    assert.equal(await page.run(() => window.copied), await code(page));
    await press('#share');
    await says(page, '#share-said', 'Copied.');
    assert.equal(await page.run(() => window.copied), await page.run(() => location.href));
    await change(page, 'theme', 'dark');
    await page.until(() => !document.querySelector('#copy-said').textContent);
    await clipboard('() => Promise.reject(new DOMException("no", "NotAllowedError"))');
    await press('#copy');
    await says(page, '#copy-said', 'Selected: copy it with Ctrl+C');
    assert.equal(await page.run(() => getSelection().toString().trim()), await code(page));
  });
});
