// The code to paste. Pure: texts in, text out; every value is escaped, whoever wrote it.

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as it is written in HTML, also between double quotes. */
export const escape = (text) => text.replace(/[&<>"]/g, (character) => ENTITIES[character]);

const written = (attributes) => attributes.map(([name, value]) => `${name}="${escape(value)}"`);

/** A start tag: on one line if it fits, else a line for each attribute. */
function tag(name, attributes) {
  const all = written(attributes);
  const line = `<${name} ${all.join(" ")}>`;
  return line.length <= 100 ? line : `<${name}\n  ${all.join("\n  ")}>`;
}

/** A module script; `integrity` pins it. */
export const script = ({ src, integrity }) =>
  `<script ${written([["type", "module"], ["src", src], ...(integrity ? [["integrity", integrity], ["crossorigin", "anonymous"]] : [])]).join(" ")}></script>`;

const indented = (text) => text.replace(/^/gm, "  ");

/** The element. `rules` are those of theme.js; `home` is where readers go who have no widget, `name` what that is. */
export function elementSnippet({ loader, attributes, rules, home, name }) {
  return [
    script(loader),
    ...(rules ? [`<style>\n${indented(rules)}\n</style>`] : []),
    tag("news-widget", attributes),
    `  <a href="${escape(home)}">Read ${escape(name)}</a>`,
    "</news-widget>",
  ].join("\n");
}

/** A frame that shows `page` with the attributes as parameters; `fit` is the script that gives it its height. */
export function frameSnippet({ page, fit, attributes, title }) {
  const src = `${page}?${new URLSearchParams(attributes)}`;
  const frame = [["src", src], ["title", title], ["loading", "lazy"], ["width", "100%"], ["height", "900"], ["frameborder", "0"]];
  return `<iframe\n  ${written(frame).join("\n  ")}></iframe>\n${script({ src: fit })}`;
}
