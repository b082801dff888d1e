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

/** A link to another page leaves the frame. */
addEventListener("click", (event) => {
  const link = event.composedPath().find(({ localName }) => localName === "a");
  const page = (url) => url.split("#")[0];
  if (link?.href && !link.target && page(link.href) !== page(location.href)) link.target = "_top";
}, true);

/** Says the height of the page to whoever shows it; it is no secret. */
const tell = () => parent.postMessage({ type: "news-widget:height", height: document.documentElement.offsetHeight }, "*");

if (parent !== window) {
  new ResizeObserver(tell).observe(document.documentElement);
  addEventListener("message", ({ data, source }) => {
    if (source === parent && data?.type === "news-widget:measure") tell();
  });
}
