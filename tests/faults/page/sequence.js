// One sequence: a plan's steps, one after the other, in tabs of its own. After each step it waits until nothing goes on any
// more, and writes down what the reader sees, what the browser keeps, and what the server took.

import { Clock } from './clock.js';
import { claims, inForm, postFrom, pressIn, said, writeInto } from './screen.js';
import { Tab } from './tab.js';
import { marksIn, textOf } from '/faults/marks.mjs';

const SECOND = 1000;
const LONG = 20 * 60; // seconds: longer than anything is put off by itself

export class Sequence {
  clock = new Clock();
  offline = false;
  storage = 'fine';
  tabs = []; // by the plan's numbers
  errors = [];
  record = [];
  gate = { stored: [] };
  #changes = 0;
  #quiet = null; // how many changes there were when it was quiet last
  #wake = () => {};

  constructor(hub, { n, plan, service, key, page }) {
    Object.assign(this, { hub, n, plan, service, key, page });
  }

  /** Something has begun, or ended. */
  changed() {
    this.#changes += 1;
    this.#wake();
  }

  error(message) { this.errors.push(message); }

  get openTabs() { return this.tabs.filter(Boolean); }

  async run() {
    for (const step of this.plan.steps) {
      const taken = await this.#take(step);
      await this.settle();
      this.note(taken);
    }
    return { record: this.record, errors: this.errors };
  }

  /** Takes a step, and answers it with what came of it. */
  async #take(step) {
    if (step.do === 'together') return { ...step, steps: await Promise.all(step.steps.map((one) => this.#take(one))) };
    return await this[step.do](step) === false ? { ...step, skipped: true } : step;
  }

  /** Waits until nothing goes on: each request that has begun has ended, or will get no answer before the clock goes on;
   *  every lock that is free has been given; and each tab has heard what another put into storage. */
  async settle() {
    for (;;) {
      const before = this.#changes;
      while (this.clock.due !== null && this.clock.due <= this.clock.now) this.clock.step(this.clock.now);
      await hop();
      await this.#heard();
      if (this.#changes === this.#quiet) return;
      const gate = await this.hub.gate(this.n);
      const waits = this.openTabs.flatMap((tab) => tab.underWay).filter((number) => !gate.silent.includes(number));
      const isQuiet = before === this.#changes && (this.clock.due ?? Infinity) > this.clock.now;
      if (gate.busy || waits.length) await this.#change(gate.version, before);
      else if (isQuiet && await this.#locksAreGiven()) {
        this.gate = gate;
        this.#quiet = before;
        return;
      }
    }
  }

  /** Resolves when something has changed, here or at the gate. */
  async #change(version, changes) {
    if (this.#changes !== changes) return;
    const here = new Promise((done) => { this.#wake = done; });
    await Promise.race([here, this.hub.moved(this.n, version)]);
  }

  async #locksAreGiven() {
    const waiting = this.openTabs.flatMap((tab) => tab.locks);
    if (!waiting.length) return true;
    const { pending } = await navigator.locks.query();
    return waiting.every((name) => pending.some((lock) => lock.name === name));
  }

  async #tell(what, argument) {
    await this.hub.tell(this.n, what, argument);
    this.changed();
  }

  /** Two tabs: what one put into storage has come to the other, for a later message has. */
  async #heard() {
    if (this.openTabs.length < 2) return;
    const key = `faults/fence/${this.n}`;
    const heard = this.openTabs.map((tab) => new Promise((done) => {
      const listen = (event) => {
        if (event.key !== key) return;
        tab.window.removeEventListener('storage', listen);
        done();
      };
      tab.window.addEventListener('storage', listen);
    }));
    localStorage.setItem(key, String(fence++));
    await Promise.all(heard);
  }

  /** Writes down what is to be seen now. */
  note(step) {
    for (const tab of this.openTabs) tab.look();
    const kept = [];
    for (const key of Object.keys(localStorage).filter((key) => key.includes(this.key))) {
      for (const mark of marksIn(localStorage.getItem(key))) kept.push({ mark, in: key.split('/')[1] });
    }
    this.record.push({
      step,
      seconds: Math.round(this.clock.now / SECOND),
      tabs: this.tabs.map((tab) => tab && { ...tab.take(), screen: claims(tab.root), said: said(tab.root), underWay: tab.underWay.length }),
      kept,
      storage: this.storage,
      stored: this.gate.stored,
    });
  }

  // The steps of a plan. Those that find nothing to do answer false.

  async open({ tab = 0, window: isWindow }) {
    if (this.tabs[tab]) return false;
    this.tabs[tab] = new Tab(this, { url: this.page, isWindow });
    await this.tabs[tab].ready;
    while (!this.tabs[tab].isThere) await hop();
    return true;
  }

  close({ tab = 0 }) {
    this.tabs[tab]?.close();
    this.tabs[tab] = undefined;
    this.changed(); // what it had begun may go on at the gate
  }

  async reload({ tab = 0 }) {
    if (!this.tabs[tab]) return false;
    this.close({ tab });
    return this.open({ tab });
  }

  /** Writes into an empty form, or over the text that it takes the place of; `under` a comment, it is a reply. */
  write({ tab = 0, mark, under, instead = null }) {
    const { root } = this.tabs[tab] ?? {};
    if (!root || inForm(root) !== instead) return false;
    if (under && !pressIn(root, under, 'reply')) return false;
    return writeInto(root, textOf(this.n, mark), 'Ann');
  }

  /** Nobody posts in one tab what they have posted in another: a draft is in the forms of both. But what was taken back and
   *  is posted as it was is posted `again`. */
  post({ tab = 0, again = false }) {
    const [here, ...others] = [this.tabs[tab], ...this.openTabs.filter((other) => other !== this.tabs[tab])];
    const written = here && inForm(here.root);
    const posted = ({ mark, state }) => mark === written && state !== 'form';
    const elsewhere = !again && (others.some((other) => claims(other.root).some(posted)) || this.gate.stored.some(([mark]) => mark === written));
    return written && !elsewhere ? postFrom(here.root) : false;
  }

  press({ tab = 0, tabs = [tab], mark, what }) {
    return tabs.map((tab) => this.tabs[tab] && pressIn(this.tabs[tab].root, mark, what)).some(Boolean);
  }

  fault({ fault }) { return this.#tell('arm', fault); }
  refuse() { return this.#tell('refuse'); }
  accept() { return this.#tell('accept'); }

  async net({ is }) {
    this.offline = is === 'off';
    if (this.offline) await this.#tell('cutAll');
    for (const tab of this.openTabs) tab.tell(this.offline ? 'offline' : 'online');
  }

  keeps({ is }) { this.storage = is; }
  date({ days }) { this.clock.days = days; }

  /** Lets time pass: requests that it gives rise to end before it goes on. */
  async time({ seconds }) {
    const until = this.clock.now + seconds * SECOND;
    for (;;) {
      const before = this.#changes;
      if (!this.clock.step(until)) return;
      await hop();
      if (this.#changes !== before) await this.settle();
    }
  }

  /** What comes at the end: everything works again, for as long as anything may be put off; then the next visit. */
  async recover() {
    await this.#tell('disarm');
    await this.accept();
    this.storage = 'fine';
    this.clock.days = 0;
    if (!this.openTabs.length) await this.open({});
    if (this.offline) await this.net({ is: 'on' });
    await this.settle();
    await this.time({ seconds: LONG });
  }

  async revisit() {
    for (const tab of this.tabs.keys()) if (this.tabs[tab]) this.close({ tab });
    await this.open({});
    await this.settle();
    await this.time({ seconds: LONG });
  }
}

let fence = 0;

/** A turn of the event loop: what was to be done by then has been. */
const channel = new MessageChannel();
const hops = [];
channel.port1.onmessage = () => hops.shift()();
function hop() {
  return new Promise((done) => {
    hops.push(done);
    channel.port2.postMessage(null);
  });
}
