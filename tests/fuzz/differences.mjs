// Where the engines themselves differ.

/** What a text became, `shown`, without what the engines see differently. */
export function without(shown) {
  return shown;
}
