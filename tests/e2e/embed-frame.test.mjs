// embed.html, for hosts that allow no script: what its address may ask for, and how its frame gets its height.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { read, sources } from '../../pages/embed/address.js';
import { inEachEngine } from './engines.mjs';
import { serve } from './server.mjs';
import { stand } from './stand.mjs';

const SIZE = 'width="900" height="700"';
const PAGE = 'https://cdn.example/news/embed.html';

describe('embed frame, address', () => {
  const asked = (query, allowed = '') => read(`${PAGE}?${query}`, allowed);
  const refused = (query, allowed) => asked(query, allowed).refusal;

  test('embed frame: its address sets attributes, and what is unknown or repeated in it is named', () => {
    const { attributes, unknown, refusal } = asked('feed=feed.json&theme=dark&heading-level=2&onclick=x&theme=light&trusted-types=none');
    assert.deepEqual(attributes, { feed: 'feed.json', theme: 'dark', 'heading-level': '2' });
    assert.deepEqual(unknown, ['onclick', 'theme', 'trusted-types']);
    assert.equal(refusal, undefined);
  });

  test('embed frame: its address must name a feed that is a web address', () => {
    assert.match(refused(''), /names no feed\. Add \?feed=/);
    assert.match(refused('feed=%20'), /names no feed/);
    assert.match(refused('feed=https://['), /“https:\/\/\[” is no web address/);
    for (const feed of ['javascript:alert(1)', 'data:application/json,{}', 'blob:https://cdn.example/1', 'file:///etc/passwd']) {
      assert.match(refused(`feed=${encodeURIComponent(feed)}`, '*'), /is no web address/, feed);
    }
  });

  test('embed frame: its address may name a feed of its own origin, or one that its publisher lists', () => {
    assert.equal(refused('feed=/other/feed.json'), undefined);
    assert.match(refused('feed=https://news.example/feed.json'),
      /may not show https:\/\/news\.example\/feed\.json\..*<meta name="news-widget-allowed" content="https:\/\/news\.example\/">/);
    for (const list of ['*', 'https://news.example/feed.json', ' https://a.example/ \n https://news.example/ ', 'https://news.example']) {
      assert.equal(refused('feed=https://news.example/feed.json', list), undefined, list);
    }
  });

  test('embed frame: an address that only looks like a listed one is refused', () => {
    const list = 'https://news.example/feeds/ https://other.example/feed.json';
    const good = ['https://news.example/feeds/a.json', 'HTTPS://NEWS.example:443/feeds/a?b', 'https://other.example/feed.json'];
    for (const feed of good) assert.equal(refused(`feed=${encodeURIComponent(feed)}`, list), undefined, feed);
    const bad = [
      'https://news.example/feeds/../admin.json', 'https://news.example/feeds/%2e%2e/admin.json', 'https://news.example/feeds',
      'https://news.example@evil.example/feeds/', 'https://news.example.evil.example/feeds/', 'http://news.example/feeds/a.json',
      'https://evil.example/?https://news.example/feeds/', '//evil.example/', '\\\\evil.example\\', 'https://other.example/feed.json?x',
      'https://news.example:444/feeds/a.json', 'https://user@news.example/feeds/a.json',
    ];
    for (const feed of bad) assert.match(refused(`feed=${encodeURIComponent(feed)}`, list) ?? feed, /may not show/, feed);
  });

  test('embed frame: its policy lets it ask its own origin and the listed ones, and any where all feeds are allowed', () => {
    assert.equal(sources(PAGE, ''), "'self'");
    assert.equal(sources(PAGE, ' https://news.example/a/ https://news.example/b.json /own/ https://x.example:444/ https://['),
      "'self' https://news.example https://cdn.example https://x.example:444");
    assert.equal(sources(PAGE, 'https://news.example/ *'), '');
  });

  test('embed frame: a comment service of another origin that is not listed is refused, and one of its own is not', () => {
    assert.match(refused('feed=feed.json&comments=http&comments-url=https://evil.example/'), /may not show https:\/\/evil\.example\//);
    assert.equal(refused('feed=feed.json&comments=http&comments-url=/comments'), undefined);
  });
});

inEachEngine('embed frame', (browser) => {
  let cdn, press, host, close;
  before(async () => {
    ({ cdn, press, host, close } = await stand());
    const html = await readFile('dist/embed.html', 'utf8');
    const open = html.replace('name="news-widget-allowed" content=""', `name="news-widget-allowed" content="${press.url}"`);
    assert.notEqual(open, html);
    // Another name: embed.html itself is tested as it is published.
    cdn.page('open.html', open, { directives: ["style-src 'self'", "form-action 'none'"] });
  });
  after(() => close());

  const embed = (query, page = 'embed.html') => `${cdn.url}${page}?${new URLSearchParams(query)}`;
  const frame = (address, more = '') => `<iframe id="news" src="${address.replaceAll('&', '&amp;')}" title="News" ${more}></iframe>`;
  const resizer = (page = 'news-widget-frame.js') => `<script type="module" src="${cdn.url}${page}"></script>`;
  const open = async (body, options) => {
    await browser.page.open(host(body, { loader: null, more: { directives: [`frame-src ${cdn.origin} ${press.origin}`] }, ...options }));
    return browser.page;
  };
  const height = (page, id = 'news') => page.run((id) => document.getElementById(id).offsetHeight, id);
  /** Does `act` inside the frame. */
  const inside = async (page, act) => {
    await page.driver.switchTo().frame(await page.run(() => document.getElementById('news')));
    try {
      return await act();
    } finally {
      await page.driver.switchTo().defaultContent();
    }
  };

  /** Waits until the frame is as tall as what it holds. */
  const fits = (page) => page.until(async () => {
    const frame = document.getElementById('news');
    const answer = new Promise((done) => {
      addEventListener('message', ({ data, source }) => source === frame.contentWindow && done(data?.height));
    });
    frame.contentWindow.postMessage({ type: 'news-widget:measure' }, '*');
    return Math.abs(await answer - frame.clientHeight) <= 1;
  });

  test('embed frame: shows the news in the theme and language of its address, without any script of the host', async () => {
    const page = await open(frame(embed({ feed: 'feed.json', article: 'harbour-lights', theme: 'dark', lang: 'ar' })));
    await inside(page, async () => {
      await page.find('[part=headline]', 'lights');
      await page.find('form');
      assert.equal(await page.run(() => getComputedStyle(document.documentElement).colorScheme), 'dark');
      assert.equal(await page.run(() => $('[part=page]').dir), 'rtl');
    });
    assert.equal(await height(page), 154, 'as browsers have frames, 150 and the border');
    assert.deepEqual(await page.errors(), []);
  });

  test('embed frame: gets the height of its content and follows it, unless it is marked as fixed', async () => {
    const page = await open(`${frame(embed({ feed: 'feed.json', article: 'harbour-lights', sections: 'article' }))}
      <iframe id="fixed" data-fixed src="${embed({ feed: 'feed.json', sections: 'date' })}"></iframe>`, { head: resizer(), css: '* { box-sizing: border-box }' });
    await inside(page, () => page.find('[part=headline]', 'lights'));
    await fits(page);
    const before = await height(page);
    assert.ok(before > 500);
    await inside(page, () => page.run(() => document.querySelector('news-widget').setAttribute('sections', 'date')));
    await page.until((before) => document.getElementById('news').offsetHeight < before / 2, before);
    assert.equal(await height(page, 'fixed'), 154, 'but for one that is not to');
    assert.deepEqual(await page.errors(), []);
  });

  /** A frame of somebody else, or the page itself, may say what it likes. */
  test('embed frame: keeps its height, whatever other windows say and whatever nonsense it says itself', async () => {
    const answered = press.answer('other.html', { type: 'text/html; charset=utf-8', body: '<script src="other.js"></script>', more: {} });
    press.answer('other.js', { type: 'text/javascript', body: `
      addEventListener('message', () => {
        parent.postMessage({ type: 'news-widget:height', height: 4321 }, '*');
        parent.postMessage('done', '*');
      });
      parent.postMessage('here', '*');` });
    const script = "window.heard = []; addEventListener('message', ({ data }) => window.heard.push(data));";
    const heard = (page, text) => page.until((text) => window.heard.includes(text), text);
    const delivered = async (page) => {
      await page.run(() => postMessage('last', '*'));
      await heard(page, 'last');
    };
    try {
      const page = await open(`${frame(embed({ feed: 'feed.json', sections: 'date' }))}
        <iframe id="other" src="other.html"></iframe>`, { head: resizer(), script });
      await inside(page, () => page.find('[part=date]'));
      await page.until(() => document.getElementById('news').offsetHeight < 154); // what it has of the browser fits, too
      const before = await height(page);
      await heard(page, 'here');
      await page.run(() => document.getElementById('other').contentWindow.postMessage('go', '*'));
      await heard(page, 'done');
      await page.run(() => {
        for (const height of [1, 4321]) postMessage({ type: 'news-widget:height', height }, '*');
      });
      await delivered(page);
      assert.equal(await height(page), before);
      assert.equal(await height(page, 'other'), 154);
      // Nonsense from the frame itself.
      await inside(page, () => page.run(() => {
        for (const height of [-1, NaN, Infinity, 1e9, '<', '100px', null, undefined, {}]) parent.postMessage({ type: 'news-widget:height', height }, '*');
        parent.postMessage(null, '*');
        parent.postMessage('nonsense', '*');
      }));
      await heard(page, 'nonsense');
      assert.equal(await height(page), before);
      assert.deepEqual(await page.errors(), []);
    } finally {
      answered();
    }
  });

  test('embed frame: a feed that its publisher did not allow is refused and not asked for', async () => {
    press.log.length = 0;
    const feed = `${press.url}paper.json`;
    const page = await open(frame(embed({ feed })));
    await inside(page, async () => {
      await page.until(() => document.querySelector('[role=alert]')?.textContent.includes('may not show'));
      assert.equal(await page.run(() => document.querySelector('news-widget')), null);
    });
    assert.equal(press.paths.includes('paper.json'), false);
    const again = await open(frame(embed({ feed, article: 'full' }, 'open.html')));
    await inside(again, () => again.find('h1', 'The ferry'));
  });

  /** What stands on an allowed address may be a redirect, or a page that names somebody else's feed. */
  test('embed frame: a feed of another origin that an allowed address leads to is not asked for', async () => {
    press.log.length = 0;
    const feed = `${press.url}paper.json`;
    const back = [
      cdn.answer('out.json', { status: 302, headers: { Location: feed } }),
      cdn.answer('page.html', { type: 'text/html', body: `<!doctype html><link rel="alternate" type="application/feed+json" href="${feed}">` }),
    ];
    try {
      for (const way of ['out.json', 'page.html']) {
        const page = await open(frame(embed({ feed: way }), SIZE));
        await inside(page, async () => {
          await page.find('[role=alert]');
          await page.run(() => { window.recorded = undefined; }); // what was refused was to be
        });
      }
      assert.equal(press.paths.includes('paper.json'), false);
    } finally {
      for (const undo of back) undo();
    }
  });

  test('embed frame: a link to another page opens it in the place of the page around the frame', async () => {
    const page = await open(frame(embed({ feed: `${press.url}paper.json`, article: 'full' }, 'open.html'), SIZE));
    const story = `${press.url}stories/bridge.html`;
    await inside(page, async () => {
      await page.find('form'); // nothing moves any more
      const link = await page.find('[part=popular] a', 'A bridge for gulls');
      if (browser.name !== 'webkit') return page.click('[part=popular] a', 'A bridge for gulls');
      // Its driver's mouse does not find the way into a frame every time, and a script's click leaves none.
      assert.equal(await page.run((link) => { link.click(); return link.target; }, link), '_top');
    });
    if (browser.name !== 'webkit') await page.driver.wait(async () => await page.driver.getCurrentUrl() === story);
  });

  test('embed frame: links to articles stay inside the frame, where the widget is the site', async () => {
    const page = await open(frame(embed({ feed: 'feed.json', routing: 'hash' }), SIZE));
    await inside(page, async () => {
      const link = await page.find('[part=card-title] a');
      await page.run((link) => link.click(), link);
      await page.until(() => location.hash.startsWith('#/article/'));
      await page.find('[part=article] [part=headline]');
    });
  });

  /** A link to a comment is a link to the page that the reader is on, and such a link opens the comment. */
  test('embed frame: a link to a comment has the address of the page around it, and that address leads to the comment', async () => {
    const address = embed({ feed: 'feed.json', article: 'harbour-lights' });
    const open = (hash) => browser.page.open(`${host(frame(address), { loader: null, head: resizer(), more: { directives: [`frame-src ${cdn.origin}`] } })}${hash}`);
    const { page } = browser;
    await open('');
    const own = await page.run(() => location.href);
    const [first, last] = await inside(page, async () => {
      await page.find('.thread .permalink');
      const link = await page.run(() => {
        const link = $('.thread .permalink');
        link.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
        return [link.href, link.target];
      });
      const ids = await page.run(() => $$('.thread [data-comment]').map(({ dataset }) => dataset.comment));
      assert.deepEqual(link, [`${own}#comment-${encodeURIComponent(ids[0])}`, '_top']);
      return [ids[0], ids.at(-1)];
    });
    const led = async (id) => {
      await inside(page, () => page.until((id) => $$('[data-comment][aria-current]').map(({ dataset }) => dataset.comment).join() === id, id));
      const top = await inside(page, () => page.run((id) => $$('[data-comment]').find(({ dataset }) => dataset.comment === id).getBoundingClientRect().top, id));
      await page.until((top) => Math.abs(document.getElementById('news').getBoundingClientRect().top + top) < innerHeight, top);
    };
    await page.run((id) => { location.hash = `#comment-${id}`; }, last);
    await led(last);
    await page.open('about:blank');
    await open(`#comment-${encodeURIComponent(first)}`);
    await led(first);
    assert.deepEqual(await page.errors(), []);
  });

  /** What another window says, or a page of an address that is not its own, changes no link. */
  test('embed frame: false addresses from the page around it, and a message from its own window, change no link', async () => {
    const page = await open(frame(embed({ feed: 'feed.json', article: 'harbour-lights' }), SIZE));
    await inside(page, () => page.find('.thread .permalink'));
    await page.run((origin) => {
      const { contentWindow } = document.getElementById('news');
      for (const url of ['https://evil.example/#comment-x', `${origin}/`, 'javascript:alert(1)', 'nonsense', null, {}]) {
        contentWindow.postMessage({ type: 'news-widget:page', url }, '*');
      }
    }, cdn.origin);
    await inside(page, async () => {
      await page.run(() => postMessage({ type: 'news-widget:page', url: `${location.origin}/own#comment-y` }, '*'));
      await page.settled();
      const href = await page.run(() => {
        $('.thread .permalink').dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
        return $('.thread .permalink').href.split('#')[0] === location.href.split('#')[0] && location.hash;
      });
      assert.equal(href, '');
    });
  });

  test('embed frame: works in a sandbox that allows scripts and its own origin', async () => {
    // Not without its own origin: WebKit holds that 'self' in the page's policy stands for nothing then.
    const sandbox = 'allow-scripts allow-same-origin allow-top-navigation-by-user-activation';
    const page = await open(frame(embed({ feed: 'feed.json', article: 'harbour-lights' }), `sandbox="${sandbox}"`));
    await inside(page, () => page.find('[part=headline]', 'lights'));
  });
});
