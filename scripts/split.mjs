// From what cargo built to what a browser runs: the comments taken out into a wasm module of their own, which is fetched
// when the first paint is over, and the glue that wasm-bindgen writes for the rest.
//
// The program marks the place (src/comments/lazy.rs). wasm-split-cli follows every reference from there and from
// everything else, and moves what is reached from there only; it needs the linker's relocations (Makefile).

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Answers `{glue, wasm, comments}`: wasm-bindgen's text, and the bytes of both modules. */
export async function split(built) {
  const folder = await mkdtemp(join(tmpdir(), 'news-widget-'));
  try {
    await run('wasm-split-cli', [built, folder]);
    await run('wasm-bindgen', [
      join(folder, 'main.wasm'), '--target', 'web', '--no-typescript', '--keep-lld-exports',
      '--out-dir', folder, '--out-name', 'news-widget',
    ]);
    const read = (name) => readFile(join(folder, name));
    const [glue, wasm, comments, link] = await Promise.all(
      ['news-widget.js', 'news-widget_bg.wasm', 'split_comments.wasm', '__wasm_split.js'].map(read));
    expectShared(link.toString());
    return { glue: glue.toString(), wasm, comments };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Our src/widget/modules.js stands for the link file that wasm-split-cli wrote: it must share what that one shares. */
function expectShared(link) {
  const shared = link.match(/const \{ ([^}]*?),? *\} = initSync/)?.[1].split(/, */);
  if (String(shared) !== '__indirect_function_table,__wasm_split_shared0,memory') {
    throw new Error(`split.mjs: the modules share ${shared} now; adapt src/widget/modules.js`);
  }
}
