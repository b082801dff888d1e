// From what cargo built to what a browser runs: the first wasm module, which draws the page, those that are fetched when
// they are wanted, and the glue that wasm-bindgen writes for the first. docs/size.md says how code gets into a module of
// its own.
//
// The program marks the places (src/later.rs). wasm-split-cli follows every reference from each of them and from
// everything else, and moves what is reached from there only; it needs the linker's relocations (Makefile). What several
// modules need, and the first does not, it puts into a chunk: one for each set of modules that has something in common.
// scripts/chunks.mjs finds a place for it.

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Answers `{glue, wasm, parts, modules}`: wasm-bindgen's text, the first module's bytes, the others' bytes by name, and
 * the names of the parts that each of the program's later modules is made of.
 */
export async function split(built) {
  const folder = await mkdtemp(join(tmpdir(), 'news-widget-'));
  try {
    await run('wasm-split-cli', [built, folder]);
    await run('wasm-bindgen', [
      join(folder, 'main.wasm'), '--target', 'web', '--no-typescript', '--keep-lld-exports',
      '--out-dir', folder, '--out-name', 'news-widget',
    ]);
    const load = (name) => readFile(join(folder, name));
    const modules = read((await load('__wasm_split.js')).toString());
    const names = new Set(Object.values(modules).flat());
    const parts = await Promise.all([...names].map(async (name) => [plain(name), await load(`${name}.wasm`)]));
    return {
      glue: (await load('news-widget.js')).toString(),
      wasm: await load('news-widget_bg.wasm'),
      parts: Object.fromEntries(parts),
      modules: Object.fromEntries(Object.entries(modules).map(([name, own]) => [name, own.map(plain)])),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A module's own part is called as the module is; `chunk_3` stays. */
const plain = (name) => name.replace(/^split_/, '');

/**
 * The files of each module, its own last, from the link file that wasm-split-cli wrote. Our src/widget/modules.js stands
 * for that file: it must share what that one shares.
 */
function read(link) {
  const shared = link.match(/const \{ ([^}]*?),? *\} = initSync/)?.[1].split(/, */);
  if (String(shared) !== '__indirect_function_table,__wasm_split_shared0,memory') {
    throw new Error(`split.mjs: the modules share ${shared} now; adapt src/widget/modules.js`);
  }
  const files = (text) => [...text.matchAll(/"\.\/(\w+)\.wasm"/g)].map(([, name]) => name);
  const chunks = Object.fromEntries(
    [...link.matchAll(/^const (__chunk_\d+) = makeLoad\(([\s\S]*?), \[\]\);$/gm)].map(([, name, text]) => [name, files(text)]));
  const modules = Object.fromEntries(
    [...link.matchAll(/^export const __wasm_split_load_(\w+) = wrapAsyncCb\(makeLoad\(([\s\S]*?), \[([^\]]*)\]\)\);$/gm)]
      .map(([, name, text, needs]) => [name, [...needs.split(/,\s*/).filter(Boolean).flatMap((chunk) => chunks[chunk]), ...files(text)]]));
  const said = files(link).length;
  const understood = new Set([...Object.values(chunks), ...Object.values(modules)].flat()).size;
  if (said !== understood || !said) throw new Error(`split.mjs: the link file names ${said} files, of which ${understood} are understood`);
  return modules;
}
