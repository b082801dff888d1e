// Texts to start from: the attacks of the project's own tests, and the corpus beside the project where it is there.

import { existsSync, readFileSync, readdirSync } from 'node:fs';

const HERE = new URL('./', import.meta.url);
const CORPUS = new URL('../../../shared/corpus/', import.meta.url);
const text = (path, base = HERE) => readFileSync(new URL(path, base), 'utf8');
const json = (path) => JSON.parse(text(path, CORPUS).replace(/^\ufeff/, ''));

const ESCAPES = { n: '\n', t: '\t', r: '\r', 0: '\0' };

/** The string literals of a Rust file that hold markup. */
function literals(rust) {
  const found = [...rust.matchAll(/"((?:[^"\\]|\\.)*)"/gs)].map(([, literal]) => literal);
  const read = (literal) => literal.replace(/\\(?:u\{([0-9a-f]+)\}|(.))/gi, (_, code, sign) => (
    code ? String.fromCodePoint(Number.parseInt(code, 16)) : ESCAPES[sign] ?? sign));
  return found.map(read).filter((literal) => literal.includes('<'));
}

/** A file of attacks: what one is, is said in tests/browser/sanitize/cases.rs. None is repeated here as often as there. */
function attacks({ cases, in: within = '{}' }) {
  return cases.map((one) => {
    const { html, repeat = '', close = '', times = 0 } = typeof one === 'string' ? { html: one } : one;
    const few = Math.min(times, 20);
    return repeat.repeat(few) + within.replaceAll('{}', html.replaceAll('"', within === '{}' ? '"' : '&quot;')) + close.repeat(few);
  });
}

function own() {
  const files = readdirSync(new URL('../fixtures/attacks/', HERE)).filter((name) => name.endsWith('.json'));
  return [
    ...files.flatMap((name) => attacks(JSON.parse(text(`../fixtures/attacks/${name}`)))),
    ...['honest', 'attacks', 'parsers'].flatMap((name) => literals(text(`../browser/sanitize/${name}.rs`))),
  ];
}

function bodies() {
  const feeds = readdirSync(new URL('feeds/', CORPUS)).flatMap((name) => json(`feeds/${name}`).items ?? []);
  return feeds.map(({ content_html: html }) => html).filter(Boolean);
}

/** `{attacks, bodies}`: short texts, and long ones. */
export function seeds() {
  if (!existsSync(CORPUS)) {
    console.log('fuzz: no ../shared/corpus here; the project\'s own cases are the only seeds');
    return { attacks: own(), bodies: [] };
  }
  const attacks = [...json('xss/dompurify.json').cases.map(({ payload }) => payload), ...json('xss/html5lib-sanitizer.json').map(({ input }) => input)];
  return { attacks: [...own(), ...attacks], bodies: bodies() };
}
