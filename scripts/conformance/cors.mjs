// What lets a page of another origin use the server.

import { comment } from './thread.mjs';
import { must, seen } from './verdict.mjs';

const words = (text = '') => text.toLowerCase().split(',').map((word) => word.trim());

/** Whether our page may see an answer. */
function readable(answer, origin) {
  const allowed = answer.headers['access-control-allow-origin'];
  const todo = `send Access-Control-Allow-Origin: ${origin}, or *, with every answer; if origins are listed, add this one or give ORIGIN=…`;
  must(allowed === '*' || allowed === origin, `${answer.method} ${answer.status}: Access-Control-Allow-Origin: ${allowed ?? 'none'}`, todo);
  if (allowed !== '*') must(words(answer.headers.vary).includes('origin'), `Vary: ${answer.headers.vary ?? 'none'}`, 'send Vary: Origin, or caches give one page\'s answer to another');
}

export const cors = [
  ['browsers are told that they may post (preflight)', async ({ server }) => {
    const headers = { 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'content-type,idempotency-key' };
    const answer = await server.send('OPTIONS', '', { headers });
    must(answer.status >= 200 && answer.status < 300, seen(answer), 'answer OPTIONS with 204');
    readable(answer, server.origin);
    const methods = answer.headers['access-control-allow-methods'];
    must(words(methods).some((word) => ['post', '*'].includes(word)), `Access-Control-Allow-Methods: ${methods ?? 'none'}`, 'send Access-Control-Allow-Methods: GET, POST');
    const allowed = answer.headers['access-control-allow-headers'];
    const both = ['content-type', 'idempotency-key'].every((name) => words(allowed).includes(name) || words(allowed).includes('*'));
    must(both, `Access-Control-Allow-Headers: ${allowed ?? 'none'}`, 'send Access-Control-Allow-Headers: Content-Type, Idempotency-Key');
  }],
  ['pages may read threads', async ({ server, article }) => {
    readable(await server.get({ article: article.id }), server.origin);
    readable(await server.get({ recent: '1' }), server.origin);
  }],
  ['pages may read what was posted', async (context) => {
    readable(await context.server.post(context.first), context.server.origin);
  }],
  ['pages may read why something was refused', async (context) => {
    readable(await context.server.post(comment(context, { content_text: '' })), context.server.origin);
    readable(await context.server.send('POST', '', { headers: { 'Content-Type': 'application/json' }, body: '{' }), context.server.origin);
    readable(await context.server.post(comment(context, { content_text: 'x'.repeat(2_000_000) })), context.server.origin);
  }],
  ['pages may read when to try again', async (context) => {
    const { headers } = await context.server.post(context.first);
    const names = headers['access-control-expose-headers'];
    const exposed = words(names).includes('retry-after') || words(names).includes('*');
    must(exposed, `Access-Control-Expose-Headers: ${names ?? 'none'}`, 'send Access-Control-Expose-Headers: Retry-After with every answer');
  }],
  ['nothing is sent with cookies', async ({ server, article }) => {
    const { headers } = await server.get({ article: article.id });
    must(!headers['set-cookie'], `Set-Cookie: ${headers['set-cookie']}`, 'set no cookies: the widget sends none');
  }],
];
