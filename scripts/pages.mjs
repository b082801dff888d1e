// The pages that are published beside the widget: pages/*.html, with the scripts and style sheets they name, which are
// bundled, minified and named by content like the widget's own. What begins with the widget's name keeps its own: others
// link to it.

import { readFile, readdir, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';

const FIXED = /^news-widget/;
const REFERENCE = /(?<=\s(?:src|href)=")[^"/:]+\.(?:js|css)(?=")/g;

/** `bundle` and `publish` are those of scripts/dist.mjs. */
export async function publishPages({ folder, staging, bundle, publish }) {
  const names = await readdir(folder);
  const bundled = (name) => bundle({ entryPoints: [join(folder, name)] });
  for (const name of names.filter((name) => FIXED.test(name))) await writeFile(join(staging, name), await bundled(name));
  for (const page of names.filter((name) => name.endsWith('.html'))) {
    let html = await readFile(join(folder, page), 'utf8');
    for (const name of new Set(html.match(REFERENCE))) {
      if (!names.includes(name) || FIXED.test(name)) continue; // the widget itself
      const extension = extname(name);
      const [path] = await publish(await bundled(name), basename(name, extension), extension.slice(1));
      html = html.replaceAll(`"${name}"`, `"${path}"`);
    }
    await writeFile(join(staging, page), html);
  }
}
