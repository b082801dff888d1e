// The widget beside the form.

import { say } from "./say.js";
import { ATTRIBUTES } from "./settings.js";
import { rules } from "./theme.js";

/** What makes the widget begin anew: what it said is said again, or no longer true. */
const ANEW = ["feed", "article", "media-hosts", "routing"];

/** Which field an error is about; the others are about the widget itself. */
const FIELDS = { "article-not-found": "article", load: null, blocked: null, timeout: null };

/** `complain(name, message)` gets what the widget says of a field, "" when all is well. */
export function preview(element, complain) {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  const stage = document.getElementById("stage");
  const problem = document.getElementById("preview-problem");
  const said = document.getElementById("preview-said");
  const { title } = document;
  let looks = "";

  element.addEventListener("news-widget:error", ({ detail: { code, message } }) => {
    const field = FIELDS[code] === undefined ? "feed" : FIELDS[code];
    if (field) complain(field, message);
    else say(problem, message);
  });
  element.addEventListener("news-widget:ready", () => {
    complain("feed", "");
    say(problem, "");
  });
  // A link would lead away from what is being made here.
  element.addEventListener("news-widget:navigate", (event) => {
    if (element.getAttribute("routing") === "hash") return;
    event.preventDefault();
    say(said, `On your page this link leads to ${event.detail.url}`);
  });
  document.getElementById("widths").addEventListener("change", ({ target }) => { stage.dataset.width = target.value; });

  /** Sets what differs, and nothing else: each change makes the widget read its attributes. */
  function set(name, value) {
    if ((element.getAttribute(name) ?? "") === value) return false;
    if (value) element.setAttribute(name, value);
    else element.removeAttribute(name);
    return true;
  }

  return {
    /** Shows these settings, and answers whether the widget begins anew. */
    show(settings, feed) {
      const wanted = { ...settings, feed, loading: "eager" };
      const changed = ATTRIBUTES.filter((name) => set(name, wanted[name]));
      const css = rules(settings);
      if (css !== looks) sheet.replaceSync(css);
      looks = css;
      const anew = changed.some((name) => ANEW.includes(name));
      if (changed.length) say(said, "");
      if (anew) say(problem, "");
      if (settings.routing !== "hash") document.title = title; // as a site, the widget gives the page its own
      return anew;
    },
  };
}
