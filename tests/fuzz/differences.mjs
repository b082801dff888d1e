// Where the engines' own parsers differ, of all that is ours to see. Such texts are held to everything but being the same in
// every engine; how many they were is said at the end. Only what was looked at, and found to be the engines', is here.

const DIFFERENCES = [
  // Firefox ends a search for what a tag closes at a `dialog`, which the standard has not among its special elements.
  ['dialog', /<dialog/i],
];

/** The name of what the engines are known to read differently in `html`. */
export function difference(html) {
  return DIFFERENCES.find(([, sign]) => sign.test(html))?.[0];
}
