// What a publisher may set. Each setting is a text by one name, in the form as in this page's address; "" is the widget's
// default. Pure: the tests run it without a browser.

import { addressProblem, isAddress } from "./address.js";
import { hostsProblem } from "./hosts.js";
import { COLOURS, SCHEMES, colourName, colourProblem, fontProblem, pixelsProblem } from "./theme.js";

/** The parts of the page, in its own order. */
export const PARTS = {
  date: "Date", spot: "Spot for a promotion", breadcrumb: "Breadcrumb", article: "Article", related: "Related articles",
  comments: "Comments", reply: "Leave a reply", popular: "Most popular", recent: "Recent comments",
};

/** The comment services that there are, besides the feed's own choice. Those on a server need its address. */
export const SERVICES = {
  local: "In the reader’s browser: nobody else sees them",
  http: "On a server of yours, by the widget’s own contract",
  wordpress: "On your WordPress",
  isso: "On your Isso",
  feed: "In the feed, to be read only",
  none: "Nowhere: neither thread nor form",
};

/** A closed list, the first of which is the default. */
const choice = (...values) => ({ values, initial: values[0] });

/** By name: `values` of a closed list; `initial`, what the widget does by itself; or what is wrong with a value. */
export const SETTINGS = {
  feed: { problem: addressProblem },
  article: {},
  sections: { initial: Object.keys(PARTS).join(" "), problem: partsProblem },
  comments: choice("", ...Object.keys(SERVICES)),
  "comments-url": { problem: serverProblem },
  routing: choice("none", "hash"),
  lang: { problem: languageProblem },
  theme: choice("auto", "light", "dark"),
  "heading-level": choice("1", "2", "3", "4"),
  loading: choice("lazy", "eager"),
  "media-hosts": { problem: hostsProblem },
  embeds: { problem: hostsProblem },
  ...Object.fromEntries(Object.keys(COLOURS).flatMap((colour) => SCHEMES.map((scheme) => (
    [colourName(colour, scheme), { looks: true, problem: colourProblem }])))),
  "font-text": { looks: true, problem: fontProblem },
  "font-headline": { looks: true, problem: fontProblem },
  "font-interface": { looks: true, problem: fontProblem },
  "font-size": { looks: true, problem: pixelsProblem(12, 24) },
  radius: { looks: true, problem: pixelsProblem(0, 40) },
};

const NAMES = Object.keys(SETTINGS);

/** Those that are attributes of the element, not looks. */
export const ATTRIBUTES = NAMES.filter((name) => !SETTINGS[name].looks);

/** What the form has for "no part": a value with a problem. */
export const NO_PART = "none";

function partsProblem(value) {
  if (value === NO_PART) return "Choose one part at least.";
  const unknown = value.split(" ").find((name) => !Object.hasOwn(PARTS, name));
  return unknown === undefined ? "" : `There is no part “${unknown}”.`;
}

/** The code is for another page than this one: an address relative to here would lead elsewhere there. */
function serverProblem(value, base) {
  if (value.startsWith("/") || value.startsWith(".")) return "The whole address, please; it begins with https://.";
  return addressProblem(value, base) || (isAddress(value) ? "" : `“${value}” is not a web address. It begins with https://.`);
}

function languageProblem(value) {
  try {
    Intl.getCanonicalLocales(value);
    return "";
  } catch {
    return `“${value}” is not a language tag, such as en, pt-BR or ar.`;
  }
}

/** All settings, from what `get` knows of each; no line breaks, no spaces around, and the default is "". */
export function settingsFrom(get) {
  return Object.fromEntries(NAMES.map((name) => {
    const { values, initial } = SETTINGS[name];
    const value = (get(name) ?? "").replace(/[\p{Cc}\s]+/gu, " ").trim();
    return [name, value === initial || (values && !values.includes(value)) ? "" : value];
  }));
}

/** The sentences for what cannot be used, by name. A text that cannot be used is kept all the same. */
export function problems(settings, base) {
  return Object.fromEntries(NAMES.flatMap((name) => {
    const problem = settings[name] && SETTINGS[name].problem?.(settings[name], base);
    return problem ? [[name, problem]] : [];
  }));
}

/** Settings from the part of an address behind the question mark, and back. */
export function readAddress(search) {
  const query = new URLSearchParams(search);
  return settingsFrom((name) => query.get(name));
}

export function writeAddress(settings) {
  return new URLSearchParams(Object.entries(settings).filter(([, value]) => value)).toString();
}

/** The attributes that differ from the default, `[name, value]`, with the feed's whole address. */
export function attributes(settings, feed) {
  return [["feed", feed], ...ATTRIBUTES.slice(1).map((name) => [name, settings[name]])].filter(([, value]) => value);
}
