// The wasm modules of a build: what is in which, and that what two of them share is started once.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { placeChunks } from '../../scripts/chunks.mjs';
import { inEachEngine } from './engines.mjs';
import { stand, widget } from './stand.mjs';

const EMPTY = Buffer.from('0061736d01000000', 'hex');
const chunks = (wasm) => WebAssembly.Module.customSections(new WebAssembly.Module(wasm), 'chunk')
  .map((content) => [new Uint8Array(content)[0], new WebAssembly.Module(content.slice(1)) && content.byteLength]);

test('modules: a chunk travels inside of each module that needs it', () => {
  const { parts, modules } = placeChunks({
    parts: { chunk_7: EMPTY, one: EMPTY, two: EMPTY, three: EMPTY },
    modules: { one: ['chunk_7', 'one'], two: ['chunk_7', 'two'], three: ['three'] },
  }, {});
  assert.deepEqual(modules, { one: ['one'], two: ['two'], three: ['three'] });
  assert.deepEqual(Object.keys(parts), ['one', 'two', 'three']);
  assert.deepEqual([chunks(parts.one), chunks(parts.two), chunks(parts.three)], [[[7, 9]], [[7, 9]], []]);
});

test('modules: a module that needs another is fetched with it, and takes shared chunks from there', () => {
  const { parts, modules } = placeChunks({
    parts: { chunk_7: EMPTY, chunk_200: EMPTY, comments: EMPTY, isso: EMPTY, http: EMPTY },
    modules: { comments: ['chunk_7', 'comments'], isso: ['chunk_7', 'chunk_200', 'isso'], http: ['chunk_200', 'http'] },
  }, { isso: ['comments'], http: ['comments'] });
  assert.deepEqual(modules, { comments: ['comments'], isso: ['comments', 'isso'], http: ['comments', 'http'] });
  assert.deepEqual([chunks(parts.comments), chunks(parts.isso), chunks(parts.http)], [[[7, 9]], [[200, 9]], [[200, 9]]]);
});

test('modules: every module of the build is valid wasm, and so is every chunk in it', async () => {
  const modules = JSON.parse(await readFile('target/modules.json'));
  assert.ok(modules.comments.some((path) => path.endsWith('.css')));
  for (const path of Object.values(modules).flat().filter((path) => path.endsWith('.wasm'))) {
    const wasm = await readFile(`dist/${path}`);
    assert.ok(chunks(wasm).every(([, length]) => length > 8), path);
    const imports = WebAssembly.Module.imports(new WebAssembly.Module(wasm));
    assert.deepEqual([...new Set(imports.map(({ module }) => module))], ['__wasm_split'], path);
  }
});

inEachEngine('modules', (browser) => {
  let cdn, host, close;
  before(async () => { ({ cdn, host, close } = await stand()); });
  after(() => close());

  test('modules: later modules are fetched once for all elements, and their chunks started once', async () => {
    // Every start of a module is counted.
    const script = `window.started = 0;
      const { instantiate } = WebAssembly;
      WebAssembly.instantiate = (module, imports) => { window.started += 1; return instantiate.call(WebAssembly, module, imports); };`;
    const { page } = browser;
    const two = widget({ id: 'one', routing: 'hash', article: 'full' }) + widget({ id: 'two', article: 'bridge' });
    await page.open(host(two, { script }));
    await page.within('#one').find('form');
    await page.within('#two').find('form');
    const wasm = (await page.asked()).filter((url) => url.endsWith('.wasm')).map((url) => url.match(/([\w-]+)-[0-9a-f]+\.wasm$/)[1]);
    assert.deepEqual(wasm.sort(), ['comments', 'news-widget', 'site']);
    const started = await page.run(() => window.started);
    const inside = new Set();
    for (const path of cdn.paths.filter((path) => path.endsWith('.wasm'))) {
      for (const [number] of chunks(await readFile(`dist/${path}`))) inside.add(number);
    }
    assert.equal(started, wasm.length + inside.size);
    assert.deepEqual(await page.errors(), []);
  });
}, { differ: 'loader' });
