// The fields of colours: a text, which is the setting, and the browser's own way to pick one beside it.

import { COLOURS, SCHEMES, colourName } from "./theme.js";

export function colourFields(grid) {
  const pickers = new Map();
  for (const [colour, { label, own }] of Object.entries(COLOURS)) {
    const heading = document.createElement("p");
    heading.textContent = label;
    heading.ariaHidden = "true"; // each field says it
    grid.append(heading, ...SCHEMES.map((scheme, index) => field(colourName(colour, scheme), `${label}, ${scheme}`, own[index])));
  }

  function field(name, label, own) {
    const field = document.getElementById("colour").content.cloneNode(true).firstElementChild;
    const [picker, text] = field.querySelectorAll("input");
    const problem = field.querySelector(".problem");
    text.name = name;
    text.placeholder = own;
    text.ariaLabel = label;
    picker.ariaLabel = `${label}: pick`;
    problem.id = `${name}-problem`;
    text.setAttribute("aria-describedby", problem.id);
    pickers.set(picker, { text, name, own });
    return field;
  }

  return {
    /** Writes what was picked into its text; false if `target` is no picker. */
    picked(target) {
      const picked = pickers.get(target);
      if (picked) picked.text.value = target.value;
      return Boolean(picked);
    },

    /** Shows the colours in force. */
    follow(settings) {
      for (const [picker, { name, own }] of pickers) picker.value = settings[name] || own;
    },
  };
}
