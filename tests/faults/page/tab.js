// One tab of a sequence: a page with the widget, in a frame of the harness's page or, where it matters, in a window of its
// own. What wear.js sees in it ends up here.

import { claims } from './screen.js';

let count = 0;

/** All tabs that are open, by their windows' names. */
export const tabs = new Map();

export class Tab {
  #frame = null;
  #window = null;
  #numbers = 0;
  #underWay = new Map(); // number -> how many times: asked, and being read
  #locks = new Set();
  #ready;
  #watch = new MutationObserver(() => this.look());

  /** Events of the widget since they were last taken, and claims that were on the screen, if only for a moment. */
  events = [];
  glimpses = new Set();

  constructor(sequence, { url, isWindow = false }) {
    this.name = `tab-${location.port}-${count++}`; // a window is found by its name from every lane
    this.sequence = sequence;
    this.ready = new Promise((done) => { this.#ready = done; });
    tabs.set(this.name, this);
    if (isWindow) {
      this.#window = window.open(url, this.name);
    } else {
      this.#frame = Object.assign(document.createElement('iframe'), { name: this.name, src: url });
      document.body.append(this.#frame);
    }
  }

  get window() { return this.#window ?? this.#frame.contentWindow; }
  get clock() { return this.sequence.clock; }
  get service() { return this.sequence.service; }
  get offline() { return this.sequence.offline; }
  get storage() { return this.sequence.storage; }
  get root() { return this.window.document.querySelector('news-widget')?.shadowRoot; }

  /** The numbers of requests that are under way. */
  get underWay() { return [...this.#underWay.keys()]; }

  /** The names of locks that it has asked for and not got. */
  get locks() { return [...this.#locks].map(({ name }) => name); }

  begin(number = `${this.name}-${this.#numbers++}`) {
    this.#underWay.set(number, (this.#underWay.get(number) ?? 0) + 1);
    this.sequence.changed();
    return number;
  }

  end(number) {
    const left = (this.#underWay.get(number) ?? 1) - 1;
    if (left) this.#underWay.set(number, left);
    else this.#underWay.delete(number);
    this.sequence.changed();
  }

  asksLock(name) {
    const asked = { name };
    this.#locks.add(asked);
    this.sequence.changed();
    return asked;
  }

  hasLock(asked) {
    this.#locks.delete(asked);
    this.sequence.changed();
  }

  event(detail) { this.events.push(detail); }
  error(message) { this.sequence.error(`${this.name}: ${message}`); }

  isReady() {
    this.#watch.observe(this.root, { subtree: true, childList: true, characterData: true });
    this.#ready();
  }

  /** Whether the widget, and its comments' code, are there. */
  get isThere() { return this.root?.querySelector('form') != null && this.root.querySelector('.arriving') == null; }

  /** Remembers what is on the screen. */
  look() {
    if (!this.root) return;
    for (const { mark, state } of claims(this.root)) if (mark) this.glimpses.add(`${mark} ${state}`);
  }

  take() {
    const taken = { events: this.events, glimpses: [...this.glimpses] };
    this.events = [];
    this.glimpses = new Set();
    return taken;
  }

  tell(name) { this.window.dispatchEvent(new this.window.Event(name)); }

  /** Closes it as a reader does: what it had begun ends, or not, as the browser sees fit. */
  close() {
    this.#watch.disconnect();
    if (this.#window) this.#window.close();
    else this.#frame.remove();
    this.clock.forget(this);
    tabs.delete(this.name);
  }
}
