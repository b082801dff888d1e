/**
 * What the address of embed.html asks for, and whether it may. Pure: tests/e2e/embed-frame.test.mjs runs it in Node.
 */

/** What an address may set: the element's attributes, but for those that are the page's own matter. */
export const PARAMETERS = [
  "feed", "source", "article", "sections", "routing", "comments", "comments-url", "lang", "theme", "heading-level",
  "media-hosts", "embeds", "spam-traps", "new-comments",
];

/** The parameters that name somebody: who says the news, and who is told what readers write. */
const GUARDED = ["feed", "comments-url"];

/**
 * Reads the address of the page.
 *
 * @param {string} address its own, whole
 * @param {string} allowed what its publisher lists
 * @returns {{attributes: Record<string, string>, unknown: string[], refusal?: string}} `refusal` is a sentence that says
 *   why nothing may be shown
 */
export function read(address, allowed) {
  const page = new URL(address);
  const given = [...page.searchParams.keys()];
  const unknown = given.filter((name, at) => !PARAMETERS.includes(name) || given.indexOf(name) < at);
  const attributes = {};
  for (const name of PARAMETERS) if (page.searchParams.has(name)) attributes[name] = page.searchParams.get(name);
  return { attributes, unknown, refusal: refuse(attributes, page, allowed) };
}

function refuse(attributes, page, allowed) {
  if (!attributes.feed?.trim()) return "The address of this page names no feed. Add ?feed= with the address of a JSON Feed.";
  for (const name of GUARDED) {
    const written = attributes[name]?.trim();
    if (!written) continue;
    if (!URL.canParse(written, page)) return `“${written}” is no web address. Correct ${name}= in the address of this page.`;
    const url = new URL(written, page);
    if (!/^https?:$/.test(url.protocol)) return `“${written}” is no web address. ${name}= needs one that begins with http:// or https://.`;
    if (url.origin !== page.origin && !allows(allowed, url, page)) {
      return `This page may not show ${url.href}. Its publisher can allow that in embed.html, with
        <meta name="news-widget-allowed" content="${url.origin}/">.`.replace(/\s+/g, " ");
    }
  }
}

/**
 * What the page may ask at all, as a policy's `connect-src`: an address that is allowed may lead elsewhere, by a redirect or
 * by the feed that it names. Nothing where any feed may be shown.
 */
export function sources(address, allowed) {
  const page = new URL(address);
  const entries = listed(allowed, page);
  if (entries.includes("*")) return "";
  return ["'self'", ...new Set(entries.map(({ origin }) => origin))].join(" ");
}

/** Whether `list` has `url`, or a folder that it lies in. */
function allows(list, url, page) {
  return listed(list, page).some((entry) => (
    entry === "*" || entry.href === url.href || (entry.href.endsWith("/") && url.href.startsWith(entry.href))
  ));
}

/** The entries of a list: addresses, or `*`. */
function listed(list, page) {
  const entries = list.split(/\s+/).filter((entry) => entry === "*" || (entry && URL.canParse(entry, page)));
  return entries.map((entry) => (entry === "*" ? entry : new URL(entry, page)));
}
