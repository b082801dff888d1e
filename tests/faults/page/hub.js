// The page's side of the hub (hub.mjs): questions and answers, and news of gates that have moved, all on one line.

export class Hub {
  #line = new WebSocket(`ws://${location.host}/hub/line`);
  #asked = []; // answers come in the order of the questions
  #versions = new Map(); // sequence -> its gate's version, as last heard
  #waiting = new Map(); // sequence -> those who wait for another one

  constructor() {
    this.ready = new Promise((open) => { this.#line.onopen = open; });
    this.#line.onmessage = ({ data }) => {
      const { answer, error, moved } = JSON.parse(data);
      if (moved) this.#hear(...moved);
      else if (error) this.#asked.shift().fail(new Error(error));
      else this.#asked.shift().done(answer);
    };
    this.#line.onclose = () => { for (const { fail } of this.#asked) fail(new Error('the hub is gone')); };
  }

  #ask(...question) {
    this.#line.send(JSON.stringify(question));
    return new Promise((done, fail) => { this.#asked.push({ done, fail }); });
  }

  #hear(n, version) {
    this.#versions.set(n, version);
    for (const wake of this.#waiting.get(n)?.splice(0) ?? []) wake();
  }

  /** The next sequence to run, or null. */
  next() { return this.#ask('next'); }

  /** What became of it. */
  done(n, result) {
    this.#versions.delete(n);
    this.#waiting.delete(n);
    return this.#ask('done', n, result);
  }

  /** The state of a sequence's gate. */
  gate(n) { return this.#ask('gate', n); }

  /** Has the gate do something: `arm`, `disarm`, `refuse`, `accept`, `cutAll`. */
  tell(n, what, argument) { return this.#ask(what, n, argument); }

  /** Resolves when the gate has moved on from `version`. */
  moved(n, version) {
    if ((this.#versions.get(n) ?? version) > version) return Promise.resolve();
    return new Promise((wake) => {
      if (!this.#waiting.has(n)) this.#waiting.set(n, []);
      this.#waiting.get(n).push(wake);
    });
  }
}
