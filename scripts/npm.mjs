// The code of the npm package: the loader and the glue once more, but so that an application's bundler finds what they
// need (src/widget/packaged). Left for scripts/package.mjs, which makes the package of it.

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { integrity } from './integrity.mjs';

/** Up to so many bytes Vite makes a data: URL of a file, which a strict policy refuses. */
const INLINED = 4096;

/** Takes the packaged modules in the place of the published ones, with `texts` in them; the loader's import of the glue stays one. */
const packaged = (texts) => ({
  name: 'packaged',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^\.\/published\// }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace('published', 'packaged')),
    }));
    onResolve({ filter: /^\.\/news-widget-glue\.js$/ }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /packaged\/\w+\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(/__[A-Z]+__/g, (name) => texts[name] ?? name),
    }));
  },
});

/**
 * Fills `folder`.
 *
 * @param widget  the folder of the widget's scripts
 * @param bundle  that of scripts/dist.mjs; not minified here, as applications are minified whole
 * @param glue    with our own start
 * @param wasm    the first module
 * @param parts   the later ones' bytes, by name
 * @param modules which parts each later module has
 * @param styles  the style sheets' texts: `widget`, and those of later modules by name
 */
export async function stagePackage({ folder, widget, bundle, glue, wasm, parts, modules, styles }) {
  const later = Object.fromEntries(Object.entries(parts).map(([part, bytes]) => [part, [`news-widget-${part}.wasm`, bytes]]));
  for (const [name, bytes] of Object.values(later)) {
    if (bytes.length <= INLINED) throw new Error(`npm.mjs: ${name} has ${bytes.length} bytes: Vite would make a data: URL of it`);
  }
  const addresses = Object.values(later).map(([name]) => `${JSON.stringify(name)}: new URL("./${name}", import.meta.url),`);
  const lists = Object.entries(modules).map(([module, own]) => [module, [
    ...own.map((part) => [later[part][0], integrity(later[part][1])]),
    ...(styles[module] ? [[`${module}.css`, '', styles[module]]] : []),
  ]]);
  const script = (source, texts) => bundle({ ...source, minify: false, plugins: [packaged(texts)] });
  const contents = `${glue}\nexport const css = ${JSON.stringify(styles.widget)};\n`;
  const files = {
    'news-widget.js': await script({ entryPoints: [join(widget, 'loader.js')] }, { __INTEGRITY__: JSON.stringify(integrity(wasm)) }),
    'news-widget-glue.js': await script({ stdin: { contents, resolveDir: widget } }, {
      __ADDRESSES__: `{ ${addresses.join(' ')} }`, __MODULES__: JSON.stringify(Object.fromEntries(lists)),
    }),
    'news-widget.wasm': wasm,
    ...Object.fromEntries(Object.values(later)),
    'news-widget.d.ts': await readFile(join(widget, 'news-widget.d.ts')),
  };
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await Promise.all(Object.entries(files).map(([name, content]) => writeFile(join(folder, name), content)));
}
