/**
 * The loader: the only file with a fixed name. It defines `<news-widget>`, and fetches everything else, all at once and
 * only when the first element is near the viewport. What it loads is named by content and checked (Subresource Integrity).
 */

/** @type {Record<"glue" | "wasm" | "style", [path: string, integrity: string]>} filled in by scripts/dist.mjs */
const assets = __ASSETS__;

const attributes = [
  "feed", "source", "article", "sections", "routing", "comments", "comments-url", "lang", "theme", "heading-level",
  "media-hosts", "embeds", "spam-traps",
];

/** What an element wears until its style sheet is here: its place is kept. */
const waiting = new CSSStyleSheet();
waiting.replaceSync(":host{display:block;min-height:60vh}");

const href = ([path]) => new URL(path, import.meta.url).href;
const missing = (asset) => new Error(`${href(asset)} did not come, or not as it was published.`);
const get = (asset, type) =>
  fetch(href(asset), { integrity: asset[1], priority: "high", headers: { Accept: type } }).catch(() => {
    throw missing(asset);
  });

/** A module cannot be imported with an integrity, but a preloaded one is what `import` then takes. */
const preload = (asset, link = document.createElement("link")) =>
  new Promise((resolve, reject) => {
    if (!link.relList.supports("modulepreload")) return resolve();
    link.rel = "modulepreload";
    link.integrity = asset[1];
    link.crossOrigin = "anonymous";
    link.onload = resolve;
    link.onerror = () => reject(missing(asset));
    link.href = href(asset);
    document.head.append(link);
  }).finally(() => link.remove());

/** One load for all elements of the page: `[Widget class, shared style sheets]`. */
let loaded;
const load = () =>
  (loaded ??= Promise.all([
    preload(assets.glue).then(() => import(href(assets.glue))),
    get(assets.wasm, "application/wasm"),
    get(assets.style, "text/css").then((answer) => answer.text()),
  ]).then(async ([glue, wasm, css]) => {
    await glue.start(wasm);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return [glue.Widget, [sheet, glue.style]];
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
  static observedAttributes = attributes;
  #root;
  #widget;
  #observer;
  #early;

  connectedCallback() {
    if (this.#widget || this.#observer) return;
    if (!this.#root) {
      this.#root = this.attachShadow({ mode: "open" });
      this.#showFallback();
    }
    const eager = this.getAttribute("loading") === "eager" || this.getAttribute("routing") === "hash";
    this.#observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && this.#start(),
      { rootMargin: "1200px" },
    );
    if (eager) this.#start();
    else this.#observer.observe(this);
  }

  disconnectedCallback() {
    // Moving an element is leaving and coming back: only one that stays away is taken down.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#observer?.disconnect();
      this.#observer = undefined;
      this.#early?.abort();
      if (!this.#widget) return;
      this.#widget.free();
      this.#widget = undefined;
      this.#showFallback();
    });
  }

  attributeChangedCallback(_name, before, now) {
    if (before !== now) this.#widget?.configure();
  }

  /** Fetches the feed again; what is shown stays until the answer is here. */
  refresh() {
    this.#widget?.refresh();
  }

  #showFallback() {
    this.#root.adoptedStyleSheets = [waiting];
    this.#root.replaceChildren(document.createElement("slot"));
  }

  async #start() {
    const observer = this.#observer;
    observer.disconnect();
    let early;
    const feed = this.getAttribute("feed");
    try {
      this.#early = new AbortController();
      const { signal } = this.#early;
      // Asked for together with the code that will read it.
      const url = new URL(feed.trim(), this.baseURI);
      // Another scheme would be told to the page as a violation of its policy.
      if (feed.trim() && /^http/.test(url.protocol)) {
        early = fetch(url, { headers: { Accept: "application/feed+json, application/json;q=0.9, */*;q=0.1" }, signal });
        early.catch(() => {}); // reported by whoever awaits it
      }
    } catch {
      // no address: the widget says so
    }
    try {
      const [Widget, sheets] = await load();
      if (this.#observer !== observer) return; // taken down meanwhile
      this.#root.adoptedStyleSheets = sheets;
      const wanted = early && this.getAttribute("feed") === feed; // it may have changed meanwhile
      this.#widget = new Widget(this, this.#root, wanted ? early : undefined);
    } catch (error) {
      if (this.#observer === observer) this.#fail(error);
    }
  }

  #fail(error) {
    const blocked = error instanceof WebAssembly.CompileError && forbidsWasm(error);
    const code = blocked ? "blocked" : "load";
    const message = blocked
      ? "The page's Content-Security-Policy must allow 'wasm-unsafe-eval' in script-src."
      : `The news could not be loaded. ${error.message ?? error} Reload the page; if that does not help, publish the widget's folder again, complete, where this page may read it.`;
    console.error(`news-widget: ${message}`, error);
    this.dispatchEvent(new CustomEvent("news-widget:error", { bubbles: true, composed: true, detail: { code, message } }));
    this.#observer = undefined;
    this.#root.adoptedStyleSheets = []; // nothing is coming: the fallback takes what room it needs
    this.#root.firstChild.textContent = message; // what a slot holds shows where there is no fallback
  }
}

// A page may load the script twice, or two versions of it.
if (!customElements.get("news-widget")) customElements.define("news-widget", NewsWidget);
