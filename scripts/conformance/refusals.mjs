// What must not be taken, and how that is said. And what must never be in an answer.

import { comment } from './thread.mjs';
import { must, seen, should } from './verdict.mjs';

/** Refused as problem details; where `field` is given, they name it. */
function refused(answer, statuses, field) {
  must(statuses.includes(answer.status), seen(answer), `refuse it with ${statuses.join(' or ')}`);
  const type = answer.headers['content-type'] ?? 'none';
  must(type.startsWith('application/problem+json'), `Content-Type: ${type}`, 'answer with application/problem+json (RFC 9457)');
  should(answer.json?.title && answer.json?.detail, seen(answer), 'give title and detail: the reader sees the detail');
  if (!field) return;
  const named = answer.json?.errors?.some?.((error) => error.field === field && typeof error.detail === 'string');
  must(named, seen(answer), `name the field as the form does: "errors": [{"field": "${field}", "detail": "…"}]`);
}

/** A comment with `changes` is refused for `field`. */
const field = (name, changes) => [`${name}: ${JSON.stringify(changes).slice(0, 60)} is refused`, async (context) => {
  const base = comment(context);
  const author = { ...base.author, ...changes.author };
  refused(await context.server.post({ ...base, ...changes, author }), [400, 422], name);
}];

const raw = (body) => async (context) => {
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': comment(context).id };
  return context.server.send('POST', '', { headers, body });
};

export const refusals = [
  field('comment', { content_text: '' }),
  field('comment', { content_text: ' \n\u200b' }),
  field('name', { author: { name: ' ' } }),
  field('email', { author: { email: 'nobody' } }),
  field('website', { author: { url: 'javascript:alert(1)' } }),
  ['all wrong fields are named at once', async (context) => {
    const answer = await context.server.post(comment(context, { content_text: '', author: { name: '' } }));
    refused(answer, [400, 422], 'comment');
    should(answer.json.errors.some((error) => error.field === 'name'), seen(answer), 'check every field, so that the reader mends all in one go');
  }],
  ['a comment of 65,526 bytes is refused', async (context) => {
    refused(await context.server.post(comment(context, { content_text: 'x'.repeat(65_526) })), [400, 413, 422]);
  }],
  ['a body of 2 MB is refused', async (context) => {
    const answer = await context.server.post(comment(context, { content_text: 'x'.repeat(2_000_000) }));
    refused(answer, [413, 422]);
  }],
  ['an article must be named', async (context) => {
    refused(await context.server.post(comment(context, { article: { title: 'x' } })), [400, 422]);
  }],
  ['an id that is no UUID is refused', async (context) => {
    const answer = await context.server.post(comment(context, { id: '../1' }), { 'Idempotency-Key': 'x' });
    refused(answer, [400, 422]);
  }],
  ['what is not JSON is refused', async (context) => {
    for (const body of ['{', 'id=1', '']) refused(await raw(body)(context), [400, 422]);
  }],
  ['JSON that is no object is refused', async (context) => {
    for (const body of ['[]', 'null', '"x"', '['.repeat(5000)]) refused(await raw(body)(context), [400, 422]);
  }],
  ['texts that are no texts are refused', async (context) => {
    for (const content_text of [1, {}, ['x'], null]) refused(await context.server.post(comment(context, { content_text })), [400, 422]);
  }],
  ['what is not said to be JSON is refused', async (context) => {
    // Such a request comes from any page without a preflight.
    const answer = await context.server.post(comment(context), { 'Content-Type': 'text/plain' });
    must(answer.status >= 400 && answer.status < 500, seen(answer), 'take application/json only: other types come from any page unasked');
    should(answer.status === 415, seen(answer), 'answer 415');
  }],
  ['a key that is not the comment\'s id is refused', async (context) => {
    const answer = await context.server.post(comment(context), { 'Idempotency-Key': comment(context).id });
    should(answer.status === 400, seen(answer), 'answer 400, or do without the key; one of the two is wrong');
  }],
  ['the e-mail address is in no answer', async ({ server, email }) => {
    const found = server.bodies.find((body) => body.includes(email) || body.includes(email.split('@')[0]));
    must(!found, found?.slice(0, 200), 'leave author.email out of every answer: it was given to the moderator only');
  }],
];
