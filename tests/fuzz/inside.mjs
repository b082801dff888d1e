// Runs inside the page: sanitises each text in every way the engine allows, looks at what came out, and puts it into the
// page, where it could run. `window.fuzz.run(cases)` answers what fuzz.mjs compares and reports.
//
// The page's policy lets scripts run, so that one would be seen, and lets only pictures and sound be fetched, from our own
// server; a second policy, which only reports, forbids inline scripts and styles: what an engine tells it, a strict host page
// would hear of as well.

import init, { isDeep, isWhole, lists, render } from './sanitizer.js';
import { ALL } from './vocabulary.mjs';
import { describe, strays, wrong } from './look.mjs';
import { PARSERS, parsing } from './parsers.mjs';

const KINDS = ['article', 'comment'];
const BASE = new URL('/news/2026/story.html', location).href; // on our own server, which logs what is asked for
const SLOW = 5000; // ms for one text: no measurement, but what takes as long, whatever the machine, hangs

await init({ module_or_path: await (await fetch('sanitizer_bg.wasm')).arrayBuffer() });
const LISTS = JSON.parse(lists(ALL.join(' ')));

const stage = document.querySelector('#stage');
const inert = document.implementation.createHTMLDocument();
const watch = strays();

/** As HTML. A carriage return, which `&#13;` made, would be read as a line feed if it were written as it is. */
function serialise(fragment) {
  const holder = inert.createElement('div');
  holder.append(inert.importNode(fragment, true));
  return holder.innerHTML.replaceAll('\r', '&#13;');
}

/** The port is another each time. */
const described = (fragment) => describe(fragment).replaceAll(location.origin, 'https://news.example').replaceAll(location.host, 'news.example');

/** What was sanitised, once more, read the same way: too deep for a parser at first, it may not be so any more, and our
 *  reader of what people write does not build what the parser's error handling would. */
function renderAgain(html, sanitised, kind) {
  let fragment;
  const act = () => { fragment = render(sanitised, kind, BASE); };
  if (isDeep(html)) parsing('own', act);
  else act();
  return fragment;
}

/** One text through one policy by the parser that is there now. */
function sanitise(html, kind) {
  const found = { shown: null, faults: [] };
  try {
    const from = performance.now();
    found.fragment = render(html, kind, BASE);
    const took = performance.now() - from;
    if (took > SLOW) found.faults.push(`slow: ${took.toFixed(0)} ms`);
    found.faults.push(...wrong(found.fragment, LISTS[kind]));
    found.shown = described(found.fragment);
    // What is cut into slices is cut at other places the second time.
    if (!isWhole(html, kind)) return found;
    const again = described(renderAgain(html, serialise(found.fragment), kind));
    if (again !== found.shown) found.faults.push(`again: sanitised again, it is ${again}`);
  } catch (error) {
    found.faults.push(`throws: ${error}`);
  }
  return found;
}

/** The addresses of posters, as our server logs them: Chromium fetches one as soon as a film has it. */
const posters = (fragment) => [...fragment.querySelectorAll('[poster]')].map(({ poster }) => new URL(poster).pathname);

/** Answers `{results, strays, posters}`. A result is, for each parser and kind, what is shown and what is wrong with that;
 *  strays are what happened in the page meanwhile, which nobody can tell whose fault it was. */
async function run(texts) {
  const results = texts.map(() => ({}));
  const fragments = [];
  for (const parser of PARSERS) {
    parsing(parser, () => {
      for (const [at, html] of texts.entries()) {
        for (const kind of KINDS) {
          const { fragment, ...found } = sanitise(html, kind);
          results[at][`${kind} ${parser}`] = found;
          if (fragment) fragments.push(fragment);
        }
      }
    });
  }
  const inertly = await watch.settled();
  // What the server is asked for before this, is fetched before it is in the page.
  await fetch('in-page');
  const shown = fragments.flatMap(posters);
  stage.append(...fragments);
  stage.getBoundingClientRect(); // laid out
  const inPage = await watch.settled({ mayLoad: true });
  stage.replaceChildren();
  return { results, strays: [...inertly, ...inPage], posters: shown };
}

window.fuzz = { run };
