// The article page, part by part, as design.md lists them.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inEachEngine } from './engines.mjs';
import { edition, json, stand, widget } from './stand.mjs';
import { paper } from '../fixtures/paper.mjs';

const PARTS = ['date', 'spot', 'breadcrumb', 'article', 'related', 'comments', 'reply', 'popular', 'recent'];

/** Monday, in every zone that a test may run in. */
const CLOCK = 'Date.now = () => Date.UTC(2026, 0, 19, 12);';

inEachEngine('article', (browser) => {
  let press, host, close;
  before(async () => { ({ press, host, close } = await stand()); });
  after(() => close());

  const open = async (attributes, options) => {
    await browser.page.open(host(widget({ article: 'full', ...attributes }), options));
    await browser.page.ready();
    return browser.page;
  };
  /** The parts that are there, from top to bottom. */
  const parts = (page) => page.run((names) => $$(names.map((name) => `[part=${name}]`).join())
    .map((element) => element.part.value), PARTS);
  const attributes = (page, css, ...names) => page.run((css, names) => names.map((name) => $(css).getAttribute(name)), css, names);

  test('article: the page has its parts in the order of the design', async () => {
    const page = await open({}, { script: CLOCK });
    assert.deepEqual(await parts(page), PARTS);
    assert.deepEqual(await page.errors(), []);
  });

  test('date: today’s date stands on the article page, in its long form', async () => {
    assert.deepEqual(await browser.page.texts('[part=date]'), ['Monday, January 19, 2026']);
  });

  // Left open over night, a tab showed yesterday's date, on front and article pages.
  test('date: today’s date follows midnight in a tab that stays open, and in one that was asleep', async () => {
    const before = 'Date.now = () => Date.UTC(2026, 0, 19, 23, 59, 59, 900);';
    for (const attributes of [{}, { routing: 'hash', article: null }]) {
      const page = await open(attributes, { script: before });
      assert.deepEqual(await page.texts('[part=date]'), ['Monday, January 19, 2026']);
      await page.run(() => { window.Date.now = () => Date.UTC(2026, 0, 20, 0, 0, 0, 50); });
      await page.find('[part=date]', 'Tuesday, January 20, 2026');
      await page.run(() => {
        window.Date.now = () => Date.UTC(2026, 0, 23, 7);
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
      });
      await page.find('[part=date]', 'Friday, January 23, 2026');
    }
    await open({}, { script: CLOCK });
  });

  test('spot: is labelled as an advertisement, and its link as sponsored', async () => {
    const { page } = browser;
    assert.deepEqual(await page.texts('[part=spot]'), ['Advertisement']);
    assert.deepEqual(await attributes(page, '[part=spot] a', 'href', 'rel'), ['https://almanac.example/', 'sponsored noopener']);
    assert.deepEqual(await attributes(page, '[part=spot] img', 'alt', 'width', 'height'), ['The almanac is out.', '728', '90']);
  });

  test('breadcrumb: leads from the article back to its section and the home page', async () => {
    const { page } = browser;
    assert.deepEqual(await page.texts('nav[part=breadcrumb][aria-label="Breadcrumb"] > ol > li'),
      ['Home', 'World', 'Ports', 'The ferry that would not sink & the town that paid for it']);
    assert.deepEqual(await page.run(() => $$('[part=breadcrumb] li').map((li) => [li.querySelector('a')?.href, li.ariaCurrent])), [
      ['https://quay.example/', null], ['https://quay.example/world', null], [null, null], [null, 'page'],
    ]);
  });

  test('article: shows its headline, dek, authors, dates and reading time', async () => {
    const { page } = browser;
    assert.deepEqual(await page.texts('h1'), ['The ferry that would not sink & the town that paid for it']);
    assert.deepEqual(await page.texts('[part=dek]'), ['Eleven winters, four owners and one leak.']);
    assert.deepEqual(await page.texts('.authors'), ['By Ada MarshBram Kell']);
    assert.equal(await page.run(() => getComputedStyle($('.names > span'), '::before').content), '", "');
    assert.deepEqual(await attributes(page, '.names a', 'href', 'rel'), [`${press.url}staff/ada.html`, 'author noopener']);
    assert.deepEqual(await attributes(page, '.avatar', 'src', 'alt', 'width'), [`${press.url}img/face.svg`, '', '48']);
    const [published, updated, reading] = await page.texts('[part=byline] .meta > *');
    assert.match(published, /^January 5, 2026(,| at) 8:30 AM$/);
    assert.match(updated, /^Updated January 6, 2026(,| at) 5:05 PM$/);
    assert.equal(reading, '3 min read');
    assert.deepEqual(await page.run(() => $$('[part=byline] time').map((time) => time.dateTime)),
      ['2026-01-05T08:30:00.000Z', '2026-01-06T17:05:00.000Z']);
  });

  test('article: the lead image has its alternative text, its caption and its size', async () => {
    const { page } = browser;
    assert.deepEqual(await attributes(page, '.lead-figure img', 'src', 'alt', 'width', 'height'),
      [`${press.url}img/quay.svg`, 'A red ferry at a quay.', '800', '450']);
    assert.deepEqual(await page.texts('.lead-figure figcaption'), ['The ferry in March. Drawing: C. Ola']);
  });

  test('sanitiser: the body of an article is rebuilt without scripts and handlers, with its heading, links and pictures', async () => {
    const { page } = browser;
    const body = await page.run(() => $('[part=body]').innerHTML);
    assert.doesNotMatch(body, /<script|onclick|onerror|alert/);
    assert.deepEqual(await page.texts('[part=body] h2'), ['The leak']);
    assert.deepEqual(await page.run(() => $$('[part=body] :is(a, img)').map((element) => element.href ?? element.src)),
      [`${press.url}stories/leak.html`, `${press.url}img/quay.svg`]);
  });

  test('article: attachments and tags are listed, and no sound is fetched before it is asked for', async () => {
    const { page } = browser;
    assert.deepEqual(await page.run(() => $$('audio').map(({ controls, preload, src }) => [controls, preload, src])),
      [[true, 'none', `${press.url}sound/horn.ogg`]]);
    assert.deepEqual(await page.texts('[part=attachments] li'), ['The horn 1:15, 3 MB', 'bill.pdf']);
    assert.ok(!press.paths.includes('sound/horn.ogg'), 'sound is fetched only when it is asked for');
    assert.deepEqual(await page.texts('ul[aria-label=Tags] li'), ['ferries', 'harbour']);
  });

  test('related articles: the editor’s picks come first, and the article itself never comes', async () => {
    const { page } = browser;
    assert.deepEqual(await page.texts('[part=related] h2'), ['RELATED ARTICLES']);
    const [first, second, ...rest] = await page.texts('[part=related] h3');
    assert.deepEqual([first, second], ['العبّارة تعود إلى الميناء', 'A bridge for gulls']);
    assert.ok(!rest.some((title) => title.startsWith('The ferry')));
    assert.deepEqual(await attributes(page, '[part=related] article', 'lang', 'dir'), ['ar', 'rtl']);
  });

  test('thread: an article page counts its comments, shows them, and asks for a reply', async () => {
    const { page } = browser;
    assert.deepEqual(await page.texts('[part=comments] h2'), ['2 COMMENTS']);
    assert.deepEqual(await page.texts('[part=comments] .comment-body'), ['I was on it.', 'So was I.']);
    assert.deepEqual(await page.texts('[part=reply] h2'), ['LEAVE A REPLY']);
  });

  test('article: the page lists the most popular articles, without itself, and the recent comments', async () => {
    const { page } = browser;
    assert.deepEqual(await page.texts('[part=popular] h2'), ['Most Popular']);
    const [first, second] = await page.texts('[part=popular] ol > li');
    assert.equal(first, 'A bridge for gulls');
    assert.match(second, /^Donau/);
    assert.deepEqual(await page.texts('[part=recent] h2'), ['Recent Comments']);
    assert.deepEqual(await page.texts('[part=recent] li'), [
      'Bo on The ferry that would not sink & the town that paid for it',
      'Ann on The ferry that would not sink & the town that paid for it',
    ]);
  });

  test('thread: its title counts no comments, one comment and many', async () => {
    const thread = (id, count) => (item) => ({
      ...item, _news: { ...item._news, comments: Array.from({ length: count }, (_, n) => ({ id: `${n}`, content_text: 'Yes.' })) },
    });
    for (const [count, text] of [[0, 'NO COMMENTS'], [1, '1 COMMENT'], [1200, '1,200 COMMENTS']]) {
      const undo = press.answer('paper.json', json(edition({ items: paper.items.slice(0, 1) }, thread('full', count))));
      const page = await open();
      assert.deepEqual(await page.texts('[part=comments] h2'), [text]);
      undo();
    }
  });

  test('article: the page shows the parts that the sections attribute names, in its order', async () => {
    const page = await open({ sections: 'popular, article date' });
    assert.deepEqual(await parts(page), ['popular', 'article', 'date']);
  });

  test('article: heading-level puts all headings below those of the host page', async () => {
    const outline = (page) => page.run(() => $$('h1, h2, h3, h4, h5, h6').map((heading) => heading.localName));
    const normal = await outline(await open());
    for (const level of [2, 3, 4]) {
      const lower = await outline(await open({ 'heading-level': level }));
      assert.deepEqual(lower, normal.map((name) => `h${Math.min(+name[1] + level - 1, 6)}`));
    }
  });

  test('language: the widget speaks Arabic from right to left, while an English article stays English', async () => {
    const page = await open({ lang: 'ar' }, { script: CLOCK });
    assert.deepEqual(await attributes(page, '[part=page]', 'lang', 'dir'), ['ar', 'rtl']);
    assert.deepEqual(await page.texts('[part=date]'),
      [await page.run(() => new Date(Date.UTC(2026, 0, 19, 12)).toLocaleDateString('ar', { dateStyle: 'full' }).replace(/\s+/g, ' '))]);
    assert.equal((await page.texts('[part=breadcrumb] li'))[0], 'الرئيسية');
    assert.deepEqual(await page.texts(':is([part=related], [part=comments], [part=reply], [part=popular], [part=recent]) > :is(h2, .part-row > h2)'),
      ['مقالات ذات صلة', 'اترك رداً', 'الأكثر قراءة', 'أحدث التعليقات']);
    assert.deepEqual(await page.texts('[part=comments] h2'), ['تعليقان']);
    assert.deepEqual(await page.run(() => ['[part=body]', '.headline', '[part=dek]', '[part=popular] li > *', '[part=breadcrumb] li:last-child']
      .map((css) => getComputedStyle($(css)).direction)), ['ltr', 'ltr', 'ltr', 'ltr', 'rtl']);
    assert.equal(await page.run(() => $('[part=body]').closest('[lang]').lang), 'en');
    assert.equal(await page.run(() => $('[part=byline]').closest('[lang]').lang), 'ar', 'what the widget says is Arabic');
  });

  test('language: an Arabic article stays Arabic inside an English page', async () => {
    const page = await open({ article: 'arabic' });
    assert.deepEqual(await attributes(page, '[part=page]', 'lang', 'dir'), ['en', 'ltr']);
    assert.deepEqual(await page.run(() => ['.headline', '[part=body]', '[part=breadcrumb]', '[part=reply]']
      .map((css) => [$(css).closest('[lang]').lang, getComputedStyle($(css)).direction])),
    [['ar', 'rtl'], ['ar', 'rtl'], ['en', 'ltr'], ['en', 'ltr']]);
  });

  test('language: the widget takes its language from the feed, else from the page around it', async () => {
    const language = async () => (await attributes(await open({}, { lang: 'ar' }), '[part=page]', 'lang'))[0];
    assert.equal(await language(), 'en');
    const undo = press.answer('paper.json', json(edition({ language: undefined })));
    assert.equal(await language(), 'ar');
    undo();
  });

  // A reader in Leeds read "January 5", because the feed said "en".
  test('date: is written as in the reader’s own region, where the language is the same and the publisher names no region', async () => {
    const dates = async (languages, attributes = {}) => {
      const script = `Object.defineProperty(Navigator.prototype, 'languages', { get: () => ${JSON.stringify(languages)} });`;
      await browser.page.open(host(widget({ article: 'full', ...attributes }), { script }));
      await browser.page.ready();
      return (await browser.page.texts('.published'))[0];
    };
    assert.match(await dates(['de-CH', 'en-GB', 'en-US']), /^5 January 2026/);
    assert.match(await dates(['en-US', 'en-GB']), /^January 5, 2026/);
    assert.match(await dates(['de-CH', 'en']), /^January 5, 2026/);
    assert.match(await dates(['en-GB'], { lang: 'en-US' }), /^January 5, 2026/, 'the publisher has named one');
    assert.match(await dates(['en-GB'], { lang: 'en' }), /^5 January 2026/);
    assert.match(await dates(['en-Brai-GB', 'c']), /^January 5, 2026/, 'another script');
  });

  // A click on a comment's "#" took the host's own fragment away, and led to the host's top.
  test('article: a link to # leads to the top of the widget, and leaves the host page’s fragment alone', async () => {
    const undo = press.answer('paper.json', json(edition({}, (item) => ({ ...item, content_html: `${'<p>Line</p>'.repeat(80)}<p><a href="#">Up</a> <a href="#top">Top</a> <a href="">Nowhere</a></p>` }))));
    await browser.page.open('about:blank');
    await browser.page.open(`${host(widget({ article: 'full' }))}#mine`);
    const { page } = browser;
    await page.ready();
    for (const text of ['Up', 'Top']) {
      await page.click('[part=body] a', text);
      await page.until(() => Math.abs(document.querySelector('news-widget').getBoundingClientRect().top) < 2);
    }
    assert.equal(await page.run(() => location.hash), '#mine');
    assert.deepEqual(await page.run(() => $$('[part=body] a[href]').map((link) => link.getAttribute('href'))), ['#nw-top', '#nw-top']);
    undo();
  });

  test('article: a link leads to the full story where the feed has only its summary', async () => {
    const page = await open({ article: 'away' });
    assert.deepEqual(await page.texts('[part=dek]'), ['Only a summary of it is here.']);
    assert.deepEqual(await page.texts('.read-on a'), ['Read the full story']);
    assert.deepEqual(await attributes(page, '.read-on a', 'href'), ['https://elsewhere.example/story']);
    assert.deepEqual(await page.texts('.published'), ['January 1, 2026']);
    assert.deepEqual(await page.texts('.reading-time'), []);
  });

  test('article: does without image, headline, section, date and author, and has a heading for screen readers', async () => {
    const page = await open({ article: 'nameless' });
    assert.deepEqual(await page.texts('h1'), ['A remark without a headline.'], 'a heading for screen readers');
    assert.ok(await page.run(() => $('h1').getBoundingClientRect().height <= 1), 'that nobody sees');
    assert.deepEqual(await page.texts('[part=body]'), ['A remark without a headline.']);
    assert.deepEqual(await page.texts('[part=breadcrumb] li'), ['Home', 'A remark without a headline.']);
    for (const css of ['.lead-figure', '.published', '.authors', '[part=dek]', '.kicker', '[part=tags]']) {
      assert.deepEqual(await page.texts(`[part=article] ${css}`), [], css);
    }
    await open({ article: 'outset' });
    assert.deepEqual(await page.texts('h1'), ['No headline, but a summary.']);
    assert.deepEqual(await page.texts('[part=dek]'), ['No headline, but a summary.']);
    assert.ok(await page.run(() => $('h1').getBoundingClientRect().height <= 1), 'the summary is not seen twice');
    assert.deepEqual(await page.errors(), []);
  });

  test('article: plain text is shown in paragraphs, and markup in it as text', async () => {
    const page = await open({ article: 'bridge' });
    assert.deepEqual(await page.texts('[part=body] p'), ['First paragraph.', 'Second, with <b>no</b> markup.']);
  });

  test('article: Share passes on the article’s own page, by the means that the browser has', async () => {
    const shared = async (share, writeText) => {
      const means = (share, writeText) => {
        window.got = [];
        const mean = (name, how) => how && ((what) => {
          window.got.push([name, what.url ?? what, what.title]);
          return how === 'works' ? Promise.resolve() : Promise.reject(new DOMException('no', how));
        });
        Object.defineProperty(navigator, 'share', { configurable: true, value: mean('share', share) });
        Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: mean('copy', writeText) } });
      };
      const script = `(${means})(${JSON.stringify(share)}, ${JSON.stringify(writeText)});`;
      const page = await open({ sections: 'article' }, { script });
      await page.click('[part=share] button', 'Share');
      await page.until((count) => window.got.length === count, [share, writeText].filter((how) => how && how !== 'AbortError').length || 1);
      return [await page.run(() => window.got), page];
    };
    const url = `${press.url}stories/full.html`;
    const title = 'The ferry that would not sink & the town that paid for it';

    assert.deepEqual((await shared('works', null))[0], [['share', url, title]]);
    assert.deepEqual((await shared('AbortError', null))[0], [['share', url, title]], 'a reader who changed their mind gets no copy');

    let [got, page] = await shared(null, 'works');
    assert.deepEqual(got, [['copy', url, null]]);
    await page.find('[part=share] [role=status]', 'Link copied.');

    [got, page] = await shared('NotAllowedError', 'NotAllowedError');
    assert.deepEqual(got, [['share', url, title], ['copy', url, null]]);
    await page.find('[part=share] [role=status]', `Copy this link: ${url}`);
  });
});
