// The three browser engines, each started by its own driver with the flags it needs on a machine without a screen.
// `ENGINES=chromium,firefox` chooses; `EVERYWHERE=1` tries in all three what engines hardly differ in. Run by itself, this
// file starts each of them once and says what they are.

import { readFileSync } from 'node:fs';
import { after, afterEach, before, describe } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Builder, logging } from 'selenium-webdriver';
import chrome from 'selenium-webdriver/chrome.js';
import firefox from 'selenium-webdriver/firefox.js';
import { DriverService } from 'selenium-webdriver/remote/index.js';
import { Page } from './page.mjs';
import { fail, refusals } from './strict.mjs';
import { webkit } from './webkit.mjs';

const ROOT = new URL('../../', import.meta.url);
const CHROMIUM_FLAGS = JSON.parse(readFileSync(new URL('webdriver.json', ROOT)))['goog:chromeOptions'].args;
const GECKODRIVER = fileURLToPath(new URL('.tools/cargo/bin/geckodriver', ROOT));

/** Every machine shows the same dates in the same language. */
const ENVIRONMENT = { ...process.env, TZ: 'UTC', LANG: 'en_US.UTF-8', LANGUAGE: 'en_US' };
const START_SECONDS = 60;

async function chromium(proxy) {
  const logs = new logging.Preferences();
  logs.setLevel(logging.Type.BROWSER, logging.Level.SEVERE);
  const options = new chrome.Options().setChromeBinaryPath('/usr/bin/chromium').addArguments(...CHROMIUM_FLAGS)
    .setLoggingPrefs(logs)
    .setAcceptInsecureCerts(true); // server.mjs makes its own
  if (proxy) options.addArguments(`--proxy-server=127.0.0.1:${proxy}`);
  const driver = await new Builder()
    .forBrowser('chrome')
    .setChromeOptions(options)
    .setChromeService(new chrome.ServiceBuilder('/usr/bin/chromedriver').setEnvironment(ENVIRONMENT))
    .build();
  const errors = async () => (await driver.manage().logs().get(logging.Type.BROWSER)).map(({ message }) => message);
  return { driver, errors, quit: () => driver.quit() };
}

/** Selenium's chooses the port of BiDi long before Firefox opens it: another run may have it by then. Here Firefox does. */
class Geckodriver extends firefox.ServiceBuilder {
  build() { return DriverService.Builder.prototype.build.call(this.addArguments('--websocket-port=0')); }
}

async function gecko(proxy) {
  const options = new firefox.Options().setBinary('/usr/bin/firefox-esr').addArguments('-headless').enableBidi()
    .setPreference('network.http.request.max-attempts', 1) // a dead line is one request, not ten
    .setAcceptInsecureCerts(true);
  for (const [name, value] of Object.entries(proxy ? firefoxProxy(proxy) : {})) options.setPreference(name, value);
  const driver = await new Builder()
    .forBrowser('firefox')
    .setFirefoxOptions(options)
    .setFirefoxService(new Geckodriver(GECKODRIVER).setEnvironment(ENVIRONMENT))
    .build();
  const bidi = await driver.getBidi();
  const seen = [];
  await bidi.subscribe('log.entryAdded');
  bidi.socket.on('message', (data) => {
    const { method, params } = JSON.parse(data);
    if (method === 'log.entryAdded' && params.level === 'error') seen.push(params.text);
  });
  const errors = async () => {
    await bidi.status; // an answer on the same line: what was logged before it has come in
    return seen.splice(0);
  };
  return { driver, errors, quit: () => driver.quit() };
}

const firefoxProxy = (port) => ({
  'network.proxy.type': 1, 'network.proxy.no_proxies_on': '127.0.0.1',
  'network.proxy.http': '127.0.0.1', 'network.proxy.http_port': port, 'network.proxy.ssl': '127.0.0.1', 'network.proxy.ssl_port': port,
});

const STARTERS = { chromium, firefox: gecko, webkit: (proxy) => webkit(ENVIRONMENT, proxy) };
const chosen = (process.env.ENGINES ?? Object.keys(STARTERS).join()).split(',');
const everywhere = Boolean(process.env.EVERYWHERE ?? process.env.ENGINES);

/** Where engines differ: why a suite is tried in each of them, and not in Chromium alone. */
const DIFFERENCES = ['focus', 'forms', 'history', 'Intl', 'journey', 'layout', 'loader', 'policy', 'sanitiser', 'scroll', 'storage'];

/** Starts one engine: `{name, driver, errors, quit}`. `proxy` is the port of one on this machine, for what is not. */
export async function start(name, { proxy } = {}) {
  if (!STARTERS[name]) throw new Error(`ENGINES: there is no "${name}", only ${Object.keys(STARTERS).join(', ')}`);
  const intime = new AbortController();
  const late = setTimeout(START_SECONDS * 1000, null, { signal: intime.signal })
    .then(() => { throw new Error(`no answer in ${START_SECONDS} s`); });
  try {
    const engine = await Promise.race([STARTERS[name](proxy), late]);
    await engine.driver.manage().setTimeouts({ pageLoad: 60_000, script: 60_000 });
    await engine.driver.manage().window().setRect({ width: 1280, height: 900 });
    return { name, ...engine };
  } catch (error) {
    throw new Error(`${name} did not start (make setup installs it): ${error.message.split('\n')[0]}`);
  } finally {
    intime.abort();
  }
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
      const browser = { name };
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

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const name of chosen) {
    try {
      const { driver, quit } = await start(name);
      console.log(`${name}: ${(await driver.getCapabilities()).getBrowserVersion()}`);
      await quit();
    } catch (error) {
      console.error(`e2e: ${error.message}`);
      process.exit(1);
    }
  }
}
