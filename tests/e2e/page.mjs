// One tab, as a test wants to see it: the widgets' open shadow roots searched like the page itself, waiting that ends in
// the moment in which a condition holds, and the errors that came up.
//
//   await page.open(server.url);
//   await page.click('button', 'Post Comment');
//   await page.until(() => $('[role=alert]')?.textContent.includes('Please enter'));
//
// Functions given to `run` and `until` run inside the page: they see no variable of the test, only their arguments and
//   $(css, text), $$(css, text)   the first, or all, elements inside the widgets' shadow roots that match and hold the text
//   focused()                     the focused element, shadow roots entered
//   make(attributes)              a widget as a host's script makes it, not yet in the page

import { readFileSync } from 'node:fs';
import { Key } from 'selenium-webdriver';
import { FENCE, allReported } from './strict.mjs';

const RECORDER = readFileSync(new URL('recorder.js', import.meta.url), 'utf8');
const PATIENCE = 30_000; // how long a busy machine may take; a failure alone waits for it

/** An element, before it is put into a page: the source of a function. */
export const MAKE = `(attributes) => {
    const element = document.createElement('news-widget');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  }`;

const inside = (host) => `
  const squeeze = (text) => text.replace(/\\s+/g, ' ').trim();
  const roots = () => [...document.querySelectorAll(${JSON.stringify(host)})].flatMap((host) => host.shadowRoot ?? []);
  const $$ = (css, text) => roots().flatMap((root) => [...root.querySelectorAll(css)])
    .filter((element) => text == null || squeeze(element.textContent).includes(text));
  const $ = (css, text) => $$(css, text)[0];
  const focused = () => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  };
  const make = ${MAKE};`;

export class Page {
  #engine;
  #host;

  /** `host` narrows everything to some of the page's widgets. */
  constructor(engine, host = 'news-widget') {
    this.#engine = engine;
    this.#host = host;
  }

  get driver() { return this.#engine.driver; }

  /** The same tab, seeing only the widgets that match: `page.within('#second')`. */
  within(host) { return new Page(this.#engine, host); }

  /** Opens an address and forgets the errors of the one before. */
  async open(url) {
    await allReported(this);
    await this.driver.get(url);
    await this.#engine.errors();
  }

  /** Runs a function inside the page and answers what it gives: JSON, or an element. */
  run(fn, ...args) {
    return this.driver.executeScript(`${inside(this.#host)} return (${fn})(...arguments);`, ...args);
  }

  /** Waits until the function gives something truthy, and answers that. A page that is left meanwhile is waited for. */
  async until(fn, ...args) {
    const end = Date.now() + PATIENCE;
    for (;;) {
      try {
        return await this.#look(fn, end - Date.now(), args);
      } catch (error) {
        // Firefox loses what it was asked, or the element that it found, when the page is left.
        if (!/unload|stale element/i.test(error.message) || Date.now() > end) throw error;
      }
    }
  }

  async #look(fn, patience, args) {
    const [value, failure] = (await this.driver.executeAsyncScript(`${inside(this.#host)}
      const done = arguments[arguments.length - 1];
      const args = [...arguments].slice(0, -1);
      const end = performance.now() + ${patience};
      const late = () => 'still not; the widgets say: ' + squeeze(roots().map((root) => root.textContent).join(' | ')).slice(0, 1000);
      const look = async () => {
        try {
          const value = await (${fn})(...args);
          if (value) done([value]);
          else if (performance.now() > end) done([null, late()]);
          else setTimeout(look, 20); // not an animation frame: a tab in the background has none
        } catch (error) {
          done([null, String(error)]);
        }
      };
      look();`, ...args)) ?? [null, 'the page was unloaded'];
    if (failure) throw new Error(`${fn}${args.length ? ` of ${JSON.stringify(args)}` : ''}: ${failure}`);
    return value;
  }

  /** The first element that matches, once there is one. */
  find(css, text = null) { return this.until((css, text) => $(css, text), css, text); }

  /** Waits until nothing matches. */
  gone(css, text = null) { return this.until((css, text) => !$(css, text), css, text); }

  /** The texts of all that match now, white space squeezed. */
  texts(css) { return this.run((css) => $$(css).map((element) => squeeze(element.textContent)), css); }

  /** Clicks with the mouse, in the middle of the element, once focus that is on its way has scrolled, and it is drawn where it
   *  is: Firefox hits what it has drawn last. (WebKit's own element click takes a field in a shadow root to be covered by something.) */
  async click(css, text) {
    const element = await this.find(css, text);
    await this.run((element) => new Promise((drawn) => {
      requestAnimationFrame(() => {
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
        requestAnimationFrame(() => requestAnimationFrame(drawn));
      });
    }), element);
    await this.driver.actions().move({ origin: element }).click().perform();
  }

  /** Waits until the page's widgets have nothing under way and what they have drawn is painted (`element.settled`). */
  settled() {
    return this.run(async () => {
      await Promise.all([...document.querySelectorAll('news-widget')].map(({ settled }) => settled));
      await new Promise((drawn) => { requestAnimationFrame(() => requestAnimationFrame(drawn)); }); // the page itself, and what it observes
    });
  }

  /** Types into a field, after what is in it. */
  async type(css, text) {
    const field = await this.find(css);
    await field.sendKeys(text);
  }

  /** Presses keys where the focus is: `page.press('TAB', 'ENTER', 'x')`. */
  press(...keys) {
    return this.driver.actions().sendKeys(...keys.map((key) => Key[key] ?? key)).perform();
  }

  /** Starts recording the widget's events on a page that does not load recorder.js itself. */
  listen() { return this.driver.executeScript(RECORDER); }

  /** The details of the recorded events of that name, `ready` for `news-widget:ready`. */
  events(name) {
    return this.run((type) => window.recorded.events.filter((event) => event.type === type).map(({ detail }) => detail), `news-widget:${name}`);
  }

  /** Waits for an event of that name and answers its detail. */
  async event(name) {
    const { detail } = await this.until((type) => window.recorded.events.find((event) => event.type === type), `news-widget:${name}`);
    return detail;
  }

  /** Waits until the widgets are painted, and their comments here, whose code comes a moment later. */
  async ready() {
    await this.event('ready');
    await this.gone('.arriving');
  }

  /** The addresses that the page has asked for; what the tests made it ask is left out. */
  asked() {
    return this.run((fence) => performance.getEntriesByType('resource').map(({ name }) => name).filter((url) => !url.endsWith(fence)), FENCE);
  }

  /** Every error since the page was opened: uncaught ones, refusals by the page's policy, and what the engine logged. */
  async errors() {
    const recorded = await this.driver.executeScript('return window.recorded?.errors ?? []');
    return [...recorded, ...await this.#engine.errors()];
  }
}
