/**
 * Starts the wasm modules. scripts/dist.mjs puts this in the place of what wasm-bindgen writes for that: `wasm` is what the
 * first module exports, `__wbg_get_imports` is what it needs, `__wbg_finalize_init` sets the first to work.
 */

import { get, modules } from "./published/later.js";

/**
 * The page's document, for the glue and for this file. An element of the host's with the name of one of the document's properties,
 * such as `<img name="createElement">`, takes that one's place. The prototype's are whole.
 */
const document = new Proxy(self.document, {
  get: (page, name) => methods[name] ?? own(page, name),
  set: (page, name, value) => Reflect.set(Document.prototype, name, value, page),
});
const methods = { __proto__: null };
const own = (page, name) => {
  const value = Reflect.get(Document.prototype, name, page);
  return typeof value == "function" ? (methods[name] = value.bind(page)) : value;
};

/** What Rust calls for a body: its bytes, or nothing if there are more than `most`; no more are read. */
const readBody = async (answer, most) => {
  if (answer.headers.get("Content-Length") > most) return;
  const reader = answer.body?.getReader();
  const parts = [];
  for (let left = most, part; reader && !(part = await reader.read()).done; parts.push(part.value)) {
    if ((left -= part.value.length) < 0) return void reader.cancel();
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
};

/**
 * What Rust calls for dates and numbers: the first of the browser's languages that is the language `tag`, in the same script, if
 * it names a region; else `tag`, as where the `written` one names a region. Throws at what is no language.
 */
const ofReader = (tag, written) => {
  const full = (tag) => new Intl.Locale(tag).maximize();
  const { language, script } = full(tag);
  const own = navigator.languages.find((own) => full(own).language == language && full(own).script == script);
  const has = (tag) => tag && new Intl.Locale(tag).region;
  return has(own) && !has(written) ? own : tag;
};

/** Resolves once no widget of the page has anything under way, and what they have drawn is painted. */
export const settled = async () => {
  do await new Promise((turn) => (self.document.hidden ? setTimeout(turn) : requestAnimationFrame(() => setTimeout(turn))));
  while (Widget.isBusy());
};

/** The style sheet of the modules that are here, for every element. */
export const style = new CSSStyleSheet();
let rules = "";

/** The module in an answer, whatever type its server says that it has. */
const compile = async (answer) => (answer.headers.get("Content-Type") === "application/wasm"
  ? WebAssembly.compileStreaming(answer)
  : WebAssembly.compile(await answer.arrayBuffer()));

/** Starts the widget's module; once for a page. */
export const start = async (answer) => {
  __wbg_finalize_init(await WebAssembly.instantiate(await compile(answer), __wbg_get_imports()));
  begin();
};

let begin;
const begun = new Promise((resolve) => {
  begin = resolve;
});

/** Starts a later module, which needs what the first one exports: compiled before, it is there in that very moment. */
const run = async (module) => {
  const [compiled] = await Promise.all([module, begun]);
  const shared = { // named in full: scripts/optimise.mjs shortens what follows `wasm.`
    memory: wasm.memory,
    __indirect_function_table: wasm.__indirect_function_table,
    __wasm_split_shared0: wasm.__wasm_split_shared0,
  };
  return WebAssembly.instantiate(compiled, { __wasm_split: shared });
};

/**
 * The files asked for, by name, and the chunks in them (scripts/chunks.mjs), by number. One instance of each for all widgets
 * of the page: another would write the first values of its data over what they are by then. A file that failed may be
 * asked for again.
 */
const files = new Map();
const chunks = [];

/** A browser that keeps a spoilt copy must not answer with it again. */
let cache = "default";

const bring = async (file) => {
  const content = await get(file, cache);
  if (content.at) return style.replaceSync(rules += content); // a text
  const module = await compile(content);
  const inside = WebAssembly.Module.customSections(module, "chunk").map((chunk) => {
    const [number] = new Uint8Array(chunk);
    return (chunks[number] ??= run(WebAssembly.compile(chunk.slice(1))));
  });
  await Promise.all([run(module), ...inside]);
};

const once = (file) => {
  const [name] = file;
  if (!files.has(name)) {
    files.set(name, bring(file).catch((error) => {
      files.delete(name);
      cache = "reload";
      console.error(`news-widget: ${name} did not come, or not as it was published.`, error);
      throw error;
    }));
  }
  return files.get(name);
};

/** Asks for a module before the widget does; should it not come, the widget says so when it needs it. */
const prepare = (module) => modules[module].forEach((file) => once(file).catch(() => {}));

/** The services that are spoken with by a module of their own (src/comments/protocols.rs). */
const services = ["http", "wordpress", "isso"];

/** What Rust calls for a module (wasm_split_helpers): tells the function at `callback` whether it is here. */
const load = (module) => (callback, data) => {
  // The thread is the next thing that readers wait for.
  if (module == "comments") services.filter((name) => document.querySelector(`news-widget[comments=${name} i]`)).forEach(prepare);
  Promise.all(modules[module].map(once))
    .then(() => true, () => false)
    .then((here) => wasm.__indirect_function_table.get(callback)(data, here));
};

/**
 * What the first paint needs, if the elements are what they look like: asked for before the widget is here to ask. Each
 * module, and the elements that want it.
 */
const early = { site: "[routing=hash]", posts: "[source=wordpress i]" };

for (const [module, which] of Object.entries(early)) {
  if (document.querySelector(`news-widget${which}`)) prepare(module);
}
