// Makes of what `make build` left, in target/package:
//
//   news-widget-<version>.tgz   the npm package: target/package/npm (scripts/npm.mjs), with what is in package/npm
//   news-widget-<version>.zip   a folder to put on any host: dist/ without the demo newspaper, with what is in package/zip
//
// The same input gives the same bytes: the files are in order, and all of one time.

import { execFile } from 'node:child_process';
import { copyFile, readFile, readdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { zipSync } from 'fflate';
import { compress } from './compress.mjs';
import { version } from './version.mjs';

process.chdir(fileURLToPath(new URL('../', import.meta.url)));
const OUT = 'target/package';
const NPM = `${OUT}/npm`;
const LICENCES = ['LICENSE-APACHE', 'LICENSE-MIT'];

/** What trunk publishes of the demo newspaper, as index.html asks it to. */
const DEMO = /^(index\.html|(page|favicon)-[^/]*|(feed|archive|recent)\.json|(threads|img|audio)\/.*)(\.br|\.gz)?$/;

/** What a page says of the demo newspaper, and what it says without. */
const WITHOUT_DEMO = {
  'configure.html': { 'feed="feed.json"': 'feed="example.json"', '<a href="index.html">demo newspaper</a>': '<a href="example.html">example</a>' },
};

/** The earliest that a zip can say. It knows no zone: this is the same everywhere. */
const TIME = new Date(1980, 0, 1);

async function files(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
}

/** A text with the version in it. */
const told = async (path) => (await readFile(path, 'utf8')).replaceAll('VERSION', version);

async function tarball() {
  const { name, ...manifest } = JSON.parse(await readFile('package/npm/package.json'));
  for (const name of LICENCES) await copyFile(name, join(NPM, name));
  await copyFile('package/npm/server.js', join(NPM, 'server.js'));
  await writeFile(join(NPM, 'README.md'), await told('package/npm/README.md'));
  await writeFile(join(NPM, 'package.json'), `${JSON.stringify({ name, version, ...manifest }, null, 2)}\n`);
  await promisify(execFile)('npm', ['pack', '--offline', '--pack-destination', '..'], { cwd: NPM });
}

async function zip() {
  const sources = new Map([
    ...(await files('dist')).filter((path) => !DEMO.test(path)).map((path) => [path, join('dist', path)]),
    ...LICENCES.map((name) => [name, name]),
    ...(await files('package/zip')).map((name) => [name, join('package/zip', name)]),
  ]);
  const folder = {};
  for (const path of [...sources.keys()].sort()) {
    const text = path === 'README.txt' && await told(sources.get(path));
    folder[path] = text ? Buffer.from(text) : await readFile(sources.get(path));
  }
  for (const [page, changes] of Object.entries(WITHOUT_DEMO)) {
    let html = folder[page].toString();
    for (const [before, after] of Object.entries(changes)) {
      if (!html.includes(before)) throw new Error(`package.mjs: ${page} says nothing like ${before} any more`);
      html = html.replace(before, after);
    }
    const { br, gz } = await compress(html);
    Object.assign(folder, { [page]: Buffer.from(html), [`${page}.br`]: br, [`${page}.gz`]: gz });
  }
  // The folder's name is without the version: a newer one is copied over it.
  await writeFile(`${OUT}/news-widget-${version}.zip`, zipSync({ 'news-widget': folder }, { level: 9, mtime: TIME }));
}

await tarball();
await zip();
