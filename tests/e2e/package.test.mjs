// What `make package` leaves: what is in it, and that it works where it is put.

import assert from 'node:assert/strict';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { unzipSync } from 'fflate';
import { version } from '../../scripts/version.mjs';
import { inEachEngine } from './engines.mjs';
import { ZIP, install, run, tool, workshop } from './installed.mjs';
import { serve } from './server.mjs';
import { stand, widget } from './stand.mjs';

const DEMO = /^(index\.html|feed\.json|archive\.json|recent\.json|(threads|img|audio)\/|page-|favicon-)/;

let folder, remove, npm, zip;
before(async () => {
  ({ folder, remove } = await workshop());
  npm = join(folder, 'node_modules/news-widget');
  zip = join(folder, 'news-widget');
  await install(folder);
  for (const [path, content] of Object.entries(unzipSync(await readFile(ZIP)))) {
    if (path.endsWith('/')) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
});
after(() => remove());

test('package: the npm package holds what an application needs, and its manifest says so', async () => {
  assert.deepEqual((await readdir(npm)).sort(), [
    'LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'news-widget-comments.wasm', 'news-widget-glue.js', 'news-widget-http.wasm',
    'news-widget-isso.wasm', 'news-widget-look.wasm', 'news-widget-posts.wasm', 'news-widget-site.wasm',
    'news-widget-wordpress.wasm', 'news-widget.d.ts', 'news-widget.js', 'news-widget.wasm', 'package.json', 'server.js',
  ]);
  const manifest = JSON.parse(await readFile(join(npm, 'package.json')));
  assert.equal(manifest.name, 'news-widget');
  assert.equal(manifest.version, version);
  assert.equal(manifest.license, 'MIT OR Apache-2.0');
  assert.equal(manifest.type, 'module');
  assert.deepEqual(manifest.sideEffects, ['./news-widget.js']);
  assert.deepEqual(Object.keys(manifest.exports['.']), ['types', 'browser', 'node', 'default']);
  for (const path of Object.values(manifest.exports['.'])) await readFile(join(npm, path));
  const readme = await readFile(join(npm, 'README.md'), 'utf8');
  assert.ok(readme.includes(`news-widget-${version}.tgz`) && !readme.includes('VERSION'));
});

test('package: Node imports the npm package, and nothing happens', async () => {
  assert.equal(await run(folder, process.execPath, '--eval', 'await import("news-widget")', '--input-type=module'), '');
});

test('package: TypeScript knows the element and its events by the import alone', async () => {
  await writeFile(join(folder, 'page.ts'), `
    import "news-widget";
    import type { NewsErrorCode } from "news-widget";
    const element = document.querySelector("news-widget")!;
    element.headingLevel = 2;
    element.addEventListener("news-widget:error", ({ detail }) => { const code: NewsErrorCode = detail.code; console.log(code); });
    // @ts-expect-error 1 to 4
    element.headingLevel = 7;\n`);
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({
    compilerOptions: {
      strict: true, noEmit: true, target: 'es2023', module: 'esnext', moduleResolution: 'bundler', lib: ['es2023', 'dom'], types: [],
    },
    files: ['page.ts'],
  }));
  assert.equal(await run(folder, tool('tsc'), '--project', '.'), '');
});

test('package: the zip holds what dist/ has, without the demo newspaper, and what a publisher needs', async () => {
  const files = async (root) => (await readdir(root, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1));
  const added = ['LICENSE-APACHE', 'LICENSE-MIT', 'README.txt', 'example.html', 'example.json'];
  const published = (await files('dist')).filter((path) => !DEMO.test(path));
  const needed = ['news-widget.js', 'news-widget.d.ts', 'news-widget-frame.js', 'pinned.html'];
  assert.deepEqual(needed.filter((name) => !published.includes(name)), []);
  const inside = await files(zip);
  assert.deepEqual(inside.sort(), [...published, ...added].sort());

  // Nothing that its pages and scripts name was taken for the demo's.
  for (const page of inside.filter((path) => path.endsWith('.html'))) {
    const html = await readFile(join(zip, page), 'utf8');
    const named = [...html.matchAll(/\s(?:src|href|feed)="(?!\w+:)([^"#?]+)"/g)].map(([, name]) => name);
    assert.deepEqual(named.filter((name) => !inside.includes(name)), [], page);
  }
  assert.match(await readFile(join(zip, 'README.txt'), 'utf8'), new RegExp(`^News widget ${version.replaceAll('.', '\\.')}\n`));
});

inEachEngine('package', (browser) => {
  let host, press, close, page;
  before(async () => {
    let both;
    [host, both] = await Promise.all([serve({ folder: zip }), stand()]);
    ({ host: page, press, close } = both);
  });
  after(() => Promise.all([host.close(), close()]));

  test('package: the zip’s example page works on a host', async () => {
    await browser.page.open(`${host.url}example.html`);
    await browser.page.click('a', 'It works');
    await browser.page.find('h1', 'It works');
    assert.deepEqual(await browser.page.errors(), []);
  });

  test('package: the zip on a host serves a page of another origin', async () => {
    await browser.page.open(page(widget({ article: 'full' }), { loader: `${host.url}news-widget.js` }));
    await browser.page.ready();
    await browser.page.find('h1', 'The ferry');
    assert.ok(host.paths.some((path) => path.startsWith(`assets/${version}/`) && path.endsWith('.wasm')));
    assert.ok(press.paths.includes('paper.json'));
    assert.deepEqual(await browser.page.errors(), []);
  });
});
