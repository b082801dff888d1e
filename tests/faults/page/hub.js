// The page's side of the hub (hub.mjs): short questions, and one line on which it hears of gates that have moved.

async function ask(path, body) {
  const response = await fetch(path, { method: 'POST', body: JSON.stringify(body ?? null) });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

export class Hub {
  #versions = new Map(); // sequence -> its gate's version, as last heard
  #waiting = new Map(); // sequence -> those who wait for another one

  constructor() {
    const line = new EventSource('/hub/line');
    this.ready = new Promise((open) => { line.onopen = open; });
    line.onmessage = ({ data }) => {
      for (const [n, version] of JSON.parse(data)) {
        this.#versions.set(n, version);
        for (const wake of this.#waiting.get(n)?.splice(0) ?? []) wake();
      }
    };
  }

  /** The next sequence to run, or null. */
  next() { return ask('/hub/next'); }

  /** What became of it. */
  done(n, result) {
    this.#versions.delete(n);
    this.#waiting.delete(n);
    return ask(`/hub/done/${n}`, result);
  }

  /** The state of a sequence's gate. */
  gate(n) { return ask(`/hub/gate/${n}`); }

  /** Has the gate do something: `arm`, `disarm`, `refuse`, `accept`, `cutAll`. */
  async tell(n, what, argument) { await ask(`/hub/gate/${n}/${what}`, argument); }

  /** Resolves when the gate has moved on from `version`. */
  moved(n, version) {
    if ((this.#versions.get(n) ?? version) > version) return Promise.resolve();
    return new Promise((wake) => {
      if (!this.#waiting.has(n)) this.#waiting.set(n, []);
      this.#waiting.get(n).push(wake);
    });
  }
}
