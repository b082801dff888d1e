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

  /** Nothing is wrong, or not yet again. */
  function fine() {
    complain("feed", "");
    say(problem, "");
  }

  element.addEventListener("news-widget:error", ({ detail: { code, message } }) => {
    const field = FIELDS[code] === undefined ? "feed" : FIELDS[code];
    if (field) complain(field, message);
    else say(problem, message);
  });
  element.addEventListener("news-widget:ready", fine);
  // A link would lead away from what is being made here.
  element.addEventListener("news-widget:navigate", (event) => {
    if (element.getAttribute("routing") === "hash") return;
    event.preventDefault();
    say(said, `On your page this link leads to ${event.detail.url}`);
  });
  document.getElementById("widths").addEventListener("change", ({ target }) => { stage.dataset.width = target.value; });

  return {
    /**
     * Shows these settings, with the comments of the service only where it may be asked. Only what differs is set: each change
     * makes the widget read its attributes.
     */
    show(settings, feed, mayAsk) {
      const wanted = { ...settings, feed, comments: mayAsk ? settings.comments : "none", loading: "eager" };
      const changed = ATTRIBUTES.filter((name) => (element.getAttribute(name) ?? "") !== wanted[name]);
      if (changed.length) say(said, "");
      if (changed.some((name) => ANEW.includes(name))) fine();
      for (const name of changed) {
        if (wanted[name]) element.setAttribute(name, wanted[name]);
        else element.removeAttribute(name);
      }
      const css = rules(settings);
      if (css !== looks) sheet.replaceSync(css);
      looks = css;
      if (settings.routing !== "hash") document.title = title; // as a site, the widget gives the page its own
    },
  };
}
