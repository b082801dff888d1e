// HTML by grammar: mostly whole, often broken where parsers differ. `write(random)` answers one text.

import * as v from './vocabulary.mjs';

const MOST = 90; // pieces in one text: small ones find as much, and are quicker to read

/** One text. */
export function write(random) {
  const writer = new Writer(random);
  return writer.content(1 + random.below(5), 0);
}

class Writer {
  #random;
  #left = MOST;

  constructor(random) { this.#random = random; }

  content(most, depth) {
    let out = '';
    for (let count = 1 + this.#random.below(most); count > 0 && this.#left > 0; count -= 1) out += this.#piece(depth);
    return out;
  }

  #piece(depth) {
    this.#left -= 1;
    const random = this.#random;
    if (depth > 12) return random.pick(v.TEXTS);
    return random.weighed([
      [30, () => this.#element(random.pick(v.ELEMENTS.listed), depth)],
      [12, () => random.pick(v.TEXTS)],
      [8, () => this.#element(random.pick(v.ELEMENTS.formatting), depth)],
      [8, () => this.#element(random.pick(v.ELEMENTS.unlisted), depth)],
      [8, () => this.#table(depth)],
      [8, () => this.#element(random.pick(v.ELEMENTS.media), depth)],
      [7, () => this.#element(random.pick(v.ELEMENTS.forms), depth)],
      [6, () => this.#foreign(depth)],
      [6, () => this.#raw(depth)],
      [5, () => this.#element(random.pick(v.ELEMENTS.dropped), depth)],
      [5, () => this.#element(random.pick(v.ELEMENTS.replaced), depth)],
      [5, () => this.#crossed(depth)],
      [5, () => random.pick(v.SPECIALS)],
      [3, () => this.#template(depth)],
      [3, () => this.#deep(depth)],
      [2, () => `</${random.pick(v.ALL)}>`],
      [2, () => this.#start(random.pick(v.ELEMENTS.structure))],
      [2, () => `<${random.pick(v.SIMPLE)}${random.pick(v.TEXTS)}>`],
    ])();
  }

  #element(name, depth) {
    const start = this.#start(name);
    if (v.VOID.has(name) && this.#random.chance(0.9)) return start;
    return start + (this.#random.chance(0.85) ? this.content(3, depth + 1) : '') + this.#end(name);
  }

  #end(name) {
    return this.#random.weighed([
      [80, `</${name}>`], [12, ''], [2, `</${name.toUpperCase()} x=y>`], [2, `</${this.#random.pick(v.ALL)}>`], [1, `</${name}`], [1, `</${name}/>`],
    ]);
  }

  #start(name) {
    const random = this.#random;
    const written = random.chance(0.05) ? name.toUpperCase() : name;
    const close = random.weighed([[90, '>'], [4, '/>'], [2, ' / >'], [1, ''], [1, '\n>'], [1, '\0>']]);
    return `<${written}${random.chance(0.6) ? random.some(4, () => this.#attribute()) : ''}${close}`;
  }

  #attribute() {
    const random = this.#random;
    const [name, value] = random.weighed([
      [4, () => [random.pick(v.URL_ATTRIBUTES), random.pick(v.URLS)]],
      [4, () => [random.pick(v.OTHER_ATTRIBUTES), random.pick(v.SIMPLE)]],
      [2, () => [random.pick(v.HANDLERS), random.pick(v.RUNS)]],
      [1, () => [random.pick(['srcset', 'imagesrcset']), random.pick(v.SRCSETS)]],
      [1, () => ['style', random.pick(['background:url(//e.example/x);animation:x;color:red', 'display:none', 'font-size:0'])]],
      [1, () => ['id', random.pick(v.SIMPLE)]],
      [0.5, () => [random.pick(v.SIMPLE), random.pick(v.SIMPLE)]],
      [0.5, () => ['srcdoc', '<script>hit()</script>']],
    ])();
    const gap = random.weighed([[90, ' '], [3, '/'], [3, '\n'], [2, ''], [1, '\f'], [1, '\t ']]);
    const written = random.chance(0.05) ? name.toUpperCase() : name;
    if (random.chance(0.05)) return gap + written;
    const equals = random.weighed([[90, '='], [4, ' = '], [2, '=\n'], [1, '==']]);
    return gap + written + equals + this.#quoted(value);
  }

  #quoted(value) {
    return this.#random.weighed([
      [50, () => `"${value.replaceAll('"', '&quot;')}"`],
      [20, () => `'${value.replaceAll("'", '&#39;')}'`],
      [15, () => value.replace(/[\s>]/g, '') || 'x'],
      [3, () => `"${value}"`], // which may end before it ends
      [3, () => `'${value}'`],
      [2, () => value],
      [1, () => `"${value}`],
      [1, () => `\`${value}\``],
    ])();
  }

  /** A table, with parts missing and things between that do not belong there. */
  #table(depth) {
    const { table } = v.ELEMENTS;
    const part = () => (this.#random.chance(0.75) ? this.#element(this.#random.pick(table), depth + 2) : this.#piece(depth + 2));
    if (this.#random.chance(0.3)) return this.#element(this.#random.pick(table), depth);
    return `${this.#start('table')}${this.#random.some(5, part)}${this.#end('table')}`;
  }

  #foreign(depth) {
    const [root, inner] = this.#random.pick([['svg', v.ELEMENTS.svg], ['math', v.ELEMENTS.math]]);
    const piece = () => (this.#random.chance(0.7) ? this.#element(this.#random.pick(inner), depth + 2) : this.#piece(depth + 2));
    return `${this.#start(root)}${this.#random.some(4, piece)}${this.#end(root)}`;
  }

  /** What a parser reads as text, and something in it that looks like markup, or like its end. */
  #raw(depth) {
    const random = this.#random;
    const name = random.pick(v.ELEMENTS.raw);
    const inside = random.weighed([
      [3, () => random.pick(v.RUNS)],
      [3, () => `<img src=x onerror=${random.pick(v.RUNS)}>`],
      [2, () => `<p title="</${name}><img src=x onerror=hit()>">`],
      [2, () => this.content(2, depth + 1)],
      [1, () => `<!--</${name}>-->`],
      [1, () => `<!--<script></${name}>`],
    ])();
    return this.#start(name) + inside + this.#end(name);
  }

  #template(depth) {
    const mode = this.#random.weighed([[3, ''], [2, ' shadowrootmode=open'], [1, ' shadowrootmode=closed']]);
    return `<template${mode}>${this.content(3, depth + 1)}${this.#end('template')}`;
  }

  /** Formatting that ends in another order than it began, for the adoption agency. */
  #crossed(depth) {
    const names = Array.from({ length: 2 + this.#random.below(4) }, () => this.#random.pick(
      this.#random.chance(0.7) ? v.ELEMENTS.formatting : [...v.ELEMENTS.table, ...v.ELEMENTS.listed]));
    const opened = names.map((name) => this.#start(name) + this.#random.some(1, () => this.#piece(depth + 3)));
    const order = names.map((name) => [this.#random.next(), name]).sort(([a], [b]) => a - b);
    return opened.join('') + order.map(([, name]) => `${this.#random.pick(v.TEXTS)}</${name}>`).join('');
  }

  /** Films and sound nested by the hundred keep an engine busy for seconds: each is a player. */
  #deep(depth) {
    const name = this.#random.pick(v.ALL.filter((one) => !v.ELEMENTS.media.includes(one)));
    const times = this.#random.pick([2, 3, 9, 30, 300]);
    return `<${name}>`.repeat(times) + this.content(2, depth + 4) + (this.#random.chance(0.5) ? `</${name}>`.repeat(times) : '');
  }
}
