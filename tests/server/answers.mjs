// The reference server's feeds against the public JSON Feed schema and ours. URL is a server with five comments on a page.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import jsonFeed from 'jsonfeed-schema';

const address = `${process.env.URL}/comments`;
const ajv = addFormats(new Ajv({ allErrors: true }));
// next_url is relative: the server need not know under which address the world sees it.
ajv.addFormat('uri', addFormats.get('uri-reference'));
ajv.addSchema(JSON.parse(await readFile(new URL('../../schema/news.schema.json', import.meta.url), 'utf8')), 'news');
const schemas = [ajv.compile(jsonFeed), ajv.getSchema('news#/definitions/thread')];

function valid(feed) {
  for (const schema of schemas) assert.ok(schema(feed), JSON.stringify(schema.errors));
}

test('comment server: threads and Recent Comments are JSON Feeds, with our extension as its schema has it', async () => {
  const article = { id: randomUUID(), url: 'https://news.example/a', title: 'A' };
  let parent = null;
  for (let n = 0; n < 7; n += 1) {
    const id = randomUUID();
    const body = JSON.stringify({ id, article, parent, author: { name: 'Ann', url: 'https://ann.example' }, content_text: 'x' });
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': id };
    const answer = await fetch(address, { method: 'POST', headers, body });
    assert.equal(answer.status, 201);
    valid({ version: 'https://jsonfeed.org/version/1.1', title: '', items: [await answer.json()] });
    parent = id;
  }
  const page = await (await fetch(`${address}?article=${article.id}`)).json();
  assert.equal(page.items.length, 5);
  valid(page);
  const next = await (await fetch(new URL(page.next_url, address))).json();
  assert.equal(next.items.length, 2);
  valid(next);
  valid(await (await fetch(`${address}?recent=5`)).json());
});
