// A folder of our own for a server: dist/ as it would be uploaded, where a server that gives up its rights can read it,
// and a place for what the server writes. docs/hosting/ is the configuration, with the folder and the path of this test.

import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const BASE = '/some/where/';

/** What a publisher's feed names beside the widget, and dist/ has none of: a file of each is in `more/`. */
export const MORE = {
  png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', webp: 'image/webp', avif: 'image/avif', mp3: 'audio/mpeg', ogg: 'audio/ogg',
  mp4: 'video/mp4', webm: 'video/webm',
};
const DOCS = new URL('../../../docs/hosting/', import.meta.url);

export async function site() {
  const folder = await mkdtemp(join(tmpdir(), 'news-hosting-'));
  await chmod(folder, 0o755);
  const root = join(folder, 'root');
  const files = join(root, BASE);
  await cp('dist', files, { recursive: true, preserveTimestamps: true });
  await mkdir(join(files, 'more'));
  await Promise.all(Object.keys(MORE).map((extension) => writeFile(join(files, `more/file.${extension}`), extension)));
  return { folder, root, files, close: () => rm(folder, { recursive: true, force: true }) };
}

/** A file of docs/hosting/; `changes` are what a publisher has to change in it, as the file has it. */
export async function documented(name, changes = {}) {
  let text = await readFile(new URL(name, DOCS), 'utf8');
  for (const [before, after] of Object.entries(changes)) {
    if (!text.includes(before)) throw new Error(`docs/hosting/${name} has no ${before}`);
    text = text.replaceAll(before, after);
  }
  return text;
}
