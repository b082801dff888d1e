// trunk's post_build hook: turns what trunk staged into what is published.
//
//   news-widget.js                    the loader; the one name that never changes, so it carries the others' names
//   assets/news-widget-<hash>.js      the glue that wasm-bindgen wrote
//   assets/news-widget-<hash>.wasm    the widget
//   assets/news-widget-<hash>.css     its style sheet
//   *.br, *.gz                        compressed copies for hosts that serve them as they are (release builds)
//
// A name with a hash may be cached for ever: other content has another name.

import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { build } from 'esbuild';
import { optimise } from './optimise.mjs';

const { TRUNK_SOURCE_DIR: source, TRUNK_STAGING_DIR: staging, TRUNK_PROFILE: profile } = process.env;

// The oldest browsers served: what they know is not rewritten. All of them know CSS nesting and light-dark().
const TARGET = ['chrome123', 'firefox128', 'safari17.5'];
const COMPRESSED = /\.(html|js|css|wasm|json|svg)$/;
const WORTH_COMPRESSING = 1024;

/** One bundled, minified file, as text. Comments go: the licences are in the repository. */
async function bundle(options) {
  const { outputFiles } = await build({
    bundle: true, minify: true, write: false, format: 'esm', target: TARGET, charset: 'utf8', legalComments: 'none',
    logLevel: 'warning', ...options,
  });
  return outputFiles[0].text;
}

/** Writes an asset under a name made from its content; answers `[path, integrity]` as the loader wants it. */
async function publish(content, extension) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  const path = `assets/news-widget-${hash}.${extension}`;
  await writeFile(join(staging, path), content);
  return [path, `sha384-${createHash('sha384').update(content).digest('base64')}`];
}

/** What wasm-bindgen wrote and trunk staged, taken away from there: `{glue, wasm}`. */
async function takeStaged() {
  const names = await readdir(staging);
  const take = async (pattern) => {
    const path = join(staging, names.find((name) => pattern.test(name)));
    const content = await readFile(path);
    await rm(path);
    return content;
  };
  const glue = await take(/^news-widget-[0-9a-f]+\.js$/);
  return { glue: withoutAddress(glue.toString()), wasm: await take(/^news-widget-[0-9a-f]+_bg\.wasm$/) };
}

/** The glue without its own idea of where the wasm lies: the loader hands it the module, and the file has another name. */
function withoutAddress(glue) {
  const ADDRESS = /new URL\('news-widget_bg\.wasm', import\.meta\.url\)/g;
  if (glue.match(ADDRESS)?.length !== 1) throw new Error('dist.mjs: the glue is written differently now; adapt ADDRESS');
  return glue.replace(ADDRESS, 'undefined');
}

async function compress(path) {
  const content = await readFile(path);
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(content), // node's quality is 11
    promisify(gzip)(content, { level: 9 }),
  ]);
  await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)]);
}

async function compressAll() {
  const names = await readdir(staging, { recursive: true });
  await Promise.all(names.filter((name) => COMPRESSED.test(name)).map(async (name) => {
    const path = join(staging, name);
    if ((await stat(path)).size > WORTH_COMPRESSING) await compress(path);
  }));
}

const staged = await takeStaged();
const { glue, wasm } = profile === 'release' ? await optimise(staged) : staged;

await mkdir(join(staging, 'assets'));
const assets = {
  glue: await publish(await bundle({ stdin: { contents: glue, resolveDir: staging } }), 'js'),
  wasm: await publish(wasm, 'wasm'),
  style: await publish(await bundle({ entryPoints: [join(source, 'style/widget.css')] }), 'css'),
};
const loader = await bundle({
  entryPoints: [join(source, 'src/widget/loader.js')],
  define: { __ASSETS__: JSON.stringify(assets) },
});
await writeFile(join(staging, 'news-widget.js'), loader);
await rm(join(staging, 'snippets'), { recursive: true, force: true }); // JavaScript of crates, now inside the glue
if (profile === 'release') await compressAll();
