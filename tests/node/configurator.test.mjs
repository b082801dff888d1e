// What the configurator thinks without a document: addresses, settings, looks, code, policy. No browser is needed.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addressProblem } from '../../pages/configure/address.js';
import { readAllowed, sources } from '../../pages/configure/consent.js';
import { hosts, hostsProblem } from '../../pages/configure/hosts.js';
import { policy, requests } from '../../pages/configure/policy.js';
import { factsOf } from '../../pages/configure/publication.js';
import { serviceOf } from '../../pages/configure/service.js';
import { PARTS, SETTINGS, attributes, problems, readAddress, settingsFrom, writeAddress } from '../../pages/configure/settings.js';
import { elementSnippet, frameSnippet } from '../../pages/configure/snippet.js';
import { contrast, fontProblem, hardToRead, rules } from '../../pages/configure/theme.js';

const HERE = 'https://cdn.example/news/configure.html';
const FEED = 'https://news.example/feed.json';
const HOSTILE = ['"><script>alert(1)</script>', "' onload='alert(1)", '</style><script>alert(1)</script>', '&quot;&#34;<!--', '}*{display:none', ']]>\u0000\u202e'];
const settings = (given = {}) => settingsFrom((name) => given[name]);
const configuration = (given) => readAddress(`?${new URLSearchParams(given)}`);

describe('configurator, settings', () => {
  test('configurator: a feed’s address that cannot be asked for is refused with the reason, and others are accepted', () => {
    for (const good of ['', FEED, 'feed.json', './v1.0/feed.json', '/a/b', '../x', '//news.example/f', 'http://localhost:8123/f', 'http://127.0.0.1/f', 'http://[::1]:1/f']) {
      assert.equal(addressProblem(good, HERE), '', good);
    }
    for (const [bad, sentence] of [
      ['https://[', /“https:\/\/\[” is not a web address/],
      ['javascript:alert(1)', /“javascript:” is not the web/],
      ['news.example/feed.json', /begins with https:\/\/\. Did you mean https:\/\/news\.example\/feed\.json\?/],
      ['https://me:secret@news.example/', /a name or a password/],
      ['http://news.example/feed.json', /comes by https cannot read a feed that comes by http/],
    ]) assert.match(addressProblem(bad, HERE), sentence);
    assert.equal(addressProblem('http://news.example/feed.json', 'http://127.0.0.1:8080/configure.html'), '');
  });

  test('configurator: settings go into an address and come back, and those of a closed list only if they are on it', () => {
    const given = { feed: FEED, article: 'a b&c=d', sections: 'reply date', theme: 'dark', 'heading-level': '3', 'color-accent-dark': '#00ff00', 'font-text': '"A 1", serif' };
    const all = configuration(given);
    assert.deepEqual(readAddress(`?${writeAddress(all)}`), all);
    assert.deepEqual(Object.fromEntries(Object.entries(all).filter(([, value]) => value)), given);
    assert.equal(writeAddress(configuration({ theme: 'pink', routing: '<b>', unknown: '1', __proto__: 'x' })), '');
    assert.equal(configuration({ feed: ' a\n\tb\u0000 ' }).feed, 'a b');
  });

  test('configurator: settings at their defaults add nothing to the address, the attributes and the rules', () => {
    const initial = Object.fromEntries(Object.entries(SETTINGS).map(([name, { initial = '' }]) => [name, initial]));
    assert.equal(writeAddress(settings(initial)), '');
    assert.deepEqual(attributes(settings(initial), FEED), [['feed', FEED]]);
    assert.equal(rules(settings(initial)), '');
  });

  test('configurator: settings that cannot be used are named, and no others', () => {
    const wrong = configuration({ feed: 'https://[', sections: 'date nonsense', lang: 'e', 'media-hosts': 'a b:c', embeds: 'bücher.example', radius: '-1', 'font-size': '99', 'color-text-light': 'red', 'font-text': 'a;b' });
    assert.deepEqual(Object.keys(problems(wrong, HERE)).sort(), Object.keys(wrong).filter((name) => wrong[name]).sort());
    assert.match(problems(wrong, HERE).embeds, /xn--bcher-kva\.example/);
    assert.match(problems(configuration({ sections: 'none' }), HERE).sections, /one part at least/);
    assert.deepEqual(problems(configuration({ sections: Object.keys(PARTS).reverse().join(' '), lang: 'zh-Hant-TW', radius: '0' }), HERE), {});
  });

  test('configurator: a list of hosts may have commas, spaces and whole addresses', () => {
    assert.deepEqual(hosts('img.example, https://cdn.example/x  b.example'), ['img.example', 'cdn.example', 'b.example']);
    assert.equal(hostsProblem(' , '), '');
  });
});

describe('configurator, looks', () => {
  test('configurator: looks become one style rule', () => {
    assert.equal(rules(configuration({ 'color-accent-light': '#00539f', 'color-text-light': '#000000', 'color-text-dark': '#000000', 'font-headline': '"Playfair Display", serif', radius: '0' })), [
      'news-widget {', '  --nw-color-accent: light-dark(#00539f, #f2958a);', '  --nw-color-on-accent: light-dark(#ffffff, #000000);',
      '  --nw-color-text: #000000;', '  --nw-font-headline: "Playfair Display", serif;', '  --nw-radius: 0;', '}'].join('\n'));
  });

  test('configurator: names of fonts are accepted, and what could end the style rule is refused', () => {
    for (const good of ['Georgia', 'Iowan Old Style, serif', '"Source Serif 4", ui-monospace', 'Noto Naskh']) assert.equal(fontProblem(good), '', good);
    for (const bad of [...HOSTILE, 'a;b', 'a,', '"a', 'a"b"', 'url(x)', 'var(--x)', '\\3b']) assert.notEqual(fontProblem(bad), '', bad);
  });

  test('configurator: colours that are hard to read are reported, and the widget’s own are not', () => {
    assert.equal(Math.round(contrast('#000000', '#ffffff')), 21);
    assert.deepEqual(hardToRead(settings()), []);
    assert.match(hardToRead(configuration({ 'color-accent-light': '#00a0a0' })).join('\n'), /^Hard to read when light: accent on background is 3\.1 to 1; 4\.5 is needed\.$/m);
  });
});

describe('configurator, code', () => {
  const loader = { src: 'https://cdn.example/news/news-widget.js' };

  test('configurator: the code is short, where nothing was chosen', () => {
    assert.equal(elementSnippet({ loader, attributes: attributes(settings(), FEED), rules: '', home: 'https://news.example/', name: 'the news' }), [
      '<script type="module" src="https://cdn.example/news/news-widget.js"></script>',
      '<news-widget feed="https://news.example/feed.json">',
      '  <a href="https://news.example/">Read the news</a>',
      '</news-widget>'].join('\n'));
  });

  test('configurator: hostile settings stay values in the code, and add no tag and no handler', () => {
    for (const value of HOSTILE) {
      const chosen = configuration(Object.fromEntries(Object.keys(SETTINGS).map((name) => [name, value])));
      const usable = { ...chosen, ...Object.fromEntries(Object.keys(problems(chosen, HERE)).map((name) => [name, ''])) };
      const named = attributes(usable, FEED);
      const codes = [
        elementSnippet({ loader, attributes: named, rules: rules(usable), home: value, name: value }),
        frameSnippet({ page: 'https://cdn.example/embed.html', fit: 'https://cdn.example/fit.js', attributes: named, title: value }),
      ];
      // Without what stands between quotes, all its tags are ours.
      for (const code of codes) {
        const tags = code.replace(/"[^"]*"/g, '').match(/<[^>]*>/g);
        const names = tags.map((tag) => tag.split(/[\s>]/)[0]);
        assert.ok(names.every((name) => /^<\/?(script|news-widget|a|iframe)$/.test(name)), code);
        assert.equal(names.filter((name) => name === '<script').length, 1, code);
        assert.doesNotMatch(tags.join(''), /\son\w+=/, code);
      }
    }
  });

  test('configurator: the code for a frame has the attributes as parameters', () => {
    const code = frameSnippet({ page: 'https://cdn.example/embed.html', fit: 'https://cdn.example/news-widget-frame.js', attributes: [['feed', `${FEED}?a=1&b=2`], ['theme', 'dark']], title: 'News' });
    const src = code.match(/src="([^"]+)"/)[1].replaceAll('&amp;', '&');
    assert.deepEqual([...new URL(src).searchParams], [['feed', `${FEED}?a=1&b=2`], ['theme', 'dark']]);
    assert.match(code, /title="News"\s+loading="lazy"\s+width="100%"\s+height="900"\s+frameborder="0"><\/iframe>\n<script type="module" src="https:\/\/cdn\.example\/news-widget-frame\.js"><\/script>$/);
  });

  test('configurator: the policy names the hosts of the configuration, each once', () => {
    const cdn = 'https://cdn.example';
    assert.equal(policy({ cdn, feed: FEED, mediaHosts: 'img.example', embeds: 'video.example' }), [
      "default-src 'none'", "script-src https://cdn.example 'wasm-unsafe-eval'", 'connect-src https://cdn.example https://news.example https://img.example https://*.img.example',
      'img-src https://news.example https://img.example https://*.img.example', 'media-src https://news.example https://img.example https://*.img.example',
      'frame-src https://www.youtube-nocookie.com https://player.vimeo.com https://video.example https://*.video.example',
      "require-trusted-types-for 'script'", 'trusted-types news-widget'].join('; '));
    assert.match(policy({ cdn, feed: `${cdn}/feed.json`, mediaHosts: '', embeds: '' }), /connect-src https:\/\/cdn\.example; img-src https:; /);
    assert.match(policy({ cdn, feed: FEED, frame: true }), /frame-src https:\/\/cdn\.example; /);
    assert.deepEqual(requests({ cdn, feed: FEED, mediaHosts: '', embeds: '', loading: '' }).map(([who]) => who),
      ['cdn.example', 'news.example', 'Any host that the feed names', 'www.youtube-nocookie.com, player.vimeo.com', 'Nobody']);
  });

  // The copied policy blocked the comments, and the page said that no service has a server.
  test('configurator: the policy names the comment service and the feed’s lists, and the requests name the service, when there are any', () => {
    const cdn = 'https://cdn.example';
    const asked = { cdn, feed: FEED, mediaHosts: '', embeds: '', loading: '', service: 'https://talk.example/comments', lists: ['https://lists.example/popular.json'] };
    assert.match(policy(asked), /connect-src https:\/\/cdn\.example https:\/\/news\.example https:\/\/talk\.example https:\/\/lists\.example; img-src https:; /);
    assert.match(policy({ ...asked, mediaHosts: 'img.example' }), /img-src https:\/\/news\.example https:\/\/img\.example https:\/\/\*\.img\.example https:\/\/talk\.example; /);
    assert.deepEqual(requests(asked).at(-1)[0], 'talk.example');
    assert.match(requests(asked).at(-1)[1], /name and e-mail address/);
  });

  test('configurator: the comment service is what the settings say, else what the feed says once it was read', () => {
    const named = factsOf(FEED, { _news: { comments: { service: ' HTTP', url: '/talk' } } });
    const service = (given, facts = named) => serviceOf(configuration(given), facts);
    assert.deepEqual(service({}), { known: true, address: 'https://news.example/talk' });
    assert.deepEqual(service({}, factsOf(FEED)), { known: false, address: '' });
    assert.deepEqual(service({ comments: 'isso', 'comments-url': 'https://isso.example/' }, factsOf(FEED)), { known: true, address: 'https://isso.example/' });
    assert.deepEqual(service({ 'comments-url': 'https://isso.example/' }), { known: true, address: 'https://isso.example/' });
    for (const local of ['local', 'feed', 'none']) assert.deepEqual(service({ comments: local }), { known: true, address: '' });
    assert.deepEqual(service({}, factsOf(FEED, { _news: { comments: { service: 'local' } } })), { known: true, address: '' });
  });

  test('configurator: only the page itself and the origins that its reader allowed may be asked, whatever the storage holds', () => {
    assert.equal(sources([]), "'self'");
    assert.equal(sources(['https://a.example/x', 'https://a.example/y', 'http://b.example:81/']), "'self' https://a.example http://b.example:81");
    assert.deepEqual(readAllowed('["https://a.example/x","javascript:alert(1)","https://[",7,"; script-src *"]'), ['https://a.example/x']);
    for (const nothing of [null, undefined, '', '{}', '"https://a.example/"', '[']) assert.deepEqual(readAllowed(nothing), []);
  });

  test('configurator: title, home page, articles and lists are taken from a feed, whatever else it holds', () => {
    assert.deepEqual(factsOf(FEED, { title: ' The\nNews ', home_page_url: '../', items: [{ id: 'a', title: 'A' }, { id: 1 }, null, { id: 'b' }] }),
      { feed: FEED, read: true, title: 'The News', home: 'https://news.example/', articles: [['a', 'A']], lists: [], service: { name: '', address: '' } });
    const lists = factsOf(FEED, { next_url: 'page-2.json', items: [{ _news: { comments_url: 'https://c.example/1' } }, { _news: { comments_url: 'https://c.example/1' } }, { _news: { comments_url: 'data:,x' } }], _news: { popular_url: '//p.example/', recent_comments_url: {} } });
    assert.deepEqual(lists.lists, ['https://news.example/page-2.json', 'https://p.example/', 'https://c.example/1']);
    for (const nothing of [null, 42, [], { title: {}, items: {}, home_page_url: 'javascript:alert(1)' }, { home_page_url: 'https://[' }]) {
      assert.deepEqual(factsOf(FEED, nothing), { feed: FEED, read: true, title: '', home: '', articles: [], lists: [], service: { name: '', address: '' } });
    }
  });
});
