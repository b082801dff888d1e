/**
 * The loader: the only file with a fixed name. It defines `<news-widget>`, and fetches everything else, all at once and
 * only when the first element is near the viewport.
 */

import { own } from "./own.js";
import { files } from "./published/first.js";

const followed = [
  "feed", "source", "article", "sections", "routing", "comments", "comments-url", "lang", "theme", "heading-level",
  "media-hosts", "embeds", "spam-traps",
];

/** Each attribute is a property as well, by the usual name. The browser's own, such as `lang`, are left as they are. */
const properties = [...followed, "loading", "trusted-types", "new-comments"]
  .map((name) => [name.replace(/-./g, ([, letter]) => letter.toUpperCase()), name])
  .filter(([property]) => !(property in HTMLElement.prototype));

/** What an element wears until it has drawn something: what stands below waits below the fold, and is not seen to move. */
const waiting = new CSSStyleSheet();
waiting.replaceSync(":host{display:block;min-height:100vh}");

/** Feeds that somebody waits for, by address: elements that show the same one share a request. */
const feeds = new Map();

/** The answer of `url`, for one of those who wait; the last one's `signal` ends the request. Or an answer of its own. */
const ask = (url, signal, anew) => {
  signal.throwIfAborted(); // such a signal tells nobody any more
  const headers = { Accept: "application/feed+json, application/json, */*;q=0.1" };
  if (anew) return fetch(url, { headers, signal, cache: "no-cache" });
  let feed = feeds.get(url);
  if (!feed) {
    const request = new AbortController();
    feeds.set(url, (feed = { waiting: 0, request, answer: fetch(url, { headers, signal: request.signal }) }));
  }
  feed.waiting++;
  signal.addEventListener("abort", () => {
    if (--feed.waiting) return;
    feeds.delete(url);
    feed.request.abort();
  });
  return feed.answer.then((answer) => answer.clone());
};

/** The widget's other half, once it is here. */
let glue;

/** One load for all elements of the page: their style sheets, then. */
let loaded;
const load = () =>
  (loaded ??= files().then(async ([code, wasm, css]) => {
    await code.start(wasm);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    glue = code;
    return [sheet, glue.style];
  }).catch((error) => {
    loaded = undefined; // the next element tries again
    throw error;
  }));

/** Whether the page's policy forbids WebAssembly: then Chromium and Firefox refuse even the empty module; WebKit says it. */
const forbidsWasm = ({ message }) => {
  if (/unsafe-eval|Content Security Policy/.test(message)) return true;
  try {
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch {
    return true;
  }
};

class NewsWidget extends HTMLElement {
  static observedAttributes = followed;
  #root;
  #widget;
  /** Ends what belongs to this stay in a document. */
  #stay;
  /** Ends our own waiting for the feed, once the widget waits for it. */
  #early;

  connectedCallback() {
    if (this.#stay) return;
    for (const [property] of properties) {
      // Set before the element was defined, it would stand before the real one.
      if (!Object.hasOwn(this, property)) continue;
      const value = this[property];
      delete this[property];
      this[property] = value;
    }
    this.#root ??= this.attachShadow({ mode: "open" });
    this.#root.adoptedStyleSheets = [waiting];
    this.#root.replaceChildren(own("createElement", "slot")); // the fallback
    this.#stay = new AbortController();
    const { signal } = this.#stay;
    const near = (margin, act) => {
      const observer = new IntersectionObserver(
        (entries) => entries.some((entry) => entry.isIntersecting) && (observer.disconnect(), act()),
        { rootMargin: `${margin}px` },
      );
      observer.observe(this);
      signal.addEventListener("abort", () => observer.disconnect());
    };
    const atOnce = this.loading == "eager" || this.routing == "hash" || location.hash.startsWith("#comment-");
    if (atOnce) return this.#start(signal);
    near(1200, () => this.#fetch(signal));
    near(200, () => this.#start(signal));
  }

  disconnectedCallback() {
    // Moving an element is leaving and coming back: only one that stays away is taken down.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#stay?.abort();
      this.#widget?.free();
      this.#stay = this.#widget = undefined;
    });
  }

  attributeChangedCallback(_name, before, now) {
    if (before != now) this.#widget?.configure();
  }

  /** Fetches the feed again; what is shown stays until the answer is here. */
  refresh() {
    this.#widget?.refresh();
  }

  /** Resolves once nothing is under way. */
  get settled() {
    return Promise.allSettled([loaded]).then(() => glue?.settled());
  }

  /** Asks for the code, and for the feed together with it. */
  #fetch(signal) {
    this.#early = new AbortController();
    signal.addEventListener("abort", () => this.#early.abort());
    load().catch(() => {}); // #start says it
    try {
      const { protocol, href } = new URL(this.feed.trim() || "-:", this.baseURI);
      // Another scheme would be told to the page as a violation of its policy.
      if (/^http/.test(protocol) && this.source != "wordpress" && !glue?.Widget.has(href)) ask(href, this.#early.signal).catch(() => {});
    } catch {
      // no address: the widget says so
    }
  }

  async #start(signal) {
    if (!this.#early || this.#early.signal.aborted) this.#fetch(signal);
    const late = setTimeout(() => this.#report("timeout", "No news for 15 seconds."), 15e3);
    signal.addEventListener("abort", () => clearTimeout(late));
    let sheets = [];
    let kept = [waiting];
    const settle = () => {
      clearTimeout(late);
      kept = [];
      this.#root.adoptedStyleSheets = sheets; // with nothing to come, the fallback takes what room it needs
    };
    for (const event of ["ready", "error"]) this.addEventListener(`news-widget:${event}`, settle, { signal });
    try {
      sheets = await load();
      if (signal.aborted) return;
      this.#root.adoptedStyleSheets = [...kept, ...sheets];
      this.#widget = new glue.Widget(this, this.#root, ask);
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
    this.#early.abort();
  }

  #fail(error) {
    const blocked = error instanceof WebAssembly.CompileError && forbidsWasm(error);
    const message = blocked
      ? "The page's policy must allow 'wasm-unsafe-eval' in script-src."
      : `The news did not come. ${error.message ?? error} Reload, or publish the widget's folder again.`;
    this.#report(blocked ? "blocked" : "load", message, error);
    this.#stay.abort();
    this.#stay = undefined; // put into the page again, it tries again
    this.#root.firstChild.textContent = message; // what a slot holds shows where there is no fallback
  }

  #report(code, message, ...more) {
    console.error(`news-widget: ${message}`, ...more);
    this.dispatchEvent(new CustomEvent("news-widget:error", { bubbles: true, composed: true, detail: { code, message } }));
  }
}

for (const [property, name] of properties) {
  Object.defineProperty(NewsWidget.prototype, property, {
    configurable: true,
    enumerable: true,
    get() {
      return this.getAttribute(name) ?? "";
    },
    set(value) {
      value == null ? this.removeAttribute(name) : this.setAttribute(name, value);
    },
  });
}

// A page may load the script twice, or two versions of it.
if (!customElements.get("news-widget")) customElements.define("news-widget", NewsWidget);
