// The ways to parse, one at a time: what the sanitiser uses where the page has it, what it falls back to, and its own.

const parseHTML = Object.getOwnPropertyDescriptor(Document, 'parseHTML');

/** The parsers of this engine. */
export const PARSERS = [...(parseHTML ? ['parseHTML'] : []), 'DOMParser', 'own'];

/** `act`, where only `parser` is there. */
export function parsing(parser, act) {
  const { prototype } = DOMParser;
  const { parseFromString } = prototype;
  try {
    if (parser !== 'parseHTML') delete Document.parseHTML;
    if (parser === 'own') prototype.parseFromString = () => { throw new TypeError('refused'); };
    act();
  } finally {
    if (parseHTML) Object.defineProperty(Document, 'parseHTML', parseHTML);
    prototype.parseFromString = parseFromString;
  }
}
