// A WebSocket (RFC 6455) as a page's end of it needs one: texts, in both directions. A request costs a browser ten times as
// much, and a sequence has thirty questions.
//
//   acceptLine(server, '/hub/line', (line) => { line.heard = (text) => line.say(text); });

import { createHash } from 'node:crypto';

const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const [CONTINUED, TEXT, CLOSE] = [0, 1, 8];

/** Takes lines to `path` of an HTTP server. */
export function acceptLine(server, path, opened) {
  server.on('upgrade', (request, socket) => {
    if (request.url !== path) return void socket.destroy();
    const key = createHash('sha1').update(request.headers['sec-websocket-key'] + MAGIC).digest('base64');
    socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`);
    const line = { heard: () => {}, closed: () => {}, say: (text) => socket.writable && socket.write(frame(text)) };
    let waiting = Buffer.alloc(0);
    let begun = [];
    socket.on('data', (data) => {
      waiting = Buffer.concat([waiting, data]);
      for (let part = unframe(waiting); part; part = unframe(waiting)) {
        waiting = waiting.subarray(part.length);
        if (part.kind === CLOSE) socket.end();
        if (part.kind === TEXT || part.kind === CONTINUED) begun.push(part.content);
        if (!part.isLast || !begun.length) continue;
        const text = Buffer.concat(begun).toString();
        begun = [];
        line.heard(text);
      }
    });
    socket.on('error', () => {}).on('close', () => line.closed()); // a page that is left hangs up
    opened(line);
  });
}

/** A text as a frame of the server's; its length takes as few bytes as it can. */
function frame(text) {
  const content = Buffer.from(text);
  const [code, bytes] = content.length < 126 ? [content.length, 0] : content.length < 65_536 ? [126, 2] : [127, 8];
  const head = Buffer.from([0x80 | TEXT, code, ...Buffer.alloc(bytes)]);
  if (bytes === 2) head.writeUInt16BE(content.length, 2);
  if (bytes === 8) head.writeBigUInt64BE(BigInt(content.length), 2);
  return Buffer.concat([head, content]);
}

/** The first frame of a browser's, which are masked: `{ kind, isLast, content, length }`; null if it is not all here. */
function unframe(data) {
  if (data.length < 2) return null;
  const short = data[1] & 0x7f;
  const at = { 126: 4, 127: 10 }[short] ?? 2; // where the mask is
  if (data.length < at + 4) return null;
  const size = { 126: () => data.readUInt16BE(2), 127: () => Number(data.readBigUInt64BE(2)) }[short]?.() ?? short;
  const length = at + 4 + size;
  if (data.length < length) return null;
  const mask = data.subarray(at, at + 4);
  const content = Buffer.from(data.subarray(at + 4, length)).map((byte, index) => byte ^ mask[index % 4]);
  return { kind: data[0] & 0x0f, isLast: Boolean(data[0] & 0x80), content, length };
}
