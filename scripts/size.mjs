// What a reader downloads for the widget, in the bytes that travel (brotli, quality 11), against the budgets of
// sizes.json. Ends with 1 when over. `--table` prints the table of docs/size.md instead.

import { readFile, readdir } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';

const ROOT = new URL('../', import.meta.url);
const read = (path) => readFile(new URL(path, ROOT));

const assets = await readdir(new URL('dist/assets/', ROOT)).catch(() => {
  console.error('size: no dist/ here; run `make build` first');
  process.exit(1);
});
const asset = (extension) => `assets/${assets.find((name) => name.endsWith(extension))}`;
const files = [
  ['loader', 'news-widget.js'],
  ['glue', asset('.js')],
  ['wasm', asset('.wasm')],
  ['style', asset('.css')],
];

const rows = await Promise.all(files.map(async ([name, path]) => {
  const content = await read(`dist/${path}`);
  return { name, raw: content.length, br: brotliCompressSync(content).length }; // node's default quality is 11
}));
const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
rows.push({ name: 'total', raw: sum('raw'), br: sum('br') });

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
    console.log(name.padEnd(8) + numbers.map((cell) => cell.padStart(10)).join(''));
  }
  const over = rows.filter(({ name, br }) => br > budgets[name]);
  for (const { name, br } of over) {
    console.error(`size: ${name} is ${bytes(br - budgets[name])} bytes over its budget of ${bytes(budgets[name])}`);
  }
  process.exitCode = over.length ? 1 : 0;
}
