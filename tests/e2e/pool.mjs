// One browser for each engine and each file that runs at the same time. The runner (tests/run.mjs) keeps them; a test file
// borrows one with a fresh context in it: no storage, no cache, no permission, no tab of the file before.
//
//   const pool = await open();        // in the runner; pool.url goes to the test files as BROWSERS
//   const lent = await borrow(url, 'firefox');   // in a test file: {url, id, capabilities, tab, giveBack}

import { once } from 'node:events';
import { createServer, get } from 'node:http';
import { WebSocket } from 'ws';
import { ENGINES, launch } from './drivers.mjs';

/** Starts lending: `{url, started, close}`. `started` counts the browsers by engine. */
export async function open() {
  const idle = Object.fromEntries(ENGINES.map((name) => [name, []]));
  const started = {};
  const running = new Set();
  const closing = new Set();

  async function browser(name) {
    await Promise.all(closing); // or there would be one more of each
    const waiting = idle[name]?.pop();
    if (waiting) return waiting;
    const engine = await launch(name);
    started[name] = (started[name] ?? 0) + 1;
    running.add(engine);
    return engine;
  }

  /** Ends a browser that cannot be used any more; it may be dead. */
  async function end(engine) {
    running.delete(engine);
    await engine.quit().catch(() => {});
  }

  // Lent for as long as the answer is being read: the process that borrowed it may die.
  const server = createServer(async (request, response) => {
    const name = request.url.slice(1);
    let engine, context;
    try {
      engine = await browser(name);
      context = await fresh(engine);
    } catch (error) {
      if (engine) await end(engine);
      return void response.writeHead(500).end(error.message);
    }
    const [session, capabilities] = await Promise.all([engine.driver.getSession(), engine.driver.getCapabilities()]);
    const known = Object.fromEntries([...capabilities.keys()].map((key) => [key, capabilities.get(key)]));
    response.on('close', () => {
      const closed = context.close().then(() => idle[name].push(engine), () => end(engine)).finally(() => closing.delete(closed));
      closing.add(closed);
    });
    response.write(`${JSON.stringify({ url: engine.url, id: session.getId(), capabilities: known, tab: context.tab })}\n`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    started,
    async close() {
      server.closeAllConnections();
      server.close();
      await Promise.all([...running].map(end));
    },
  };
}

/** A new tab in `engine` that shares nothing with those before: `{tab, close}`. */
async function fresh({ name, driver }) {
  const [first] = await driver.getAllWindowHandles();
  const { tab, forget } = await CONTEXTS[name](driver, first);
  const close = async () => {
    await driver.switchTo().window(first);
    await forget();
  };
  return { tab, close };
}

const CONTEXTS = {
  // Not by BiDi, as in Firefox: where it was on, a sequence of tests/faults with two windows hung once.
  async chromium(driver) {
    const { call, end } = await devtoolsOf(driver);
    const { browserContextId } = await call('Target.createBrowserContext');
    const { targetId: tab } = await call('Target.createTarget', { url: 'about:blank', browserContextId, newWindow: true });
    const forget = async () => {
      await call('Target.disposeBrowserContext', { browserContextId });
      end();
    };
    return { tab, forget };
  },

  async firefox(driver) {
    const bidi = await driver.getBidi();
    const call = async (method, params) => {
      const { result, error, message } = await bidi.send({ method, params });
      if (error) throw new Error(`${method}: ${message}`);
      return result;
    };
    const { userContext } = await call('browser.createUserContext', {});
    const { context: tab } = await call('browsingContext.create', { type: 'window', userContext });
    return { tab, forget: () => call('browser.removeUserContext', { userContext }) };
  },

  // It has no contexts. Storage and caches know origins, and the servers of each file are origins of their own.
  async webkit(driver, first) {
    await driver.switchTo().window(first);
    await driver.switchTo().newWindow('window');
    const forget = async () => {
      for (const other of await driver.getAllWindowHandles()) {
        if (other === first) continue;
        await driver.switchTo().window(other);
        await driver.manage().deleteAllCookies();
        await driver.close();
      }
      await driver.switchTo().window(first);
    };
    return { tab: await driver.getWindowHandle(), forget };
  },
};

/** A line to the browser itself, of the Chrome DevTools Protocol; Chromium's driver has one to its tabs only. */
async function devtoolsOf(driver) {
  const { debuggerAddress } = (await driver.getCapabilities()).get('goog:chromeOptions');
  const { webSocketDebuggerUrl } = await (await fetch(`http://${debuggerAddress}/json/version`)).json();
  const line = new WebSocket(webSocketDebuggerUrl);
  await once(line, 'open');
  const asked = new Map();
  let last = 0;
  line.on('message', (data) => {
    const { id, result, error } = JSON.parse(data);
    asked.get(id)?.(error ? Promise.reject(new Error(error.message)) : result);
    asked.delete(id);
  });
  const call = (method, params = {}) => new Promise((answer) => {
    last += 1;
    asked.set(last, answer);
    line.send(JSON.stringify({ id: last, method, params }));
  });
  return { call, end: () => line.close() };
}

/** Borrows an engine of the pool at `url`: `{url, id, capabilities, tab, giveBack}`. */
export async function borrow(url, name) {
  const request = get(url + name);
  const [response] = await once(request, 'response');
  response.setEncoding('utf8');
  let text = '';
  for await (const chunk of response.iterator({ destroyOnReturn: false })) {
    text += chunk;
    if (text.endsWith('\n')) break;
  }
  if (response.statusCode !== 200) throw new Error(text);
  return { ...JSON.parse(text), giveBack: () => request.destroy() };
}
