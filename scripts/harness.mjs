// Makes of the example `sanitizer`, which cargo has built, what a page can load: target/harness/sanitizer.js and its wasm,
// optimised with the options of the published wasm. `make harness` runs it.

import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { OPTIONS } from './optimise.mjs';

const { CARGO_TARGET_DIR: target } = process.env;
if (!target) throw new Error('harness.mjs: run it by `make harness`, which builds first');

const BUILT = join(target, 'wasm32-unknown-unknown/release/examples/sanitizer.wasm');
const OUT = 'target/harness';
const WASM = join(OUT, 'sanitizer_bg.wasm');
const run = promisify(execFile);

await mkdir(OUT, { recursive: true });
await run('wasm-bindgen', [BUILT, '--target', 'web', '--no-typescript', '--out-dir', OUT]);
await run('wasm-opt', [WASM, '-o', WASM, ...OPTIONS]);
