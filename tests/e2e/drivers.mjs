// The three browser engines, each started by its own driver with the flags it needs on a machine without a screen. Run by
// itself, this file starts each of `ENGINES` once and says what it is.

import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Builder, Capabilities, Capability, Session, WebDriver, logging } from 'selenium-webdriver';
import chrome from 'selenium-webdriver/chrome.js';
import firefox from 'selenium-webdriver/firefox.js';
import { HttpClient, Executor } from 'selenium-webdriver/http/index.js';
import { Command } from 'selenium-webdriver/lib/command.js';
import { DriverService } from 'selenium-webdriver/remote/index.js';
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
    .setLoggingPrefs(logs);
  if (proxy) options.addArguments(`--proxy-server=127.0.0.1:${proxy}`);
  const service = new chrome.ServiceBuilder('/usr/bin/chromedriver').setEnvironment(ENVIRONMENT).build();
  return { url: await service.start(), wanted: options, stop: () => service.kill() };
}

/** Selenium's chooses the port of BiDi long before Firefox opens it: another run may have it by then. Here Firefox does. */
class Geckodriver extends firefox.ServiceBuilder {
  build() { return DriverService.Builder.prototype.build.call(this.addArguments('--websocket-port=0')); }
}

async function gecko(proxy) {
  const options = new firefox.Options().setBinary('/usr/bin/firefox-esr').addArguments('-headless').enableBidi()
    .setPreference('network.http.request.max-attempts', 1); // a dead line is one request, not ten
  for (const [name, value] of Object.entries(proxy ? firefoxProxy(proxy) : {})) options.setPreference(name, value);
  const service = new Geckodriver(GECKODRIVER).setEnvironment(ENVIRONMENT).build();
  return { url: await service.start(), wanted: options, stop: () => service.kill() };
}

const firefoxProxy = (port) => ({
  'network.proxy.type': 1, 'network.proxy.no_proxies_on': '127.0.0.1',
  'network.proxy.http': '127.0.0.1', 'network.proxy.http_port': port, 'network.proxy.ssl': '127.0.0.1', 'network.proxy.ssl_port': port,
});

const STARTERS = { chromium, firefox: gecko, webkit: (proxy) => webkit(ENVIRONMENT, proxy) };
export const ENGINES = Object.keys(STARTERS);

/**
 * Starts an engine with an empty profile: `{name, url, driver, quit}`.
 *
 * @param proxy the port of one on this machine, for what is not on it
 */
export async function launch(name, { proxy } = {}) {
  if (!STARTERS[name]) throw new Error(`ENGINES: there is no "${name}", only ${ENGINES.join(', ')}`);
  const intime = new AbortController();
  const late = setTimeout(START_SECONDS * 1000, null, { signal: intime.signal })
    .then(() => { throw new Error(`no answer in ${START_SECONDS} s`); });
  try {
    return await Promise.race([session(name, proxy), late]);
  } catch (error) {
    throw new Error(`${name} did not start (make setup installs it): ${error.message.split('\n')[0]}`);
  } finally {
    intime.abort();
  }
}

async function session(name, proxy) {
  const { url, wanted, stop } = await STARTERS[name](proxy);
  try {
    const capabilities = new Capabilities(wanted).set(Capability.ACCEPT_INSECURE_TLS_CERTS, true); // server.mjs makes its own
    const driver = WebDriver.createSession(executor(url), capabilities);
    await driver.getSession();
    const quit = async () => {
      await driver.quit();
      await stop();
    };
    return { name, url, driver, quit };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A session that another process has begun. */
export function join({ url, id, capabilities }) {
  return new WebDriver(new Session(id, new Capabilities(capabilities)), executor(url));
}

/** What sends commands to the driver at `url`. */
function executor(url) {
  const executor = new Executor(new HttpClient(url));
  executor.defineCommand(DEVTOOLS, 'POST', '/session/:sessionId/goog/cdp/execute');
  return executor;
}

const DEVTOOLS = 'devtools';

/** Gives a command of the Chrome DevTools Protocol to Chromium's tab, and answers its result. */
export function devtools(driver, cmd, params = {}) {
  return driver.execute(new Command(DEVTOOLS).setParameters({ cmd, params }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const name of process.env.ENGINES?.split(',') ?? ENGINES) {
    try {
      const { driver, quit } = await launch(name);
      console.log(`${name}: ${(await driver.getCapabilities()).getBrowserVersion()}`);
      await quit();
    } catch (error) {
      console.error(`e2e: ${error.message}`);
      process.exit(1);
    }
  }
}
