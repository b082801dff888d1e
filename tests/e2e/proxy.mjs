// A proxy that lets nothing out and writes down who wanted to: the ground truth of what a page asks for. A browser that is
// started with it (engines.mjs) asks it for everything that is not on 127.0.0.1.
//
//   const outside = await proxy();
//   inEachEngine('…', define, { proxy: outside.port });
//   outside.log; // [{ line: 'GET http://a.example/x', headers }, { line: 'CONNECT b.example:443', headers }]

import { once } from 'node:events';
import { createServer } from 'node:http';

/** What browsers ask for by themselves, however much of it is switched off. */
const OWN = /\/\/clients2\.google\.com\/time\/|[ /](update|content-autofill|optimizationguide-pa)\.googleapis\.com[:/]| accounts\.google\.com:|\.services\.mozilla\.com:|\.cdn\.mozilla\.net:/;

export async function proxy() {
  const log = [];
  const waiting = new Set();
  const see = (line, headers) => {
    if (OWN.test(line)) return;
    log.push({ line, headers });
    for (const { start, done } of waiting) if (line.startsWith(start)) done();
  };
  const server = createServer((request, response) => {
    see(`${request.method} ${request.url}`, request.headers);
    response.writeHead(404, { 'Content-Type': 'text/plain', Connection: 'close' });
    response.end();
  });
  // What is encrypted begins with a request for a tunnel, and so do web sockets.
  server.on('connect', (request, socket) => {
    see(`CONNECT ${request.url}`, request.headers);
    socket.on('error', () => {}); // whoever asked may be gone already
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: server.address().port,
    log,

    /** Resolves with the next request whose line begins so. */
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
