// The form's fields: read, written, and told what is wrong with them.

import { colourFields } from "./colours.js";
import { partsList } from "./parts.js";
import { say } from "./say.js";
import { SERVICES, SETTINGS, settingsFrom } from "./settings.js";
import { hardToRead } from "./theme.js";

const byId = (id) => document.getElementById(id);

/** Calls `commit(settled, asked)` whenever a setting was changed: a typed text once it is left or Enter is pressed. */
export function settingsForm(form, commit) {
  const parts = partsList(byId("sections"), () => commit(true));
  const colours = colourFields(byId("colours"));
  byId("comments").append(...Object.entries(SERVICES).map(([name, label]) => new Option(label, name)));

  /** What the form's own checks found, and what the widget has to say of what was typed; by name. */
  let wrong = {};
  let complaint = {};

  const field = (name) => form.elements.namedItem(name);
  const value = (name) => (name === "sections" ? parts.value : field(name).value);

  function tell() {
    const messages = { ...complaint, ...wrong };
    for (const name of Object.keys(SETTINGS)) {
      const problem = byId(`${name}-problem`);
      if (!problem) continue; // of a closed list, where nothing can be wrong
      say(problem, messages[name] ?? "");
      if (name === "sections") continue;
      if (messages[name]) field(name).setAttribute("aria-invalid", "true");
      else field(name).removeAttribute("aria-invalid");
    }
  }

  form.addEventListener("input", ({ target }) => {
    if (colours.picked(target) || !/^(text|color)$/.test(target.type)) commit(false);
  });
  form.addEventListener("change", () => commit(true));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    commit(true, true);
  });

  return {
    read: () => settingsFrom(value),

    write(settings) {
      for (const [name, text] of Object.entries(settings)) {
        if (name === "sections") parts.value = text;
        else field(name).value = text || (SETTINGS[name].initial ?? "");
      }
      byId("looks").open = Object.keys(settings).some((name) => SETTINGS[name].looks && settings[name]);
    },

    /** Shows what is wrong, and how the colours in force look. */
    judge(problems, settings) {
      wrong = problems;
      tell();
      colours.follow(settings);
      say(byId("contrast"), hardToRead(settings).join(" "));
    },

    /** Shows, or without a message takes away, what the widget says of the field `name`. */
    complain(name, message) {
      complaint = message ? { [name]: message } : {};
      tell();
    },

    /** The articles to choose from: `[id, title]`. */
    suggest: (articles) => byId("articles").replaceChildren(...articles.map(([id, title]) => new Option(title, id))),

    /** What the fields are called. */
    labels: (names) => names.map((name) => (name === "sections" ? "Parts of the page" : field(name).labels[0]?.textContent ?? field(name).ariaLabel)),
  };
}
