// Looks: what becomes a rule for `--nw-*` properties, and whether its colours can be read. Pure.

/** The colours that can be set here, and the widget's own: light, dark. docs/theming.md has all. */
export const COLOURS = {
  accent: { label: "Accent", own: ["#94231b", "#f2958a"] },
  text: { label: "Text", own: ["#1c1b19", "#e8e5df"] },
  muted: { label: "Small print", own: ["#5b5750", "#aaa499"] },
  background: { label: "Background", own: ["#fffefb", "#161513"] },
  surface: { label: "Boxes", own: ["#f5f2eb", "#211f1c"] },
};
export const SCHEMES = ["light", "dark"];
const FONTS = ["text", "headline", "interface"];
const ENOUGH = 4.5; // WCAG 2.2, 1.4.3
const READ = [["text", "background"], ["text", "surface"], ["muted", "background"], ["accent", "background"], ["accent", "surface"]];

/** The setting of a colour in a scheme. */
export const colourName = (colour, scheme) => `color-${colour}-${scheme}`;

export const colourProblem = (value) => (/^#[0-9a-f]{6}$/i.test(value) ? "" : `“${value}” is not a colour, such as #00539f.`);

/** A name as it may stand without quotes, and one within: nothing that could end the rule, or the style sheet. */
const FONT = /^(?:"[\p{L}\p{N} _-]+"|-?\p{L}[\p{L}\p{N}_-]*(?: \p{L}[\p{L}\p{N}_-]*)*)$/u;

export const fontProblem = (value) => (value.split(",").every((name) => FONT.test(name.trim()))
  ? "" : "Names with commas between them; those with digits in double quotes, such as \"Source Serif 4\", Georgia, serif.");

/** A number of pixels between two. */
export const pixelsProblem = (least, most) => (value) => (
  /^\d+(\.\d+)?$/.test(value) && value >= least && value <= most ? "" : `A number from ${least} to ${most}.`
);

const pixels = (value) => (Number(value) ? `${value}px` : "0");

/** The colour in force, light and dark. */
const pair = (settings, colour) => SCHEMES.map((scheme, index) => settings[colourName(colour, scheme)] || COLOURS[colour].own[index]);

const lightDark = ([light, dark]) => (light === dark ? light : `light-dark(${light}, ${dark})`);

/** The properties that differ from the widget's own: `[name, value]`. */
function declarations(settings) {
  const changed = (colour) => SCHEMES.some((scheme) => settings[colourName(colour, scheme)]);
  const colours = Object.keys(COLOURS).filter(changed).flatMap((colour) => [
    [`color-${colour}`, lightDark(pair(settings, colour))],
    ...(colour === "accent" ? [["color-on-accent", lightDark(pair(settings, colour).map(onTop))]] : []),
  ]);
  const fonts = FONTS.filter((font) => settings[`font-${font}`]).map((font) => [`font-${font}`, settings[`font-${font}`]]);
  const sizes = ["font-size", "radius"].filter((name) => settings[name]).map((name) => [name, pixels(settings[name])]);
  return [...colours, ...fonts, ...sizes];
}

/** The rule for the host page's style sheet, or "". */
export function rules(settings) {
  const lines = declarations(settings).map(([name, value]) => `  --nw-${name}: ${value};\n`);
  return lines.length ? `news-widget {\n${lines.join("")}}` : "";
}

/** Black or white, whichever is easier to read on `colour`. */
const onTop = (colour) => (contrast("#ffffff", colour) >= contrast("#000000", colour) ? "#ffffff" : "#000000");

/** By how much two colours stand out from each other, 1 to 21, as WCAG has it. */
export function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour) {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** What is hard to read with these colours, a sentence for each pair. */
export function hardToRead(settings) {
  return READ.flatMap(([front, back]) => SCHEMES.flatMap((scheme, index) => {
    const ratio = contrast(pair(settings, front)[index], pair(settings, back)[index]);
    if (ratio >= ENOUGH) return [];
    const [what, where] = [front, back].map((colour) => COLOURS[colour].label.toLowerCase());
    return [`Hard to read when ${scheme}: ${what} on ${where} is ${(Math.floor(ratio * 10) / 10).toFixed(1)} to 1; ${ENOUGH} is needed.`];
  }));
}
