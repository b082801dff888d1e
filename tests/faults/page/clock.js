// A clock that the harness turns by hand, shared by the tabs of one sequence. Nothing passes while a request is under way
// that will be answered: fifteen seconds of silence and minutes of back-off take no time, and a slow machine no more of it.

const DAY = 86_400_000;

export class Clock {
  #timers = new Map(); // number -> { owner, run, at, every }
  #next = 1;
  #start = Date.now();

  /** Milliseconds since it was made; never wrong. */
  now = 0;

  /** By how many days the machine's idea of the date is wrong. */
  days = 0;

  /** What a page takes for the date. */
  get wall() { return Math.floor(this.#start + this.now + this.days * DAY); }

  set(owner, run, wait, repeats = false) {
    const number = this.#next++;
    const every = Math.max(0, Number(wait) || 0);
    this.#timers.set(number, { owner, run, at: this.now + every, every: repeats ? Math.max(1, every) : null });
    return number;
  }

  clear(number) { this.#timers.delete(number); }

  /** A tab is gone, and its timers with it. */
  forget(owner) {
    for (const [number, timer] of this.#timers) if (timer.owner === owner) this.#timers.delete(number);
  }

  /** When the next timer is due, or null. */
  get due() {
    let first = null;
    for (const { at } of this.#timers.values()) if (first === null || at < first) first = at;
    return first;
  }

  /** Goes to the first timer that is due by `until`, and runs it; false if there is none, and then it is `until`. */
  step(until) {
    let number = null;
    for (const [candidate, { at }] of this.#timers) {
      if (at <= until && (number === null || at < this.#timers.get(number).at)) number = candidate;
    }
    if (number === null) {
      this.now = Math.max(this.now, until);
      return false;
    }
    const timer = this.#timers.get(number);
    this.now = Math.max(this.now, timer.at);
    if (timer.every) timer.at = this.now + timer.every;
    else this.#timers.delete(number);
    timer.run();
    return true;
  }
}
