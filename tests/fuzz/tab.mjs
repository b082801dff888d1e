// An engine with the fuzzing page in it. `run(texts)` answers what inside.mjs finds for each of them, whatever they do to
// the page: what stops or breaks it is narrowed down to the text it was, and the engine is started again.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { start } from '../e2e/engines.mjs';
import { decoded, serve } from '../e2e/server.mjs';

const HARNESS = fileURLToPath(new URL('../../target/harness/', import.meta.url));
const MODULES = ['inside.mjs', 'look.mjs', 'parsers.mjs', 'vocabulary.mjs'];
// Scripts may run, so that one would be seen.
const POLICY = "default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; media-src 'self'";
// Only reported. A text that a strict host's policy is asked about is a fault, even if nothing runs.
const STRICT = "script-src 'self' 'wasm-unsafe-eval'; style-src 'none'; base-uri 'none'; form-action 'none'; trusted-types news-widget; require-trusted-types-for 'script'";
const PAGE = `<!doctype html><meta charset=utf-8><title>Fuzz</title><link rel=stylesheet href=stage.css><link rel=icon href=data:,>
  <div id=stage></div><script type=module src=inside.mjs></script>`;
// Laid out, but so far out of sight that lazy pictures stay unfetched.
const STAGE = '#stage { position: fixed; left: -100000px; width: 600px }';

/** The server of the page; each engine has its own, whose log is then of that engine. */
async function host() {
  const server = await serve({ folder: HARNESS });
  for (const name of MODULES) {
    server.answer(name, { body: await readFile(new URL(name, import.meta.url), 'utf8'), type: 'text/javascript' });
  }
  server.answer('stage.css', { body: STAGE, type: 'text/css' });
  server.answer('in-page', { body: '' });
  server.answer('fuzz.html', {
    body: PAGE,
    type: 'text/html',
    headers: { 'Content-Security-Policy': POLICY, 'Content-Security-Policy-Report-Only': STRICT },
  });
  return server;
}

/** An engine of its own: a text may hang it, and then it is ended. */
export class Tab {
  #server;
  #engine;
  #asked;

  constructor(name) { this.name = name; }

  async open() {
    this.#server ??= await host();
    this.#engine = await start(this.name);
    this.version = (await this.#engine.driver.getCapabilities()).getBrowserVersion();
    await this.#engine.driver.get(`${this.#server.url}fuzz.html`);
    await this.#call('const look = () => (window.fuzz ? done() : setTimeout(look, 10)); look();');
    this.#asked = this.#server.log.length;
  }

  async close() {
    await this.#quit();
    await this.#server?.close();
  }

  async #quit() {
    const engine = this.#engine;
    this.#engine = null;
    await engine?.quit().catch(() => {}); // one that crashed cannot be told to quit
  }

  /** Answers, for each text, `{found, strays}`. */
  async run(texts) {
    const { results, strays } = await this.#try(texts);
    if (!strays.length) return results.map((found) => ({ found, strays: [] }));
    if (texts.length === 1) return [{ found: results[0] ?? {}, strays }];
    const half = texts.length >> 1;
    return [...await this.run(texts.slice(0, half)), ...await this.run(texts.slice(half))];
  }

  async #try(texts) {
    try {
      const answer = await this.#call('window.fuzz.run(args[0]).then(done, (error) => done({ results: [], posters: [], strays: [`page: ${error}`] }))', texts);
      const asked = this.#server.log.slice(this.#asked).map(({ path }) => path);
      this.#asked = this.#server.log.length;
      const early = asked.slice(0, Math.max(0, asked.indexOf('in-page')))
        .filter((path) => !answer.posters.some((poster) => poster === path || decoded(poster) === path))
        .map((path) => `request: ${path}, before it is in the page`);
      return { ...answer, strays: [...answer.strays, ...early] };
    } catch (error) {
      await this.#quit();
      await this.open();
      return { results: [], strays: [`engine: ${error.message.split('\n')[0]}`] };
    }
  }

  #call(script, ...args) {
    return this.#engine.driver.executeAsyncScript(
      `const done = arguments[arguments.length - 1]; const args = [...arguments].slice(0, -1); ${script}`, ...args);
  }
}
