// `make build`: has trunk build what is published, unless what is in dist/ was built from the very files that are here.
//
//   node scripts/build.mjs            builds where something has changed
//   ANEW=1 node scripts/build.mjs     builds

import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('../', import.meta.url)));
const STAMP = 'target/dist/built.json';

/** What the build reads; whatever else is in the project makes no difference to it. */
const INPUTS = ['Cargo.toml', 'Cargo.lock', 'Makefile', 'Trunk.toml', 'index.html', 'package-lock.json', 'demo', 'package', 'pages', 'schema', 'scripts', 'src', 'style', 'vendor'];
const OUTPUTS = ['dist', 'target/modules.json'];

/** All files at or below `path`, in order. */
async function files(path) {
  const found = await stat(path).catch(() => null);
  if (!found?.isDirectory()) return found ? [path] : [];
  const names = (await readdir(path)).toSorted();
  return (await Promise.all(names.map((name) => files(join(path, name))))).flat();
}

async function inputs() {
  const hash = createHash('sha256').update(execFileSync('rustc', ['--version'])).update(process.version);
  for (const file of (await Promise.all(INPUTS.map(files))).flat()) {
    hash.update(`\0${file}\0`).update(await readFile(file));
  }
  return hash.digest('hex');
}

/** Names, sizes and times: whoever has built something else since, such as `make serve`, has changed them. */
async function outputs() {
  const hash = createHash('sha256');
  for (const file of (await Promise.all(OUTPUTS.map(files))).flat()) {
    const { size, mtimeMs } = await stat(file);
    hash.update(`\0${file}\0${size}\0${mtimeMs}`);
  }
  return hash.digest('hex');
}

const known = await readFile(STAMP, 'utf8').then(JSON.parse, () => ({}));
const from = await inputs();
if (!process.env.ANEW && known.from === from && known.made === await outputs()) {
  console.log('dist/ is built from what is here: nothing to do');
} else {
  await rm(STAMP, { force: true });
  const { status } = spawnSync('trunk', ['build', '--release', '--features', 'split'], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  await mkdir('target/dist', { recursive: true });
  await writeFile(STAMP, JSON.stringify({ from, made: await outputs() }));
}
