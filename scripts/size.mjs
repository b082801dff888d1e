// What a reader downloads for the widget, in the bytes that travel (brotli, quality 11), against the budgets of
// sizes.json: before the first article can be painted, and after it. Ends with 1 when over. `--table` prints the table of docs/size.md instead.

import { readFile, readdir } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import { version } from './version.mjs';

const ROOT = new URL('../', import.meta.url);
const read = (path) => readFile(new URL(path, ROOT));

const assets = await readdir(new URL(`dist/assets/${version}/`, ROOT)).catch(() => {
  console.error('size: no dist/ of this version here; run `make build` first');
  process.exit(1);
});
const asset = (start, end) => `assets/${version}/${assets.find((name) => name.startsWith(start) && name.endsWith(end))}`;
const files = [
  ['loader', 'news-widget.js'],
  ['glue', asset('news-widget', '.js')],
  ['wasm', asset('news-widget', '.wasm')],
  ['style', asset('news-widget', '.css')],
];

/** Of each later module. Where several need a chunk, it counts in each: one reader downloads it once. */
const modules = JSON.parse(await read('target/modules.json'));

const measure = async ([name, ...paths]) => {
  const contents = await Promise.all(paths.map((path) => read(`dist/${path}`)));
  const sum = (of) => contents.reduce((total, content) => total + of(content).length, 0);
  return { name, raw: sum((content) => content), br: sum((content) => brotliCompressSync(content)) }; // quality 11, node's default
};
const first = await Promise.all(files.map(measure));
const sum = (key) => first.reduce((total, row) => total + row[key], 0);
const rows = [
  ...first,
  { name: 'total', raw: sum('raw'), br: sum('br') },
  ...await Promise.all(Object.entries(modules).map(([name, paths]) => measure([name, ...paths]))), // when they are wanted
  await measure(['frame', 'news-widget-frame.js']), // on pages that have the news in a frame, alone
];

const budgets = JSON.parse(await read('sizes.json'));
const bytes = (count) => (count === undefined ? '' : count.toLocaleString('en'));
const cells = [
  ['part', 'bytes', 'brotli', 'budget'],
  ...rows.map(({ name, raw, br }) => [name, bytes(raw), bytes(br), bytes(budgets[name])]),
];

if (process.argv.includes('--table')) {
  const [head, ...body] = cells.map((row) => `| ${row.join(' | ')} |`);
  console.log([head, '|---|--:|--:|--:|', ...body].join('\n'));
} else {
  for (const [name, ...numbers] of cells) {
    console.log(name.padEnd(10) + numbers.map((cell) => cell.padStart(10)).join(''));
  }
  for (const name of Object.keys(modules).filter((name) => !budgets[name])) {
    console.error(`size: ${name} has no budget in sizes.json`);
    process.exitCode = 1;
  }
  const over = rows.filter(({ name, br }) => br > budgets[name]);
  for (const { name, br } of over) {
    console.error(`size: ${name} is ${bytes(br - budgets[name])} bytes over its budget of ${bytes(budgets[name])}`);
  }
  if (over.length) process.exitCode = 1;
}
