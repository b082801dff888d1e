// The ways to parse, one at a time: what the sanitiser uses where the page has it, what it falls back to, and its own.

/** The parsers of this engine. */
export const PARSERS = [...('parseHTML' in Document ? ['parseHTML'] : []), 'DOMParser', 'own'];

/** `act`, where only `parser` is there. Inside one another, the inner one holds for as long as it takes. */
export function parsing(parser, act) {
  const { prototype } = DOMParser;
  const { parseFromString } = prototype;
  const before = Object.getOwnPropertyDescriptor(Document, 'parseHTML');
  try {
    if (parser !== 'parseHTML') delete Document.parseHTML;
    if (parser === 'own') prototype.parseFromString = () => { throw new TypeError('refused'); };
    act();
  } finally {
    if (before) Object.defineProperty(Document, 'parseHTML', before);
    prototype.parseFromString = parseFromString;
  }
}
