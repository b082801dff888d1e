// Ports that can be closed and opened again. What `listen(0)` gives is from the range out of which the system also takes
// the near ends of outgoing connections: closed for a moment, such a port may be somebody else's. Below it none are taken.

import { once } from 'node:events';
import { readFileSync } from 'node:fs';

const RANGE = '/proc/sys/net/ipv4/ip_local_port_range';
const SPAN = 12_000; // above 20,000 with the usual range: browsers refuse some ports, all of them lower
const top = Number(readFileSync(RANGE, 'utf8').split(/\s+/)[0]) - 1;
let next = process.pid % SPAN; // two runs on one machine begin at different places

/** Lets `server` listen on 127.0.0.1 at a port below the range, and answers which. */
export async function listenLow(server) {
  for (let tries = 0; tries < SPAN; tries += 1) {
    const port = top - (next++ % SPAN);
    server.listen(port, '127.0.0.1');
    const [failure] = await Promise.race([once(server, 'listening'), once(server, 'error').catch((error) => [error])]);
    if (!failure) return port;
    if (failure.code !== 'EADDRINUSE') throw failure;
  }
  throw new Error(`no port is free below ${top}`);
}
