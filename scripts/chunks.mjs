// Where chunks go: what several of the later modules need, and the first does not (scripts/split.mjs). A file of its own for
// each would be a request more for every reader of one of them, and most are small. So a chunk travels inside of the
// modules that need it, as a custom section
// (https://webassembly.github.io/spec/core/binary/modules.html#custom-section), and is started with the first that comes
// (src/widget/modules.js). Who fetches two modules may get it twice; it runs once.

import { leb, text } from './order.mjs';

/**
 * Modules whose code is asked for by the code of others only: those others are fetched with them, so what both need is in
 * the others alone.
 */
const AFTER = { http: ['comments'], wordpress: ['comments'], isso: ['comments'] };

/** Its content begins with the chunk's number. */
const SECTION = 'chunk';

const number = (part) => /^chunk_(\d+)$/.exec(part)?.[1];

/**
 * Answers `{parts, modules}` as they are given, without chunks: the bytes of each part, and the parts of each module, its own
 * last.
 */
export function placeChunks({ parts, modules }, after = AFTER) {
  const own = Object.entries(modules).map(([name, needs]) => {
    const before = new Set((after[name] ?? []).flatMap((other) => modules[other]));
    const chunks = needs.filter((part) => number(part) && !before.has(part));
    return [name, Buffer.concat([parts[name], ...chunks.map((chunk) => section(number(chunk), parts[chunk]))])];
  });
  const lists = Object.keys(modules).map((name) => [name, [...(after[name] ?? []), name]]);
  return { parts: Object.fromEntries(own), modules: Object.fromEntries(lists) };
}

function section(number, wasm) {
  const content = Buffer.concat([Buffer.from([...text(SECTION), Number(number)]), wasm]);
  return Buffer.concat([Buffer.from([0, ...leb(content.length)]), content]);
}
