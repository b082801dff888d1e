// The strictest policy that a host can set for the widget, and what the engines report of it. `STRICT=allowed` or
// `STRICT=refused` puts every page of a test server under it; the two differ in whether the host lets the widget have
// its Trusted Types policy. The engines report to the server that the page came from, so that a refusal is heard of
// also when the page has been left, and whatever it had loaded.

import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const TRUSTED_TYPES = { allowed: ['news-widget'], refused: [] };
const REPORTS = '/reported';
export const FENCE = '/all-reported'; // a page asks for it after each test

/** The variant in force: `allowed`, `refused`, or nothing. */
export const STRICT = process.env.STRICT || undefined;
if (STRICT && !(STRICT in TRUSTED_TYPES)) {
  console.error(`e2e: STRICT: there is no "${STRICT}", only ${Object.keys(TRUSTED_TYPES).join(', ')}`);
  process.exit(1);
}

/** What an element needs where the host refuses our Trusted Types policy: asking for it would be reported. The servers
 *  put it into every page; an element that a test makes by script needs it too. */
const attributesUnder = (variant) => (variant === 'refused' ? { 'trusted-types': 'none' } : {});
export const ATTRIBUTES = attributesUnder(STRICT);

/** The policy of a page: these origins, nothing inline, no other place for styles than the widget's own scripts. */
function policy(variant, origins, { images = [], directives = [], policies = [] } = {}) {
  const from = origins.join(' ');
  const names = [...TRUSTED_TYPES[variant], ...policies];
  return [
    "default-src 'none'",
    `script-src ${from} 'wasm-unsafe-eval' 'report-sample'`, // the last allows nothing
    `connect-src ${from}`, // wasm and style sheet are fetched
    `img-src ${[from, ...images].join(' ')}`,
    `media-src ${[from, ...images].join(' ')}`,
    ...directives,
    "require-trusted-types-for 'script'",
    `trusted-types ${names.join(' ') || "'none'"}`,
    `report-uri ${REPORTS}`,
  ].join('; ');
}

/** A report as recorder.js has it from the page's event. */
const refusal = (report) => ({
  directive: report['effective-directive'] || report['violated-directive'],
  blocked: report['blocked-uri'],
  page: report['document-uri'],
  sample: report['script-sample'],
  file: report['source-file'],
  line: report['line-number'],
});

/** One line for each kind of refusal, whether it was reported, or recorded in the page, or both. */
function lines(refusals) {
  const told = new Map();
  for (const { directive, blocked, page, sample, file, line } of refusals) {
    const what = `${directive} refused ${blocked} on ${page}`;
    if (!told.has(what)) told.set(what, new Set());
    if (sample) told.get(what).add(`"${sample}"`); // WebKit quotes in the page only
    if (file) told.get(what).add(`${file}:${line ?? '?'}`);
  }
  return [...told].map(([what, details]) => [what, ...details].join(', '));
}

async function text(request) {
  return Buffer.concat(await request.toArray()).toString();
}

const guards = new Set(); // of all servers that are open now
const reading = new Set(); // reports that are coming in
const recorded = []; // refusals that recorder.js saw

/** What one test server has to do with policies. `variant` is its pages' (none: without). */
export class Guard {
  #origin;
  #variant;
  #reported = [];

  constructor(origin, variant) {
    this.#origin = origin;
    this.#variant = variant;
    guards.add(this);
  }

  /** Where anything can be reported, an address of which an answer says that all reports before have been read. */
  static get fence() {
    const guard = [...guards].find((guard) => guard.#variant);
    return guard && guard.#origin + FENCE;
  }

  /** What has been reported since this was last asked. */
  take() { return this.#reported.splice(0); }

  /** Answers the engines' reports; false if this request is none. */
  async answers(request, response) {
    if (request.url === REPORTS) {
      const report = text(request).then((json) => this.#reported.push(refusal(JSON.parse(json)['csp-report'])));
      reading.add(report);
      await report;
      reading.delete(report);
    } else if (request.url === FENCE) {
      await setImmediate(); // what has come in on other lines has been handed out
      await Promise.all(reading);
    } else return false;
    response.writeHead(204, { Connection: 'close' }).end();
    return true;
  }

  /** The header's value and the page, as the variant wants them; `more` is what a page needs that has more than the widget:
   *  other origins, other pictures and films, other directives, other Trusted Types policies. */
  page(html, { origins = [], ...more } = {}) {
    if (!this.#variant) return { body: html };
    const added = Object.entries(attributesUnder(this.#variant)).map(([name, value]) => ` ${name}="${value}"`).join('');
    return {
      csp: policy(this.#variant, [...[...guards].map((guard) => guard.#origin), ...origins], more),
      body: String(html).replaceAll('<news-widget', `<news-widget${added}`),
    };
  }

  /** Fails for what was reported too late for the test that caused it. */
  async close() {
    await Promise.all(reading);
    guards.delete(this);
    fail(lines(this.#reported));
  }
}

/** Fails if anything was reported. */
export function fail(reported) {
  if (reported.length) throw new Error(`the page's policy was violated:\n  ${reported.join('\n  ')}`);
}

/** Waits until what the page has violated so far is known. Before a page is left, too: with it, Firefox drops reports that
 *  are still on their way (one in a hundred, on a busy machine). What is recorded in the page needs no way. */
export async function allReported(page) {
  if (!Guard.fence) return;
  const refused = await page.driver.executeAsyncScript(`
    const [fence, done] = arguments;
    fetch(fence, { mode: 'no-cors' }).catch(() => {}).then(() => done(window.recorded?.refused.splice(0) ?? []));`, Guard.fence);
  recorded.push(...refused.filter(({ policy }) => policy.includes(REPORTS))); // a test's own policy is its own matter
}

/** The refusals since this was last asked, a line for each kind. */
export async function refusals(page) {
  await allReported(page);
  return lines([...recorded.splice(0), ...[...guards].flatMap((guard) => guard.take())]);
}

// Run by itself, this file says what is in force.
if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(STRICT ? policy(STRICT, ['<origins>']) : 'none');
