// A proxy that lets nothing out and writes down who wanted to: the ground truth of what a page asks for. A browser that is
// started with it (engines.mjs) asks it for everything that is not on 127.0.0.1.
//
//   const outside = await proxy();
//   inEachEngine('…', define, { proxy: outside.port });
//   outside.seen; // ['GET http://a.example/x', 'CONNECT b.example:443']

import { once } from 'node:events';
import { createServer } from 'node:http';

/** What browsers ask for by themselves, however much of it is switched off. */
const OWN = /(clients2\.google\.com\/time|update\.googleapis\.com|accounts\.google\.com:|(autofill|optimizationguide-pa)\.googleapis\.com:|\.(services|cdn)\.mozilla\.(com|net):)/;

export async function proxy() {
  const seen = [];
  const waiting = new Set();
  const see = (what) => {
    if (OWN.test(what)) return;
    seen.push(what);
    for (const { start, done } of waiting) if (what.startsWith(start)) done();
  };
  const server = createServer((request, response) => {
    see(`${request.method} ${request.url}`);
    response.writeHead(404, { 'Content-Type': 'text/plain', Connection: 'close' });
    response.end();
  });
  // What is encrypted begins with a request for a tunnel, and so do web sockets.
  server.on('connect', (request, socket) => {
    see(`CONNECT ${request.url}`);
    socket.on('error', () => {}); // whoever asked may be gone already
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: server.address().port,
    seen,

    /** Resolves with the next request that begins so. */
    next(start) {
      return new Promise((done) => { waiting.add({ start, done }); });
    },

    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
