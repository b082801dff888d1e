// The strictest policy, also in a run without one, then in both variants: the widget stands it, and what does not stand it
// is noticed.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, afterEach, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { allOurs } from './attacks.mjs';
import { inEachEngine } from './engines.mjs';
import { hostPage } from './host.mjs';
import { serve } from './server.mjs';
import { edition, json, stand, widget } from './stand.mjs';
import { Guard, STRICT, refusals } from './strict.mjs';

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));
const VARIANTS = STRICT ? [STRICT] : ['allowed', 'refused'];
const VIOLATING = fileURLToPath(new URL('violating.mjs', import.meta.url));

test('policy: a violation fails the test that was running, though that test sees nothing of it', async () => {
  const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
  const run = spawn(process.execPath, ['--test', '--test-reporter=tap', VIOLATING], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const [[status], output] = await Promise.all([once(run, 'close'), run.stdout.toArray()]);
  const lines = output.join('').split('\n').map((line) => line.trim());
  const engines = lines.filter((line) => line.startsWith('# Subtest: a page with a style attribute in')).length;
  const count = (start) => lines.filter((line) => line.startsWith(start)).length;
  assert.equal(status, 1);
  assert.ok(engines > 0);
  assert.equal(count('not ok 1 - is opened'), engines);
  assert.equal(count('ok 2 - is left alone'), engines);
  assert.equal(count('style-src-attr refused inline on http:'), engines);
});

test('policy: STRICT decides it for every page, and a test’s own policy comes before that', async () => {
  const sent = async ({ url }, path = '') => (await fetch(url + path)).headers.get('Content-Security-Policy');
  const [plain, own] = await Promise.all([serve({ folder: 'dist' }), serve({ folder: 'dist', csp: "img-src 'self'" })]);
  try {
    const wanted = { allowed: /^default-src 'none'; .* trusted-types news-widget;/, refused: /^default-src 'none'; .* trusted-types 'none';/ };
    plain.page('page.html', '<p>Nothing</p>');
    if (STRICT) {
      assert.match(await sent(plain, 'page.html'), wanted[STRICT]);
      assert.doesNotMatch(await sent(plain, 'page.html'), /style-src|unsafe-inline|nonce/);
      assert.match(await sent(plain), /style-src 'self'/, 'the newspaper links a style sheet of its own');
    } else assert.equal(await sent(plain), null);
    assert.equal(await sent(own), "img-src 'self'");
  } finally {
    await Promise.all([plain.close(), own.close()]);
  }
});

inEachEngine('policy', (browser) => {
  let cdn, press, close;
  const hosts = {}; // a host page's server for each variant
  before(async () => {
    ({ cdn, press, close } = await stand());
    for (const variant of VARIANTS) hosts[variant] = await serve({ folder: FIXTURES, cors: false, strict: variant });
  });
  afterEach(() => browser.page.open('about:blank'));
  after(() => Promise.all([close, ...Object.values(hosts).map((host) => host.close)].map((close) => close())));

  const open = async (variant, body, options) => {
    await browser.page.open(hostPage(hosts[variant], 'page.html', body, { loader: `${cdn.url}news-widget.js`, ...options }));
    return browser.page;
  };

  // What a policy refuses: a script, the page, how the refusal is told, and what of it is quoted.
  const VIOLATIONS = {
    'a style': ['', '<style>p { color: red }</style>', 'style-src-elem refused inline'],
    'a style attribute': ['', '<p style="color: red">Red</p>', 'style-src-attr refused inline'],
    'a script': ['', '<script>alert(1)</script>', 'script-src-elem refused inline', 'alert(1)'],
    'a handler': ['', '<p onclick="alert(1)">Click</p>', 'script-src-attr refused inline', 'alert(1)'],
    'a picture from elsewhere': ['', '<img src="http://elsewhere.invalid/x.png">', 'img-src refused http://elsewhere.invalid/x.png'],
    'HTML from a text': [
      'document.createElement("p").innerHTML = "<b>bold</b>"', '',
      'require-trusted-types-for refused trusted-types-sink', 'Element innerHTML|<b>bold</b>',
    ],
    'another Trusted Types policy': [
      'trustedTypes.createPolicy("another", {})', '', 'trusted-types refused trusted-types-policy', 'another',
    ],
  };

  for (const variant of VARIANTS) {
    test(`policy: the strictest one costs the widget nothing, with its Trusted Types policy ${variant}`, async () => {
      const page = await open(variant, widget({ feed: `${press.url}paper.json`, article: 'full' }));
      await page.ready();
      assert.deepEqual(await page.texts('[part=body] h2'), ['The leak'], 'the body is more than plain text');
      await page.type('textarea', 'Hello');
      await page.type('[name=name]', 'Dee');
      await page.click('[part=reply] button', 'Post Comment');
      await page.find('[part=comments] .comment-body', 'Hello');
      assert.equal(await page.run(() => getComputedStyle($('h1')).fontWeight), '700', 'the style sheet is there');
      assert.deepEqual(await page.errors(), []);
    });

    // An engine may report what it only parses: Chromium does so with inline handlers and styles.
    test(`policy: no attack in a body or a comment violates it, with the widget’s Trusted Types policy ${variant}`, async () => {
      const attacks = allOurs().filter(({ name }) => !name.startsWith('depth')); // they take long, and name nothing
      press.answer('attacks.json', json(edition({
        items: attacks.map(({ html }, index) => ({
          id: `a${index}`, title: `Attack ${index}`, content_html: html, _news: { comments: [{ id: `c${index}`, content_html: html }] },
        })),
      })));
      const element = widget({ feed: `${press.url}attacks.json`, article: 'a0', sections: 'article comments', 'media-hosts': '127.0.0.1' });
      const page = await open(variant, element, { more: { images: ['data:', 'https://127.0.0.1:*', 'http://127.0.0.1:*'] } });
      await page.ready();
      for (let from = 0; from < attacks.length; from += 50) {
        await page.run(async (from, to) => {
          for (let number = from; number < to; number += 1) {
            document.querySelector('news-widget').setAttribute('article', `a${number}`);
            while ($('h1')?.textContent !== `Attack ${number}`) await new Promise((done) => { setTimeout(done); });
          }
        }, from, Math.min(from + 50, attacks.length));
      }
      assert.ok(attacks.length > 300);
      assert.deepEqual(await page.run(() => window.recorded.errors), []);
    });

    for (const [what, [script, body, line, quoted]] of Object.entries(VIOLATIONS)) {
      test(`policy: ${what} is noticed when the page has been left, with the widget’s Trusted Types policy ${variant}`, async () => {
        const page = await open(variant, body, { script, loader: null });
        await page.run(() => document.querySelector('p')?.click()); // WebKit reads a handler only when it is called
        await page.open('about:blank');
        const refused = await refusals(page);
        assert.equal(refused.length, 1, refused);
        assert.ok(refused[0].startsWith(`${line} on ${hosts[variant].url}page.html`), refused[0]);
        if (quoted) assert.ok(refused[0].includes(`"${quoted}"`), refused[0]);
        assert.deepEqual(await refusals(page), [], 'it is told once');
      });
    }
  }

  test('policy: a violation that is reported too late for its test is noticed when the server closes', async () => {
    const late = await serve({ folder: FIXTURES, strict: VARIANTS[0] });
    const { page } = browser;
    late.page('page.html', '<p style="color: red">Red</p>'); // records nothing: there is only the report
    await page.open(`${late.url}page.html`);
    await page.until((fence) => fetch(fence, { mode: 'no-cors' }), Guard.fence);
    await assert.rejects(late.close(), /style-src-attr refused inline/);
  });
}, { differ: 'policy' });
