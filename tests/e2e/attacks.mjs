// The attack strings: our own, and those of the corpus where it is there. Each is `{name, raw, html}`: as it stands in a
// field of a feed, and as it stands in a body.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const OURS = new URL('../fixtures/attacks/', import.meta.url);
const CORPUS = new URL('../../../shared/corpus/', import.meta.url);
const read = (folder, name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

/** Where the corpus is, or why it is not used. */
export const corpus = existsSync(CORPUS)
  ? { folder: CORPUS, skip: false }
  : { folder: null, skip: `no corpus at ${fileURLToPath(CORPUS)}` };

/** Our own class, by the name of its file. */
export function ours(name) {
  const { cases, in: within } = read(OURS, `${name}.json`);
  return cases.map((one, index) => {
    const { html: text, repeat = '', close = '', times = 0 } = typeof one === 'string' ? { html: one } : one;
    const raw = repeat.repeat(times) + text + close.repeat(times);
    const html = within ? within.replaceAll('{}', () => raw.replaceAll('"', '&quot;')) : raw;
    return { name: `${name} ${index}`, raw, html };
  });
}

/** Those of others: DOMPurify's and html5lib's. */
export function theirs() {
  const dompurify = read(CORPUS, 'xss/dompurify.json').cases.map(({ payload }) => ['dompurify', payload]);
  const html5lib = read(CORPUS, 'xss/html5lib-sanitizer.json').map(({ input }) => ['html5lib', input]);
  return [...dompurify, ...html5lib].map(([from, raw], index) => ({ name: `${from} ${index}`, raw, html: raw }));
}

/** All of our own. */
export const allOurs = () => readdirSync(OURS).flatMap((file) => ours(file.replace('.json', '')));
