// The compressed copies of a text, for hosts that serve them as they are.

import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

/** What is worth having them, by name and length. Not embed.html: its publisher edits it, and hosts would go on sending the
 *  copies of what it was. */
export const isCompressed = (name, length) => name !== 'embed.html' && /\.(html|js|css|wasm|json|svg)$/.test(name) && length > 1024;

/** `{br, gz}`, both as small as they get. */
export async function compress(content) {
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(content), // node's quality is 11
    promisify(gzip)(content, { level: 9 }),
  ]);
  return { br, gz };
}
