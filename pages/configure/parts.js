// The list of parts: a box for each, and two buttons that move it.

import { NO_PART, PARTS } from "./settings.js";

/** `list` gets a row for each part; `changed` is called when one was moved (boxes tell the form themselves). */
export function partsList(list, changed) {
  const rows = new Map(Object.entries(PARTS).map(([name, label]) => [name, row(name, label)]));
  const order = () => [...list.children];
  const place = (row) => `${order().indexOf(row) + 1} of ${list.children.length}`;

  /** The buttons that lead nowhere stay where they are, or the focus would be lost. */
  function mark() {
    order().forEach((row, index, { length }) => {
      const [up, down] = row.querySelectorAll("button");
      up.ariaDisabled = String(index === 0);
      down.ariaDisabled = String(index === length - 1);
    });
  }

  list.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (!button || button.ariaDisabled === "true") return;
    const row = button.closest("li");
    // The neighbour steps over: what has the focus is not touched.
    if (button.dataset.step === "1") row.before(row.nextElementSibling);
    else row.after(row.previousElementSibling);
    mark();
    document.getElementById("moved").textContent = `${PARTS[row.dataset.name]}: ${place(row)}`;
    changed();
  });

  return {
    get value() {
      return order().filter((row) => row.querySelector("input").checked).map((row) => row.dataset.name).join(" ") || NO_PART;
    },

    /** Those of the value come first, ticked; "" is all. What is no part is left out. */
    set value(text) {
      const names = text === "" ? [...rows.keys()] : text.split(" ");
      const chosen = new Set(names.filter((name) => rows.has(name)));
      for (const [name, row] of rows) row.querySelector("input").checked = chosen.has(name);
      list.replaceChildren(...new Set([...chosen, ...rows.keys()].map((name) => rows.get(name))));
      mark();
    },
  };
}

function row(name, label) {
  const row = document.getElementById("part").content.cloneNode(true).firstElementChild;
  row.dataset.name = name;
  row.querySelector("span").textContent = label;
  const [up, down] = row.querySelectorAll("button");
  up.ariaLabel = `Move up: ${label}`;
  down.ariaLabel = `Move down: ${label}`;
  return row;
}
