// Suites in the browser engines. `ENGINES=chromium,firefox` chooses; `EVERYWHERE=1` tries in all three what engines hardly
// differ in. Under the runner (tests/run.mjs) a file borrows its browsers, else it starts them itself.

import { after, afterEach, before, describe } from 'node:test';
import { logging } from 'selenium-webdriver';
import { ENGINES, join, launch } from './drivers.mjs';
import { Page } from './page.mjs';
import { borrow } from './pool.mjs';
import { fail, refusals } from './strict.mjs';

const chosen = process.env.ENGINES?.split(',') ?? ENGINES;
const everywhere = Boolean(process.env.EVERYWHERE ?? process.env.ENGINES);

/** Where engines differ: why a suite is tried in each of them, and not in Chromium alone. */
const DIFFERENCES = ['focus', 'forms', 'history', 'Intl', 'journey', 'layout', 'loader', 'policy', 'sanitiser', 'scroll', 'storage'];

/**
 * An engine with a fresh context: `{name, driver, errors, quit}`, and `errors()` gives what it has logged since.
 *
 * @param proxy the port of one on this machine, for what is not; engines are told when they start, so this one is the caller's own
 */
export async function start(name, { proxy } = {}) {
  const pool = process.env.BROWSERS;
  const { driver, quit } = pool && !proxy ? await borrowed(pool, name) : await launch(name, { proxy });
  await driver.manage().setTimeouts({ pageLoad: 60_000, script: 60_000 });
  await driver.manage().window().setRect({ width: 1280, height: 900 });
  const errors = await logged(name, driver);
  return { name, driver, errors, quit };
}

async function borrowed(pool, name) {
  const lent = await borrow(pool, name);
  const driver = join(lent);
  await driver.switchTo().window(lent.tab);
  const quit = async () => {
    await driver._bidiConnection?.close(); // or this process would not end
    lent.giveBack();
  };
  return { driver, quit };
}

/** What gives the errors that an engine logs. WebKit has no log here: only recorder.js sees its errors. */
async function logged(name, driver) {
  if (name === 'chromium') {
    const errors = async () => (await driver.manage().logs().get(logging.Type.BROWSER)).map(({ message }) => message);
    await errors(); // what others left
    return errors;
  }
  if (name !== 'firefox') return async () => [];
  const bidi = await driver.getBidi();
  const seen = [];
  await bidi.subscribe('log.entryAdded');
  bidi.socket.on('message', (data) => {
    const { method, params } = JSON.parse(data);
    if (method === 'log.entryAdded' && params.level === 'error') seen.push(params.text);
  });
  return async () => {
    await bidi.status; // an answer on the same line: what was logged before it has come in
    return seen.splice(0);
  };
}

/**
 * A suite for each chosen engine. `define` gets `browser`; `browser.page` is there once its tests run.
 *
 * @param differ in what engines differ, of those above. A suite without it is tried in Chromium alone, unless `EVERYWHERE=1`
 *               is set, or engines are asked for by name.
 */
export function inEachEngine(title, define, { differ = '', timeout = 300_000, ...options } = {}) {
  const reasons = differ.split(', ').filter(Boolean);
  const unknown = reasons.find((reason) => !DIFFERENCES.includes(reason));
  if (unknown) throw new Error(`${title}: engines are not known to differ in "${unknown}", but in ${DIFFERENCES.join(', ')}`);
  for (const name of chosen.filter((name) => name === 'chromium' || everywhere || reasons.length)) {
    describe(`${title} in ${name}`, { timeout }, () => {
      // The reason for leaving out, in this engine, a test of a tagged suite in which engines hardly differ: `{ skip: browser.alike }`.
      const alike = name !== 'chromium' && !everywhere && 'engines hardly differ in this: `make test-all` tries it here, too';
      const browser = { name, alike };
      let engine;
      before(async () => {
        engine = await start(name, options);
        browser.page = new Page(engine);
      });
      after(() => engine?.quit());
      // Asked before a test closes its servers, and told when it has: where a hook fails, those after it do not run.
      let refused;
      afterEach(async () => { refused = await refusals(browser.page); });
      define(browser);
      afterEach(() => fail(refused));
    });
  }
}
