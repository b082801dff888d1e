// A request as it is written, and the answer as it comes: nothing is added, followed, cached or decoded.

import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

const DECODERS = { br: brotliDecompressSync, gzip: gunzipSync };

/** `path` is below `server.url`, `..` and all. Answers `{status, headers, body}`. */
export function ask(server, path, { method = 'GET', ...headers } = {}) {
  const { hostname, port, pathname } = new URL(server.url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path: pathname + path, method, headers, agent: false }, async (response) => {
      resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(await response.toArray()) });
    }).on('error', reject).end();
  });
}

/** The body of an answer without its Content-Encoding. */
export function decoded({ headers: { 'content-encoding': coding }, body }) {
  return coding ? DECODERS[coding](body) : body;
}
