// Requests as a page's browser sends them, and everything that ever came back. Node's own fetch would hide headers.

import { request as http } from 'node:http';
import { request as https } from 'node:https';
import { must } from './verdict.mjs';

/** The longest time that a server may ask us to wait, in seconds. */
const PATIENCE = 120;

export function client(address, origin) {
  const bodies = [];

  /** One request. */
  function once(method, url, headers, body) {
    const { promise, resolve, reject } = Promise.withResolvers?.() ?? withResolvers();
    const send = url.protocol === 'https:' ? https : http;
    const sent = send(url, { method, headers: { Origin: origin, ...headers }, timeout: 30_000 }, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        bodies.push(text);
        resolve({ method, url, status: answer.statusCode, headers: answer.headers, text, json: json(text) });
      });
    });
    sent.on('timeout', () => sent.destroy(new Error('no answer for 30 seconds')));
    sent.on('error', (error) => {
      const problem = new Error(`${method} ${url} failed: ${error.message || error.code}. Does the server run, and is this its address?`);
      reject(Object.assign(problem, { code: 'UNREACHABLE' }));
    });
    sent.end(body);
    return promise;
  }

  /** A request; where the server says that there were too many, again when it says so. */
  async function send(method, where = '', { headers = {}, body } = {}) {
    const url = new URL(where, address);
    const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) };
    for (;;) {
      const answer = await once(method, url, { ...length, ...headers }, body);
      if (answer.status !== 429) return answer;
      const seconds = Number(answer.headers['retry-after']);
      must(
        seconds >= 0 && seconds <= PATIENCE,
        `429 with Retry-After: ${answer.headers['retry-after'] ?? 'none'}`,
        'say in Retry-After, in seconds, when the next comment may come; for this test, set a higher limit',
      );
      console.log(`        (the server asks us to wait ${seconds} s; a higher limit makes this test faster)`);
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    }
  }

  return {
    bodies,
    origin,
    send,
    /** Reads what `parameters` name. */
    get: (parameters, headers) => {
      const url = new URL(address);
      for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
      return send('GET', url.href, { headers });
    },
    post: (comment, headers = {}) => {
      const all = { 'Content-Type': 'application/json', 'Idempotency-Key': String(comment.id ?? ''), ...headers };
      return send('POST', '', { headers: all, body: JSON.stringify(comment) });
    },
  };
}

function json(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Promise.withResolvers, which Node 20 has not. */
function withResolvers() {
  const parts = {};
  parts.promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }));
  return parts;
}
