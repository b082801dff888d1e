// Binaryen's pass over what wasm-bindgen wrote: smaller code, and short names where the wasm and its glue meet. Each of
// those names carries a hash, which no compressor makes smaller, and stands in both files: some 4 KB in all.

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const OPTIONS = ['-Oz', '--strip-producers', '--strip-target-features', '--minify-imports-and-exports-and-modules'];

const FEATURES = [
  // What rustc turns on, named: --all-features makes a module that browsers refuse. And no --traps-never-happen: a panic
  // is a trap, and must stay one.
  '--enable-bulk-memory', '--enable-nontrapping-float-to-int', '--enable-sign-ext', '--enable-mutable-globals',
  '--enable-reference-types', '--enable-multivalue',
];

// Leptos brings the crate wasm-streams, whose classes are exported whether anything makes one or not. Nothing here does,
// and what is exported is kept with all that it calls: some 3 KB.
const UNUSED = /^(__wbg_)?intounderlying(bytesource|sink|source)_/;

const run = promisify(execFile);

/** Answers `{glue, wasm}`, smaller: `glue` is wasm-bindgen's text, `wasm` the bytes. */
export async function optimise({ glue, wasm }) {
  const folder = await mkdtemp(join(tmpdir(), 'news-widget-'));
  try {
    const [input, graph, used, output] = ['in.wasm', 'graph.json', 'used.wasm', 'out.wasm'].map((name) => join(folder, name));
    await writeFile(input, wasm);
    await writeFile(graph, JSON.stringify(await reachable(wasm)));
    await run('wasm-metadce', [input, '--graph-file', graph, '-o', used, ...FEATURES]);
    const { stdout } = await run('wasm-opt', [used, '-o', output, ...OPTIONS, ...FEATURES], { maxBuffer: 2 ** 24 });
    return { glue: rename(withoutUnused(glue), JSON.parse(stdout)), wasm: await readFile(output) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What wasm-metadce keeps: every export but the unused, each a root. */
async function reachable(wasm) {
  const exports = WebAssembly.Module.exports(await WebAssembly.compile(wasm)).filter(({ name }) => !UNUSED.test(name));
  return exports.map(({ name }) => ({ name: `export ${name}`, export: name, root: true }));
}

/** The glue without the classes of the unused exports. */
function withoutUnused(glue) {
  const kept = glue
    .replace(/^export class IntoUnderlying\w+ \{\n[\s\S]*?^\}\n/gm, '')
    .replace(/^if \(Symbol\.dispose\) IntoUnderlying.*\n/gm, '')
    .replace(/^const IntoUnderlying\w+Finalization = [\s\S]*?;\n/gm, '');
  if (/IntoUnderlying/.test(kept)) {
    throw new Error('optimise.mjs: the glue uses a class of wasm-streams, or is written differently now; keep what it needs');
  }
  return kept;
}

/** The glue with the names that wasm-opt chose. It offers imports as `name: function`, and uses exports as `wasm.name`. */
function rename(glue, { imports, exports }) {
  const MODULE = './news-widget_bg.js'; // wasm-opt calls every module "a", so there must be but this one
  const offered = new Map(imports.map(([module, name, short]) => [module === MODULE ? name : `${module} ${name}`, short]));
  const used = new Map(exports);
  const renamed = glue
    .replace(`"${MODULE}": `, 'a: ')
    .replace(/^(\s+)(__wb\w+)(?=: )/gm, (line, indent, name) => {
      const short = offered.get(name) ?? name;
      offered.delete(name);
      return indent + short;
    })
    .replace(/\bwasm\.(\w+)/g, (use, name) => `wasm.${used.get(name) ?? name}`);
  if (offered.size) {
    throw new Error(`optimise.mjs: the glue is written differently now, it does not offer ${[...offered.keys()].join(', ')}`);
  }
  return renamed;
}
