// What is wrong with a case, by what the engines found. Every fault is a line that begins with its class.

import { difference, isUnwritable } from './differences.mjs';

/** `answers` has a `{found, strays}` for each engine, by its name. */
export function judge({ html, words }, answers) {
  const faults = [];
  const shown = {}; // by kind and parser, the engines' results
  for (const [engine, { found, strays }] of Object.entries(answers)) {
    faults.push(...strays.map((stray) => `${stray} [${engine}]`));
    for (const [way, { shown: result, faults: own }] of Object.entries(found)) {
      const counted = isUnwritable(html) ? own.filter((fault) => !fault.startsWith('again:')) : own;
      faults.push(...counted.map((fault) => `${fault} [${engine}, ${way}]`));
      if (result != null) (shown[way] ??= {})[engine] = result;
    }
    faults.push(...['article', 'comment'].flatMap((kind) => within(engine, found, kind, words)));
  }
  for (const [way, results] of Object.entries(shown)) {
    if (!difference(html, way)) faults.push(...between(way, results));
  }
  return faults;
}

/** One engine's parsers give the same; ours does, where the text is one that somebody might have meant. */
function within(engine, found, kind, words) {
  const of = (parser) => found[`${kind} ${parser}`]?.shown;
  const faults = [];
  const compare = (one, other) => {
    if (of(one) != null && of(other) != null && of(one) !== of(other)) {
      faults.push(`parsers: ${one} and ${other} differ [${engine}, ${kind}]\n    ${of(one)}\n    ${of(other)}`);
    }
  };
  compare('parseHTML', 'DOMParser');
  if (words == null) return faults;
  compare('DOMParser', 'own');
  const text = of('DOMParser') ?? words;
  if (plain(text) !== words) faults.push(`words: not those that were written [${engine}, ${kind}]\n    ${plain(text)}\n    ${words}`);
  return faults;
}

/** The words of what look.mjs describes. */
function plain(described) {
  return described.replace(/<[^>]*?(?:"(?:[^"\\]|\\.)*"[^>]*?)*>/g, '').replaceAll('&lt;', '<').replaceAll('&amp;', '&').replace(/\s/g, '');
}

/** All engines give the same. */
function between(way, results) {
  const [[first, expected] = [], ...others] = Object.entries(results);
  return others.filter(([, result]) => result !== expected).map(([engine, result]) => (
    `engines: ${first} and ${engine} differ [${way}]\n    ${expected}\n    ${result}`));
}

/** The classes of faults, for a failing case to be made smaller without becoming another. */
export const classes = (faults) => new Set(faults.map((fault) => fault.slice(0, fault.indexOf(':'))));
