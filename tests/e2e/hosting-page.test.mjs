// The widget from each server of docs/hosting.md, on a page of another origin.

import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { inEachEngine } from './engines.mjs';
import { hostPage } from './host.mjs';
import { apache } from './hosting/apache.mjs';
import { nginx } from './hosting/nginx.mjs';
import { pythonAlone, pythonScript } from './hosting/python.mjs';
import { store } from './hosting/store.mjs';
import { serve } from './server.mjs';
import { widget } from './stand.mjs';

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));
const STORE = 'an object store'; // it cannot send any header that it likes
const STARTERS = { nginx, Apache: apache, 'Python with serve.py': pythonScript, [STORE]: store };

/** With this, a page takes pictures of other origins only where these say so: Cross-Origin-Resource-Policy. */
const ISOLATED = { 'Cross-Origin-Embedder-Policy': 'require-corp' };

describe('hosting', () => {
  const servers = {};
  let press, alone;
  before(async () => {
    const starting = Object.entries(STARTERS).map(async ([name, start]) => { servers[name] = await start(); });
    press = await serve({ folder: FIXTURES, cors: false });
    alone = await pythonAlone();
    await Promise.all(starting);
  });
  after(() => Promise.all([press, alone, ...Object.values(servers)].map((server) => server?.close())));

  inEachEngine('hosting, on a page of another origin', (browser) => {
    /** Opens a page of the press's origin with the widget and the feed of `server`. */
    const open = async ({ origin, url }, headers) => {
      await browser.page.open(hostPage(press, 'host.html', widget({ feed: `${url}feed.json`, article: 'harbour-lights' }),
        { loader: `${url}news-widget.js`, more: { origins: [origin] }, headers }));
      return browser.page;
    };
    const pictures = (page) => page.run(() => Promise.all($$('.lead-picture, .spot-picture').map(async (image) => {
      image.loading = 'eager';
      return image.decode().then(() => 'shown', () => 'refused');
    })));

    // First: what an engine has once shown it may show again, whatever the page.
    test('hosting: the widget comes without pictures where a page isolates itself and the object store sends no permission', async () => {
      const page = await open(servers[STORE], ISOLATED);
      await page.ready();
      assert.deepEqual(new Set(await pictures(page)), new Set(['refused']));
    });

    for (const name of Object.keys(STARTERS)) {
      test(`hosting: the widget comes whole from ${name}${name === STORE ? '' : ', to a page that isolates itself'}`, async () => {
        const page = await open(servers[name], name === STORE ? {} : ISOLATED);
        await page.ready();
        await page.find('h1', 'its harbour lights');
        assert.ok((await page.texts('[part=comment]')).length, 'comments, whose code and styles are fetched later');
        assert.deepEqual(new Set(await pictures(page)), new Set(['shown']));
        assert.deepEqual(await page.errors(), []);
      });
    }

    test('hosting: the page beside the widget’s files works on Python’s own server as it comes', async () => {
      const { page } = browser;
      await page.open(alone.url);
      await page.listen();
      await page.find('h1');
      assert.deepEqual(await page.errors(), []);
    });
  });
});
