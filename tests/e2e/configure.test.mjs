// The configurator: a form and the widget beside it.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { accessible } from './axe.mjs';
import { attributesIn, attributesOf, bench, change, choose, code, says, text } from './configurator.mjs';
import { inEachEngine } from './engines.mjs';
import { json } from './stand.mjs';

test('configurator: configure.html has no inline script and no inline style', async () => {
  const html = await readFile('dist/configure.html', 'utf8');
  assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)/i, 'a script without src');
  assert.doesNotMatch(html, /<style|\sstyle\s*=|\son\w+\s*=|javascript:/i, 'an inline style or handler');
});

inEachEngine('configurator', (browser) => {
  let site, press, host, feed, open, close;
  before(async () => { ({ site, press, host, feed, open, close } = await bench()); });
  after(() => close());

  test('configurator: has code for the demo newspaper, where no feed is chosen', async () => {
    const page = await open(browser.page, {});
    await says(page, '#code', 'Lantern');
    assert.equal(await code(page), [
      `<script type="module" src="${site.url}news-widget.js"></script>`,
      `<news-widget feed="${site.url}feed.json">`,
      `  <a href="${site.url}index.html">Read The Corrowmouth Lantern</a>`,
      '</news-widget>'].join('\n'));
    assert.deepEqual(await page.errors(), []);
  });

  test('configurator: asks no other host, while it shows the demo newspaper', async () => {
    const asked = await browser.page.asked();
    assert.ok(asked.some((url) => url.endsWith('.wasm')));
    assert.deepEqual(asked.filter((url) => !url.startsWith(`${site.origin}/`)), []);
  });

  test('configurator: is accessible in light and dark, with all fields in sight and with what is wrong', async () => {
    const page = await open(browser.page, { feed, 'color-text-light': 'red', radius: '7' });
    for (const scheme of ['light', 'dark']) {
      await page.run((scheme) => { document.documentElement.style.colorScheme = scheme; }, scheme);
      await accessible(page);
    }
  });

  // name, value, and what the widget then has.
  const SETTINGS = [
    ['article', 'bridge', 'h1', 'A bridge for gulls'],
    ['comments', 'none', '[part=page]:not(:has([part=reply]))'],
    ['comments-url', 'https://comments.example/', '[part=page]'],
    ['routing', 'hash', '[part~=masthead]'],
    ['lang', 'ar', '[part=page][lang=ar]'],
    ['theme', 'dark', '[part=page]'],
    ['heading-level', '3', 'h3'],
    ['media-hosts', 'img.example', '[part=page]'],
    ['embeds', 'video.example', '[part=page]'],
  ];
  for (const [name, value, css, words] of SETTINGS) {
    test(`configurator: the setting ${name} changes the widget and the code, and its default takes it out of both`, async () => {
      const page = await open(browser.page);
      await change(page, name, value);
      await page.find(css, words);
      assert.deepEqual(await attributesOf(page), { [name]: value });
      assert.deepEqual(attributesIn(await code(page)), { [name]: value });
      const initial = { routing: 'none', theme: 'auto', 'heading-level': '1' }[name] ?? '';
      await change(page, name, initial);
      await page.find('h1');
      assert.deepEqual(await attributesOf(page), {});
      assert.deepEqual(attributesIn(await code(page)), {});
      assert.deepEqual(await page.errors(), []);
    });
  }

  test('configurator: the setting loading is in the code, and in the list of requests', async () => {
    const page = await open(browser.page);
    await change(page, 'loading', 'eager');
    assert.match(await code(page), /<news-widget [^>]*loading="eager">/);
    await says(page, '#requests', 'The feed, at once.');
  });

  test('configurator: looks are a style rule in the code, and in force in the preview', async () => {
    const page = await open(browser.page);
    await change(page, 'color-background-light', '#ffeedd');
    await change(page, 'radius', '0');
    await change(page, 'font-headline', '"Playfair Display", serif');
    await change(page, 'theme', 'light');
    assert.match(await code(page), /<style>\n {2}news-widget \{\n {4}--nw-color-background: light-dark\(#ffeedd, #161513\);\n {4}--nw-font-headline: "Playfair Display", serif;\n {4}--nw-radius: 0;\n {2}\}\n<\/style>\n/);
    await page.until(() => getComputedStyle($('[part=page]')).backgroundColor === 'rgb(255, 238, 221)');
    assert.match(await page.run(() => getComputedStyle($('h1')).fontFamily), /^"?Playfair Display"?, serif$/);
    assert.equal(await page.run(() => document.querySelector('[name=color-background-light]').previousElementSibling.value), '#ffeedd');
  });

  test('configurator: a picked colour goes into the code with a warning of its contrast, and what is no colour is reported', async () => {
    const page = await open(browser.page);
    await page.run(() => {
      const picker = document.querySelector('[name=color-accent-light]').previousElementSibling;
      picker.value = '#00a0a0';
      for (const type of ['input', 'change']) picker.dispatchEvent(new Event(type, { bubbles: true }));
    });
    await says(page, '#code', '--nw-color-accent: light-dark(#00a0a0, #f2958a);');
    await says(page, '#contrast', 'accent on background is 3.1 to 1');
    await change(page, 'color-accent-light', 'teal');
    await says(page, '#color-accent-light-problem', '“teal” is not a colour');
    await says(page, '#code-problem', 'Not in the code yet: Accent, light.');
    await says(page, '#code', '#00a0a0'); // what was before
  });

  test('configurator: a change of theme, loading or looks neither draws the article again nor asks for the feed', async () => {
    const page = await open(browser.page);
    press.log.length = 0;
    await page.run(() => { $('h1').same = true; });
    for (const [name, value] of [['theme', 'dark'], ['loading', 'eager'], ['radius', '9'], ['font-size', '20'], ['color-text-dark', '#ffffff']]) {
      await change(page, name, value);
    }
    assert.ok(await page.run(() => $('h1').same));
    assert.deepEqual(press.paths.filter((path) => path === 'paper.json'), []);
  });

  test('configurator: a feed is asked for when Enter is pressed, not while its address is typed', async () => {
    const page = await open(browser.page, {});
    press.log.length = 0;
    await page.run(() => document.querySelector('#feed').focus());
    await page.press(feed);
    assert.deepEqual(press.paths, []);
    await page.press('ENTER');
    await page.find('h1', 'The ferry');
    await says(page, '#code', `<news-widget feed="${feed}">`);
    await page.until(() => document.querySelector('#articles [value=bridge]'));
    assert.equal(await page.run(() => document.activeElement.id), 'feed');
    assert.deepEqual(await page.errors(), []);
  });

  test('configurator: a feed address that is none is reported and kept, and neither asked for nor put into the code', async () => {
    const page = await open(browser.page);
    site.log.length = 0;
    await change(page, 'feed', 'https://[');
    await says(page, '#feed-problem', '“https://[” is not a web address');
    const field = await page.run(() => {
      const { value, ariaInvalid } = document.querySelector('#feed');
      return { value, ariaInvalid, described: document.querySelector('#feed').getAttribute('aria-describedby'), live: document.querySelector('#feed-problem').ariaLive };
    });
    assert.deepEqual(field, { value: 'https://[', ariaInvalid: 'true', described: 'feed-hint feed-problem', live: 'polite' });
    await says(page, '#code-problem', 'Feed');
    await says(page, '#code', feed);
    assert.deepEqual(site.paths, []);
    assert.ok(await page.find('h1', 'The ferry'));
    await change(page, 'feed', feed);
    await page.until(() => !document.querySelector('#feed-problem').textContent && !document.querySelector('#feed').ariaInvalid);
    assert.equal(await text(page, '#code-problem'), '');
  });

  test('configurator: a missing feed is reported beside its field, until there is one', async () => {
    const page = await open(browser.page);
    await change(page, 'feed', `${press.url}gone.json`);
    await says(page, '#feed-problem', `There is no feed at ${press.url}gone.json (status 404).`);
    await change(page, 'feed', `${press.url}gone-too.json`);
    await says(page, '#feed-problem', `There is no feed at ${press.url}gone-too.json (status 404).`);
    await change(page, 'theme', 'dark');
    await says(page, '#feed-problem', 'gone-too.json');
    assert.equal(await page.run(() => document.querySelector('#feed').value), `${press.url}gone-too.json`);
    await change(page, 'feed', feed);
    await page.find('h1', 'The ferry');
    await page.until(() => !document.querySelector('#feed-problem').textContent);
  });

  test('configurator: a missing article is reported beside its own field, until there is one', async () => {
    const page = await open(browser.page);
    await change(page, 'article', 'no-such');
    await says(page, '#article-problem', 'The article “no-such” is not in this feed.');
    assert.equal(await text(page, '#feed-problem'), '');
    await change(page, 'article', 'bridge');
    await page.find('h1', 'A bridge for gulls');
    await page.until(() => !document.querySelector('#article-problem').textContent);
  });

  test('configurator: the keyboard moves parts, each move is announced, and focus stays', async () => {
    const page = await open(browser.page);
    await page.run(() => document.querySelector('[data-name=comments] [data-step="-1"]').focus());
    await page.press('ENTER', 'SPACE');
    await says(page, '#moved', 'Comments: 4 of 9');
    assert.equal(await page.run(() => document.activeElement.closest('li').dataset.name), 'comments');
    const sections = 'date spot breadcrumb comments article related reply popular recent';
    assert.deepEqual(await attributesOf(page), { sections });
    assert.deepEqual(attributesIn(await code(page)), { sections });
    await page.press('ENTER', 'ENTER', 'ENTER', 'ENTER'); // one more than there is room for
    assert.equal((await attributesOf(page)).sections, 'comments date spot breadcrumb article related reply popular recent');
    assert.equal(await page.run(() => document.activeElement.ariaDisabled), 'true');
  });

  test('configurator: parts can be left out, but not the last one', async () => {
    const page = await open(browser.page, { feed, sections: 'article popular' });
    await page.gone('[part=related]');
    await page.run(() => document.querySelector('[data-name=popular] input').click());
    await page.gone('[part=popular]');
    assert.deepEqual(attributesIn(await code(page)), { sections: 'article' });
    await page.run(() => document.querySelector('[data-name=article] input').click());
    await says(page, '#sections-problem', 'Choose one part at least.');
    assert.deepEqual(await attributesOf(page), { sections: 'article' });
  });

  test('configurator: the page’s address holds all settings, also unusable ones, and its feed is asked for only when the reader says so', async () => {
    const page = await open(browser.page);
    const chosen = { article: 'bridge', theme: 'dark', lang: '!', 'color-text-dark': '#ffffff', comments: 'feed' };
    for (const [name, value] of Object.entries(chosen)) await change(page, name, value);
    const before = [await code(page), await text(page, '#lang-problem')];
    const address = await page.run(() => location.href);
    assert.deepEqual(Object.fromEntries(new URL(address).searchParams), { feed, ...chosen });
    await page.open('about:blank');
    press.log.length = 0;
    await page.open(address);
    await says(page, '#feed-problem', `came with the link. Press Show to ask ${new URL(feed).host} for it.`);
    await page.find('h1', 'Harbour 3, Tolvane 2'); // anybody may write a link: nothing of it is shown here unasked
    assert.deepEqual(press.paths, []);
    await page.run(() => document.querySelector('#settings button').click());
    await page.find('h1', 'A bridge for gulls');
    await says(page, '#code', 'Read');
    await page.until((code) => document.querySelector('#code').textContent === code, before[0]);
    assert.equal(await text(page, '#lang-problem'), before[1]);
    assert.ok(before[1]);
    for (const [name, value] of Object.entries(chosen)) {
      assert.equal(await page.run((name) => document.querySelector('#settings').elements.namedItem(name).value, name), value);
    }
    assert.ok(await page.run(() => document.querySelector('#looks').open));
  });

  test('configurator: the widget has fragment and title while it is the site, and gives the title back', async () => {
    const page = await open(browser.page, { feed, routing: 'hash' });
    await page.click('a', 'A bridge for gulls');
    await page.find('h1', 'A bridge for gulls');
    await change(page, 'theme', 'dark');
    const { hash, search } = new URL(await page.run(() => location.href));
    assert.match(hash, /bridge/);
    assert.match(search, /theme=dark/);
    assert.match(await page.run(() => document.title), /A bridge for gulls/);
    await change(page, 'routing', 'none');
    assert.equal(await page.run(() => document.title), 'Configure the news widget');
  });

  // A link to this page had a reader's waiting comment sent to the service that it named, with name and e-mail address.
  test('configurator: the preview touches no storage, and asks no comment service of elsewhere before its reader says so', async () => {
    const waiting = { id: 'u-1', content_text: 'Mine.', authors: [{ name: 'Eve' }], _news: { article: { id: 'full' } } };
    const key = (kind, end) => `news-widget/${kind}/${encodeURIComponent(feed)}/full/${end}`;
    const keep = {
      'news-widget/details': JSON.stringify({ name: 'Eve', email: 'eve@news.example' }),
      [key('outbox', 'u-1')]: JSON.stringify({ comment: waiting, email: 'eve@news.example', tries: 0, due: 0 }),
      [key('draft', '')]: JSON.stringify({ saved: 1, comment: 'Half a thought' }),
      [key('comment', 'u-2')]: JSON.stringify({ ...waiting, id: 'u-2' }),
    };
    const asked = [];
    const stop = host.answer(/^talk/, (request) => {
      asked.push(`${request.method} ${request.body ?? ''}`);
      return { ...json({ version: 'https://jsonfeed.org/version/1.1', title: '', items: [] }), headers: { 'Access-Control-Allow-Origin': '*' } };
    });
    const page = await open(browser.page, { feed });
    await page.run((keep) => { for (const [key, value] of Object.entries(keep)) localStorage.setItem(key, value); }, keep);
    await open(page, { feed, article: 'full', comments: 'http', 'comments-url': `${host.url}talk` });
    await says(page, '#asking-whom', `${new URL(host.url).host} has not been asked yet`);
    assert.deepEqual([asked, await page.run(() => Boolean($('[part=comments], [part=reply]')))], [[], false]);
    assert.match(await code(page), /comments="http"/);
    await page.run(() => document.querySelector('#ask').click());
    await page.find('.nothing', 'Be the first');
    assert.deepEqual(await page.texts('.thread .comment-body'), []);
    assert.equal(await page.run(() => $('[name=comment]').value + $('[name=name]').value), '');
    await page.run(() => { for (const event of ['online', 'visibilitychange']) window.dispatchEvent(new Event(event)); });
    await page.type('[name=comment]', 'Only a try');
    assert.deepEqual(asked.filter((one) => !one.startsWith('GET')), []);
    assert.deepEqual(await page.run(() => Object.fromEntries(Object.entries(localStorage))), keep);
    await page.run(() => localStorage.clear());
    stop();
  });

  test('configurator: an address of this origin that leads elsewhere shows nothing of there', async () => {
    const stop = [
      site.answer('away.json', { status: 302, headers: { Location: feed } }),
      site.answer('away.html', { body: `<!doctype html><title>x</title><link rel="alternate" type="application/feed+json" href="${feed}">`, type: 'text/html' }),
    ];
    const { page } = browser;
    for (const away of ['away.json', 'away.html']) {
      await page.open('about:blank'); // what was here before asks for nothing any more
      press.log.length = 0;
      await page.open(`${site.url}configure.html?feed=${away}`);
      await page.until(() => document.querySelector('#feed-problem').textContent !== '');
      assert.deepEqual(await page.texts('h1, h2'), ['The news could not be loaded'], away);
      assert.deepEqual(press.paths, [], away);
    }
    stop.forEach((stop) => stop());
    await page.errors(); // that the policy has refused it is what is wanted
  });

  test('configurator: a link in the preview leads nowhere, and the page says where it would lead', async () => {
    const page = await open(browser.page);
    await page.click('[part~=card] a');
    await says(page, '#preview-said', `On your page this link leads to ${press.url}stories/`);
    assert.match(await page.run(() => location.pathname), /configure\.html$/);
  });

  test('configurator: the preview is as wide as a phone or a tablet, when that is chosen', async () => {
    const page = await open(browser.page);
    const width = () => page.run(() => document.querySelector('news-widget').clientWidth);
    for (const [name, wanted] of [['phone', 360], ['tablet', 768]]) {
      await choose(page, 'width', name);
      assert.equal(await width(), wanted);
    }
  });
});
