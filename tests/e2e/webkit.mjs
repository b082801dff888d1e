// WebKitGTK's MiniBrowser and what it needs around it.

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rename, stat } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { basename } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Capabilities } from 'selenium-webdriver';

const MINIBROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
const ERRNO = fileURLToPath(new URL('webkit-errno.c', import.meta.url)); // says what it is good for
const BUILT = fileURLToPath(new URL('../../target/e2e/', import.meta.url));

/** Starts WebKit's driver: `{url, wanted, stop}`, its address and what is to be asked of it. WebKit has no headless mode and,
 *  here, no log: it gets a screen of its own, and only recorder.js sees its errors. And it gets a message bus, or it would
 *  look for one at every page. */
export async function webkit(environment, proxy) {
  const answering = { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] }; // the last is where they say what they chose
  const errno = await compiled(ERRNO);
  const [screen, bus] = await Promise.all([
    child('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], answering),
    child('dbus-daemon', ['--session', '--nofork', '--print-address=3'], answering),
  ]);
  const [number, address] = await Promise.all([screen, bus].map(async ({ stdio }) => (await once(stdio[3], 'data')).toString().trim()));
  const port = await freePort();
  const server = await child('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: { ...environment, DISPLAY: `:${number}`, DBUS_SESSION_BUS_ADDRESS: address, NO_AT_BRIDGE: '1', LD_PRELOAD: errno },
  });
  await listening(port);
  const wanted = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: MINIBROWSER, args: ['--automation', ...(proxy ? [`--proxy=http://127.0.0.1:${proxy}`, '--ignore-host=127.0.0.1'] : [])] },
  });
  const stop = () => [server, bus, screen].forEach((started) => started.kill());
  return { url: `http://127.0.0.1:${port}`, wanted, stop };
}

/** A program that does not outlive this one. */
async function child(program, args, options) {
  const started = spawn(program, args, options);
  process.once('exit', () => started.kill());
  await once(started, 'spawn');
  return started;
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((closed) => { server.close(closed); });
  return port;
}

/** Resolves once something answers at `port`: the driver says nowhere else that it is up. */
async function listening(port) {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const up = await new Promise((settle) => {
      socket.once('connect', () => settle(true)).once('error', () => settle(false));
    });
    socket.destroy();
    if (up) return;
    await setTimeout(20);
  }
}

/** The library made from a C file, made anew when the file is younger. */
async function compiled(source) {
  const library = `${BUILT}${basename(source, '.c')}.so`;
  const [from, to] = await Promise.all([source, library].map((path) => stat(path).catch(() => null)));
  if (to?.mtimeMs > from.mtimeMs) return library;
  await mkdir(BUILT, { recursive: true });
  const fresh = `${library}.${process.pid}`; // another run may be at it too
  try {
    await promisify(execFile)('cc', ['-shared', '-fPIC', '-O1', '-Wall', '-Wextra', '-Werror', '-o', fresh, source, '-ldl']);
  } catch ({ code, stderr }) {
    throw new Error(code === 'ENOENT' ? 'there is no C compiler, cc, here' : `cc: ${stderr}`);
  }
  await rename(fresh, library);
  return library;
}
