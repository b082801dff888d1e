// trunk's post_build hook: turns what trunk staged into what is published.
//
//   news-widget.js                    the loader; the one name that never changes, so it carries the others' names
//   news-widget-<hash>.js             the same, for pages that pin what they run; pinned.html has the tag for it
//   assets/<version>/                 what the loader fetches, named by content:
//     news-widget-<hash>.js             the glue that wasm-bindgen wrote
//     news-widget-<hash>.wasm           the widget
//     news-widget-<hash>.css            its style sheet
//     comments-<hash>.wasm, .css        its comments, fetched after the first paint
//     <module>-<hash>.wasm              likewise what else is fetched when it is wanted (src/later.rs)
//   *.html, and what they use         the pages of pages/ (scripts/pages.mjs)
//   *.br, *.gz                        compressed copies for hosts that serve them as they are
//
// And, outside of it, in target/package/npm, the code of the npm package (scripts/npm.mjs), and in target/modules.json which
// files each of the later modules is made of, for scripts/size.mjs.
//
// A name with a hash may be cached for ever: other content has another name.

import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { placeChunks } from './chunks.mjs';
import { stagePackage } from './npm.mjs';
import { compress, isCompressed } from './compress.mjs';
import { integrity } from './integrity.mjs';
import { optimise } from './optimise.mjs';
import { publishPages } from './pages.mjs';
import { split } from './split.mjs';
import { version } from './version.mjs';

const { TRUNK_SOURCE_DIR: source, TRUNK_STAGING_DIR: staging, TRUNK_PROFILE: profile, CARGO_TARGET_DIR: target } = process.env;
if (profile !== 'release' || !target) throw new Error('dist.mjs: build with `make build` or `make serve`, which say how');

// The oldest browsers served: what they know is not rewritten. All of them know CSS nesting and light-dark().
const TARGET = ['chrome123', 'firefox128', 'safari17.5'];
const ASSETS = `assets/${version}/`;

/** One bundled, minified file, as text. Comments go: the licences are in the repository. */
async function bundle(options) {
  const { outputFiles } = await build({
    bundle: true, minify: true, write: false, format: 'esm', target: TARGET, charset: 'utf8', legalComments: 'none',
    logLevel: 'warning', ...options,
  });
  return outputFiles[0].text;
}

/** Writes a file under a name made from its content; answers `[path, integrity]` as the loader wants it. */
async function publish(content, name, extension, folder = ASSETS) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  const path = `${folder}${name}-${hash}.${extension}`;
  await writeFile(join(staging, path), content);
  return [path, integrity(content, 'sha256')]; // no compressor makes it smaller, and three of them are in the loader
}

/** Takes away what trunk had wasm-bindgen make of the whole program: it is made again of what is left after the split. */
async function clearStaged() {
  const names = await readdir(staging);
  const staged = names.filter((name) => /^news-widget-[0-9a-f]+(\.js|_bg\.wasm)$/.test(name));
  await Promise.all(['snippets', ...staged].map((name) => rm(join(staging, name), { recursive: true, force: true })));
}

/** The glue, with our own start: one that fetches nothing but the later modules, and checks those. */
async function fit(glue, modules) {
  const loads = modules.map((name) => `$1    __wasm_split_load_${name}: load("${name}"),\n`).join('');
  const changes = [
    [/async function __wbg_load\([\s\S]*/, await readFile(join(source, 'src/widget/modules.js'), 'utf8')],
    [/^import \* as import\d+ from "\.\/__wasm_split\.js"\n/gm, ''],
    [/^ *"\.\/__wasm_split\.js": import\d+,\n/gm, ''],
    [/^( *)const import0 = \{\n/m, `$&${loads}`],
    [/\barg0\.document;/g, 'document;'], // src/widget/modules.js has one that the page cannot change
  ];
  for (const [before, after] of changes) {
    if (!before.test(glue)) throw new Error(`dist.mjs: the glue is written differently now, nothing is like ${before}`);
    glue = glue.replace(before, after);
  }
  return glue;
}

async function compressAll() {
  const names = await readdir(staging, { recursive: true });
  await Promise.all(names.map(async (name) => {
    const path = join(staging, name);
    if (!isCompressed(name, (await stat(path)).size)) return;
    const copies = await compress(await readFile(path));
    await Promise.all(Object.entries(copies).map(([extension, copy]) => writeFile(`${path}.${extension}`, copy)));
  }));
}

await clearStaged();
const built = await split(join(target, 'wasm32-unknown-unknown/release/news-widget.wasm'));
const { glue, wasm, parts: small } = await optimise({ ...built, glue: await fit(built.glue, Object.keys(built.modules)) });
const { parts, modules } = placeChunks({ parts: small, modules: built.modules });

await mkdir(join(staging, ASSETS), { recursive: true });
const widget = join(source, 'src/widget');
const style = (name) => bundle({ entryPoints: [join(source, 'style', name)] });
const styles = { widget: await style('widget.css'), comments: await style('comments.css') };

const { glue: linked, files } = await publishLater();
const assets = {
  glue: await publish(linked, 'news-widget', 'js'),
  wasm: await publish(wasm, 'news-widget', 'wasm'),
  style: await publish(styles.widget, 'news-widget', 'css'),
};
const loader = await bundle({
  entryPoints: [join(widget, 'loader.js')],
  define: { __ASSETS__: JSON.stringify(assets) },
});
await writeFile(join(staging, 'news-widget.js'), loader);
const [path] = await publish(loader, 'news-widget', 'js', '');
await copyFile(join(widget, 'news-widget.d.ts'), join(staging, 'news-widget.d.ts'));
await writeFile(join(staging, 'pinned.html'), `<script type="module" src="${path}" integrity="${integrity(loader)}" crossorigin="anonymous"></script>\n`);
await writeFile(join(source, 'target/modules.json'), JSON.stringify(files));
await publishPages({ folder: join(source, 'pages'), staging, bundle, publish });
await compressAll();
await stagePackage({ folder: join(source, 'target/package/npm'), widget, bundle, glue, wasm, parts, modules, styles });

/** Publishes what is fetched later, and answers the glue that knows where it is, with the paths of each module's files. */
async function publishLater() {
  const published = Object.fromEntries(await Promise.all(Object.entries(parts).map(
    async ([name, bytes]) => [name, await publish(bytes, name, 'wasm')])));
  const sheets = { comments: [await publish(styles.comments, 'comments', 'css')] };
  const lists = Object.entries(modules).map(
    ([name, own]) => [name, [...own.map((part) => published[part]), ...(sheets[name] ?? [])]]);
  const beside = lists.map(([name, list]) => [name, list.map(([path, check]) => [basename(path), check])]); // beside the glue
  return {
    glue: await bundle({ stdin: { contents: glue, resolveDir: widget }, define: { __MODULES__: JSON.stringify(Object.fromEntries(beside)) } }),
    files: Object.fromEntries(lists.map(([name, list]) => [name, list.map(([path]) => path)])),
  };
}
