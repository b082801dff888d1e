// Where the engines themselves differ, of all that is ours to see. Such texts are held to everything but being the same in
// every engine, and how many they were is said at the end. Only what was looked at, and found to be the engines', is here.

const DIFFERENCES = [
  // Firefox has `dialog` among the elements that end the search for what a tag closes; the standard has not.
  { name: 'dialog', sign: [/<dialog/i] },
  // The standard has `search` among them since 2023; Chromium has not.
  { name: 'search', sign: [/<search/i] },
  // Blanks that are misplaced in a table, while formatting is open: Chromium begins that anew, Firefox does not.
  { name: 'blanks in a table', sign: [/<table(?:[^<]|<(?!t[dh]|caption|table))*<(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)[\s/>]/i] },
  // A template in a table: Firefox may leave words right in a row, as no HTML could say it.
  { name: 'template in a table', sign: [/<table/i, /<template/i], isUnwritable: true },
  // `</p>` and `</br>`, where a drawing or a formula has words of its own: Firefox closes it first.
  { name: 'end tag in a drawing', sign: [/<(?:math|svg)/i, /<(?:m[inos]|mtext|desc|foreignObject|title|annotation-xml)/i, /<\/(?:p|br)\b/i] },
  // A link that ends where it may not, with more elements between than the standard's parser repairs (eight): they do not stop at the same.
  { name: 'a link deep in a link', sign: [/<a[\s>]/i, /(?:<\w[^<>]*>[^<]*){6}/, /<\/?a[\s>]/i] },
  // Half a reference behind a whole one: Firefox reads the first again.
  { name: 'half a reference', sign: [/&#/, /&#(?![\dx])/i] },
  // A host with what is no Punycode: Firefox's `URL` refuses it, Chromium's takes it.
  { name: 'Punycode', sign: [/xn--/i] },
  // A host with other signs than hosts have: Firefox's `URL` refuses most, as the standard does; Chromium's writes %20, keeps ".
  { name: 'host of other signs', sign: [/(?:https?:[/\\]*|[/\\]{2})(?:["']|[^/\\"'>?#]*[^-\w.:@[\]/\\?#"'>\u0080-\uffff])|=https?:[^\s"'>]*["']/i] },
  // An invisible character before the bracket of an IPv6 address: Firefox refuses the host.
  { name: 'IPv6', sign: [/https?:[/\\]*[^/\\"'>\s[]+\[/i] },
  // Chromium writes %27 for ' in what follows the question mark, also where the standard does so for the web's own schemes alone.
  { name: 'quote in a query', sign: [/(?:mailto|tel):[^>]*['`]/i] },
  // White space in an address of `data:`: Firefox takes it out; Chromium writes a tab as %09 and keeps a space.
  { name: 'blanks in data', sign: [/data:[^>]*\s/i] },
  // Firefox's `URL` ends at a NUL, others write it as %00. A parser makes U+FFFD of it; our own reading does not.
  { name: 'NUL in an address', sign: [/\0|&#0*;|&#x0*;/i], parser: 'own' },
];

/** Whether `html` has all of `parts`, in their order. One pattern for them all would take for ever on some texts. */
function has(html, parts) {
  let rest = html;
  return parts.every((part) => {
    const found = part.exec(rest);
    rest = found ? rest.slice(found.index + found[0].length) : '';
    return found != null;
  });
}

/** What the engines are known to read differently in `html` by `way`, a kind and a parser. */
export function difference(html, way) {
  return DIFFERENCES.find(({ sign, parser }) => has(html, sign) && (!parser || way.endsWith(parser)))?.name;
}

/** Whether an engine's parser may make of `html` what it would read differently if it were written out. */
export const isUnwritable = (html) => DIFFERENCES.some((one) => one.isUnwritable && has(html, one.sign));
