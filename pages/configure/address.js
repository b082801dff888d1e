// What is wrong with a feed's address, as far as that can be told without asking for it. Pure.

const LOCAL = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** A sentence, or "" where the address `written` may be asked for by the page at `base`. */
export function addressProblem(written, base) {
  if (!written) return "";
  if (/^[^/?#:]+\.[^/?#:]+(:\d+)?\//.test(written) && !written.startsWith(".")) {
    return `An address on another host begins with https://. Did you mean https://${written}?`;
  }
  let url;
  try {
    url = new URL(written, base);
  } catch {
    return `“${written}” is not a web address. It begins with https://, such as https://news.example/feed.json.`;
  }
  if (!/^https?:$/.test(url.protocol)) return `“${url.protocol}” is not the web. The address begins with https://.`;
  if (url.username || url.password) return "A browser asks for no address with a name or a password in it.";
  if (url.protocol === "http:" && new URL(base).protocol === "https:" && !LOCAL.test(url.hostname)) {
    return "A page that comes by https cannot read a feed that comes by http. Give the feed's https address.";
  }
  return "";
}

/** The whole address. `written` has no problem. */
export const absolute = (written, base) => new URL(written, base).href;

/** Whether it leads to another origin than the page's. */
export const isForeign = (written, base) => new URL(written, base).origin !== new URL(base).origin;

/** Whether it is a web address by itself. */
export const isAddress = (text) => /^https?:\/\//i.test(text) && URL.canParse(text);
