// What docs/hosting.md says of each server, asked of that server: the files of docs/hosting/ as they are, dist/ in a
// sub-folder. (hosting-page.test.mjs has the widget from there.)

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { extname } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { apache } from './hosting/apache.mjs';
import { ask, decoded } from './hosting/ask.mjs';
import { nginx } from './hosting/nginx.mjs';
import { pythonAlone, pythonScript } from './hosting/python.mjs';
import { MORE } from './hosting/site.mjs';
import { store } from './hosting/store.mjs';

const SERVERS = {
  nginx: { start: nginx, tag: true, ranges: true },
  'nginx without brotli': { start: () => nginx({ brotli: false }), codings: ['gzip'], tag: true },
  Apache: { start: apache, tag: true, ranges: true },
  'Apache with .htaccess': { start: () => apache({ htaccess: true }), tag: true },
  'Python with serve.py': { start: pythonScript },
};

const TYPES = {
  '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.ts': 'text/plain', '.wav': 'audio/wav',
};
const ENDS = { br: '.br', gzip: '.gz' };
const MINUTES = 'public, max-age=300';
const FOR_EVER = 'public, max-age=31536000, immutable';

const published = await readdir('dist', { recursive: true, withFileTypes: true })
  .then((entries) => entries.filter((entry) => entry.isFile()).map(({ path, name }) => `${path}/${name}`.slice('dist/'.length)));
const files = published.filter((name) => !/\.(br|gz)$/.test(name));
const copyOf = (file, coding) => published.includes(file + ENDS[coding]);
const NAMED = 'news-widget.js';
const [PINNED] = files.filter((name) => /^news-widget-[0-9a-f]{12}\.js$/.test(name));

/** What is named by its content: all that the loader loads, the loader under its second name, the pages' style sheets. */
const lasting = (file) => file.startsWith('assets/') || file === PINNED || /^page-[0-9a-f]{16}\.css$/.test(file);

const isType = ({ headers }, file) => assert.equal(headers['content-type'].replace('/x-', '/'), TYPES[extname(file)], file);

/** What every answer has, also one that there is no file for: without it, a page of another origin learns nothing. */
function isOpen({ headers }, what) {
  assert.equal(headers['access-control-allow-origin'], '*', what);
  assert.equal(headers['cross-origin-resource-policy'], 'cross-origin', what);
  assert.equal(headers['x-content-type-options'], 'nosniff', what);
  assert.doesNotMatch(headers.vary ?? '', /origin/i, what);
}

for (const [name, { start, codings = ['br', 'gzip'], tag, ranges }] of Object.entries(SERVERS)) {
  describe(`hosting, ${name}`, () => {
    let server;
    before(async () => { server = await start(); });
    after(() => server?.close());

    /** Each way of asking, and what the best answer is. */
    const best = (...wanted) => wanted.find((coding) => codings.includes(coding));
    const WAYS = [
      ['gzip, deflate, br, zstd', best('br', 'gzip')],
      ['gzip', best('gzip')],
      ['br;q=0, gzip;q=0.5', best('gzip')],
      ['gzip;q=0', undefined],
      ['', undefined],
    ];

    test('hosting: every file is sent with its type, compressed as asked for, and cached as its name allows', async () => {
      for (const file of files) {
        const plain = await readFile(`dist/${file}`);
        for (const [accepted, wanted] of WAYS) {
          const answer = await ask(server, file, { 'Accept-Encoding': accepted });
          const what = `${file} for "${accepted}"`;
          const { headers } = answer;
          assert.equal(answer.status, 200, what);
          isType(answer, file);
          isOpen(answer, what);
          assert.equal(headers['cache-control'], lasting(file) ? FOR_EVER : MINUTES, what);
          if (codings.some((coding) => copyOf(file, coding))) {
            assert.equal(headers['content-encoding'], wanted, what);
            assert.equal(headers.vary, 'Accept-Encoding', what);
            if (wanted) assert.deepEqual(answer.body, await readFile(`dist/${file}${ENDS[wanted]}`), `${what}: the build's copy`);
          }
          assert.equal(headers['content-language'], undefined, what);
          assert.deepEqual(decoded(answer), plain, what);
        }
      }
    });

    test('hosting: the server knows the types of pictures, sounds and films', async () => {
      for (const [extension, type] of Object.entries(MORE)) {
        const { headers } = await ask(server, `more/file.${extension}`);
        assert.deepEqual([headers['content-type'], headers['cache-control']], [type, MINUTES]);
      }
    });

    test('hosting: the server compresses also for a CDN that asks for it', async () => {
      const { headers } = await ask(server, NAMED, { Via: '1.1 cdn.example', 'Accept-Encoding': 'gzip' });
      assert.equal(headers['content-encoding'], 'gzip');
    });

    test('hosting: a file that has not changed is answered with 304', async () => {
      for (const file of [NAMED, PINNED, 'feed.json']) {
        const tags = new Set();
        for (const accepted of [...codings, '']) {
          const { headers } = await ask(server, file, { 'Accept-Encoding': accepted });
          if (tag) tags.add(headers.etag);
          const known = tag ? { 'If-None-Match': headers.etag } : { 'If-Modified-Since': headers['last-modified'] };
          const again = await ask(server, file, { 'Accept-Encoding': accepted, ...known });
          assert.equal(again.status, 304, `${file} for "${accepted}"`);
          assert.equal(again.body.length, 0);
          assert.equal(again.headers['cache-control'], headers['cache-control']);
          assert.equal(again.headers['access-control-allow-origin'], '*');
        }
        if (tag) assert.equal(tags.size, codings.length + 1, 'each copy has an ETag of its own');
      }
    });

    test('hosting: HEAD is answered as GET, without the file', async () => {
      const [head, get] = await Promise.all(['HEAD', 'GET'].map((method) => ask(server, PINNED, { method, 'Accept-Encoding': 'br' })));
      for (const { headers } of [head, get]) delete headers.date;
      assert.equal(head.status, 200);
      assert.deepEqual(head.headers, get.headers);
      assert.equal(head.body.length, 0);
    });

    test('hosting: a missing file is a 404 that every origin may read, and that no cache keeps for ever', async () => {
      for (const file of ['none.json', 'assets/0.0.0/news-widget-0123456789ab.wasm']) {
        const answer = await ask(server, file, { 'Accept-Encoding': 'br' });
        assert.equal(answer.status, 404, file);
        isOpen(answer, file);
        assert.equal(answer.headers['cache-control'], undefined, file);
      }
    });

    test('hosting: the folder shows its page, no list of files, and nothing outside of it', async () => {
      const index = await ask(server, '', { 'Accept-Encoding': 'gzip' });
      assert.equal(index.status, 200);
      isType(index, 'index.html');
      assert.deepEqual(decoded(index), await readFile('dist/index.html'));
      for (const folder of ['assets/', 'img/', 'none/']) assert.match(String((await ask(server, folder)).status), /^40[34]$/, folder);
      for (const path of ['../../../../../../../../etc/passwd', '%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd', '..%2f..%2f..%2f..%2f..%2fetc/passwd']) {
        const { status, body } = await ask(server, path);
        assert.match(String(status), /^40[034]$/, path);
        assert.doesNotMatch(String(body), /root:/);
      }
    });

    if (ranges) {
      test('hosting: a part of a sound file is sent when only that is asked for, as Safari asks', async () => {
        const [sound] = files.filter((file) => file.endsWith('.wav'));
        const { status, body } = await ask(server, sound, { Range: 'bytes=0-99' });
        assert.equal(status, 206);
        assert.deepEqual(body, (await readFile(`dist/${sound}`)).subarray(0, 100));
      });
    }
  });
}

describe('hosting, Python’s own server as it comes', () => {
  let server;
  before(async () => { server = await pythonAlone(); });
  after(() => server?.close());

  test('hosting: Python’s own server knows the types and what has not changed, and no more', async () => {
    for (const file of files.filter((file) => !file.endsWith('.ts'))) {
      const answer = await ask(server, file, { 'Accept-Encoding': 'gzip, br' });
      isType(answer, file);
      assert.deepEqual(Object.keys(answer.headers).toSorted(), ['content-length', 'content-type', 'date', 'last-modified', 'server']);
      assert.equal((await ask(server, file, { 'If-Modified-Since': answer.headers['last-modified'] })).status, 304);
    }
  });
});

describe('hosting, an object store filled by upload.sh', () => {
  let server;
  before(async () => { server = await store(); });
  after(() => server?.close());
  const elsewhere = { Origin: 'https://host.example' };

  test('hosting: the object store has every file once, with the headers that upload.sh gave it', async () => {
    for (const file of files) {
      const answer = await ask(server, file, elsewhere);
      assert.equal(answer.status, 200, file);
      isType(answer, file);
      assert.equal(answer.headers['cache-control'], lasting(file) ? FOR_EVER : MINUTES, file);
      assert.equal(answer.headers['content-encoding'], copyOf(file, 'br') ? 'br' : undefined, file);
      assert.equal(answer.headers['access-control-allow-origin'], '*', file);
      assert.deepEqual(decoded(answer), await readFile(`dist/${file}`), file);
      assert.equal((await ask(server, file, { ...elsewhere, 'If-None-Match': answer.headers.etag })).status, 304, file);
    }
    assert.deepEqual(server.keys.toSorted(), files.toSorted());
  });

  test('hosting: upload.sh stores files that are named by their content before the files that name them', () => {
    const first = server.keys.findIndex((file) => !lasting(file));
    assert.deepEqual(server.keys.slice(first).filter(lasting), []);
  });
});
