// The code of the npm package: the loader and the glue once more, but so that an application's bundler finds what they
// need (src/widget/packaged). Left for scripts/package.mjs, which makes the package of it.

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { integrity } from './integrity.mjs';

/** Takes the packaged modules in the place of the published ones; the loader's import of the glue stays one. */
const packaged = {
  name: 'packaged',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/published\// }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace('published', 'packaged')),
    }));
    onResolve({ filter: /^\.\/news-widget-glue\.js$/ }, ({ path }) => ({ path, external: true }));
  },
};

/**
 * Fills `folder`.
 *
 * @param widget  the folder of the widget's scripts
 * @param bundle  that of scripts/dist.mjs; not minified here, as applications are minified whole
 * @param glue    with our own start
 * @param modules `{wasm, comments}`
 * @param styles  `{widget, comments}`, as text
 */
export async function stagePackage({ folder, widget, bundle, glue, modules, styles }) {
  const script = (source, define) => bundle({
    ...source, minify: false, plugins: [packaged],
    define: Object.fromEntries(Object.entries(define).map(([name, value]) => [name, JSON.stringify(value)])),
  });
  const contents = `${glue}\nexport const css = ${JSON.stringify(styles.widget)};\n`;
  const files = {
    'news-widget.js': await script({ entryPoints: [join(widget, 'loader.js')] }, { __INTEGRITY__: integrity(modules.wasm) }),
    'news-widget-glue.js': await script({ stdin: { contents, resolveDir: widget } }, {
      __INTEGRITY__: integrity(modules.comments), __STYLE__: styles.comments,
    }),
    'news-widget.wasm': modules.wasm,
    'news-widget-comments.wasm': modules.comments,
    'news-widget.d.ts': await readFile(join(widget, 'news-widget.d.ts')),
  };
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await Promise.all(Object.entries(files).map(([name, content]) => writeFile(join(folder, name), content)));
}
