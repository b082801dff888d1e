// Twenty deliberate mistakes, and whether the tests see them: `make mutants`, by hand, after tests have been dropped or moved.
//
//   node scripts/mutants.mjs                 all of them
//   node scripts/mutants.mjs outbox loader   those whose names have one of these in them
//
// Each is made in a copy of what git has here, target/mutants. One passes if what it names fails, and fails if that passes:
// then nothing in `make test` holds this any more.

import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

process.chdir(fileURLToPath(new URL('../', import.meta.url)));
const COPY = 'target/mutants/';
const run = promisify(execFile);

/** The tests of the native ring whose names have `filter` in them. */
const native = (filter) => `FILTER=${filter} node tests/cargo.mjs native`;
/** The published widget, built anew, in Chromium. */
const published = (file) => `make --no-print-directory package && ENGINES=chromium STRICT=allowed scripts/e2e.sh tests/e2e/${file}.test.mjs`;
const BROWSER = 'make --no-print-directory test-browser';

/** `[name, file, what stands there, what is to stand there, the command that has to fail]` */
const MISTAKES = [
  ['feed: of two items with one id, both are kept', 'src/feed/item.rs', '.filter(|_| repeated)', '.filter(|_| false)', native('feed::')],
  ['feed: comments inherit the authors of their feed', 'src/feed/mod.rs', 'feed(bytes, base, urls, Kind::Comments)', 'feed(bytes, base, urls, Kind::Articles)', native('feed::')],
  ['sanitiser: links may be scripts', 'src/sanitize/policy/resolve.rs', 'let contact = href.starts_with("mailto:")', 'let contact = href.starts_with("javascript:") || href.starts_with("mailto:")', native('sanitize::')],
  ['sanitiser: media may come from hosts that end like a listed one', 'src/sanitize/policy/hosts.rs', "above.is_empty() || above.ends_with('.')", 'above.len() < 99', native('sanitize::')],
  ['sanitiser: text may be nested without end', 'src/sanitize/build.rs', 'let too_deep = self.open.len() >= Policy::MAX_DEPTH', 'let too_deep = self.open.len() >= 100_000', BROWSER],
  ['form: a comment that nobody sees is one', 'src/comments/validate.rs', 'if is_blank(&text) {\n        return Err(Problem::Missing);', 'if text.is_empty() {\n        return Err(Problem::Missing);', native('comments::')],
  ['outbox: a refused comment is forgotten', 'src/comments/outbox.rs', 'Outcome::Stored(_) => return None,', 'Outcome::Stored(_) | Outcome::Refused(_) => return None,', native('outbox')],
  ['outbox: a comment goes to whatever service is configured', 'src/comments/outbox.rs', 'service.is_some() && self.destination.as_ref() == service', 'service.is_some()', native('outbox')],
  ['outbox: a lost answer is taken for a failed request', 'src/comments/outbox.rs', 'Self { perhaps_there: true, insists: false, busy,', 'Self { perhaps_there: false, insists: false, busy,', native('outbox')],
  ['services: each try has another key', 'src/comments/services/http.rs', 'Next::Ask(Stage::Send, Request::json(Method::Post, errand.address.clone(), body.finish()).header(key))', 'let _ = key;\n    Next::Ask(Stage::Send, Request::json(Method::Post, errand.address.clone(), body.finish()))', native('comments::http')],
  ['services: that the id is there already is a refusal', 'src/comments/services/http.rs', '409 => Outcome::Stored(Box::new(Comment { status: Status::Pending, ..errand.comment.clone() })),', '409 => Outcome::Refused(Refusal::Closed),', native('comments::http')],
  ['services: markup goes to WordPress as it is', 'src/comments/services/wordpress/markup.rs', '\'<\' => html.push_str("&lt;"),', '\'<\' => html.push(c),', native('wordpress')],
  ['routing: names in addresses are not encoded', 'src/widget/routing.rs', 'percent::encode(&mut out, text);', 'out.push_str(text);\n    let _ = percent::encode;', native('routing')],
  ['languages: Urdu is written from left to right', 'src/i18n/mod.rs', ' ur yi ', ' yi ', native('i18n')],
  ['rules: a pure file asks the browser', 'src/comments/thread.rs', 'use super::{model::Comment, tree};', 'use super::{model::Comment, tree};\n\n/// The time.\npub fn now() -> Date {\n    crate::platform::now()\n}', native('rules')],
  ['view: a removed element leaves its widget behind', 'src/widget/loader.js', 'this.#widget?.free();', '', published('lifecycle')],
  ['loader: an element that failed has no fallback', 'src/widget/loader.js', 'this.#root.firstChild.textContent = message;', 'this.#root.replaceChildren(message);', published('errors')],
  ['layout: a long word is wider than its column', 'style/widget/base.css', 'overflow-wrap: anywhere;', 'overflow-wrap: normal;', published('width')],
  ['policy: a style attribute is written', 'src/widget/heading.rs', 'el(tag).part(name)', 'el(tag).attr("style", "color: red").part(name)', published('strict')],
  ['drafts: nothing is kept while a reader types', 'src/comments/drafts.rs', 'if Storage.set(&at, &value).is_ok()', 'if at.is_empty() && Storage.set(&at, &value).is_ok()', published('comments-draft')],
];

async function copy() {
  await rm(COPY, { recursive: true, force: true });
  await mkdir(COPY, { recursive: true });
  // What is not committed yet is tried, too.
  const { stdout } = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard']);
  await run('bash', ['-c', 'xargs -d "\\n" cp --parents -t "$0" <<<"$1"', COPY, stdout.trimEnd()]);
  for (const tools of ['.tools', 'node_modules']) await symlink(`../../${tools}`, COPY + tools);
}

async function tried([name, file, from, to, command]) {
  const before = await readFile(file, 'utf8');
  if (!before.includes(from)) return `${name}: ${file} does not have ${JSON.stringify(from)} any more`;
  await writeFile(COPY + file, before.replace(from, to));
  try {
    await run('bash', ['-c', command], { cwd: COPY, maxBuffer: 1 << 28 });
    return `${name}: nothing saw it, not ${command}`;
  } catch ({ stdout, stderr }) {
    const seen = stdout.split('\n').find((line) => /^\s*✖|panicked at|^\s*FAIL|^test .* FAIL/.test(line));
    if (!seen) return `${name}: it does not even build, or ${command} does not start:\n${(stdout + stderr).slice(-1500)}`;
    console.log(`seen  ${name}\n      ${seen.trim()}`);
    return null;
  } finally {
    await writeFile(COPY + file, before);
  }
}

const wanted = process.argv.slice(2);
const chosen = MISTAKES.filter(([name]) => !wanted.length || wanted.some((part) => name.includes(part)));
await copy();
const problems = [];
for (const mistake of chosen) {
  const problem = await tried(mistake);
  if (!problem) continue;
  problems.push(problem);
  console.log(`\nNOT   ${problem}\n`);
}
console.log(`${chosen.length - problems.length} of ${chosen.length} mistakes were seen`);
process.exitCode = problems.length ? 1 : 0;
