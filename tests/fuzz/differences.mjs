// Where the engines themselves differ, of all that is ours to see. Such texts are held to everything but being the same in
// every engine, and how many they were is said at the end. Only what was looked at, and found to be the engines', is here.

const DIFFERENCES = [
  // Firefox has `dialog` among the elements that end the search for what a tag closes; the standard has not.
  { name: 'dialog', sign: /<dialog/i },
  // The standard has `search` among them since 2023; Chromium has not.
  { name: 'search', sign: /<search/i },
  // A host with what is no Punycode: Firefox's `URL` refuses it, Chromium's takes it.
  { name: 'Punycode', sign: /xn--/i },
  // Firefox's `URL` ends at a NUL, others write it as %00. A parser makes U+FFFD of it; our own reading does not.
  { name: 'NUL in an address', sign: /\0|&#0*;|&#x0*;/i, parser: 'own' },
];

/** What the engines are known to read differently in `html` by `way`, a kind and a parser. */
export function difference(html, way) {
  return DIFFERENCES.find(({ sign, parser }) => sign.test(html) && (!parser || way.endsWith(parser)))?.name;
}
