// Texts in languages that the widget has no sentences for, and texts of which nobody says the language: which way they go, and how
// their letters are set.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inEachEngine } from './engines.mjs';
import { json, stand, widget } from './stand.mjs';

const comment = (id, name, text, more = {}) => ({ id, authors: [{ name }], date_published: '2026-01-05T10:00:00Z', ...text, _news: more });

/** A newspaper with these texts, and its language, if it says one. */
const paper = (language, { title, headline, summary, author, tag, section, caption, html }, comments = []) => ({
  version: 'https://jsonfeed.org/version/1.1', title, description: summary, language, home_page_url: 'https://quay.example/',
  items: [
    {
      id: 'lead', url: 'stories/lead.html', title: headline, summary, content_html: html, tags: [tag, 'B2B'], authors: [{ name: author }, { name: 'Ann Lee' }],
      date_published: '2026-01-05T08:30:00Z', date_modified: '2026-01-06T08:30:00Z', image: 'img/quay.svg',
      _news: { section, image_caption: caption, image_credit: author, comments },
    },
    ...Array.from({ length: 8 }, (_, n) => ({
      id: `${n}`, url: `stories/${n}.html`, title: headline, summary, content_html: html, date_published: '2026-01-04T08:30:00Z', _news: { section },
    })),
  ],
  _news: { spot: { image: 'img/banner.svg', url: 'https://almanac.example/', label: section } },
});

const URDU = {
  title: 'ساحلی خبریں', headline: 'کشتی "واپس" آ گئی (2026)، CPEC کا کہنا ہے!', summary: 'بندرگاہ پر لوگ جمع تھے۔', author: 'زاہد (کراچی)', tag: 'بندرگاہ',
  section: 'دنیا', caption: 'کشتی، مارچ میں۔', html: '<p>کشتی شام کو پہنچی۔</p><ul><li>ایک</li></ul><blockquote><p>خوب۔</p></blockquote><p>So they say.</p>',
};
const HEBREW = {
  title: 'חדשות הנמל', headline: 'הספינה "חזרה" (2026)!', summary: 'אנשים חיכו ברציף.', author: 'נועה (חיפה)', tag: 'נמל', section: 'עולם', caption: 'הספינה, במרץ.',
  html: '<p>הספינה הגיעה בערב.</p><ul><li>אחת</li></ul><blockquote><p>יפה.</p></blockquote><p>So they say.</p>',
};
const HINDI = {
  title: 'तट समाचार', headline: 'नाव लौट आई', summary: 'बंदरगाह पर भीड़ थी।', author: 'किरण', tag: 'नाव', section: 'राष्ट्रीय', caption: 'नाव', html: '<p>नाव शाम को पहुँची।</p>',
};
const COMMENTS = [
  comment('urdu', 'زاہد', { content_text: 'بہت خوب! https://quay.example/a۔' }),
  comment('hebrew', 'נועה', { content_html: '<p>כן (באמת)!</p><p>Yes.</p><ul><li>אחת</li></ul>' }),
  comment('mixed', 'Ann', { content_html: '<ul><li>אחת.</li><li>One.</li></ul><blockquote><p>Two.</p><p>שתיים.</p></blockquote>' }),
  comment('bare', 'Ann', { content_html: 'כן, <b>באמת</b>!' }),
  comment('family', '👨‍👩‍👧‍👦 Kell', { content_text: 'if tide:\n    row()\n\n\twait()' }, { parent: 'urdu' }),
];

inEachEngine('language', (browser) => {
  let press, host, close;
  before(async () => { ({ press, host, close } = await stand()); });
  after(() => close());

  const open = async (feed, attributes = {}, options) => {
    press.answer('paper.json', json(feed));
    await browser.page.open(host(widget({ article: 'lead', ...attributes }), options));
    await browser.page.ready();
    return browser.page;
  };
  /** Which way each goes, and where the first letter of its text stands: `rtl` to the right of its last. */
  const directions = (page, ...all) => page.run((all) => Object.fromEntries(all.map((css) => [css, getComputedStyle($(css)).direction])), all);
  const every = (all, direction) => Object.fromEntries(all.map((css) => [css, direction]));

  const THEIRS = ['.headline', '.dek', '[part=article] .kicker', 'figcaption', '.credit', '.names > :first-child > *', '.tags > :first-child', '.spot-label',
    '[part=breadcrumb] li:nth-child(2) [dir]', '[aria-current=page] > *', '.body > p', '.body > ul', '.body li', '.body > blockquote', '.body blockquote p',
    '[part=related] .kicker', '[part=related] .card-title', '[part=related] .card-dek', '.recent a'];

  test('language: a text of unknown language takes the direction of its own letters, on an English page', async () => {
    for (const words of [URDU, HEBREW]) {
      const page = await open(paper(undefined, words, COMMENTS));
      assert.deepEqual(await directions(page, ...THEIRS), every(THEIRS, 'rtl'));
      const others = ['[part=page]', '[part=byline]', '.names > :last-child > *', '.tags > :last-child', '.body > p:last-child', '.reading-time'];
      assert.deepEqual(await directions(page, ...others), every(others, 'ltr'));
    }
    const page = await open(paper(undefined, URDU), { routing: 'hash', article: null });
    const front = ['.masthead-title a', '.masthead-line', '.sections a', '.block .part-title a', '.card-title', '.card .kicker'];
    assert.deepEqual(await directions(page, ...front), every(front, 'rtl'));
    assert.deepEqual(await page.errors(), []);
  });

  test('language: each paragraph of a comment, and its writer’s name, takes the direction of its own letters', async () => {
    const page = await open(paper('en', URDU, COMMENTS));
    const at = (id, css) => `[data-comment=${id}] ${css}`;
    const rtl = [at('urdu', '.comment-author'), at('urdu', '.comment-body p'), at('hebrew', '.comment-body p'), at('hebrew', 'ul'), at('hebrew', 'li'),
      at('bare', '.comment-body'), at('family', '.in-reply-to bdi')];
    assert.deepEqual(await directions(page, ...rtl), every(rtl, 'rtl'));
    const ltr = [at('hebrew', 'p:nth-of-type(2)'), at('family', '.in-reply-to a'), at('family', '.comment-body p'), '.comments'];
    assert.deepEqual(await directions(page, ...ltr), every(ltr, 'ltr'));
    assert.deepEqual(await page.texts(at('family', '.in-reply-to')), ['In reply to زاہد']);
    assert.equal(await page.run((css) => $(css).href, at('urdu', '.comment-body a')), 'https://quay.example/a', 'without the full stop');
    assert.deepEqual(await page.texts('.initial'), ['ز', '👨‍👩‍👧‍👦', 'נ', 'A', 'A']);
    // Which way a text goes is decided once: each slice of one without letters had the browser look through all of it again.
    assert.deepEqual(await page.run((css) => $$(css).map(({ dir }) => dir), `:is(${['urdu', 'hebrew', 'mixed', 'bare'].map((id) => at(id, '.comment-body'))})`),
      ['ltr', 'ltr', 'ltr', 'rtl'], 'by what stands there without a paragraph');
    // A line in the other script, in a quotation or a list, keeps the order of its own words: its full stop is at its end.
    const stops = await page.run((css) => {
      const range = document.createRange();
      return $$(css).map((item) => {
        const [text] = item.childNodes;
        const edge = (at) => { range.setStart(text, at); range.setEnd(text, at + 1); return range.getBoundingClientRect().left; };
        return edge(0) < edge(text.length - 1) ? 'ltr' : 'rtl';
      });
    }, at('mixed', ':is(li, blockquote p)'));
    assert.deepEqual(stops, ['rtl', 'ltr', 'ltr', 'rtl']);
    // What a program is indented by is to be seen.
    const lefts = await page.run((css) => {
      const range = document.createRange();
      return $$(css).flatMap((p) => [...p.childNodes]).filter((node) => node.data).map((node) => {
        range.setStart(node, node.data.search(/\S/));
        range.setEnd(node, node.data.length);
        return Math.round(range.getBoundingClientRect().left);
      });
    }, at('family', '.comment-body p'));
    assert.ok(lefts[1] > lefts[0] + 8 && lefts[2] > lefts[0] + 8, lefts.join());
  });

  test('language: form fields take the direction of what is typed, and address fields go from left to right', async () => {
    const page = await open(paper('en', URDU));
    await page.type('[name=comment]', 'خوب');
    await page.type('[name=name]', 'Zoe');
    await page.click('button', 'Preview');
    await page.find('.preview .comment-body p', 'خوب');
    assert.deepEqual(await directions(page, '[name=comment]', '[name=name]', '.preview .comment-body p'),
      { '[name=comment]': 'rtl', '[name=name]': 'ltr', '.preview .comment-body p': 'rtl' });
    const arabic = await open(paper('ar', URDU));
    assert.deepEqual(await directions(arabic, '[part=page]', '[name=email]', '[name=website]'), { '[part=page]': 'rtl', '[name=email]': 'ltr', '[name=website]': 'ltr' });
  });

  test('language: the widget’s English sentences are marked and set as English on a page in Urdu', async () => {
    const page = await open(paper('ur', URDU, COMMENTS));
    assert.deepEqual(await page.run(() => [$('[part=page]').lang, $('[part=page]').dir]), ['ur', 'rtl']);
    await page.click('button', 'Preview');
    /** Every text with Latin letters that is ours: its element's language and direction, and whether it begins at its left. */
    const wrong = await page.run(() => {
      const theirs = '.headline, .tags, .names, .body, .comment-body, .comment-author, bdi, .card-title, [aria-current=page], .recent a, .initial, time, .date';
      const found = [];
      for (const [root] of [roots()]) {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        for (let node; (node = walker.nextNode());) {
          const element = node.parentElement;
          if (!/[a-z]{2}/i.test(node.data) || element.closest(theirs)) continue;
          const language = element.closest('[lang]')?.lang;
          if (language !== 'en' || getComputedStyle(element).direction !== 'ltr') found.push([node.data, language, getComputedStyle(element).direction]);
        }
      }
      return found;
    });
    assert.deepEqual(wrong, []);
    assert.deepEqual(await page.texts('.comments .part-title'), ['5 COMMENTS']);
    const line = (css) => page.run((css) => {
      const walker = document.createTreeWalker($(css), NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      const node = walker.nextNode();
      const left = (at) => {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        return range.getBoundingClientRect().left;
      };
      return left(0) < left(node.data.length - 1);
    }, css);
    for (const css of ['.comments .part-title', '.reading-time', '[name=name] ~ .error, .field label', '.consent span', '.fields label']) assert.equal(await line(css), true, css);
    const theirs = ['.headline', '.body > p', '.dek', '[part=byline]', '.comments', '.published'];
    assert.deepEqual(await directions(page, ...theirs), every(theirs, 'rtl'));
    assert.equal(await page.run(() => $('.headline').closest('[lang]').lang), 'ur');
  });

  test('language: Hindi, Urdu, Persian and Hebrew are set without letter spacing and capitals, in lines high enough for them', async () => {
    const set = (page, ...all) => page.run((all) => all.map((css) => {
      const { letterSpacing, textTransform, lineHeight, fontSize } = getComputedStyle($(css));
      return [letterSpacing, textTransform, Math.round(10 * parseFloat(lineHeight) / parseFloat(fontSize)) / 10];
    }), all);
    const article = ['.headline', '[part=article] .kicker', '[part=related] .card-title', '[part=related] .kicker'];
    const front = ['.masthead-link', '.lead .card-title', '.block .part-title a', '.card .kicker'];
    for (const [language, words, height] of [['hi', HINDI, 1.4], [undefined, HINDI, 1.4], ['ur', URDU, 1.9], ['fa', URDU, 1.4], ['he', HEBREW, 1.4]]) {
      const page = await open(paper(language, words));
      for (const one of await set(page, ...article)) assert.deepEqual(one, ['normal', 'none', height], `${language}`);
      const site = await open(paper(language, words), { routing: 'hash', article: null });
      for (const one of await set(site, ...front)) assert.deepEqual(one, ['normal', 'none', height], `${language}`);
    }
    const bodies = [];
    for (const language of ['en', 'fa', 'ur']) bodies.push((await set(await open(paper(language, URDU)), '.body'))[0][2]);
    assert.deepEqual(bodies, [1.6, 1.9, 2.2]);
    const english = await open(paper('en', { ...URDU, headline: 'The ferry is back', section: 'World' }));
    const [headline, kicker] = await set(english, '.headline', '[part=article] .kicker');
    assert.ok(headline[0] !== 'normal' && kicker[0] !== 'normal' && kicker[1] === 'uppercase', 'English as before');
    const arabic = await open(paper('ar', URDU, COMMENTS));
    assert.equal((await set(arabic, '.comments .part-title'))[0][0], 'normal');
  });
}, { differ: 'Intl, layout' });
