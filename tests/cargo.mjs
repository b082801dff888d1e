// Runs cargo's tests, one binary after the other, and writes down what took how long for scripts/summary.mjs.
//
//   node tests/cargo.mjs native                                     what `cargo test` builds here
//   node tests/cargo.mjs server --manifest-path examples/comment-server/Cargo.toml --locked
//   FILTER=outbox node tests/cargo.mjs native                       the tests whose names have that in them

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { keep } from './results.mjs';

const [ring, ...options] = process.argv.slice(2);
const { FILTER, ARGS } = process.env;

/** Runs a command and answers its exit code; `line` gets each line that it prints. */
async function lines(command, args, options, line) {
  const child = spawn(command, args, { stdio: ['inherit', 'pipe', 'inherit'], ...options });
  const closed = once(child, 'close');
  for await (const text of createInterface({ input: child.stdout })) line(text);
  const [code] = await closed;
  return code ?? 1;
}

/** Cargo and libtest print a JSON object on some lines, and on others what they like. */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const binaries = [];
const built = await lines('cargo', ['test', '--no-run', '--message-format=json-render-diagnostics', ...options], {}, (text) => {
  const { reason, executable, profile, manifest_path: manifest } = parsed(text) ?? {};
  if (reason === 'compiler-artifact' && executable && profile.test) binaries.push({ executable, folder: dirname(manifest) });
});
if (built) process.exit(built);

const begun = performance.now();
const tests = [];
for (const { executable, folder } of binaries) {
  // Libtest has this format behind an unstable flag; the variable lets a stable one have it, and nothing is built anew.
  const flags = ['-Zunstable-options', '--format=json', '--report-time', ...ARGS?.split(' ') ?? [], ...FILTER ? [FILTER] : []];
  const code = await lines(executable, flags, { cwd: folder, env: { ...process.env, RUSTC_BOOTSTRAP: '1', CARGO_MANIFEST_DIR: folder } }, (text) => {
    const { type, event, name, exec_time: seconds, stdout = '' } = parsed(text) ?? {};
    if (type === 'suite' && event !== 'started') console.log(`${executable.replace(/.*\//, '')}: ${event}`);
    if (type !== 'test' || event === 'started') return;
    if (event === 'failed') console.log(`\n✖ ${name}\n${stdout}`);
    tests.push({ name, ms: Math.round((seconds ?? 0) * 1000), failed: event === 'failed', skipped: event === 'ignored' });
  });
  if (code) process.exitCode = code;
}
const count = (which) => tests.filter((test) => test[which]).length;
console.log(`${ring}: ${tests.length} tests, ${count('failed')} failed, ${count('skipped')} left out, ${Math.round(performance.now() - begun)} ms`);
await keep({ ring, ms: Math.round(performance.now() - begun), tests });
