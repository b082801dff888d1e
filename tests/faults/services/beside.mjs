// A server that a script of scripts/ starts for as long as a command runs.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Starts `script` with more in its environment, and answers what the variables named are inside: `{ values, stop }`. */
export async function beside(script, environment, names) {
  const told = names.map((name) => `echo "$${name}"`).join('; ');
  // It runs until nobody writes to it any more, also where this process dies.
  const child = spawn(`${ROOT}scripts/${script}`, ['bash', '-c', `${told}; cat >/dev/null`], {
    env: { ...process.env, ...environment }, stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const values = [];
  for await (const line of lines) {
    values.push(line);
    if (values.length === names.length) break;
  }
  if (values.length < names.length) throw new Error(`scripts/${script} does not start: status ${(await ended)[0]}`);
  const stop = async () => {
    child.stdin.end();
    await ended;
  };
  return { values, stop };
}
