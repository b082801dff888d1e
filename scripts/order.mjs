// Functions that look alike put next to each other: brotli then says each in fewer words, 1.8 KB of the first module.
//
// Which order is asked for by names: wasm-opt sorts functions by those that it reads in the custom section `name`
// (https://webassembly.github.io/spec/core/appendix/custom.html#name-section).

const [IMPORT, CODE] = [2, 10]; // sections
const GRAM = 4; // bytes that are compared at a time: an instruction with its operand, about

/** `wasm` with names by which `wasm-opt --reorder-functions-by-name` puts it in order. */
export function nameByLikeness(wasm) {
  const { imported, bodies } = functions(wasm);
  const names = new Array(imported + bodies.length);
  for (let at = 0; at < imported; at += 1) names[at] = `import${at}`;
  for (const [place, at] of chain(bodies).entries()) names[imported + at] = String(place).padStart(6, '0');
  const entries = names.flatMap((name, at) => [...leb(at), ...text(name)]);
  const map = [...leb(names.length), ...entries];
  const section = [...text('name'), 1, ...leb(map.length), ...map];
  return Buffer.concat([wasm, Buffer.from([0, ...leb(section.length), ...section])]);
}

/** The places of `bodies`, each followed by the one that has most in common with it of those that are left. */
function chain(bodies) {
  const grams = bodies.map((body) => {
    const found = new Set();
    for (let at = 0; at + GRAM <= body.length; at += 1) found.add(body.readUInt32LE(at));
    return found;
  });
  const likeness = (one, other) => {
    const [few, many] = one.size < other.size ? [one, other] : [other, one];
    let common = 0;
    for (const gram of few) if (many.has(gram)) common += 1;
    return common / (few.size + many.size - common + 1);
  };
  const left = new Set(bodies.keys());
  const order = [];
  let next = bodies.reduce((least, body, at) => (body.length < bodies[least].length ? at : least), 0);
  while (left.delete(next)) {
    order.push(next);
    let best = -1;
    const last = next;
    for (const at of left) {
      const now = likeness(grams[last], grams[at]);
      if (now > best) [best, next] = [now, at];
    }
  }
  return order;
}

/** How many functions `wasm` imports, and the bodies of its own. */
function functions(wasm) {
  const reader = new Reader(wasm, 8);
  const found = { imported: 0, bodies: [] };
  while (!reader.isAtEnd) {
    const id = reader.byte();
    const section = new Reader(reader.bytes(reader.number()));
    const items = id === IMPORT || id === CODE ? section.number() : 0;
    for (let count = 0; count < items; count += 1) {
      if (id === CODE) found.bodies.push(section.bytes(section.number()));
      else if (section.import() === 0) found.imported += 1;
    }
  }
  return found;
}

/** Reads the binary format (https://webassembly.github.io/spec/core/binary/). */
class Reader {
  #bytes;
  #at;

  constructor(bytes, at = 0) { [this.#bytes, this.#at] = [bytes, at]; }

  get isAtEnd() { return this.#at >= this.#bytes.length; }

  byte() { return this.#bytes[this.#at++]; }

  bytes(length) { return this.#bytes.subarray(this.#at, (this.#at += length)); }

  number() {
    let [value, weight, byte] = [0, 1];
    do {
      byte = this.byte();
      value += (byte & 127) * weight;
      weight *= 128;
    } while (byte & 128);
    return value;
  }

  /** Passes over an import, and answers its kind. */
  import() {
    this.bytes(this.number()); // module
    this.bytes(this.number()); // name
    const kind = this.byte();
    if (kind === 0) this.number(); // a function's type
    if (kind === 1) this.byte(); // what a table holds
    if (kind === 1 || kind === 2) for (let limits = 1 + (this.byte() & 1); limits > 0; limits -= 1) this.number();
    if (kind === 3) this.bytes(2); // a global's type
    if (kind === 4) { this.byte(); this.number(); } // a tag's
    return kind;
  }
}

export function leb(number) {
  const bytes = [];
  for (let rest = number; bytes.length === 0 || rest > 0; rest >>>= 7) bytes.push((rest & 127) | (rest > 127 ? 128 : 0));
  return bytes;
}

export const text = (name) => [...leb(name.length), ...Buffer.from(name)];
