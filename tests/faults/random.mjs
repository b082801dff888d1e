// Plans made up from a seed: the same seed and number give the same plan on every machine. Pure.
//
// One to four comments or replies, one to six faults, and a reader who loses patience: sends again, edits, discards,
// reloads, closes and comes back, opens a second tab. What turns out to be impossible when its turn comes (there is no
// such button) is passed over.

import { NETWORK, possible } from './faults.mjs';
import { ENDING } from './plans.mjs';

/** Numbers from 0 to 1 (mulberry32). */
function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const STATES = ['refuse', 'off', 'full', 'forbidden', 'ahead', 'behind']; // they last until they are ended
const BEGIN = {
  refuse: { do: 'refuse' }, off: { do: 'net', is: 'off' }, full: { do: 'keeps', is: 'full' }, forbidden: { do: 'keeps', is: 'forbidden' },
  ahead: { do: 'date', days: 1 }, behind: { do: 'date', days: -1 },
};
const END = {
  refuse: { do: 'accept' }, off: { do: 'net', is: 'on' }, full: { do: 'keeps', is: 'fine' }, forbidden: { do: 'keeps', is: 'fine' },
  ahead: { do: 'date', days: 0 }, behind: { do: 'date', days: 0 },
};

class Maker {
  constructor(seed, number, service) {
    this.next = chance(Math.imul(Number(seed), 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b));
    this.service = service;
    this.steps = [];
    this.open = new Set();
    this.marks = []; // every text, the newest of each comment last
    this.lasting = new Set();
    this.comments = 1 + this.whole(4);
    this.faults = 1 + this.whole(6);
    this.refuses = false;
  }

  whole(below) { return Math.floor(this.next() * below); }
  one(list) { return list[this.whole(list.length)]; }
  is(share) { return this.next() < share; }
  do(step) { this.steps.push(step); }

  tab() {
    if (!this.open.size) this.opens(0);
    return this.one([...this.open]);
  }

  opens(tab) {
    this.open.add(tab);
    this.do({ do: 'open', tab });
  }

  fault() {
    this.faults -= 1;
    if (this.is(0.3)) {
      const state = this.one(STATES);
      this.lasting.add(state);
      return this.do(BEGIN[state]);
    }
    const names = Object.keys(NETWORK).filter((name) => possible(name, this.service));
    const name = this.one(names);
    this.refuses ||= NETWORK[name].means === 'refused';
    return this.do({ do: 'fault', fault: name });
  }

  write() {
    this.comments -= 1;
    const number = new Set(this.marks.map((mark) => mark.split('-')[0])).size + 1;
    const mark = `${number}-1`;
    const under = this.marks.length && this.is(0.3) ? this.one(this.marks) : undefined;
    const tab = this.tab();
    this.do({ do: 'write', tab, mark, ...(under && { under }) });
    this.marks.push(mark);
    if (this.faults && this.is(0.6)) this.fault();
    if (this.is(0.9)) this.do({ do: 'post', tab });
  }

  edit() {
    const mark = this.one(this.marks);
    const [number, version] = mark.split('-').map(Number);
    const tab = this.tab();
    this.do({ do: 'press', what: 'edit', mark, tab });
    const after = `${number}-${version + 1}`;
    if (this.marks.includes(after)) return;
    this.do({ do: 'write', tab, mark: after, instead: mark });
    this.marks.push(after);
    this.do({ do: 'post', tab });
  }

  reader() {
    const tab = this.tab();
    const mark = this.marks.length ? this.one(this.marks) : null;
    const acts = [
      () => this.do({ do: 'reload', tab }),
      () => { this.open.delete(tab); this.do({ do: 'close', tab }); },
      () => { for (const other of [0, 1]) if (!this.open.has(other)) return this.opens(other); return undefined; },
      ...(mark ? [
        () => this.do({ do: 'post', tab }), // what was refused, or not posted yet
        () => this.do({ do: 'press', what: 'retry', mark, tab }),
        () => this.do({ do: 'press', what: 'retry', mark, tabs: [0, 1] }),
        () => this.edit(),
        () => this.is(0.4) && this.do({ do: 'press', what: 'discard', mark, tab }),
      ] : []),
    ];
    this.one(acts)();
  }

  lull() {
    if (this.lasting.size && this.is(0.5)) {
      const state = this.one([...this.lasting]);
      this.lasting.delete(state);
      return this.do(END[state]);
    }
    return this.do({ do: 'time', seconds: this.one([1, 3, 16, 40, 120]) });
  }

  plan(title) {
    const held = this.is(0.25);
    if (this.faults > 1 && this.is(0.2)) this.fault(); // before anything is there
    while ((this.comments || this.faults) && this.steps.length < 40) {
      const next = this.next();
      if (this.comments && (next < 0.3 || !this.marks.length)) this.write();
      else if (this.faults && next < 0.5) this.fault();
      else if (next < 0.75) this.reader();
      else this.lull();
    }
    return { title, held, refuses: this.refuses, steps: [...this.steps, ...ENDING] };
  }
}

/** Plan `number` of `seed`. */
export const randomPlan = (seed, number, service) => new Maker(seed, number, service).plan(`case ${number} of seed ${seed}`);
