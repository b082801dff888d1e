// Tries a server against the contract of the http comment service (schema/comments.openapi.yaml).
//
//   node scripts/conformance.mjs http://127.0.0.1:8090/comments [https://origin.of.the.news.page]
//
// It POSTS some twenty TEST COMMENTS, to an article id that it makes up for each run. On a living site they are seen in
// Recent Comments until a moderator deletes them.

import { randomUUID } from 'node:crypto';
import { client } from './conformance/client.mjs';
import { cors } from './conformance/cors.mjs';
import { posting } from './conformance/posting.mjs';
import { reading } from './conformance/reading.mjs';
import { refusals } from './conformance/refusals.mjs';
import { Advice, Skip, Wrong } from './conformance/verdict.mjs';

const [address, origin = 'https://news.example'] = process.argv.slice(2);
if (!URL.canParse(address) || !URL.canParse(origin)) {
  console.error('conformance: give the address of a comment service: make conformance URL=http://127.0.0.1:8090/comments');
  console.error('             and, if it takes listed origins only, one of them: ORIGIN=https://news.example');
  process.exit(2);
}

const run = randomUUID();
const article = { id: `conformance-${run}`, url: `${new URL(origin).origin}/conformance/${run}`, title: 'Conformance <test>' };
const server = client(address, new URL(origin).origin);
const context = { server, article, email: `secret-${run}@conformance.example`, held: false };

console.log(`conformance: ${address}, as a page of ${origin} sees it`);
console.log(`conformance: this posts test comments to the article "${article.id}"; delete them afterwards`);

const counts = { ok: 0, FAIL: 0, advice: 0, skip: 0 };
/** Says how a rule went; of one that is broken, what was seen and what to do. */
function say(verdict, name, ...lines) {
  counts[verdict] += 1;
  console.log(`${verdict.padEnd(7)} ${name}`);
  for (const line of lines.filter(Boolean)) console.log(`        ${line}`);
}

for (const [name, rule] of [...reading, ...posting, ...refusals, ...cors]) {
  try {
    await rule(context);
    say('ok', name);
  } catch (error) {
    if (error instanceof Skip) say('skip', name, error.message);
    else if (error instanceof Advice) say('advice', name, error.message, error.todo);
    else if (error instanceof Wrong) say('FAIL', name, error.message, `to do: ${error.todo}`);
    else if (error.code !== 'UNREACHABLE') throw error;
    else if (counts.ok) say('FAIL', name, error.message, 'to do: answer every request, and read what is left of a body that you refuse');
    else {
      console.error(`conformance: ${error.message}`);
      process.exit(2);
    }
  }
}

if (context.held) console.log('conformance: the server holds comments for a moderator, so what it publishes was not seen; try it with moderation off, too');
console.log(`conformance: ${counts.ok} rules kept, ${counts.FAIL} broken, ${counts.advice} pieces of advice, ${counts.skip} not tried`);
process.exitCode = counts.FAIL ? 1 : 0;
