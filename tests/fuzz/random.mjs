// A generator of numbers that can be had again: the same seed, the same numbers, on every machine. (Mulberry32: 32 bits of
// state, good enough to choose what to write next.)

export class Random {
  #state;

  /** `seed` may be anything: `new Random('7:article:12')`. */
  constructor(seed) {
    let hash = 2166136261;
    for (const unit of String(seed)) hash = Math.imul(hash ^ unit.codePointAt(0), 16777619);
    this.#state = hash >>> 0;
  }

  /** From 0 to 1, which is left out. */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number below `end`. */
  below(end) { return Math.floor(this.next() * end); }

  chance(probability) { return this.next() < probability; }

  pick(list) { return list[this.below(list.length)]; }

  /** `[weight, value]` pairs: one of the values, the heavier the likelier. */
  weighed(pairs) {
    let left = this.next() * pairs.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, value] of pairs) {
      left -= weight;
      if (left < 0) return value;
    }
    return pairs.at(-1)[1];
  }

  /** Up to `most` of what `make` gives, joined. */
  some(most, make) { return Array.from({ length: this.below(most + 1) }, make).join(''); }
}
