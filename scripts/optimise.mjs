// Binaryen's pass over the wasm modules: smaller code, in an order that compresses well, and short names where the first
// one and its glue meet. Each of those names carries a hash, which no compressor makes smaller, and stands in both files:
// some 4 KB in all.

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { nameByLikeness } from './order.mjs';

/** What is on in the modules, named: --all-features makes a module that browsers refuse. */
const FEATURES = [
  '--enable-bulk-memory', '--enable-nontrapping-float-to-int', '--enable-sign-ext', '--enable-mutable-globals',
  '--enable-reference-types', '--enable-multivalue',
];

export const OPTIONS = [
  // A large function with one caller is as large in it, and its locals get longer numbers: 0.2 KB.
  '--one-caller-inline-max-function-size=100',
  // Its control flow taken apart and put together anew between the rounds: 0.7 KB.
  '-Oz', '--flatten', '--rereloop', '-Oz', '--flatten', '--rereloop', '-Oz', '-Oz', '--reorder-functions',
  '--strip-producers', '--strip-target-features',
  // The linker puts the stack at the bottom of the memory: nothing else is at the first addresses.
  '--low-memory-unused',
  // No --traps-never-happen: a panic is a trap, and must stay one.
  ...FEATURES,
];

const run = promisify(execFile);

/** Does `work` to each of the items, on as many of them at a time as there are cores: each starts a program of its own, and
 *  some thirty at once take longer than one after the other. Answers what came of each, in their order. */
async function each(items, work) {
  const results = [];
  const waiting = items.entries();
  const next = async () => {
    for (const [at, item] of waiting) results[at] = await work(item);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, next));
  return results;
}

/** Answers `{glue, wasm, parts}`, smaller: `glue` is text, the others are bytes. */
export async function optimise({ glue, wasm, parts }) {
  const folder = await mkdtemp(join(tmpdir(), 'news-widget-'));
  const pass = async (name, bytes, ...options) => {
    const [input, output] = ['in', 'out'].map((end) => join(folder, `${name}.${end}.wasm`));
    await writeFile(input, bytes);
    const { stdout } = await run('wasm-opt', [input, '-o', output, ...OPTIONS, ...options], { maxBuffer: 2 ** 24 });
    await writeFile(input, nameByLikeness(await readFile(output)));
    await run('wasm-opt', [input, '-o', output, '--reorder-functions-by-name', '--strip-debug', ...FEATURES]);
    return [await readFile(output), stdout];
  };
  try {
    const graph = join(folder, 'graph.json');
    await writeFile(graph, JSON.stringify(used(glue)));
    const [reachable, unused] = [join(folder, 'all.wasm'), join(folder, 'used.wasm')];
    await writeFile(reachable, wasm);
    await run('wasm-metadce', [reachable, '--graph-file', graph, '-o', unused, ...FEATURES]);
    const largest = Object.entries(parts).sort(([, a], [, b]) => b.length - a.length);
    const [[first, names], ...later] = await each(
      [['main', await readFile(unused), '--minify-imports-and-exports-and-modules'], ...largest.map(([name, bytes]) => [`part-${name}`, bytes])],
      (work) => pass(...work));
    const small = Object.fromEntries(largest.map(([name], at) => [name, later[at][0]]));
    return { glue: rename(glue, JSON.parse(names)), wasm: first, parts: small };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What wasm-metadce keeps: the exports that the glue uses. */
function used(glue) {
  const names = new Set([...glue.matchAll(/\bwasm\.(\w+)/g)].map(([, name]) => name));
  return [...names].map((name) => ({ name: `export ${name}`, export: name, root: true }));
}

/** The glue with the names that wasm-opt chose. It offers imports as `name: function`, and uses exports as `wasm.name`. */
function rename(glue, { imports, exports }) {
  const MODULE = './news-widget_bg.js'; // wasm-opt calls every module "a": dist.mjs has left but this one
  const offered = new Map(imports.map(([, name, short]) => [name, short]));
  const given = new Map(exports);
  const renamed = glue
    .replace(`"${MODULE}": `, 'a: ')
    .replace(/^(\s+)(__w\w+)(?=: )/gm, (line, indent, name) => {
      const short = offered.get(name) ?? name;
      offered.delete(name);
      return indent + short;
    })
    .replace(/\bwasm\.(\w+)/g, (use, name) => `wasm.${given.get(name) ?? name}`);
  if (offered.size) {
    throw new Error(`optimise.mjs: the glue is written differently now, it does not offer ${[...offered.keys()].join(', ')}`);
  }
  return renamed;
}
