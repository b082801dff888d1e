// A server that is somebody else's program: started, awaited, and ended with the test, whatever becomes of that.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';

const PATIENCE = 20_000;

/** A port that nobody listens on now. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * Runs a command until `close()`. Resolves once `found(output so far)` gives the server's origin and that answers; what
 * the program has said is part of the error if it does not. `done` tidies up behind it.
 */
export async function program([command, ...args], found, done) {
  let output = '';
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => { output += text; });
  const failed = new Promise((_, fail) => {
    child.on('error', ({ message }) => fail(new Error(`${command}: ${message}`)));
    child.on('exit', (code) => fail(new Error(`${[command, ...args].join(' ')} ended with ${code}:\n${output}`)));
  });
  failed.catch(() => {}); // also told to nobody, once the server runs
  const end = () => child.kill('SIGTERM');
  process.on('exit', end);

  async function origin() {
    for (const late = Date.now() + PATIENCE; Date.now() < late; await setTimeout(20)) {
      const origin = found(output);
      if (origin && await fetch(origin).then(() => true, () => false)) return origin;
    }
    throw new Error(`${[command, ...args].join(' ')} does not answer:\n${output}`);
  }

  async function close() {
    process.off('exit', end);
    if (child.pid && child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit');
      end();
      await gone;
    }
    await done();
  }

  try {
    return { origin: await Promise.race([origin(), failed]), close };
  } catch (error) {
    await close();
    throw error;
  }
}
