/**
 * The page for frames: sets the element's attributes as the address says, and tells the page around it how tall it is.
 * It runs before the widget's own script, so that the element has its attributes when it starts.
 */

import { PARAMETERS, read, sources } from "./embed/address.js";

const widget = document.querySelector("news-widget");
const { content: allowed } = document.querySelector("meta[name=news-widget-allowed]");
const { attributes, unknown, refusal } = read(location.href, allowed);

const connect = sources(location.href, allowed);
if (connect) {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = `connect-src ${connect}`;
  document.head.append(policy); // from here on, beside the one that stands there
}
for (const name of unknown) {
  console.warn(`news-widget: ${name}= in the address is ignored; it may have, once each: ${PARAMETERS.join(", ")}`);
}
if (refusal) {
  console.error(`news-widget: ${refusal}`);
  const paragraph = document.createElement("p");
  paragraph.className = "refused";
  paragraph.role = "alert";
  paragraph.textContent = refusal;
  widget.replaceWith(paragraph);
} else {
  for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
  // What the widget does not cover, such as the scroll bar, follows too.
  if (/^(light|dark)$/.test(attributes.theme)) document.documentElement.style.colorScheme = attributes.theme;
}

const page = (url) => url.split("#")[0];

/** The page around the frame, once it has told its address: links to comments lead there. */
let outer = "";

/** The fragment that it had. */
let fragment = "";

/** A link to another page leaves the frame. One to a comment becomes one before the reader can follow or copy it. */
for (const type of ["pointerover", "focusin", "click"]) {
  addEventListener(type, (event) => {
    const link = event.composedPath().find(({ localName }) => localName === "a");
    if (!link?.href) return;
    if (outer && page(link.href) === page(location.href) && link.hash.startsWith("#comment-")) link.href = outer + link.hash;
    if (!link.target && page(link.href) !== page(location.href)) link.target = "_top";
  }, true);
}

/** Says the height of the page to whoever shows it, and where the comment is that they named; neither is a secret. */
function tell() {
  const top = named?.isConnected ? named.getBoundingClientRect().top + scrollY : undefined;
  parent.postMessage({ type: "news-widget:height", height: document.documentElement.offsetHeight, top }, "*");
}

/** Whoever shows the page may name a comment, and a page of their own origin that it is on. */
function told({ data, origin, source }) {
  if (source !== parent) return;
  if (data?.type === "news-widget:measure") tell();
  // Where the widget is the site, its own fragment says which article is open.
  if (data?.type !== "news-widget:page" || attributes.routing === "hash" || !URL.canParse(data.url)) return;
  const url = new URL(data.url);
  if (url.origin !== origin) return;
  outer = url.hash.startsWith("#/") ? "" : page(url.href); // there the fragment is the page's own affair
  if (url.hash === fragment) return;
  fragment = url.hash;
  named = undefined;
  if (!/^#(comment|isso)-/.test(fragment)) return;
  if (fragment === location.hash) dispatchEvent(new HashChangeEvent("hashchange"));
  else location.replace(fragment);
  watch();
}

/** The comment that is marked; the one that was when another was named; and that. */
const marked = () => widget.shadowRoot?.querySelector("[data-comment][aria-current]");
let before, named;

/** Says where the comment is, as soon as the widget marks it as the one that the address names. */
function watch() {
  observer.disconnect();
  before = marked();
  if (widget.shadowRoot) observer.observe(widget.shadowRoot, { subtree: true, childList: true, attributeFilter: ["aria-current"] });
  else widget.addEventListener("news-widget:ready", watch, { once: true });
}

const observer = new MutationObserver(() => {
  const comment = marked();
  if (!comment || comment === before) return;
  observer.disconnect();
  named = comment;
  tell(); // and again when the page grows or shrinks
});

if (parent !== window) {
  new ResizeObserver(tell).observe(document.documentElement);
  addEventListener("message", told);
}
